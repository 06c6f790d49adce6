import type { LexiconSource } from './lexicon-source.ts';

export const ro: LexiconSource = {
  openers: `a acea aceasta această aceste acestea acest acesta aceștia acel acela acelea acelor acolo acum adică ai aici alături alt alta alte altul am an anul anume apoi ar are asemenea asta astăzi astfel așa atât
    atunci au avea aveau avem aș ba bine când care ca căci cât câte câți câteva ce cea cei cel cele cine conform cu cum da dacă dar de deci deja deoarece deși despre din dintre dincolo doar doi două după
    e ea ei el ele este eu era erau există fapt fără fi fie fiecare fiind foarte fost fotografie foto iar ieri în înainte încă încât împotriva împreună între întrucât însă insă la le li lor lui mai mâine mult multe mulți
    ne ni nici nimeni nimic niște noi nostru nou noua noul nu numai o odată oamenii oare or ori oricum oricine pe pentru peste până poate pot potrivit practic prea prima primul primele prin printre referitor
    sa sale să său se și si sub sunt spre stop tot totul totuși totodată toate toată toți trebuie trei tu un una unde unei unele unii unor unul unui va video vă voi vor vom ulterior urmează probabil practic desigur
    astfel așadar anul luni zilele ziua seara apoi ultima ultimul ultimele cele mama tata copiii statul guvernul poliția președintele astăzi nicio niciun daca sa si in fata pana dupa`,
  titles: `sir lord lady frau herr madame monsieur miss mister don donna contele contelui contesa ducele ducelui ducesa arhiducele arhiducelui prințesa principele principelui principesa baronul baronului baroneasa cavalerul sultanul sultanului emirul șahul țarul țarului țarina domnitorul domnitorului voievodul voievodului boierul hatmanul cneazul faraonul domnul doamna domnișoara dl dna dlui dnei d-l d-na dr prof conf ing av doctor doctorul profesor profesorul profesoara avocat avocatul avocata economist economistul politolog sociolog istoric istoricul jurnalist
    jurnalistul jurnalista redactor analist analistul expert expertul scriitor scriitorul scriitoarea poet poetul actor actorul actrița regizor regizorul cântăreț cântărețul cântăreața compozitor compozitorul muzician dirijor
    pictor pictorul artist artistul artista antrenor antrenorul selecționer căpitan căpitanul fotbalist fotbalistul tenismen judecător judecătorul judecătoarea procuror procurorul procuroarea general generalul colonel
    colonelul maior comandant comandantul polițist inspector director directorul directoarea șef șeful șefa președinte președintele președintelui președinta vicepreședinte vicepreședintele premier premierul
    premierului prim-ministrul prim-ministru ministru ministrul ministrului ministra cancelar cancelarul rege regele regina împărat împăratul prinț prințul papa patriarh patriarhul mitropolit mitropolitul episcop
    episcopul cardinal cardinalul preot preotul părinte părintele sfânt sfântul sfânta tatăl mama fratele sora fiul fiica soțul soția bărbatul femeia purtător purtătorul reprezentant reprezentantul
    ambasador ambasadorul diplomat diplomatul deputat deputatul deputata senator senatorul senatoarea consilier consilierul primar primarul primarului secretar secretarul guvernator guvernatorul comisar comisarul activist
    activistul om-de-afaceri patron patronul proprietar fondator autor autorul candidat candidatul membru coleg colegul medic medicul psiholog cercetător cercetătorul savant decan decanul rector rectorul lider liderul
    familia familiei cuplul prietenul prietena nepotul nepoata regizoare magistrat magistratul magistrata arhiepiscop arhiepiscopul diplomatul muzicianul
    liberalul social-democratul fost fostul fosta europarlamentar europarlamentarul prefect prefectul lui dom domn domnului doamnei
    purtătoarea locotenent inspectorul inspectoarea chestor subinspector pompier pompierul șoferul șoferiță fermier fermierul localnic localnica elev eleva studentă studentul portarul atacantul
    mijlocașul fundașul arbitrul primărița viceprimar viceprimarul viceprimarului edil edilul cardiologul chirurgul biologul inginerul arhitectul meteorolog meteorologul politologul economista
    sociologul secretara raportor raportorul raportoarea emisarul`,
  speech: `spus spune declar adăug preciz subli afirm arăt explic avertiz anunț confirm răspuns consider crede scri coment menționat transmis susțin`,
  heads: `ministerul ministerului agenția agenției comisia comisiei consiliul consiliului direcția direcției institutul institutului fondul fondului fundația fundației asociația asociației uniunea uniunii centrul centrului facultatea
    facultății universitatea universității comitetul comitetului curtea curții tribunalul tribunalului judecătoria judecătoriei parchetul parchetului banca băncii partidul partidului mișcarea mișcării coaliția coaliției
    parlamentul parlamentului parlament guvernul guvernului cabinetul camera camerei oficiul oficiului biroul biroului sindicatul sindicatului societatea societății academia academiei școala școlii liceul liceului colegiul colegiului
    spitalul spitalului clinica clinicii muzeul muzeului galeria biblioteca teatrul teatrului orchestra filarmonica biserica bisericii mitropolia arhiepiscopia episcopia federația federației liga ligii organizația organizației
    inițiativa rețeaua forumul confederația alianța alianței poliția poliției armata armatei serviciul serviciului inspectoratul inspectoratului autoritatea autorității garda gărzii primăria primăriei prefectura prefecturii senatul
    senatului congresul congresului administrația administrației regia compania companiei casa grupul grupului opera înalta corul clubul clubului echipa națiunile statul frontul
    blocul blocului bursa bursei ambasada ambasadei gazeta gazetei consulatul consulatului patriarhia patriarhiei mănăstirea inspectoratele delegația delegației reprezentanța jandarmeria jandarmeriei
    căile sindicatele observatorul observatorului
    ziarul jurnalul monitorul`,
  marks: `sa srl universitatea bank banca group grup holding inc ltd gmbh fc cs csm csu fcsb acs sc`,
  announces: `compania firma întreprinderea agenția partidul mișcarea ziarul revista cotidianul săptămânalul publicația portalul site-ul televiziunea postul radio clubul echipa grupul trupa formația asociația organizația fundația banca spitalul
    hotelul restaurantul fabrica corporația gigantul editura`,
  inPlaces: 'în din la de spre până lângă prin între peste spre',
  notNames: `dumnezeu crăciun paște paști ramadan europa balcani internet constituția pământ soare luni marți miercuri joi vineri sâmbătă duminică ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie
    noiembrie decembrie vestul estul nordul sudul islam domnul biblia legea codul ordonanța hotărârea
    richter celsius fahrenheit
    brent`,
  surnames: `escu eanu anu iu oiu aru ache atu lea oglu ovici son sen berg stein man`,
  personNouns: `istul istul orul torul arul ista toarea ologul`,
};
