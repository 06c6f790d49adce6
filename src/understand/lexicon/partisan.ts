import type { Group } from '../forms/language-group.ts';
import { fold } from '../text/fold.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).map(fold));

const bcs = `senator senatorka kongresmen kongresmenka zastupnik zastupnica poslanik poslanica predstavnik predstavnica guverner guvernerka kandidat kandidatkinja kandidatura
  birač glasač glas izbornik lider liderka vođa prvak čelnik funkcioner zvaničnik dužnosnik većina manjina predizbori konvencija kampanja administracija pristalica pobornik simpatizer aktivist aktivista
  donator strateg savetnik savjetnik protivnik rival suparnik kolega klub blok tabor krilo vrh rukovodstvo vodstvo baza nominacija odbor delegat gradonačelnik ministar izlaznost lista vlast stranka partija elita koalicija konferencija kongres odbornik`;

/**
 * Nouns that a party's adjective stands beside where it means the party: republikanski senator, Democratic nominee. Without one,
 * "democratic" is what a state may be. Base forms.
 */
export const partisanNouns: Record<Group, ReadonlySet<string>> = {
  bcs: set(bcs),
  sl: set(`senator senatorka kongresnik kongresnica poslanec poslanka predstavnik predstavnica guverner guvernerka kandidat kandidatka kandidatura volivec volivka volilec glas vodja prvak voditelj funkcionar večina manjšina
    predizbor konvencija kampanja administracija privrženec podpornik simpatizer aktivist donator strateg svetovalec nasprotnik tekmec kolega klub blok tabor krilo vrh vodstvo baza nominacija odbor delegat župan minister udeležba lista oblast stranka
    elita koalicija volitve konferenca kongres svetnik`),
  mk: set(`сенатор сенаторка конгресмен конгресменка пратеник пратеничка претставник претставничка гувернер кандидат кандидатка кандидатура гласач избирач глас лидер лидерка водач првак функционер мнозинство малцинство конвенција кампања
    администрација поддржувач симпатизер активист донатор стратег советник противник ривал колега клуб блок табор крило врв раководство база номинација комитет делегат градоначалник министер излезност листа власт партија елита коалиција име конференција конгрес советник`),
  bg: set(`сенатор сенаторка конгресмен конгресменка депутат депутатка представител представителка губернатор кандидат кандидатка кандидатура гласоподавател избирател глас гласове лидер лидерка водач функционер мнозинство малцинство
    конвенция конвент кампания администрация поддръжник симпатизант активист донор стратег съветник противник съперник колега клуб блок лагер крило връх ръководство база номинация комитет делегат кмет министър активност листа власт партия елит
    коалиция конференция конгрес съветник`),
  el: set(`γερουσιαστής γερουσιαστές βουλευτής βουλευτές κυβερνήτης υποψήφιος υποψήφιοι υποψηφιότητα ψηφοφόρος ψηφοφόροι ψήφος ψήφοι ηγέτης ηγέτες ηγεσία πλειοψηφία μειοψηφία συνέδριο εκστρατεία κυβέρνηση υποστηρικτής υποστηρικτές στέλεχος
    στελέχη σύμβουλος αντίπαλος παράταξη κόμμα μέλος μέλη αντιπρόσωπος αντιπρόσωποι δήμαρχος υπουργός βάση χρίσμα προεκλογική`),
  sq: set(`senator senatori senatorë senatorët senatore deputet deputeti deputetët kongresmen kongresmeni kongresmenët guvernator guvernatori kandidat kandidati kandidatët kandidate kandidatja votues votuesit votat zgjedhës lider lideri liderët
    drejtues kreu shumica pakica konventa fushata administrata mbështetës mbështetësit aktivist këshilltar kundërshtar rival koleg grupi krahu udhëheqja baza nominimi komiteti delegat kryetar ministër pjesëmarrja lista partia elita koalicioni
    përfaqësues përfaqësuesi ligjvënës ligjvënësit`),
  ro: set(`senator senatorul senatori senatorii senatoare senatoarea deputat deputatul deputați deputații deputata congresman congresmanul congresmeni guvernator guvernatorul guvernatori candidat candidatul candidați candidații candidata candidatura
    alegător alegători alegătorii votant votanți votanții vot voturi voturile lider liderul lideri liderii majoritatea majoritate minoritatea convenția campania administrația susținător susținători susținătorii activist strateg consilier
    consilieri adversar adversari rival rivali coleg colegi grupul blocul tabăra aripa conducerea baza nominalizarea comitetul delegat primar primarul primari primarii ministru ministrul miniștri miniștrii prezența prezenței lista partid partidul
    reprezentant reprezentantul reprezentanți reprezentanții legislator parlamentar parlamentari parlamentarii parlamentarul`),
  tr: set(`senatör senatörü senatörler vali valisi milletvekili milletvekilleri vekil aday adayı adaylar adayları temsilci temsilcisi temsilciler seçmen seçmenler seçmeni oy oyları lider lideri liderler çoğunluk azınlık kongre kurultay kampanya yönetim
    destekçi destekçileri üye üyesi üyeler üyeleri rakip rakibi danışman belediye bakan strateji kanat taban isim isimler parti partili kongresi konferansı`),
  en: set(`senator senators sen conference congress manifesto congressman congresswoman congressmen rep reps representative representatives lawmaker lawmakers governor governors gov candidate candidates nominee nominees voter voters leader leaders leadership majority minority
    primary primaries convention campaign administration supporters activist activists donor donors strategist strategists adviser advisor opponent rival rivals colleague colleagues caucus base nomination committee delegate delegates mayor mayors
    attorney whip ticket stronghold incumbent challenger socialist side presidential gubernatorial operative operatives politician politicians president member members staff names`),
};
