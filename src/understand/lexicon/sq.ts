import type { LexiconSource } from './lexicon-source.ts';

export const sq: LexiconSource = {
  openers: `përse linja pala gjykatësi adoleshenti burimet afrimi rikthimi natën ylli dita java jeta puna banorët qytetarët autoritetet policët deputetët studentët punëtorët mësuesit viktima autori dëshmitarët katër pesë gjashtë shtatë tetë nëntë dhjetë qindra mijëra miliona a ai ajo ata ato aty ka as asnjë atëherë atje bashkë çdo çfarë cili cila dhe deri derisa disa do duke dy dje duket edhe e eshte është ende fakti gjatë gjithçka gjithashtu gjithë
    i im ime ish ishte ja janë jam jo jemi kanë ka ke kemi kështu këta këto kjo ky këtë këtu kjo kur kurse kush ku krejt kundër më mbi me megjithatë megjithëse mes meqë menjëherë ndaj ndërkohë ndërsa nën
    në nëse nga nuk ndoshta një njëri njerëzit nesër o ose para pas pasi përveç përkundër për pra por pse prandaj pak po pavarësisht pjesa plot rreth
    sa saj sepse se shumë shumica si sipas sot sonte t ta tani të të gjitha tek te tha tjetër tre tri tonë u unë vetëm vit viti vitin vite veç sidomos sigurisht sikur shih s kjo kjo dita sapo
    duhet mund ishin kishte kam ashtu ndryshe gjithsesi aktualisht dikur dikush askush asgjë mirë këshilli policia qeveria presidenti foto video ju ne na nja ja jashtë brenda
    keni jeni ishim kishim bëhet bëri bën merr mori doli del vjen erdhi shkoi shkon mos le nisi filloi pritet thuhet mësohet kujtojmë përmes falë përballë pikërisht fillimisht ndonëse teksa tashmë
    mbrëmë pasdite mëngjesin mbrëmjen qysh gati gjysma dhjetëra fermerët nxënësit prokurorët gazetarët ekspertët analistët vendimi takimi ngjarja aksidenti protesta zgjedhjet kompania komuna ministria
    spitali gjykata banka shteti
    kryeson fitoi humbi luajti shënoi kaloi mbeti pati thotë meshën motivi golat portierit vazhdoi vijoi ndodhi`,
  titles: `mësuesi mësuesja mësuese arsimtari arsimtarja infermierja babai nënën zoti zonja zoti z znj dr prof doc akademik doktor profesor profesori profesoresha avokat avokati avokatja ekonomist politolog sociolog historian gazetar gazetari gazetarja redaktor analist analisti
    ekspert eksperti shkrimtar shkrimtari poet poeti aktor aktori aktorja regjisor regjisori këngëtar këngëtari këngëtarja kompozitor piktor artist artisti artistja trajner trajneri kapiten kapiteni futbollist
    futbollisti gjyqtar gjyqtari gjyqtarja prokuror prokurori prokurorja gjeneral gjenerali kolonel koloneli major majori komandant komandanti polic inspektor drejtor drejtori drejtoresha drejtoreshë shef shefi president
    presidenti presidente presidentja kryetar kryetari kryetarja zëvendëskryetar nënkryetar kryeministër kryeministri kryeministrja zëvendëskryeministri ministër ministri ministre ministrja zëvendësministri kancelar
    kancelari kancelarja mbret mbreti mbretëresha princ papa imam imami shën babai nëna vëllai motra djali vajza bashkëshorti bashkëshortja burri gruaja zëdhënës zëdhënësi zëdhënësja
    përfaqësues përfaqësuesi ambasador ambasadori ambasadorja diplomat diplomati deputet deputeti deputetja deputete senator senatori këshilltar këshilltari sekretar sekretari sekretarja guvernator
    guvernatori komisioner komisioneri komisionerja aktivist aktivisti aktivistja biznesmen biznesmeni pronar pronari themelues themeluesi autor autori kandidat kandidati anëtar anëtari koleg kolegu mjek
    mjeku psikolog shkencëtar studiues dekan rektor lider lideri liderja kreu kryeparlamentari kryediplomati kryebashkiaku i-dyshuari
    portieri sulmuesi mesfushori mbrojtësi arbitri tekniku lojtari banori banorja fermeri fermerja studentja studenti kryeprokurori kryeprokurorja emisari raportuesi raportuesja komisari njohësi
    studiuesi studiuesja vëzhguesi familjari kirurgu biologu inxhinieri arkeologu kryeredaktori botuesi moderatori`,
  speech: `tha thot thekso shto deklar shpreh njofto sqaro shpjego paralajmër konfirmo përgjigj beson mendon shkru theks pohoi akuzo kujto vlerëso komento citua`,
  heads: `ministria agjencia komisioni këshilli drejtoria instituti fondi fondacioni enti shoqata lidhja qendra fakulteti universiteti komiteti gjykata prokuroria banka partia lëvizja koalicioni kuvendi
    parlamenti qeveria kabineti zyra dhoma sindikata akademia shkolla spitali klinika muzeu galeria biblioteka teatri orkestra kisha bashkësia federata liga organizata nisma rrjeti forumi konfederata bashkimi unioni
    aleanca policia ushtria shërbimi inspektorati presidenca bashkia komuna grupi radio televizioni klubi sekretariati avokati prokuroria organizata kombet fronti
    komisariati observatori ambasada patriarkana kryepeshkvia mitropolia dega stacioni prefektura drejtorati korporata ndërmarrja kombëtarja konsullata misioni delegacioni trupa blloku byroja kolegji
    selia
    komuniteti autoriteti operatori`,
  marks: `shpk sha universiteti banka grupi holding kf fk kb`,
  announces: `kompania firma ndërmarrja agjencia partia lëvizja gazeta revista portali televizioni radio klubi grupi shoqata organizata fondacioni banka spitali hoteli fabrika korporata`,
  inPlaces: 'në nga te tek deri afër rreth drejt përmes midis para pas',
  notNames: `lufta luftës luftën botërore koreane ftohtë lojërat lojërave olimpike oqeani oqeanin oqeanit paqësor paqësorit atlantik deti detit kupa kupën kupës koha bashkimi bashkimit sovjetik senat senati senatit zot zoti krishtlindje pashkë ramazani bajrami evropa europa ballkani interneti kushtetuta toka dielli hëna e-hënë marte mërkure enjte premte shtune diel janar shkurt mars prill maj qershor korrik gusht
    shtator tetor nëntor dhjetor perëndimi lindja veriu jugu islami
    rihter richter celsius fahrenheit
    brent`,
  surnames: `aj liu iu ollari qi shi ani llari ovski iq oviq eviq escu opulos oglu son berg`,
  personNouns: `ist isti ist tari ori uesi iste istja torja`,
};
