import type { Group } from '../forms/language-group.ts';
import { fold } from '../text/fold.ts';

const sets = (sources: Partial<Record<Group, string>>): Partial<Record<Group, ReadonlySet<string>>> =>
  Object.fromEntries(
    Object.entries(sources).map(([group, text]) => [group, new Set(text.trim().split(/\s+/).map(fold))]),
  );

/** Nouns, in lower case, whose name follows them and is no person's: film X, ulica X, orașul X. Base forms; Romanian also with the article. */
export const thingsBefore = sets({
  bcs: `film serija emisija album pesma pjesma singl spot roman knjiga predstava drama opera balet komedija igrica igra model telefon uređaj aplikacija program softver sustav sistem sajt stranica automobil brod
    satelit raketa avion ulica trg bulevar most dvorana stadion hala arena grad selo naselje opština općina županija planina reka rijeka jezero ostrvo otok plaža tvrđava dvorac hotel restoran kafić festival turnir natjecanje nagrada memorijal park
    takmičenje kup liga projekt projekat operacija oluja uragan ciklon marka brend virus sorta vrsta rod crkva kapela katedrala bazilika samostan manastir svetište kompleks vrelo uvala zaljev zaliv aerodrom kop rudnik kamp zaselak kvart četvrt brdo potok pećina špilja izvor čvor petlja prijelaz prelaz tunel brana dionica vrh kanjon dolina rt`,
  sl: `film serija oddaja album pesem roman knjiga predstava drama opera igra model telefon aplikacija program sistem spletna avtomobil ladja satelit raketa letalo ulica trg most dvorana stadion mesto vas občina gora reka jezero otok
    grad hotel festival nagrada turnir projekt operacija znamka virus`,
  mk: `филм серија емисија албум песна роман книга претстава драма опера игра модел телефон апликација програма систем брод сателит ракета улица плоштад булевар мост сала стадион град село општина планина река езеро остров тврдина
    хотел фестивал награда турнир проект операција`,
  bg: `филм сериал предаване албум песен роман книга спектакъл драма опера игра модел телефон приложение програма система кораб сателит ракета улица площад булевард мост зала стадион град село община планина река езеро остров крепост
    хотел фестивал награда турнир проект операция`,
  el: `ταινία σειρά εκπομπή άλμπουμ τραγούδι μυθιστόρημα βιβλίο παράσταση όπερα παιχνίδι μοντέλο πλοίο δορυφόρος οδός πλατεία λεωφόρος γέφυρα στάδιο πόλη χωριό δήμος βουνό ποταμός λίμνη νησί φρούριο ξενοδοχείο φεστιβάλ βραβείο`,
  sq: `filmi seriali emisioni albumi kënga romani libri shfaqja drama opera loja modeli telefoni aplikacioni programi sistemi anija sateliti raketa rruga sheshi bulevardi ura salla stadiumi qyteti fshati komuna mali lumi liqeni ishulli
    kalaja hoteli festivali çmimi turneu projekti operacioni`,
  ro: `film filmul filmului serial serialul emisiunea album albumul abumul piesa piesei melodia single-ul cântecul romanul cartea spectacolul drama opera opereta baletul jocul modelul telefonul aplicația programul sistemul vasul nava crucișătorul
    distrugătorul submarinul satelitul racheta avionul strada străzii str bulevardul bulevardului bd calea piața pieței podul sala stadionul arena orașul orașului satul satului comuna comunei municipiul municipiului județul județului
    raionul regiunea provincia provinciei muntele munții valea râul râului lacul lacului insula insulei castelul castelului palatul palatului bazilica bazilicii capela moscheea moscheii biserica bisericii grădina grădinii grădinița maternitatea maternității editura șampania vinul masivul masivului ținutul ținutului districtul districtului distanța golful peninsula cetatea cetății catedrala mănăstirea hotelul restaurantul piscina festivalul premiul premiului trofeul turneul
    concursul proiectul operațiunea uraganul ciclonul marca mărcile brandul virusul specia genul lămpile gara gării tribul triburile localitatea localității parcul parcului cartierul cartierului`,
});

/** Those of them that are called after people, whose whole name follows: ulica X, nagrada X. Base forms. */
export const namesakes: ReadonlySet<string> = new Set(
  `ulica trg bulevar most dvorana stadion hala arena park turnir natjecanje takmičenje nagrada memorijal улица плоштад площад булевар награда турнир сала зала стадион οδός πλατεία λεωφόρος rruga sheshi bulevardi çmimi
  strada străzii bulevardul bulevardului piața pieței stadionul premiul premiului trofeul concursul parcul parcului`
    .split(/\s+/)
    .map(fold),
);

/** Those that are called after people in the genitive too: ulica Ane Perić. */
export const streets: ReadonlySet<string> = new Set(
  'ulica trg bulevar most park cesta obala aleja avenija улица плоштад площад булевар οδός πλατεία λεωφόρος'
    .split(' ')
    .map(fold),
);

/** Turkish nouns that stand after the name of a thing (X filmi, X Gölü) and take it from a person. */
export const thingsAfter: ReadonlySet<string> = new Set(
  `filmi dizisi albümü şarkısı romanı kitabı oyunu klibi sokağı caddesi meydanı köprüsü stadyumu stadı arenası sarayı katedrali bazilikası camii
  camisi kalesi savaşı muharebesi antlaşması anlaşması ödülü ödülleri kupası ligi şampiyonası turnuvası festivali olimpiyatları sınıfı testi denklemi
  teoremi kanunu hastalığı sendromu virüsü dili dilleri lehçesi alfabesi türkçesi modeli serisi programı projesi operasyonu harekâtı harekatı devrimi
  hareketi rejimi darbesi hanedanı hanedanlığı imparatorluğu krallığı dönemi kültürü uygarlığı tarihi lahdi müzesi oteli havalimanı istasyonu garı
  metrosu kulesi parkı bahçesi tapınağı kilisesi manastırı hamamı türbesi çarşısı hanı sözcüğü kelimesi kavramı terimi bandı asidi tuzu markası
  tiyatrosu konferansı kategorisi direnişi cephesi alanı incisi kasidesi`
    .split(/\s+/)
    .map(fold),
);

/** Turkish nouns that stand after the name of a place, where no person's name does. */
export const placesAfter: ReadonlySet<string> = new Set(
  `adası adaları dağı dağları gölü nehri ırmağı denizi okyanusu vadisi ovası körfezi şehri kenti kasabası köyü
  mahallesi ilçesi ili eyaleti bölgesi kazası sancağı rayonu belediyesi yarımadası boğazı kıyısı limanı semti beldesi nahiyesi vilayeti ülkesi`
    .split(/\s+/)
    .map(fold),
);

/** Turkish nouns that stand after the name of a body: Inditex firması, Liverpool takımı. */
export const bodiesAfter: ReadonlySet<string> = new Set(
  `takımı takımları kulübü kulüpleri ekibi firması firmaları şirketi şirketleri gazetesi dergisi partisi örgütü holdingi bankası grubu ajansı kanalı televizyonu radyosu yayınevi üniversitesi forması formasıyla maçı maçında birleşmesi tarikatı`
    .split(/\s+/)
    .map(fold),
);

/** English words that make the capitals before them the name of a place, an event or a text: Danube Bridge, World Cup. No body. */
export const englishThings: ReadonlySet<string> = new Set(
  `cup championship championships tournament open olympics games festival award awards prize act bill law treaty agreement war street avenue road depot register gardens garden facility prison jail memorial monument mall plaza
  creek falls forest woods hills heights harbour harbor pump summit project square park bridge airport station river lake mountain island islands bay beach valley county state province district region stadium arena building tower
  hall castle palace house stadio reborn`.split(/\s+/),
);
