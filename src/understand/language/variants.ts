/**
 * What tells Serbian, Bosnian, Croatian and Montenegrin in Latin letters apart: how much a word speaks for each, in nats.
 * A word that ends in * is a beginning. What one norm writes and another never does weighs most.
 */
export const VARIANTS = ['sr-Latn', 'bs', 'hr', 'cnr'] as const;
export type Scores = readonly [sr: number, bs: number, hr: number, cnr: number];

export const variantWords: readonly { scores: Scores; words: string }[] = [
  {
    // Ekavian.
    scores: [2, -1.5, -2, -1.5],
    words: `vreme vremena vremenu vremenom vremensk* mesto mesta mestu mestom mestima mestim* mesec meseca meseci mesecu mesecima mesečn*
      reč reči rečima rečju rečenic* svet sveta svetu svetom svetsk* vest vesti vestima čovek čoveka čoveku čovekov* dete deteta
      deca dece deci decu decom dečak* dečij* dečj* lepo lep lepa lepe lepi lepot* najlepš* lepš* belo beli bela bele belog belom
      sneg snega snegu snegom snežn* reka reke reku rekom rečn* leto leta letos letnj* letovanj* uvek gde negde nigde svugde ovde
      onde posle pre predsednik* predsednic* predsedav* predsedništ* predsedava* sednic* sused* susedn* sledeć* sledi posledn*
      posledic* naslednik* nasledn* nasledst* zamenik* zamenic* zameni* zahtev* izveštaj* izvešta* obavešt* obaveste* savet* rešen*
      reši* rešav* rešet* promen* promeni* izmen* izmeni* primen* primer* primeri* smer* usmer* sever* severn* cena cene ceni cenu
      cenom cenama vera vere veru veroispoves* verovatn* verovat* mera mere meru merama meri uspeh* uspeš* uspeo uspela uspeli
      uspelo uspev* obezbed* bezbed* poseti* poseta posete posetu posetom posetio posetil* podela podele deo delu delom delovi*
      delova celo cela celi cele celu celog celin* pobed* pobeđ* pobedni* telo telu telom telesn* sećan* seća* zvezd* zvezda ocen*
      ocenj* predlog* prevoz* prevoznik* prenos* preneo prenela prenelo razume razumev* voleo volela videti video videla videli
      viđen živeo živela živeli živeti želeo želela želeli želeti hteo htela hteli umeo umreo trpeo izgoreo goreo lečen* lekar* lek
      lekov* leči* mleko mleka mlečn* hleb hleba cvet cveć* cvetn* bežal* pobeg* pevač* pevačic* peva pesma pesme pesmu pesama
      pesni* nedelj* nedelju ponedelj* sreda sredu sredom nemač* nemačk* nemci nemc* namer* namera proveri* provere provera
      poverenj* verova* veruje veruju vernik* vernic* opredel* odeljenj* preduzeć* zasedan* menja* izmenj* unapred* unapređ*
      povred* povređ* uvred* dve obe obema obeju telev* čovečanstv* čovečn* vek veka vekov* vekova svedo* svest svesti osvet*
      svetlo svetlost* osvetljen* svež* razmen* razmer* zamer* preteran* proteran* poter* vešt* veštin* veće veća većnik* gradskog
      vrednos* vredn* spreč* spreči* leten* leteo letel* telohran* delatnos* delimičn* delova* sprov* učestvova* cepiv* sesti sedeo
      sedel* sedi sedišt* osećaj* oseća* doneo donela doneli donelo donet* podneo podnela podneli podnet* izneo iznela izneli iznet* uneo unela uneli unet* odneo odnela odneli nanel* naneo zanet* poneo ponela poneli razumeo odeć* vredelo cevi cevovod* mleven* nasmej* gnezd* pretnj* pripret* zapret* prete pretio pretila izvestio izvestila izvestili obavestio izmenjen* namenj* smešten* smešta* posetilac posetioc* osvežen* premešten* osetio osetil* razvedr* stena stene belgij* kolevk* delegat*`,
  },
  {
    // Ijekavian.
    scores: [-2, 1, 0.8, 1],
    words: `vrijeme mjesto mjesta mjestu mjestom mjestima mjestim* mjesec* mjesečn* riječ* rječnik* svijet* svjetsk* svjetov* vijest*
      vjesti čovjek* čovječ* dijete djetet* djeca djece djeci djecu djecom dječ* dječak* lijep* ljep* ljepot* najljepš* bijel*
      bjel* snijeg* snježn* rijeke rijeku rijeka rijekom ljeto ljeta ljetos ljetn* ljetovanj* uvijek gdje negdje nigdje svugdje
      ovdje ondje poslije prije predsjed* sjednic* susjed* sljedeć* slijed* posljed* posljedic* nasljed* zamjen* zamjeni* zamijen*
      zahtjev* zahtijev* izvješt* izvijest* obavijest* obavješt* savjet* riješ* rješ* promijen* promjen* izmijen* izmjen* primijen*
      primjen* primjer* smjer* usmjer* smješt* sjever* cijen* vjer* mjer* mjeri* uspjeh* uspješ* uspjel* uspijev* obezbijed*
      obezbjeđ* bezbjed* posjet* posjeć* podjel* podijel* dijel* djel* cijel* cjelok* cjelin* pobjed* pobijed* pobjeđ* tijelo
      tijela tjelesn* sjećan* sjeća* sjetio zvijezd* ocjen* ocijen* prijedlo* prijevoz* prijelaz* prijenos* prenijel* prenio
      razumij* razumje* voljel* vidjet* vidjel* vidio živjet* živjel* živio željel* željet* želio htjel* htjet* htio umjel* liječ*
      liječn* ljekar* lijek* lijev* mlijek* mlječn* hljeb* cvijet* cvjet* bježi* bježa* pobjeg* pjevač* pjeva* pjesm* pjesni*
      nedjelj* ponedjelj* srijed* njemačk* nijemac nijemc* namjer* namijen* provjer* povjer* vjeruj* vjerov* opredijel* odjel*
      odijel* strijel* umjet* unaprijed* unaprje* povrijed* povrje* ozlije* ozlje* uvrijed* dvije objema obje tjed* smjel* smije
      osjeć* osjet* sjedi* sjedišt* sjedn* mijenj* stijen* prijet* prijetn* prijesto* prijestol* svijes* svjes* svjed* svjet*
      svijetl* svijeć* rasvjet* sudjel* razmjen* razmjer* zamjer* pretjer* protjer* istjer* potjer* vještin* vješt* vijeć* vijek*
      letjel* vrijed* sprije* stoljeć* odoljet* zasijed* zasjed* doprinije* donijel* odnijel* nijeti poslijed* nijem* tijekom
      slijedom objašnj* prijeti* zaposljed* ljekov* raspodjel* oblijet* neprijel* nasmije* smije*`,
  },
  {
    // Serbian and Montenegrin against both others.
    scores: [1.3, -1.2, -1.8, 1.3],
    words: `dobija dobijaj* lednik* sopstven* snabdije* srećan srećn* ćuta* kancelarij* uslovi uslova opština opštine opštini opštinu opštinom opštinsk* opštinama opšte opšti opšta opštu uopšte sveopšt* takođe sjutra prekjuče`,
  },
  {
    // All but Croatian.
    scores: [0.8, 0.6, -1.8, 0.8],
    words: `saopšten* saopšti* saopštav* saopćen* saopći* hiljad* januar* februar* mart marta april* maj maja jun juna juni juli jul jula
      avgust* august* septembar septembr* oktobar oktobr* novembar novembr* decembar decembr* voz voza vozom vozovi* vozova hljeb*
      hleb* evropa evrope evropi evropu evropsk* evropljan* istorij* historij* tačk* tačno tačn* finansi* preduzeć* saobraća*
      aerodrom* avion* univerzitet* organizova* organizuj* učestvova* učesni* bezbjed* bezbed* penzi* penzioner* fudbal* ambasad*
      ambasador* sekretar* portparol* muzik* muzič* muzej* pozorišt* sistem* nivo nivoa naučn* naučnik* naučnic* kompanij*
      stomatolog* fabrik* ko neko niko svako porodic* porodičn* vakcin* hemij* hrišćan* odsto lično procenat procen* takmičen*
      takmiča* izvinjenj* izvini* kiseonik ostrv* okean* opozicij* tužilašt* tužilac tužioc* tužilaš* advokat* sudija sudije sudiju
      policajac sprat sprata stepen* stepeni supa ćebe`,
  },
  {
    // Serbian.
    scores: [1, -0.5, -1.2, -0.3],
    words: `da_li beogradsk* srbij* nedelja srpsk* vučić* vesti rts novosad* niš niša nišu beta tanjug fonet šta uslov* sveštenik*
      regulis* kritikova* realizova* finansira* štab* sudsk* kancelarij* republičk* ministark* direktork* profesork* predsednic*`,
  },
  {
    // Croatian.
    scores: [-1.6, -0.8, 2, -1.8],
    words: `tko netko nitko svatko tisuć* tjedan tjedn* siječanj siječnj* veljač* ožujak ožujk* travanj travnj* svibanj svibnj* lipnja
      srpnja kolovoz* rujan rujn* listopad* studeni studenog* prosinac prosinc* vlak vlaka vlakom vlakov* kruh kruha zrakoplov*
      zračn* izvješće izvješća izvješću izvješćem izvješćiv* izvijestio izvijestil* priopć* glede unatoč sveučiliš* veleposlan*
      županij* župan* županijsk* odvjetnik* odvjetnic* odvjetništ* sudac sudca suca sucu sucem suci sudaca povjerenstv*
      glasnogovorni* promidžb* sustav* postrojb* vojarn* mirovin* umirovljen* gospodar* gospodarstv* poduzeć* poduzetni* tvrtk*
      glazb* kazališ* redarstven*  svećenstv* europ* organizira* financij* financir* financijsk* tijekom tijek ravnatelj*
      tajnik* tajništv* nazočn* skladatelj* uhić* uhit* prosvjed* natječaj* natjecan* natjeca* natjecatelj* proračun* uporab*
      izbornik stožer* znanstv* znanost* kolodvor* putovnic* iskaznic* računal* zaslon* rajčic* cjepiv* cijeplj* cijepl* cijepi*
      ljekarn* udrug*  saborsk* kazneno kaznen* tužiteljst* tužitelj* dionic* dionič* kuna kune pučanstv* tečaj* desetljeć*
      okoliš* stupanj stupnj* doznaje doznaj* općinsk* opće uopće općenito također kuhar* nogometaš*  podrijet* žurn* žurno
       liječnik* liječnic* milijun* tisućljeć* brodovlj* pričuv*  općina općine općini ustroj*  
      predstojni* pozornost*  odgoj* odgojitelj* naklad* ured ureda uredu uredom iznimn*  osim* osobit*  posve
        potpora  razina razine razini razinu  sastavnic* skrb* skrbi spram šport* zapovjed* zapovjedni*
      uvjet* uvjeti*  zemljovid* zrak*  sukladn* iznimk* rabljen* potpor* čelnik* čelnic* reagira* uzvrati* prijepor* dvojb* dvojbe ravnateljstv* branitelj* branjenik* niječe niječu priopći* izvijesti* prosvjednik* prosvjedova* pučk* onkraj naposljetku zacijelo nedvojb* oporb* oporben* priznanic* redarstv* suglasn* suglasnost* pristojb* dužnosnik* dužnosnic* pričuvn* kolovoza ožujka travnja svibnja rujna listopada studenoga prosinca siječnja veljače vratar* zgoditk* momčad* osječk* riječk* splićan* zagrepč* hrt hina hdz plenkovi* milanovi* zagreb* hrvatsk*`,
  },
  {
    // Croatian and Bosnian.
    scores: [-1.6, 1, 0.9, -1.6],
    words: `autocest* ljestvic* pogotk* ledenja* vlastit* šutnj* šuti opskrb* općina općine općini općinu općinom općinsk* općinama općenit* opće opći opća uopće također nogomet* svećeni* prijevoz*
      prijelaz* prijenos* prijedlog* uvjet* organizir* kritizir* realizir* finansir* kontrolir* informir* izolir* definir*
      koordinir* sretn* gradonačelni* obavijest* kršćan* otok* kat kata`,
  },
  {
    // Bosnian.
    scores: [-0.8, 2.2, -1, -0.8],
    words: `saopćen* saopći* saopćav* saopćila historij* historijsk* sedmic* sedmičn* sedmica kahv* kafa lahko mehko polahko hudovic*
      sahat* bih bosn* bošnja* sarajev* sarajevsk* federacij* federaln* fbih kanton* tuzl* tuzlansk* zenic* mostar* zahvaljuj*
      muftij* reisu* hlop* truhl* općin* ambasad* izvještaj* općinsk* suštin*`,
  },
  {
    // Montenegrin.
    scores: [-0.8, -1, -1.2, 2.4],
    words: `śutra śed* śever* śekir* śever iźe* źenic* źen* źel* sjutra sjutrašnj* đe neđe niđe đed* đevojk* ćera* nijesam nijesi nijesmo
      nijeste nijesu podgori* crnogor* nikšić* cetinj* budva budvi budve kotor* pljevlj* spajić* milatović* đukanović* dps vijesti
      rtcg prijestonic* zaposlje* bjelopoljsk* tivat* tivt* herceg* ulcinj* śedni* cg`,
  },
];
