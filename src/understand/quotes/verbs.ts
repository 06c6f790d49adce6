import { fold } from '../text/fold.ts';

/** Forms of verbs that bring in words said; `reka{o,la}` stands for two. Written as the language writes them. */
const southSlavic = `preporuči{o,la,li} preporučuj{e,u} presudi{o,la,li} kaže kažu kaza{o,la,li} reka{o} rek{la,li} reče izjavi{o,la,li} izjavljuje nav{eo,ela,eli,odi,ode} istaka{o} istak{la,li} istaknu{o,la,li}
  ističe ističu naglasi{o,la,li} naglašava{,ju} doda{o,la,li,je,ju} poruči{o,la,li} poručuj{e,u} objasni{o,la,li} objašnjava{,ju} ocijeni{o,la,li} oceni{o,la,li} ocjenjuj{e,u}
  ocenjuj{e,u} smatra{,ju} upozori{o,la,li} upozorava{,ju} tvrdi tvrde ustvrdi{o,la,li} podsjeti{o,la,li} podseti{o,la,li} podsjeća podseća napisa{o,la,li} piše zaključi{o,la,li} zaključuje
  odgovori{o,la,li} odgovara upita{o,la,li} pita prizna{o,la,li,je} najavi{o,la,li} najavljuje pojasni{o,la,li} pojašnjava precizira{o,la,li} saopšti{o,la,li} saopći{o,la,li} priopći{o,la,li}
  saopćava saopštava potvrdi{o,la,li} potvrđuje demantova{o,la,li} demantira{o,la,li} konstatova{o,la,li} konstatira{o,la,li} komentarisa{o,la,li} komentira{o,la,li} prokomentarisa{o,la,li}
  prokomentira{o,la,li} apelova{o,la,li} apelira{o,la,li} zahvali{o,la,li} čestita{o,la,li} primijeti{o,la,li} primeti{o,la,li} prisjeća sjeća seća priseća prisjeti{o,la} priča{,ju,o,la,li} ispriča{o,la,li}
  veli vele šapnu{o,la} uzviknu{o,la,li} povika{o,la,li} uzvikuj{e,u} smije smeje našali{o,la,li} šali tješi teši vjeruje veruje misli obeća{o,la,li} zatraži{o,la,li} požali{o,la,li} žali ponovi{o,la,li}
  ponavlja otkri{o,la,li,va} spomenu{o,la,li} pomenu{o,la,li} savjetuje savetuje savjetova{o,la} savetova{o,la} dometnu{o,la} navodeći rekavši kazavši dodajući govori govori{o,la,li} iznenađen{,a} ogorčen{,a}
  uvjeren{,a} uveren{,a} kategoričan kategorična jasan optuži{o,la,li} poziva pozva{o,la,li} traži nada uzdiše opisuje opisa{o,la,li} prenosi prenij{ela,eli} precizira procijeni{o,la,li} proceni{o,la,li} procjenjuje procenjuje
  istakne rezimira{o,la} sumira{o,la} uputi{o,la} navija skandira{li,ju} viče dovikuje ustraje izusti{o,la} započe{o,la} završi{o,la} nastavi{o,la} nastavlja pohvali{o,la,li} poželi{o,la,li} izrazi{o,la,li} osudi{o,la,li} obrazloži{o,la,li} obrazlaže opomenu{o,la} zapitala zapitao dodaju ponovila svjedoči svedoči svjedočila predlaže predloži{o,la} glasi
  uzvrati{o,la,li} uzvraća{,ju} odvrati{o,la,li} replicira{o,la,li} odbrusi{o,la} zavapi{o,la} poentira{o,la} kritizira{o,la,li} kritikova{o,la,li} izvijesti{o,la,li} izvesti{o,la,li}
  izvješćuje izveštava obavijesti{o,la,li} obavesti{o,la,li} decidan decidna izričit{,a} saopšteno saopćeno priopćeno poručeno navedeno rečeno istaknuto naglašeno upozoravaju podvuk{ao,la,li}
  podvlači podvlače apostrofira{o,la} predoči{o,la} razjasni{o,la} začudi{o,la} pohvali{o,la} prekinu{o,la} usprotivi{o,la} suglasi{o,la} saglasi{o,la} nadoveza{o,la} zamjeri{o,la}
  zameri{o,la}`;
const slovenian = `priporoč{a,il,ila,ili} pravi pravijo deja{l,la,li} rek{el,la,li} reče povedal povedala povedali pove povedo poudari{l,la,li} poudarja{,jo} doda{l,la,li,ja,jajo} dodajajo izjavi{l,la,li} pojasni{l,la,li} pojasnjuje{,jo} meni{,jo,l,la,li} oceni{l,la,li} ocenjuje{,jo}
  opozori{l,la,li} opozarja{,jo} zatrdi{l,la,li} trdi{,jo} zapisa{l,la,li} zapiše piše odgovori{l,la,li} odgovarja sporoči{l,la,li} sporoča{,jo} izpostavi{l,la,li} izpostavlja napoveda{l,la,li} navede{l} naved{la,li} navaja{,jo} spomni{l,la,li} prizna{l,la,li,va}
  razloži{l,la,li} razlaga{,jo} sklen{il,ila,ili,e} vpraša{l,la,li} komentira{l,la,li} zagotovi{l,la,li} zagotavlja strinja verjame razmišlja pripoveduje poroča zaključi{l,la,li} kritič{en,na} slikovit{,a} jasen jasna oster odločen odločna prepričan{,a} poziva pozval{,a,i} zahteval{,a,i}
  ugotavlja ugotovi{l,la,li} potrdi{l,la,li} potrjuje zanika{l,la,li} svetuje svari posvari{l,la,li} obljubi{l,la,li} ponovi{l,la,li} čestita{l,la} zahvali{l,la,li} pohvali{l,la} našali{l,la} opisuje opisa{l,la} nadalje{val,vala} nadaljuje šali smeji kriči vzklik{nil,nila} apelira{l,la} navrgel
  odvrni{l,la,li} odvrača repliciral{,a,i} dodaten povzel{,a,i} povzema navajajo sklenejo ponavlja ponavljajo izrazi{l,la,li} pravita zatrjuje{,jo} opomni{l,la,li} pritrdi{l,la,li}
  pristavi{l,la,li} pribil{,a,i} kritiziral{,a,i} sporočeno povedano obsodil{,a,i} zavrnil{,a,i}`;
const macedonian = `рече рекол рекла рекоа препорача препорачува изјави изјавија изјавува вели велат велеше кажа кажаа кажува кажуваат кажал кажала додаде додадоа додава истакна истакнаа истакнува нагласи нагласија нагласува порача порачаа порачува напиша пишува посочи посочија посочува
  потенцира потенцираше смета сметаат објасни објаснија објаснува оцени оценија оценува предупреди предупредија предупредува одговори одговорија одговара праша прашува потсети потсетија потсетува тврди тврдат заклучи заклучува најави најавува објави наведе наведоа наведува соопшти соопштија
  раскажува раскажа призна признава коментира коментираше смее шегува побара апелираше апелира подвлече забележа откри открива прецизира прецизираше убеден убедена извика појасни појаснува образложи ветува вети верува мисли спомнува реагира реагираше се_пожали жали опишува опиша
  резимираше категоричен категорична порачаа обвини демантира демантираше потврди потврдува честита заблагодари повтори предлага предложи сведочи сведочеше прашаа велам скандираа скандираше гласи
  возврати возвраќа реплицираше реплицира дециден децидна децидно изјавил изјавила изјавиле додал додала додале порачал порачала истакнал истакнала нагласил нагласила оценил оценила напишал
  напишала посочил посочила соопштено порачано информира информираше информираат велејќи додавајќи одбруси алармира алармираше предочи повика осуди критикува критикуваше заклучија`;
const bulgarian = `препоръча препоръчва каза казва казват казаха казал казала заяви заявява заявиха посочи посочва посочват посочиха допълни допълва отбеляза отбелязва подчерта подчертава подчертаха обясни обяснява обясниха смята смятат коментира коментираха добави добавя написа пише писа предупреди предупреждава
  отговори отговаря отвърна попита пита твърди твърдят настоя настоява категоричен категорична категорични обобщи призна признава разказа разказва изтъкна уточни уточнява съобщи съобщава съобщиха сподели споделя споделят припомни напомни призова увери уверява заключи рече вика обеща убеден убедена пошегува шегува смее
  обяви апелира възкликна извика цитира констатира прогнозира критикува благодари поясни пояснява прогнозира обвини отрече потвърди предложи предлага похвали подкани реагира спомня описва описа смя скандираха надява вярва зарече гласи въздъхна
  възрази възразява репликира отсече натърти подхвърли допълниха заявил заявила заявили посочил посочила добавил добавила обяснил обяснила подчертал подчертала предупредил предупредила
  написал написала отбелязал отбелязала уточнил разказал разказала информира информираха осъди критикуват алармира алармираха рекоха завърши продължи продължава обобщава допълвайки казвайки
  изтъква изтъкват обявиха декларира декларираха безапелационен`;
const greek = `συνιστά συνέστησε είπε είπαν λέει λένε έλεγε δήλωσε δήλωσαν δηλώνει δηλώνουν τόνισε τόνισαν τονίζει τονίζουν ανέφερε ανέφεραν αναφέρει αναφέρουν πρόσθεσε προσθέτει σημείωσε σημείωσαν σημειώνει υπογράμμισε υπογραμμίζει εξήγησε εξηγεί έγραψε γράφει επισήμανε επισημαίνει υποστήριξε υποστηρίζει απάντησε απαντά απαντάει
  ρώτησε ρωτά ρωτάει προειδοποίησε προειδοποιεί κατέληξε σχολίασε σχολιάζει παρατήρησε παρατηρεί ισχυρίστηκε ισχυρίζεται διευκρίνισε ξεκαθάρισε διαμήνυσε θύμισε θυμάται υπενθύμισε αφηγήθηκε αφηγείται διηγείται παραδέχθηκε παραδέχτηκε παραδέχεται συμπλήρωσε συμπληρώνει ομολογεί ομολόγησε εκτίμησε εκτιμά
  πιστεύει κάλεσε δηλώνοντας λέγοντας τονίζοντας επανέλαβε περιγράφει περιέγραψε φώναξε φωνάζει αστειεύεται αστειεύτηκε αποκάλυψε καταγγέλλει κατήγγειλε επέμεινε υποσχέθηκε ευχήθηκε μίλησε χαρακτήρισε συνέχισε συνεχίζει καταλήγει διαβεβαίωσε μεταδίδει δεσμεύτηκε προέβλεψε ζήτησε απεύθυνε
  ανταπάντησε ανταπαντά απάντησαν απαντούν σχολίασαν σχολιάζουν δηλώσει πει πουν τονίσει προσθέσει σημειώσει υπογραμμίσει εξηγήσει γράψει επισημάνει υποστηρίξει απαντήσει προειδοποιήσει
  διαβεβαιώνει διαβεβαίωσαν διατείνεται διατύπωσε εκφράστηκε απεφάνθη διερωτήθηκε διερωτάται αναρωτήθηκε αναρωτιέται κατηγόρησε κατηγορεί επεσήμανε επισήμαναν υπογράμμισαν σημειώνουν εξήγησαν
  εξηγούν υποστήριξαν υποστηρίζουν προσέθεσε προσθέτουν έλεγαν γράφουν έγραψαν αντέτεινε αντιτείνει αντέδρασε επανέλαβαν επαναλαμβάνει ενημέρωσε ενημερώνει αποφάνθηκε επικαλέστηκε μιλά μιλάει
  μιλώντας εξομολογήθηκε εξομολογείται ξεσπά ξέσπασε τονίστηκε διεμήνυσε διαμηνύει αναφέρθηκε αναφέρεται σημειώνεται επισημαίνεται δηλώθηκε αναφέροντας προσθέτοντας σημειώνοντας υπογραμμίζοντας επισημαίνοντας`;
const romanian = `recomandat recomandă spus spune spun declarat declară afirmat afirmă adăugat adaugă subliniat subliniază precizat precizează explicat explică scris scrie povestit povestește povestesc transmis transmite susținut susține avertizat avertizează menționat menționează arătat arată întrebat întreabă răspuns răspunde mărturisit mărturisește
  anunțat conchis conchide comentat comentează recunoscut recunoaște crede consideră considera reamintit amintit amintește completat completează punctat punctează insistat insistă zis zice reacționat glumit glumește apreciat apreciază informat concluzionat exclamat strigat strigă spunând adăugând promis repetat relatat relatează notat notează dezvăluit lăudat cerut îndemnat rezumat opinat opinează replicat spunea remarcat remarcă râde oftează acuzat confirmat subliniind declarând
  amintea zicea afirma susținea declara povestea adăuga preciza explica scria avertiza întreba răspundea recunoștea mărturisea nota menționa sublinia comenta replica conchidea insista anunța
  repeta relata credea zicând afirmând precizând explicând scriind avertizând menționând susținând notând amintind comentând conchizând replică repetă întărit întărește contestat atras atrage
  semnalat semnalează informează dezvăluie sintetizat sintetizează izbucnit intervenit intervine punctând accentuat accentuează evidențiat evidențiază transmițând reiterat reiterează
  catalogat condamnat condamnă lansat ironizat ironizează acuză promite denunțat denunță vorbit clarificat clarifică admis admite estimat estimează`;
const turkish = `dedi dediler diyor diyen diyerek diyorlar dedikten söyledi söylüyor söyleyen konuştu ifadesini ifadelerini ifadesiyle ifadeleriyle ifade belirtti belirten belirtiyor vurguladı vurgulayan vurguluyor kaydetti kaydeden açıkladı açıklamasını açıklamasında ekledi ekleyen anlattı anlatan anlatıyor yazdı yazan sordu soran yanıtladı yanıtını
  cevabını uyardı uyaran uyarısında uyarısını savundu savunan iddia bildirdi bildiren şeklinde değerlendirdi değerlendirmesinde değerlendirmesini hatırlattı hatırlatan aktardı aktaran paylaştı sözleriyle sözlerini sözlerine dile çağrısında çağrısını esprisini yorumunu yorumunda yorumladı seslendi itiraf nitelendirdi özetledi bağırdı mesajını mesajı
  görüşünü cümlesini diye düşünüyor inanıyor öyle
  dedik demişti demiş söylemişti söylemiş belirtmişti açıklamıştı vurgulamıştı kaydetmişti diyordu söylüyordu diyebildi konuştular konuşan konuşurken ifadelerine ifadesine cevabıyla yanıtıyla
  karşılığını karşılığında tepki tepkisini değerlendirmesiyle değerlendirmelerinde açıklamada açıklamasına açıklamasıyla görüşüne görüşünde tespitinde uyarısıyla uyarısı çağrısıyla eleştirdi
  eleştiren eleştirisinde savundular söylediler belirttiler kaydettiler vurguladılar aktardılar anlattılar sloganı sloganları sloganlarını seslenen seslenerek espri bilgisini bilgisine
  paylaşımında paylaşımıyla iddiasında iddiasını sözünü sözleri tanımladı niteledi nitelendiren yineledi tekrarladı ekleyerek belirterek hatırlatarak vurgulayarak söyleyerek kaydederek
  savunarak kaydedildi belirtildi denildi ifadeleri ifadelerinin`;
const albanian = `rekomandoi rekomandon tha thanë thotë thonë thoshte deklaroi deklaruan deklaron deklarojnë theksoi theksuan thekson shtoi shton shtuan shkroi shkruan tregoi tregon tregojnë shpjegoi shpjegon shpreh shprehet shprehën paralajmëroi paralajmëron vlerësoi vlerëson nënvizoi nënvizon pohoi pohon pohuan kujtoi kujton përgjigjet përgjigj u_përgjigj përgjigjen
  pyeti pyet pyesin apeloi apelon njoftoi njoftuan rrëfen rrëfeu rrëfejnë konfirmoi konfirmon beson mendon premtoi premton komentoi komenton akuzoi akuzon insistoi insiston sqaroi sqaron saktësoi saktëson ironizoi përfundoi qeshi qesh shakatoi thirri thërret bërtiti ankohet ankua deklaruar thënë theksuar duke_thënë falënderoi uroi porositi
  porosit citohet citoi lexohet raportoi kërkoi kërkon përshkruan përshkroi tallet psherëtin
  dëshmoi dëshmon dëshmuan replikoi replikon reagoi reagon reaguan nënvizuan vlerësuan vlerësojnë deklarojë përsëriti përsërit përsërisin siguroi siguron theksonte thoshin shkruante kritikoi kritikon dënoi dënon
  sugjeroi sugjeron parashikoi parashikon rikujtoi rikujton lajmëroi lajmëron informoi informon zbuloi zbulon pranoi pranon mohoi mohon kundërshtoi kundërshton pyetën ftoi fton kërkuan
  kërkojnë cilësoi cilëson quajti quan ripohoi ripohon përmblodhi përmbledh konstatoi konstaton arsyetoi arsyeton shfaqi shprehu alarmoi alarmon akuzuan akuzojnë tërhoqi tërheq`;
const english = `recommended recommends advised advises said says say saying told tells telling added adds adding wrote writes writing tweeted explained explains argued argues stated states noted notes noting warned warns warning claimed claims insisted insists asked asks replied replies responded responds recalled recalls observed observes admitted admits acknowledged acknowledges joked jokes
  shouted posted declared declares announced concluded concludes continued continues commented comments testified suggested suggests urged urges stressed stresses complained quipped remarked remarks contended contends vowed vows promised promises predicted predicts cautioned reiterated recounted lamented lamented maintained maintains exclaimed yelled chanted cried
  emphasised emphasized emphasises emphasizes confirmed denied countered reflected reflects mused muttered whispered pleaded boasted blasted slammed criticised criticized described describes calling called calls praised hailed thinks believes texted read reads reading tell repeated reported reports answered explained sighed laughs laughed demanded demands hoped jokes decried denounced accused praised alleged alleges ruled conceded revealed appealed boasting declaring arguing insisting asking shot according branded dubbed labelled labeled wished agreed agrees opined offered
  countering denouncing praising urging stating explaining recalling claiming alleging joking pleading repeating answering wondered wonders marvelled snapped retorted replying fumed thundered
  sneered tweeting posting opining lamenting cautioning predicting boasts bemoaned bemoans rebuked scolded protested objected summed chimed echoed echoes ventured volunteered demanding`;

const byLanguage: Record<string, string> = {
  'sr-Latn': southSlavic, 'sr-Cyrl': southSlavic, sr: southSlavic, bs: southSlavic, hr: southSlavic, cnr: southSlavic,
  sl: slovenian, mk: macedonian, bg: bulgarian, el: greek, ro: romanian, tr: turkish, sq: albanian, en: english,
}; // biome-ignore format: a table

const sets = new Map<string, Set<string>>();

/** The folded forms of a language's verbs of saying; English ones for a language that is not ours. */
export function verbsOf(language: string): ReadonlySet<string> {
  const list = byLanguage[language] ?? english;
  const known = sets.get(list);
  if (known) return known;
  const forms = new Set<string>();
  for (const entry of list.split(/\s+/)) {
    const [, stem, endings] = /^([^{]*)\{([^}]*)\}$/.exec(entry) ?? [];
    if (endings === undefined) forms.add(fold(entry));
    else for (const ending of endings.split(',')) forms.add(fold(stem + ending));
  }
  sets.set(list, forms);
  return forms;
}

const PARTICIPLES = new Set(['sr-Latn', 'sr-Cyrl', 'sr', 'bs', 'hr', 'cnr', 'sl']);

/** The gender that the verb's form shows: `rekla` is said of a woman. */
export function genderOf(verb: string, language: string): 'm' | 'f' | null {
  if (!PARTICIPLES.has(language)) return null;
  if (verb.endsWith('la')) return 'f';
  if (/(?:[aieu]o|[aieu]l)$/.test(verb)) return 'm';
  return null;
}
