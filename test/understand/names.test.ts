import { expect, test } from 'vitest';
import { annotate, bodies, people } from './whole-knowledge.ts';

const names = (language: string, body: string): string[] =>
  annotate({ headline: '', summary: null, body }, { language }).actors.map((actor) => actor.name);

test('Who stands in a row with people is one too', () => {
  expect(people('sr', 'Na koncertu su bila dela Mozarta, Verdija i Brtanina. Publika je bila oduševljena programom večeri.')).toEqual(['Mozarta', 'Verdija', 'Brtanina']);
}); // biome-ignore format: one line reads better

test('The initials before a known surname belong to the mention', () => {
  expect(people('en', 'The former president George W. Bush arrived on Friday, officials said.')).toEqual(['George W. Bush']);
}); // biome-ignore format: one line reads better

test('Products, works and bodies with English names are nobody', () => {
  expect(people('hr', 'Novi Galaxy S IV i iPhone 4S predstavljeni su jučer, a studij je pohađao na Trinity College of Music.')).toEqual([]);
  expect(people('hr', 'Gledali smo film Parachute u ulici Lovorova, rekli su nam jučer gledatelji.')).toEqual([]);
}); // biome-ignore format: one line reads better

test('A Turkish noun that belongs to another is nobody, a name with its apostrophe is', () => {
  expect(people('tr', 'Ahmet Yılmaz’ın oğlu İkinci Dünya Savaşı’ndan sonra Van Gölü’nün kıyısında bir ev aldı.')).toEqual(['Ahmet Yılmaz’ın']);
}); // biome-ignore format: one line reads better

test('After a full name the next sentence’s word without a full stop between is cut off', () => {
  expect(people('tr', 'Frank Whittle İngiliz mucit ve mühendis olarak tanınmıştır.')).toEqual(['Frank Whittle']);
}); // biome-ignore format: one line reads better

test('A title tells who follows it, with its genitive in between too', () => {
  expect(people('sr', 'O tome je govorio portparol udruge Arif Ali Kolbi, kaže list.')).toEqual(['Arif Ali Kolbi']);
  expect(people('hr', 'Sažalio se i kolumnist Fjodor Brlog. Obitelji Vandraš izrazio je sućut.')).toEqual(['Fjodor Brlog', 'Vandraš']);
}); // biome-ignore format: one line reads better

test('Who does what only people do is a person', () => {
  expect(people('hr', 'Odvjetnik tvrdi da Kravanek studira u Splitu i glumi u kazalištu.')).toEqual(['Kravanek']);
  expect(people('tr', 'Brandhof, geçen yıl Ankara’da evlendi.')).toEqual(['Brandhof']);
  expect(people('tr', 'Brandhof, kuzeyde küçük bir köydür.')).toEqual([]);
}); // biome-ignore format: one line reads better

test('What is called after people is not they', () => {
  expect(people('hr', 'Koncert je u dvorani Marko Lončar, a živi u ulici Ane Perić. Trg maršala Tita je pun.')).toEqual([]);
  expect(bodies('hr', 'Predaje u glazbenoj školi Marko Lončar u Zagrebu.')).toEqual(['glazbenoj školi Marko Lončar']);
}); // biome-ignore format: one line reads better

test('An adjective made of a name is no mention of it', () => {
  expect(people('sr', 'Glumac Bekim Tarola je preminuo. Posle Taroline smrti i Tarolinog pogreba Tarola je hvaljen.')).toEqual(['Bekim Tarola', 'Tarola']);
}); // biome-ignore format: one line reads better

test('An honour that is said with the name belongs to the mention, not to the name', () => {
  expect(people('hr', 'Utemeljio ju je don Marko Perić.')).toEqual(['don Marko Perić']);
  expect(people('ro', 'Ieri, Senatorul Mircea Brădișor a plecat.')).toEqual(['Senatorul Mircea Brădișor']);
  expect(names('ro', 'Ieri, Senatorul Mircea Brădișor a plecat.')).toEqual(['Mircea Brădișor']);
}); // biome-ignore format: one line reads better

test('A given name alone is whom the text names in full', () => {
  expect(names('en', 'Gendrik Subarto saw the wave. Mr. Gendrik called his sister.')).toEqual(['Gendrik Subarto']);
  expect(names('en', 'The case of Julius and Ethel Marlbrook was told again.')).toEqual(['Julius Marlbrook', 'Ethel Marlbrook']);
}); // biome-ignore format: one line reads better

test('Nicknames, apostrophes and initials are inside a name, a storm’s name is nobody’s', () => {
  expect(people('en', 'The physicist Johannes "Hans" Brandauer was born in 1902.')).toEqual(['Johannes "Hans" Brandauer']);
  expect(people('en', 'Inspector Brian O‘Hanlon asked for witnesses.')).toEqual(['Brian O‘Hanlon']);
  expect(people('ro', 'Polițiștii l-au reținut pe Răzvan C., de 18 ani, la Timișoara.')).toEqual(['Răzvan C.']);
  expect(people('en', 'Hurricane Rosa is weakening. Officials said Rosa will bring rain.')).toEqual([]);
}); // biome-ignore format: one line reads better

test('An organisation’s name goes on over its genitives and purposes, and ends where another begins', () => {
  expect(bodies('sr', 'Odluku je doneo Nacionalni institut za krivično veštačenje u petak.')).toEqual(['Nacionalni institut za krivično veštačenje']);
  expect(bodies('hr', 'Nastupili su Varaždinski komorni orkestar i Gudački kvartet Lipa.')).toEqual(['Varaždinski komorni orkestar', 'Gudački kvartet Lipa']);
  expect(bodies('hr', 'Potporu je dala Riječka akademija znanosti i umjetnosti.')).toEqual(['Riječka akademija znanosti i umjetnosti']);
  expect(bodies('hr', 'Državna poduzeća ne mogu tako raditi. Političke stranke šute.')).toEqual([]);
}); // biome-ignore format: one line reads better

test('A head alone at a sentence’s start is a body where the text has its full name', () => {
  expect(bodies('hr', 'Institut za kulturu objavio je nalaz. Institut je odbio komentar.')).toEqual(['Institut za kulturu', 'Institut']);
  expect(bodies('hr', 'Institut je odbio komentar.')).toEqual([]);
}); // biome-ignore format: one line reads better

test('A word in capitals is no body, an acronym with an ending is, and so is an outlet’s address', () => {
  expect(bodies('hr', 'Sve to je SMIJEŠNO i tužno. Cijene određuje ZDRUG, kažu u ZDRUG-u.')).toEqual(['ZDRUG', 'ZDRUG-u']);
  expect(bodies('ro', 'Premierul a declarat pentru Veștile.ro că demisionează.')).toEqual(['Veștile.ro']);
}); // biome-ignore format: one line reads better

test('A double surname keeps its hyphen, a place before the name is no part of it', () => {
  expect(names('sr', 'O tome je govorila Verica Tomanović-Spasić, učiteljica iz Bora.')).toEqual(['Verica Tomanović-Spasić']);
  expect(people('sl', 'Na Strmčnici Boštjan Kunstelj meri sneg.')).toEqual(['Boštjan Kunstelj']);
  expect(people('hr', 'Uhapsili Marka Perića. O tome piše dobitnik nagrade Ive Andrića.')).toEqual(['Marka Perića', 'Ive Andrića']);
}); // biome-ignore format: one line reads better

test('An organisation’s name ends before the verb and before who heads it; a dateline is none', () => {
  expect(bodies('hr', 'Institut za sudsku medicinu identifikovao je ostatke.')).toEqual(['Institut za sudsku medicinu']);
  expect(bodies('hr', 'Policija Unsko-sanskog kantona traga za njima.')).toEqual(['Policija Unsko-sanskog kantona']);
  expect(bodies('hr', 'Zaklada je, kaže profesorica gimnazije Ana Perić, zatvorena.')).toEqual([]);
  expect(bodies('sr', 'SUVODOL – Meštani su protestovali.')).toEqual([]);
}); // biome-ignore format: one line reads better

test('A double surname alone is whoever bears it in full', () => {
  expect(names('en', 'Edward Llewellyn-Hughes, a senior fellow, spoke on Monday. Llewellyn-Hughes added that talks go on.')).toEqual(['Edward Llewellyn-Hughes']);
}); // biome-ignore format: one line reads better

test('Rivers, seas and mountains are nobody, and those that lie in several countries speak for none', () => {
  expect(people('sr', 'Дунав расте, а Дрина је мирна, јавља хидрометеоролошки завод. Дунав код Бездана прешао је границу одбране.')).toEqual([]);
  expect(people('bs', 'Na Trebeviću i Bjelašnici pada snijeg. Trebević je zatvoren za vozila.')).toEqual([]);
  expect(people('ro', 'Barjele așteaptă pe Dunăre. Dunărea scade, spun pescarii.')).toEqual([]);
  expect(people('tr', "Karadeniz'de fırtına bekleniyor. Karadeniz'e açılan tekneler uyarıldı.")).toEqual([]);
  const found = annotate({ headline: 'Nivoul Dunării crește', summary: null, body: 'Dunărea crește de luni.' }, { language: 'ro' });
  expect(found.countries).toEqual([]);
}); // biome-ignore format: one line reads better

test('An Albanian or Turkish woman’s surname has its cases, a Slavic one that ends in a consonant has none', () => {
  expect(names('sq', 'Opozita kërkon largimin e Ballukut. Ministrja Belinda Balluku nuk u përgjigj.')).toEqual(['Belinda Balluku']);
  const [ana] = annotate({ headline: '', summary: null, body: 'Govorila je Ana Brnabić. Potom je stigao odgovor Brnabića.' }, { language: 'sr' }).actors;
  expect(ana!.evidence.map((span) => span.text)).toEqual(['Ana Brnabić']);
}); // biome-ignore format: one line reads better
