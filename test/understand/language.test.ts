import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/understand/language.ts';

const lines: Record<string, string> = {
  sq: `Qeveria miratoi buxhetin për vitin e ardhshëm
Përmbytjet në veri kanë dëmtuar qindra shtëpi
Si ta ruani lëkurën gjatë dimrit
Mjekët e spitalit kërkojnë paga më të larta
Trajneri u largua pas humbjes së tretë radhazi
Dy të rinj u arrestuan me drogë në kufi
Çmimi i bukës rritet nga java e ardhshme
Kryebashkiaku premton rrugë të reja në fshatra
Pse po largohen infermierët nga vendi
Filmi shqiptar fiton çmimin e publikut`,
  'sr-Cyrl': `Влада усвојила буџет за следећу годину
Поплаве на северу оштетиле стотине кућа
Како да сачувате кожу током зиме
Лекари траже веће плате и боље услове
Тренер отишао после трећег узастопног пораза
Двојица младића ухапшена на граници са дрогом
Хлеб поскупљује од идуће недеље
Градоначелник обећао нове путеве у селима
Зашто медицинске сестре одлазе из земље
Домаћи филм добио награду публике`,
  'sr-Latn': `Vlada usvojila budžet za sledeću godinu
Poplave na severu oštetile stotine kuća
Kako da sačuvate kožu tokom zime, saveti lekara
Lekari traže veće plate i bolje uslove za rad u opštini
Trener otišao posle trećeg uzastopnog poraza
Dvojica mladića uhapšena na granici, saopštila policija
Hleb poskupljuje od iduće nedelje
Predsednik opštine obećao nove puteve u selima
Zašto medicinske sestre odlaze, pita se ceo svet
Voz ka severu kasnio zbog snega`,
  hr: `Sabor izglasao proračun za sljedeću godinu
Tisuće kućanstava bez struje nakon nevremena
Nogometaši uhićeni na graničnom prijelazu
Liječnici prosvjeduju zbog niskih plaća
Vlak iskočio iz tračnica, nema ozlijeđenih
Znanstvenici sa sveučilišta otkrili novu vrstu
Tvrtka zapošljava stotinu radnika tijekom siječnja
Tko će voditi županiju nakon izbora
Europska komisija odobrila novac za općine
Ministar financija dao priopćenje o mirovinama`,
  mk: `Владата го усвои буџетот за следната година
Поплавите на север оштетија стотици куќи
Како да ја сочувате кожата во зима
Лекарите бараат повисоки плати
Тренерот замина по третиот пораз по ред
Двајца млади уапсени на граница со дрога
Лебот поскапува од идната недела
Градоначалникот вети нови патишта во селата
Зошто медицинските сестри ја напуштаат земјава
Домашен филм ја освои наградата на публиката`,
  bg: `Правителството прие бюджета за следващата година
Наводнения на север повредиха стотици къщи
Как да запазите кожата си през зимата
Лекарите искат по-високи заплати
Треньорът напусна след третата поредна загуба
Двама младежи са арестувани на границата с дрога
Хлябът поскъпва от другата седмица
Кметът обеща нови пътища в селата
Защо медицинските сестри напускат страната
Български филм спечели наградата на публиката`,
  sl: `Vlada je sprejela proračun za prihodnje leto
Poplave na severu poškodovale več sto hiš
Kako ohraniti kožo pozimi
Zdravniki zahtevajo višje plače
Trener odšel po tretjem zaporednem porazu
Dva mladeniča prijeta na meji z drogo
Kruh se bo podražil prihodnji teden
Župan obljubil nove ceste na podeželju
Zakaj medicinske sestre odhajajo iz države
Domači film prejel nagrado občinstva`,
  el: `Η κυβέρνηση ενέκρινε τον προϋπολογισμό
Πλημμύρες στον βορρά, ζημιές σε σπίτια
Πώς να προστατέψετε το δέρμα σας τον χειμώνα
Αυξήσεις ζητούν οι γιατροί
Έφυγε ο προπονητής μετά την τρίτη ήττα
Δύο νεαροί συνελήφθησαν στα σύνορα
Ακριβαίνει το ψωμί
Νέους δρόμους υποσχέθηκε ο δήμαρχος
Γιατί φεύγουν οι νοσηλεύτριες
ΕΚΤΑΚΤΟ: Σεισμός 4,2 Ρίχτερ`,
  ro: `Guvernul a adoptat bugetul pentru anul viitor
Inundațiile din nord au avariat sute de case
Cum să vă protejați pielea iarna
Medicii cer salarii mai mari
Antrenorul a plecat după a treia înfrângere la rând
Doi tineri au fost prinși la graniță cu droguri
Pâinea se scumpește de săptămâna viitoare
Primarul promite drumuri noi în sate
De ce pleacă asistentele din țară
Un film românesc a câștigat premiul publicului`,
  tr: `Hükümet gelecek yılın bütçesini onayladı
Kuzeydeki seller yüzlerce eve zarar verdi
Kışın cildinizi nasıl korursunuz
Doktorlar daha yüksek maaş istiyor
Üst üste üçüncü yenilgiden sonra teknik direktör ayrıldı
Sınırda uyuşturucuyla iki genç yakalandı
Ekmeğe gelecek hafta zam geliyor
Belediye başkanı köylere yeni yol sözü verdi
Hemşireler neden ülkeyi terk ediyor
Yerli film seyirci ödülünü kazandı`,
  en: `Government adopts budget for next year
Floods in the north damage hundreds of homes
How to look after your skin in winter
Doctors demand higher wages
Coach leaves after third straight defeat
Two young men held at the border with drugs
Bread to cost more from next week
Mayor promises new roads for villages
Why nurses are leaving the country
Local film wins the audience award`,
  und: `Die Regierung hat den Haushalt für das nächste Jahr verabschiedet
Le gouvernement a adopté le budget de l'année prochaine
Il governo ha approvato il bilancio per il prossimo anno
A kormány elfogadta a jövő évi költségvetést
El gobierno aprobó el presupuesto para el próximo año
Правительство приняло бюджет на следующий год
Уряд ухвалив бюджет на наступний рік
Vláda schválila rozpočet na příští rok, uvedla mluvčí
政府通过了明年的预算
الحكومة تقر ميزانية العام المقبل`,
};

describe('detectLanguage', () => {
  for (const [language, text] of Object.entries(lines))
    for (const line of text.split('\n'))
      it(`tells ${language} in "${line}"`, () => {
        expect(detectLanguage(line)).toBe(language);
      });

  for (const line of [
    'Poslije sjednice Skupštine opštine nijesu davali izjave',
    'Śutra počinje sajam u Podgorici, saopštila opština',
    'Predśednik opštine đecu dočekao ispred škole',
    'Sjutra obilne padavine na sjeveru Crne Gore',
    'Nijesmo dobili odgovor na zahtjev, kažu mještani',
    'Vlada CG usvojila izmjene zakona, takođe i budžet za sljedeću godinu',
    'Uprava policije saopštila da su uhapšene dvije osobe u Nikšiću',
    'Opština Bar obilježila nedjelju zdravlja',
    'Ministarstvo prosvjete: Nastava sjutra u skraćenom obimu',
    'Cijene hljeba niže u opštini Pljevlja',
  ])
    it(`tells cnr of an outlet of Montenegro in "${line}"`, () => {
      expect(detectLanguage(line, { outletLanguages: ['cnr', 'sr-Latn'] })).toBe('cnr');
    });

  for (const line of [
    'Općina Tuzla najavila gradnju škole iduće sedmice',
    'Vlada Federacije BiH usvojila izvještaj o hiljadu radnih mjesta',
    'Saopćeno iz kantona: nastava počinje u januaru',
    'Historijski uspjeh košarkaša iz Sarajeva',
    'Evropska komisija odobrila sredstva, kazao ministar finansija Kantona Sarajevo',
    'Bošnjački klub napustio sjednicu, poslije rasprave',
    'Policija: uhapšene dvije osobe, pronađeno hiljadu maraka',
    'Cijene hljeba niže u općini Zenica',
    'Recept za bosansku kahvu i hurmašice iz historijskog grada',
    'Vozovi kasne zbog snijega, saopćile Željeznice Federacije',
  ])
    it(`tells bs of an outlet of Bosnia in "${line}"`, () => {
      expect(detectLanguage(line, { outletLanguages: ['bs'] })).toBe('bs');
    });

  it('lets the text speak against the outlet', () => {
    expect(
      detectLanguage('Predsednik opštine posle sednice: Hleb poskupljuje sledeće nedelje', { outletLanguages: ['hr'] }),
    ).toBe('sr-Latn');
    expect(
      detectLanguage('Floods in the north damage hundreds of homes', { outletLanguages: ['sq'], language: 'sq' }),
    ).toBe('en');
    expect(detectLanguage('Qeveria miratoi buxhetin për vitin e ardhshëm', { outletLanguages: ['mk', 'sq'] })).toBe(
      'sq',
    );
  });

  it('lets the outlet decide where the text could be any of its neighbours', () => {
    const line = 'Policija traga za vozačem';
    for (const language of ['sr-Latn', 'bs', 'hr', 'cnr'])
      expect(detectLanguage(line, { outletLanguages: [language] })).toBe(language);
  });

  it('reads text without marks on its letters', () => {
    expect(detectLanguage('Predsednik vlade porucio da ce cene struje ostati iste sledece godine')).toBe('sr-Latn');
    expect(detectLanguage('Tisuce ljudi na prosvjedu, tko ce snositi odgovornost')).toBe('hr');
    expect(detectLanguage('Guvernul a anuntat ca preturile vor creste si anul acesta')).toBe('ro');
    expect(detectLanguage('Kryeministri tha se cmimet do te rriten gjate dimrit')).toBe('sq');
    expect(detectLanguage('Cumhurbaskani yarin Ankara icin yola cikacak, aciklama yapildi')).toBe('tr');
  });

  it('reads Cyrillic with Latin look-alikes in it', () => {
    // "а", "о", "е" and "ј" are Latin letters here.
    expect(detectLanguage('Влaдa усвojилa буџeт зa слeдeћу гoдину')).toBe('sr-Cyrl');
    expect(detectLanguage('Прaвителствoтo прие бюджетa зa следвaщaтa гoдинa')).toBe('bg');
  });

  it('keeps the main script where foreign names stand in another', () => {
    expect(detectLanguage('Новият iPhone 17 Pro Max и Samsung Galaxy: кой е по-добър')).toBe('bg');
    expect(detectLanguage('Το νέο Playstation της Sony ήρθε')).toBe('el');
  });

  it('composes letters written as a letter and a mark', () => {
    expect(detectLanguage('Правителството прие новия закон'.normalize('NFD'))).toBe('bg');
    expect(detectLanguage('Šta kažu građani o poskupljenju sledeće nedelje'.normalize('NFD'))).toBe('sr-Latn');
  });

  it('gives the named language, or und, where there are no words', () => {
    expect(detectLanguage('')).toBe('und');
    expect(detectLanguage('12:30 … 4–2', { language: 'mk' })).toBe('mk');
  });

  it('keeps its statistics small', () => {
    const file = new URL('../../sources/languages/statistics.json', import.meta.url);
    expect(readFileSync(file).length).toBeLessThan(1.5e6);
  });
});
