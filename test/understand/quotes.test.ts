import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/catalog/knowledge.ts';
import type { ActorMention } from '../../src/understand/context.ts';
import { createQuoteFinder } from '../../src/understand/quotes.ts';
import { fold } from '../../src/understand/text/fold.ts';
import { tokenize } from '../../src/understand/text/tokenize.ts';

const roles = [
  {
    role: 'minister',
    words: {
      sr: { m: ['министар'], f: ['министарка'] }, hr: { m: ['ministar'], f: ['ministrica'] }, mk: { m: ['министер'], f: ['министерка'] },
      bg: { m: ['министър'], f: ['министърка'] }, sq: { m: ['ministër', 'ministri'], f: ['ministre', 'ministrja'] }, el: { m: ['υπουργός'], f: ['υπουργός'] },
      ro: { m: ['ministru'], f: ['ministră'] }, tr: { m: ['bakan'], f: ['bakan'] }, sl: { m: ['minister'], f: ['ministrica'] }, en: { m: ['minister'], f: ['minister'] },
    },
  },
]; // biome-ignore format: a table
const find = createQuoteFinder({ roles, actor: () => undefined } as unknown as Knowledge);

/** People of the sentences below; a woman's name is marked. Only the surname may stand. */
const people: Record<string, [name: string, gender: 'm' | 'f'][]> = {
  sq: [['Arben Lleshi', 'm'], ['Mira Gjoka', 'f']],
  'sr-Cyrl': [['Милош Радаковић', 'm'], ['Јована Тешић', 'f']],
  'sr-Latn': [['Miloš Radaković', 'm'], ['Jovana Tešić', 'f']],
  bs: [['Emir Hasković', 'm'], ['Amra Delić', 'f']],
  hr: [['Ivan Brešan', 'm'], ['Ana Kovačec', 'f']],
  cnr: [['Vuk Dabović', 'm'], ['Milena Kažić', 'f']],
  mk: [['Горан Темелков', 'm'], ['Елена Спасовска', 'f']],
  bg: [['Иван Караджов', 'm'], ['Мария Желева', 'f']],
  sl: [['Matej Oblak', 'm'], ['Nina Zupanc', 'f']],
  el: [['Νίκος Βαρδάκης', 'm'], ['Μαρία Λιάπη', 'f']],
  ro: [['Andrei Cernat', 'm'], ['Ioana Pletea', 'f']],
  tr: [['Kemal Aksoy', 'm'], ['Zeynep Tuna', 'f']],
  en: [['Paul Marlow', 'm'], ['Helen Archer', 'f']],
}; // biome-ignore format: a table

function quotes(language: string, body: string, headline = '') {
  const document = { language, setting: {}, ...tokenize({ headline, summary: null, body }) };
  const mentions: ActorMention[] = [];
  for (const [name, gender] of people[language]!) {
    const parts = name.split(' ').map(fold);
    document.tokens.forEach((token, index) => {
      const surname =
        token.folded === parts[1] ||
        (token.folded.startsWith(parts[1]!.slice(0, -1)) && token.folded.length <= parts[1]!.length + 3);
      if (!surname) return;
      const first = document.tokens[index - 1]?.folded === parts[0] ? index - 1 : index;
      const { field, end } = token;
      const { start } = document.tokens[first]!;
      mentions.push({
        slug: parts.join('-'),
        kind: 'PERSON',
        name,
        gender,
        curated: false,
        by: 'name',
        field,
        start,
        end,
        first,
        last: index + 1,
      });
    });
  }
  mentions.sort((a, b) => a.first - b.first);
  return find(document, { mentions, countries: [] });
}

/** Body; then for each quotation "words | last word of the speaker's name as the article has it, or - for nobody". */
const cases: Record<string, [body: string, ...said: string[]][]> = {
  sq: [
    ['„Rruga do të hapet para dimrit“, tha Arben Lleshi në Vlorë.', 'Rruga do të hapet para dimrit | Lleshi'],
    ['“Nuk kemi më kohë për të pritur”, deklaroi Mira Gjoka.', 'Nuk kemi më kohë për të pritur | Gjoka'],
    ['«Shkolla ka nevojë për mësues», theksoi Lleshi.', 'Shkolla ka nevojë për mësues | Lleshi'],
    ['Lleshi tha: «Do të punojmë edhe natën».', 'Do të punojmë edhe natën | Lleshi'],
    ['Mira Gjoka vizitoi shkollën. “Fëmijët kanë ftohtë”, shtoi ajo.', 'Fëmijët kanë ftohtë | ajo'],
    ['– Bora nuk na ndal, tha Lleshi.', 'Bora nuk na ndal | Lleshi'],
    ['Stadiumi „Guri i Zi“ u mbyll dje për riparime.'],
    ['Sipas Arben Lleshit, ujësjellësi „do të përfundojë këtë vit pa asnjë vonesë“.', 'do të përfundojë këtë vit pa asnjë vonesë | Lleshi'],
    ['“Nesër nisemi”, tha Gjoka, “dhe kthehemi të premten”.', 'Nesër nisemi | Gjoka', 'dhe kthehemi të premten | Gjoka'],
    ['Filmi “Hëna” u shfaq mbrëmë.'],
  ],
  'sr-Cyrl': [
    ['„Пут ће бити отворен пре зиме“, рекао је Милош Радаковић у Нишу.', 'Пут ће бити отворен пре зиме | Радаковић'],
    ['„Немамо више времена за чекање“, изјавила је Јована Тешић.', 'Немамо више времена за чекање | Тешић'],
    ['Радаковић је рекао: „Радићемо и ноћу.“', 'Радићемо и ноћу. | Радаковић'],
    ['Јована Тешић посетила је школу. „Деци је хладно“, додала је она.', 'Деци је хладно | она'],
    ['Радаковић је разговарао са Јованом Тешић. „Договор је близу“, додао је.', 'Договор је близу | Радаковић'],
    ['– Снег нас не зауставља, каже Тешић.', 'Снег нас не зауставља | Тешић'],
    ['Фабрика „Јадран“ биће затворена.'],
    ['„Сутра крећемо“, рекла је Тешић, „а враћамо се у петак“.', 'Сутра крећемо | Тешић', 'а враћамо се у петак | Тешић'],
    ['Према речима Милоша Радаковића, посао ће бити „завршен без иједног дана закашњења“.', 'завршен без иједног дана закашњења | Радаковић'],
    ['„Вода је чиста", тврди Радаковић.', 'Вода је чиста | Радаковић'],
  ],
  'sr-Latn': [
    ['„Put će biti otvoren pre zime“, rekao je Miloš Radaković.', 'Put će biti otvoren pre zime | Radaković'],
    ['"Nemamo više vremena za čekanje", izjavila je Jovana Tešić.', 'Nemamo više vremena za čekanje | Tešić'],
    ['Tešić je poručila: „Radićemo i noću.“', 'Radićemo i noću. | Tešić'],
    ['Miloš Radaković obišao je školu. „Deci je hladno“, dodao je.', 'Deci je hladno | Radaković'],
    ['Njegovu „pobedu“ niko nije video.'],
    ['Predstava „Gorski lanac“ igra se večeras.'],
    ['– Sneg nas ne zaustavlja – kaže Radaković. – Idemo dalje.', 'Sneg nas ne zaustavlja | Radaković', 'Idemo dalje. | Radaković'],
    ['Radaković je, kako je rekla Jovana Tešić, „jedini koji je ostao do kraja smene“.', 'jedini koji je ostao do kraja smene | Tešić'],
    ['„Sve je spremno za početak sezone“, skroman je Radaković.', 'Sve je spremno za početak sezone | Radaković'],
    ['„Čekali smo vest o „Koloseku“ cele noći“, rekla je Tešić.', 'Čekali smo vest o „Koloseku“ cele noći | Tešić'],
  ],
  bs: [
    ['“Put će biti otvoren prije zime”, kazao je Emir Hasković.', 'Put će biti otvoren prije zime | Hasković'],
    ['"Nemamo više vremena za čekanje", izjavila je Amra Delić.', 'Nemamo više vremena za čekanje | Delić'],
    ['„Cijene neće rasti“, naveo je Hasković za naš portal.', 'Cijene neće rasti | Hasković'],
    ['Delić je upozorila: “Led je tanak i opasan.”', 'Led je tanak i opasan. | Delić'],
    ['Amra Delić je obišla školu. “Djeci je hladno”, dodala je.', 'Djeci je hladno | Delić'],
    ['– Snijeg nas ne zaustavlja, kaže Hasković.', 'Snijeg nas ne zaustavlja | Hasković'],
    ['Udruženje “Ruka ruci” organizuje večeru.'],
    ['“Sutra krećemo”, kazala je Delić, “a vraćamo se u petak”.', 'Sutra krećemo | Delić', 'a vraćamo se u petak | Delić'],
    ['Tako izgleda “reforma” u praksi.'],
    ['“Prvi dan smo čekali vodu.\n\n“Drugi dan smo čekali struju”, ispričao je Hasković.', 'Prvi dan smo čekali vodu. | Hasković', 'Drugi dan smo čekali struju | Hasković'],
  ],
  hr: [
    ['»Cesta će biti otvorena prije zime«, rekao je Ivan Brešan.', 'Cesta će biti otvorena prije zime | Brešan'],
    ['„Nemamo više vremena za čekanje”, izjavila je Ana Kovačec.', 'Nemamo više vremena za čekanje | Kovačec'],
    ['"Cijene neće rasti", ustvrdio je Brešan.', 'Cijene neće rasti | Brešan'],
    ['Kovačec je poručila: »Radit ćemo i noću.«', 'Radit ćemo i noću. | Kovačec'],
    ['Ana Kovačec obišla je školu. »Djeci je hladno«, dodala je.', 'Djeci je hladno | Kovačec'],
    ['Ministrica Ana Kovačec razgovarala je s Ivanom Brešanom. »Dogovor je blizu«, rekla je ministrica.', 'Dogovor je blizu | ministrica'],
    ['Predstava »Dundo« igra u petak.'],
    ['»Sutra krećemo«, rekao je Brešan, »a vraćamo se u petak«.', 'Sutra krećemo | Brešan', 'a vraćamo se u petak | Brešan'],
    ['Tvrtka „Jadranski val” zapošljava.'],
    ['– Snijeg nas ne zaustavlja, kaže Brešan.', 'Snijeg nas ne zaustavlja | Brešan'],
  ],
  cnr: [
    ['„Put će biti otvoren prije zime“, rekao je Vuk Dabović.', 'Put će biti otvoren prije zime | Dabović'],
    ['„Nemamo više vremena“, kazala je Milena Kažić u Nikšiću.', 'Nemamo više vremena | Kažić'],
    ['"Cijene neće rasti", naglasio je Dabović.', 'Cijene neće rasti | Dabović'],
    ['Kažić je poručila: „Radićemo i noću.“', 'Radićemo i noću. | Kažić'],
    ['Milena Kažić obišla je školu. „Đeci je hladno“, dodala je ona.', 'Đeci je hladno | ona'],
    ['– Snijeg nas ne zaustavlja, kaže Dabović.', 'Snijeg nas ne zaustavlja | Dabović'],
    ['Udruženje „Naša voda“ traži pomoć.'],
    ['„Sjutra krećemo“, rekla je Kažić, „a vraćamo se u petak“.', 'Sjutra krećemo | Kažić', 'a vraćamo se u petak | Kažić'],
    ['Oni to zovu „razvoj“.'],
    ['„Ne pamtim ovoliku vodu, a pamtim svašta“, prisjeća se Dabović.', 'Ne pamtim ovoliku vodu, a pamtim svašta | Dabović'],
  ],
  mk: [
    ['„Патот ќе се отвори пред зима“, рече Горан Темелков.', 'Патот ќе се отвори пред зима | Темелков'],
    ['“Немаме повеќе време за чекање”, изјави Елена Спасовска.', 'Немаме повеќе време за чекање | Спасовска'],
    ['– Цените нема да растат, истакна Темелков.', 'Цените нема да растат | Темелков'],
    ['– Цените нема да растат – вели Темелков. – Ветуваме.', 'Цените нема да растат | Темелков', 'Ветуваме. | Темелков'],
    ['Спасовска порача: „Ќе работиме и ноќе.“', 'Ќе работиме и ноќе. | Спасовска'],
    ['Елена Спасовска го посети училиштето. „На децата им е студено“, додаде таа.', 'На децата им е студено | таа'],
    ['Фабриката „Југ“ ќе се затвори.'],
    ['– Кога ќе падне снег, остануваме сами, се смее Спасовска.', 'Кога ќе падне снег, остануваме сами | Спасовска'],
    ['Според Темелков, работата ќе биде „завршена без ниту еден ден доцнење“.', 'завршена без ниту еден ден доцнење | Темелков'],
    ['БИТОЛА – Патот е отворен за сите возила.'],
  ],
  bg: [
    ['„Пътят ще бъде отворен преди зимата“, каза Иван Караджов.', 'Пътят ще бъде отворен преди зимата | Караджов'],
    ['"Нямаме повече време за чакане", заяви Мария Желева.', 'Нямаме повече време за чакане | Желева'],
    ['– Цените няма да растат – увери Караджов. – Обещаваме.', 'Цените няма да растат | Караджов', 'Обещаваме. | Караджов'],
    ['Желева посочи: „Ще работим и нощем.“', 'Ще работим и нощем. | Желева'],
    ['Мария Желева посети училището. „На децата им е студено“, допълни тя.', 'На децата им е студено | тя'],
    ['Заводът „Марица“ ще бъде затворен.'],
    ['По думите му „кризата“ е измислена.'],
    ['„Утре тръгваме – каза Желева, – и се връщаме в петък.“', 'Утре тръгваме – каза Желева, – и се връщаме в петък. | Желева'],
    ['Според Караджов работата ще бъде „завършена без нито един ден закъснение“.', 'завършена без нито един ден закъснение | Караджов'],
    ['„Никой не ни попита“, казаха пред БТА жители на селото.', 'Никой не ни попита | жители'],
  ],
  sl: [
    ['»Cesta bo odprta pred zimo,« je dejal Matej Oblak.', 'Cesta bo odprta pred zimo | Oblak'],
    ['„Nimamo več časa za čakanje,“ je poudarila Nina Zupanc.', 'Nimamo več časa za čakanje | Zupanc'],
    ['"Cene ne bodo rasle," je zagotovil Oblak.', 'Cene ne bodo rasle | Oblak'],
    ['Zupanc je povedala: »Delali bomo tudi ponoči.«', 'Delali bomo tudi ponoči. | Zupanc'],
    ['Nina Zupanc je obiskala šolo. »Otroke zebe,« je dodala.', 'Otroke zebe | Zupanc'],
    ['»Danes vidimo vrata,« je bil slikovit Oblak.', 'Danes vidimo vrata | Oblak'],
    ['Predstava »Lepa Vida« bo v petek.'],
    ['»Jutri odidemo,« je dejal Oblak, »in se vrnemo v petek.«', 'Jutri odidemo | Oblak', 'in se vrnemo v petek. | Oblak'],
    ['Temu pravijo »napredek«.'],
    ['»Kaj pa zdaj?« je vprašala Zupanc.', 'Kaj pa zdaj? | Zupanc'],
  ],
  el: [
    ['«Ο δρόμος θα ανοίξει πριν τον χειμώνα», δήλωσε ο Νίκος Βαρδάκης.', 'Ο δρόμος θα ανοίξει πριν τον χειμώνα | Βαρδάκης'],
    ['«Δεν έχουμε άλλο χρόνο», τόνισε η Μαρία Λιάπη.', 'Δεν έχουμε άλλο χρόνο | Λιάπη'],
    ['“Οι τιμές δεν θα αυξηθούν”, είπε ο Βαρδάκης.', 'Οι τιμές δεν θα αυξηθούν | Βαρδάκης'],
    ['Η Λιάπη ανέφερε: «Θα δουλέψουμε και τη νύχτα».', 'Θα δουλέψουμε και τη νύχτα | Λιάπη'],
    ['Η Μαρία Λιάπη επισκέφθηκε το σχολείο. «Τα παιδιά κρυώνουν», πρόσθεσε η ίδια.', 'Τα παιδιά κρυώνουν | ίδια'],
    ['– Το χιόνι δεν μας σταματά, λέει ο Βαρδάκης.', 'Το χιόνι δεν μας σταματά | Βαρδάκης'],
    ['Η εταιρεία «Αιγαίο» κλείνει.'],
    ['Το θέατρο «Μικρή Σκηνή» ανοίγει απόψε.'],
    ['Ο Βαρδάκης είπε ότι το έργο «θα τελειώσει χωρίς ούτε μία μέρα καθυστέρηση».', 'θα τελειώσει χωρίς ούτε μία μέρα καθυστέρηση | Βαρδάκης'],
    ['«Αύριο φεύγουμε», είπε η Λιάπη, «και γυρίζουμε την Παρασκευή».', 'Αύριο φεύγουμε | Λιάπη', 'και γυρίζουμε την Παρασκευή | Λιάπη'],
  ],
  ro: [
    ['„Drumul va fi deschis înainte de iarnă”, a declarat Andrei Cernat.', 'Drumul va fi deschis înainte de iarnă | Cernat'],
    ['"Nu mai avem timp de așteptat", a spus Ioana Pletea.', 'Nu mai avem timp de așteptat | Pletea'],
    ['„Prețurile nu vor crește”, susține Cernat.', 'Prețurile nu vor crește | Cernat'],
    ['Pletea a precizat: „Vom lucra și noaptea.”', 'Vom lucra și noaptea. | Pletea'],
    ['Ioana Pletea a vizitat școala. „Copiilor le este frig”, a adăugat ea.', 'Copiilor le este frig | ea'],
    ['– Zăpada nu ne oprește, spune Cernat.', 'Zăpada nu ne oprește | Cernat'],
    ['Uzina „Progresul” va fi închisă.'],
    ['«Mâine plecăm», a spus Cernat, «și ne întoarcem vineri».', 'Mâine plecăm | Cernat', 'și ne întoarcem vineri | Cernat'],
    ['Potrivit lui Andrei Cernat, lucrarea va fi „terminată fără nicio zi de întârziere”.', 'terminată fără nicio zi de întârziere | Cernat'],
    ['Așa arată „reforma” lor.'],
  ],
  tr: [
    ['“Yol kıştan önce açılacak” dedi Kemal Aksoy.', 'Yol kıştan önce açılacak | Aksoy'],
    ['Kemal Aksoy, “Beklemeye vaktimiz kalmadı” dedi.', 'Beklemeye vaktimiz kalmadı | Aksoy'],
    ['"Fiyatlar artmayacak" diyen Zeynep Tuna, tarih vermedi.', 'Fiyatlar artmayacak | Tuna'],
    ['Tuna, “Geceleri de çalışacağız” ifadesini kullandı.', 'Geceleri de çalışacağız | Tuna'],
    ['Zeynep Tuna okulu ziyaret etti. “Çocuklar üşüyor” diye konuştu.', 'Çocuklar üşüyor | Tuna'],
    ['Aksoy şunları söyledi: “Kar bizi durduramaz.”', 'Kar bizi durduramaz. | Aksoy'],
    ['“Deniz Yıldızı” adlı oyun bu akşam sahnelenecek.'],
    ['Aksoy, “Yarın çıkıyoruz” dedi. “Cuma günü döneceğiz” diye ekledi.', 'Yarın çıkıyoruz | Aksoy', 'Cuma günü döneceğiz | Aksoy'],
    ['Buna “reform” deniyor.'],
    ['‘Su tertemiz’ diyen Aksoy, raporu gösterdi.', 'Su tertemiz | Aksoy'],
  ],
  en: [
    ['“The road will open before winter,” said Paul Marlow.', 'The road will open before winter | Marlow'],
    ['"We have no more time to wait," Helen Archer told reporters.', 'We have no more time to wait | Archer'],
    ['‘Prices won’t rise this year,’ Marlow said.', 'Prices won’t rise this year | Marlow'],
    ['Archer added: “We will work at night too.”', 'We will work at night too. | Archer'],
    ['Helen Archer visited the school with Paul Marlow. “The children are cold,” she said.', 'The children are cold | she'],
    ['“We leave tomorrow,” Marlow said, “and come back on Friday.”', 'We leave tomorrow | Marlow', 'and come back on Friday. | Marlow'],
    ['The so-called “reform” failed.'],
    ['The play “Lost Harbour” opens tonight.'],
    ['Marlow, of the institute in Leeds, said the bridge was “as safe as it has ever been”.', 'as safe as it has ever been | Marlow'],
    ['“The first day we waited for water.\n\n“The second day we waited for power,” Archer recalled.', 'The first day we waited for water. | Archer', 'The second day we waited for power | Archer'],
    ['Marlow said: \'The house is old and cold.\n\nWe shall sell it soon.\'', 'The house is old and cold. | Marlow', 'We shall sell it soon. | Marlow'],
    ['“It was dark," Marlow said.', 'It was dark | Marlow'],
    ['“Nobody asked us anything,” a source said.', 'Nobody asked us anything | -'],
  ],
}; // biome-ignore format: a table

const surname = (name: string | null) => name?.split(' ').at(-1) ?? '-';

describe('createQuoteFinder', () => {
  for (const [language, list] of Object.entries(cases))
    for (const [body, ...said] of list)
      it(`finds ${said.length === 0 ? 'nothing said' : 'who says what'} (${language}) in ${body}`, () => {
        const found = quotes(language, body);
        expect(found.map((quote) => `${quote.text} | ${surname(quote.speakerName)}`)).toEqual(said);
        for (const { span, text } of found) {
          expect(span.text).toBe(text);
          expect(body.slice(span.start, span.end)).toBe(text);
        }
      });

  it('links the speaker, a pronoun to the last person of its gender', () => {
    expect(
      quotes('en', 'Helen Archer visited the school with Paul Marlow. “The children are cold,” she said.')[0]?.speaker,
    ).toBe('helen-archer');
    expect(
      quotes(
        'hr',
        'Ministrica Ana Kovačec razgovarala je s Ivanom Brešanom. »Dogovor je blizu«, rekla je ministrica.',
      )[0]?.speaker,
    ).toBe('ana-kovacec');
    expect(quotes('en', '“Nobody asked us anything,” a source said.')[0]?.speaker).toBeNull();
  });

  it('ends words whose closing mark is missing with their paragraph', () => {
    const body = 'Archer said: “We will never sell this house to anybody.\n\nThe house is old.';
    expect(quotes('en', body).map((quote) => quote.text)).toEqual(['We will never sell this house to anybody.']);
  });

  it('finds the words of a headline', () => {
    expect(quotes('sr-Latn', '', 'Radaković: „Idemo dalje, bez straha“')).toMatchObject([
      { text: 'Idemo dalje, bez straha', speaker: 'milos-radakovic', span: { field: 'HEADLINE' } },
    ]);
  });

  it('throws at nothing that is made of marks', () => {
    for (const odd of [
      '"',
      '„“',
      '« » «',
      '“““',
      "' ' '",
      '–',
      '– ',
      '" " "',
      '„a “b” c',
      '”x“',
      "'tis the 'season'",
      '5" pipe',
    ])
      expect(() => quotes('en', odd)).not.toThrow();
  });
});
