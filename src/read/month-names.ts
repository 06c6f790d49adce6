/**
 * Names of the months as the region's outlets write them, January first: nominative, the cases dates stand in, and
 * abbreviations. One row a language; Serbian, Bosnian and Montenegrin share theirs.
 */
const ROWS: Record<string, string> = {
  en: `january jan; february feb; march mar; april apr; may; june jun; july jul; august aug; september sept sep;
    october oct; november nov; december dec`,
  sr: `januar januara januaru jan; februar februara februaru feb; mart marta martu mar; april aprila aprilu apr;
    maj maja maju; jun juna junu juni; jul jula julu juli; avgust avgusta avgustu avg august augusta augustu aug;
    septembar septembra septembru sep sept; oktobar oktobra oktobru okt; novembar novembra novembru nov;
    decembar decembra decembru dec`,
  'sr-Cyrl': `јануар јануара јануару јан; фебруар фебруара фебруару феб; март марта марту мар; април априла априлу апр;
    мај маја мају; јун јуна јуну јуни; јул јула јулу јули; август августа августу авг;
    септембар септембра септембру сеп септ; октобар октобра октобру окт; новембар новембра новембру нов;
    децембар децембра децембру дец`,
  hr: `siječanj siječnja siječnju sij siječ; veljača veljače veljači velj vel; ožujak ožujka ožujku ožu;
    travanj travnja travnju tra trav; svibanj svibnja svibnju svi svib; lipanj lipnja lipnju lip; srpanj srpnja srpnju srp;
    kolovoz kolovoza kolovozu kol; rujan rujna rujnu ruj; listopad listopada listopadu lis list;
    studeni studenog studenoga studenom stu stud; prosinac prosinca prosincu pro pros`,
  sl: `januar januarja januarju jan; februar februarja februarju feb; marec marca marcu mar; april aprila aprilu apr;
    maj maja maju; junij junija juniju jun; julij julija juliju jul; avgust avgusta avgustu avg;
    september septembra septembru sep; oktober oktobra oktobru okt; november novembra novembru nov;
    december decembra decembru dec`,
  mk: `јануари јан; февруари фев; март мар; април апр; мај; јуни јун; јули јул; август авг; септември сеп септ;
    октомври окт; ноември ное ноем; декември дек`,
  bg: `януари ян яну; февруари фев февр; март мар; април апр; май; юни юн; юли юл; август авг; септември сеп септ;
    октомври окт; ноември ное ноем; декември дек`,
  el: `Ιανουάριος Ιανουαρίου Ιανουάριο Γενάρης Γενάρη Ιαν; Φεβρουάριος Φεβρουαρίου Φεβρουάριο Φλεβάρης Φλεβάρη Φεβ Φεβρ;
    Μάρτιος Μαρτίου Μάρτιο Μάρτης Μάρτη Μαρ Μαρτ; Απρίλιος Απριλίου Απρίλιο Απρίλης Απρίλη Απρ;
    Μάιος Μαΐου Μάιο Μάης Μάη Μάι; Ιούνιος Ιουνίου Ιούνιο Ιούνης Ιούνη Ιουν; Ιούλιος Ιουλίου Ιούλιο Ιούλης Ιούλη Ιουλ;
    Αύγουστος Αυγούστου Αύγουστο Αυγ; Σεπτέμβριος Σεπτεμβρίου Σεπτέμβριο Σεπτέμβρης Σεπτέμβρη Σεπ Σεπτ;
    Οκτώβριος Οκτωβρίου Οκτώβριο Οκτώβρης Οκτώβρη Οκτ; Νοέμβριος Νοεμβρίου Νοέμβριο Νοέμβρης Νοέμβρη Νοε Νοεμ Νοέμ;
    Δεκέμβριος Δεκεμβρίου Δεκέμβριο Δεκέμβρης Δεκέμβρη Δεκ`,
  ro: `ianuarie ian; februarie feb febr; martie mar mart; aprilie apr; mai; iunie iun; iulie iul; august aug;
    septembrie sep sept; octombrie oct; noiembrie noi nov noiem; decembrie dec`,
  sq: `janar janari janarit jan; shkurt shkurti shkurtit shk shkur; mars marsi marsit mar; prill prilli prillit pri pril;
    maj maji majit; qershor qershori qershorit qer qersh; korrik korriku korrikut kor korr; gusht gushti gushtit gus gush gsh;
    shtator shtatori shtatorit sht shta shtat; tetor tetori tetorit tet; nëntor nëntori nëntorit nën nënt; dhjetor dhjetori dhjetorit dhj dhjet`,
  tr: `ocak oca; şubat şub; mart mar; nisan nis; mayıs may; haziran haz; temmuz tem; ağustos ağu; eylül eyl; ekim eki;
    kasım kas; aralık ara`,
};

/** Letters without marks and case, so that JUL, jul and Jul, Ιουλίου and ΙΟΥΛΙΟΥ, ı and i are one. */
export function foldDateText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u0131đς]/g, (letter) => (letter === 'đ' ? 'd' : letter === 'ς' ? 'σ' : 'i'));
}

const MONTHS = new Map<string, number>();
for (const row of Object.values(ROWS)) {
  for (const [index, names] of row.split(';').entries()) {
    for (const name of names.trim().split(/\s+/)) MONTHS.set(foldDateText(name), index + 1);
  }
}

/** 1 to 12, for a name as foldDateText makes it. */
export function monthNumber(foldedName: string): number | undefined {
  return MONTHS.get(foldedName);
}
