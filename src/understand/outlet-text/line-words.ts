const any = (words: string): string =>
  words
    .trim()
    .split(/\s*\n\s*/)
    .join('|');

/** Whose work a line names, before a colon: `Foto:`, `Muhabir:`, `Γράφει ο`. */
const credits = any(String.raw`
  (?:photos?|pictures?|images?|video|text|words|story|author|writer|reporting|editing|writing|translation|source|camera|interview|credit)(?: credits?)?
  (?:sursă |sursa |credit )?foto(?:grafi[aeij]|graf|ja|ja e ballinës)?|sursa|sursă|autor(?:i|ul|ja|ka|ica|ul articolului)?|text|montaj|traducere(?:a)?|interviu|redactor
  (?:piše|pišu|napisa[ol]a?|tekst|besedilo|avtor(?:ica|ji)?|izvor|vir|vir fotografije|fotografij[ae]|snimi[ol]a?|priredi[ol]a?|razgovara(?:o|la)|razgovor vodi(?:o|la)|intervju(?:irao)?|novinar(?:ka)?|preve[ol]a?|lektura|urednik|urednica)
  (?:пише|пишува|текст|аутор(?:ка)?|автор(?:ка|и)?|извор|източник|фото(?:графија|графия)?|снимк[аи]|снимио|приредио|приредила|разговараше|разговарао|разговарала|интервју|интервю|новинар(?:ка)?|превод|репортер)
  (?:shkruan|shkroi|shkruar nga|përgatiti|përgatitën|intervistoi|bisedoi|burimi|përktheu|gazetar(?:i|ja)?|autor(?:i|ja|ët)|fotot?|fotografia|fotografitë)
  (?:γράφει|γράφουν|ρεπορτάζ|επιμέλεια|φωτο(?:γραφί[αε]ς?)?|φωτ\.|πηγή|κείμενο|μετάφραση|συντάκτ(?:ης|ρια)|ανταπόκριση)
  (?:yazan|haber|muhabir(?:ler)?|fotoğraf(?:lar|çı)?|röportaj|kaynak|editör|kamera|derleyen|çeviri|hazırlayan)
`);

/** A whole line that only says where else to read: "Read also: …". */
export const LINK =
  /^[\s>•▶*»-]*(?:read (?:more|also|next)|see also|related(?: articles| stories)?:|more on this|lexo(?:ni)? (?:edhe|më shumë|gjithashtu|këtu)|shiko edhe|διαβάστε (?:επίσης|ακόμ[αη]|περισσότερα|εδώ|και)|δείτε (?:επίσης|ακόμ[αη]|εδώ)|cite(?:ș|ş)te (?:și|şi|mai)|citi(?:ț|ţ)i (?:și|şi)|vezi (?:și|şi)|ayrıca oku|ilgili haber|bunlar da ilginizi|(?:pro)?čitajte (?:i|još|više|takođe|također)|pogledajte (?:i|još)|opširnije|прочитајте|прочитај|читајте (?:још|и|повеќе)|прочетете|четете още|чети още|вижте още|виж още|preberite (?:tudi|še|več)|berite (?:tudi|še))(?![\p{L}])/iu;

/** A whole line of credits: a label and a colon. */
export const CREDIT = new RegExp(
  String.raw`^[\s(/*]*(?:${credits})\s*(?:[:：|/]|(?<=γράφει|γράφουν) [οη]ι? )\s*\S`,
  'iu',
);

/** Credits at the end of a paragraph: "… said. Photo: A. Name". */
export const CREDIT_TAIL = new RegExp(
  String.raw`(?<=[.!?…»”"]\s+)\(?(?i:${credits})\s*[:：]\s*(?:[\p{Lu}\d/&@|,.()-][^\s.!?]*\.?\s*(?:(?:and|dhe|και|și|ve|i|и)\s)?){1,8}$`,
  'u',
);

const NAME = String.raw`\p{Lu}[\p{L}.'’-]*(?:\s(?:(?:von|van|de|der|di|el|al)\s)?\p{Lu}[\p{L}.'’-]*){1,3}`;
const AND = String.raw`(?:\s*,\s*|\s+(?:and|dhe|και|și|şi|ve|i|in|и|&)\s+)`;

/** Who wrote it, in a line of its own: "By A. Name and B. Name | Town, 3 May". */
export const BYLINE = new RegExp(
  String.raw`^\s*(?:\p{Lu}{3,}[.,:–—-]*\s+)?(?i:(?:written |reported |interview |text |photos? )?by|(?:shkruar |përgatiti |intervista )?nga|(?:scris |interviu |un articol |un interviu |interviu realizat )?de|a consemnat|(?:пише|пишува|piše|от|од|od|piše se|avtor|autor|автор|аутор)|(?:του|της|των)(?: (?:απεσταλμένου|απεσταλμένης|ανταποκριτή|ανταποκρίτριας) μας[^\n]{0,30}?)?|συνέντευξη (?:στον|στην)|(?:ρεπορτάζ|ανταπόκριση)(?: του| της)?):?\s+${NAME}(?:${AND}${NAME}){0,3}(?:\s*[|,•–—/-].{0,60})?\s*$`,
  'u',
);
/** What a line that only names is made of. */
export const NAMES_ONLY = new RegExp(NAME, 'gu');

/** Desk notes under a text. */
export const DESK =
  /^[\s_*(]*(?:(?:additional )?(?:reporting|writing) by|editing by|(?:interview|photo(?:graph)?s?|text|story|illustration|report)s? by|translated (?:from|by)|translation by|written by|compiled by)(?![\p{L}])|contributed to (?:this|the) (?:report|story|article)|contributed reporting/iu;

/** What an outlet says of itself and asks of its readers. */
export const FOOTER =
  /[©]|\bcopyright\b|all rights reserved|reproduction (?:only|without|in whole|is)|të drejtat e rezervuara|riprodhim|toate drepturile|reproducerea|sva prava|сва права|сите права|всички права|vse pravice|tüm hakları|izinsiz|δικαιώματα|αναδημοσίευση|newsletter|e-bülten|бюлетин|билтен|^\W*(?:follow|subscribe|sign up|like us|join our|support (?:us|our)|contact us|na ndiqni|ndiqni|abonohu|abonohuni|regjistrohu|bashkohu|ακολουθήστε|εγγραφείτε|γραφτείτε|επικοινωνία|urmăre(?:ș|ş)te|urmări(?:ț|ţ)i|abonează|abona(?:ț|ţ)i|pratite|prijavite|pretplatite|zapratite|пратите|пратете|претплатете|пријавете|следете|последвайте|следвайте|абонирай|sledite|naročite|bizi|abone ol|takip edin)(?![\p{L}])|(?:views|opinions) expressed|in (?:a|his|her|their) personal capacity|(?:the )?(?:views|opinions) (?:in this|are)|qëndrimet e shprehura|pikëpamjet e|opiniile exprimate|οι απόψεις (?:που|του|των)|yazılarda yer alan|stavovi (?:izneti|izneseni|izraženi)|mišljenja (?:izneta|iznesena|izražena)|ставови(?:те)? (?:изнети|изразени)|мненията (?:изразени|в)|\S+@\S+\.\p{L}|\+\d[\d ()/-]{7,}|https?:\/\/|\bwww\./iu;

/** Who the author is, said under the text: "A. Name is a writer based in Skopje." */
export const BIOGRAPHY = new RegExp(
  String.raw`^\s*(${NAME})(?:,[^.]{0,60}?)?,?\s+(?:(?:is|was|covers|writes|reports|edits)\s[^.]*?(?:writer|editor|journalist|columnist|reporter|contributor|correspondent|author|covers|writes|reports)|(?:është|eshte)\s[^.]*?(?:gazetar|shkrimtar|redaktor|autor|kolumnist|publicist|bashkëpunëtor)|είναι\s[^.]*?(?:δημοσιογράφος|συγγραφέας|αρθρογράφος|συντάκτ|συνεργάτ)|(?:este|e)\s[^.]*?(?:jurnalist|redactor|scriitor|colaborator|editor|autor|publicist)|(?:je|е)\s[^.]*?(?:novinar|autor|avtor|kolumnist|urednik|urednica|pisac|pisatelj|publicist|saradnik|suradnik|sodelavec|новинар|автор|аутор|колумнист|уредник|писател|журналист|редактор)|[^.]*?(?:yazarıdır|editörüdür|muhabiridir|gazetecidir|köşe yazarı))`,
  'u',
);

/** PRISHTINA (AA) –, БЕОГРАД /Танјуг/ -, BUCUREȘTI, 5 noiembrie (Agerpres) -: the agency of a dateline. */
export const DATELINE_AGENCY =
  /^\s*(?:\p{Lu}[\p{L}\d .,'’-]{1,50}?)\s*(\([\p{Lu}][\p{L}\d .-]{1,24}\)|\/[\p{Lu}][\p{L}\d .-]{1,24}\/)\s*[-–—:]/u;
