import type { LexiconSource } from './lexicon-source.ts';

export const sl: LexiconSource = {
  openers: `a ali ampak bi bil bila bili bilo bo bodo bom brez cel celo če čeprav čez da dan danes dobro dodal dokler dosedanji drug druga drugi dva dve do
    eden en ena eno enkrat foto glede gre hkrati in ima imajo iz ja jaz je jih kaj kako kakor kar kateri katera katero kdaj kdo kdor ker ki kje kljub ko koliko kot
    kjer k lahko lani letos leta leto ljudje mnogi mnoge mogoče mora morajo med mi moj na nad naj najbolj najprej namreč naprej nato naš ne nekaj nekateri
    nekoč ni nihče nič niso nova nove novi novo o ob oba od on ona oni ono pa po pod podobno pogosto poleg potem pozneje prav pravi pred predvsem preden prej preko
    pri prva prve prvi prvo proti razen s saj sam samo se seveda si sicer skoraj skupaj skozi smo so ste še šele ta tak tako takrat tam te tem ter tega ti tisti
    to toda torej trenutno tri tu tudi v vse vsaj vsak vsi včeraj večina vendar več ves videti za zadnji zakaj zaradi zato zdaj zelo zjutraj zlasti že
    žal sedaj znano glavni nekdanji nekdanja dosedanja policija vlada sodišče stranka država`,
  titles: `gospod gospa g ga dr mag prof doc inž akademik doktor profesor profesorica odvetnik odvetnica pravnik pravnica ekonomist ekonomistka politolog sociolog zgodovinar novinar
    novinarka urednik urednica analitik analitičarka strokovnjak strokovnjakinja pisatelj pisateljica pesnik pesnica igralec igralka režiser režiserka pevec pevka skladatelj
    glasbenik dirigent slikar slikarka umetnik umetnica trener selektor kapetan nogometaš košarkar kolesar smučar smučarka tenisač tenisačica sodnik sodnica tožilec tožilka general
    polkovnik major poveljnik policist inšpektor načelnik direktor direktorica ravnatelj vodja šef predsednik predsednica podpredsednik podpredsednica premier premierka
    minister ministrica kancler kanclerka kralj kraljica princ papež škof nadškof kardinal duhovnik pater sveti oče mati brat sestra sin hči soprog soproga mož žena
    predstavnik predstavnica govorec govorka veleposlanik veleposlanica diplomat poslanec poslanka senator senatorka svetnik svetnica župan županja sekretar sekretarka
    guverner komisar komisarka aktivist aktivistka podjetnik lastnik lastnica ustanovitelj avtor avtorica kandidat kandidatka član članica kolega zdravnik zdravnica psiholog
    znanstvenik raziskovalec raziskovalka dekan rektor osumnjičeni obtoženi`,
  speech: `reke rekl dejal deja poveda pravi meni menil poudar doda ocen opozor napoved pojasn sporoč zatrd trdi izjavi naved pripomn spomni potrd odgovor zapisa sklen`,
  heads: `ministrstvo agencija komisija svet uprava inštitut fond fundacija zavod združenje zveza center fakulteta univerza odbor sodišče tožilstvo banka stranka gibanje koalicija
    parlament vlada urad zbornica sindikat društvo akademija šola gimnazija bolnišnica klinika klinični muzej galerija knjižnica gledališče orkester filharmonija cerkev škofija nadškofija
    federacija liga organizacija pobuda mreža forum konfederacija unija policija vojska direkcija služba inšpektorat državni državna ustavno vrhovno višje okrožno skupnost brigada občina
    evropska evropski evropsko svetovna svetovni mednarodni mednarodna združeni družba holding skupina radio televizija`,
  marks: `doo dd sp univerza university institute bank banka group skupina holding inc ltd gmbh ag fc nk kk rk`,
  announces: `družba podjetje firma agencija stranka gibanje časnik dnevnik tednik časopis revija portal televizija radio klub skupina zasedba koncern združenje organizacija fundacija banka holding
    založba bolnišnica hotel restavracija tovarna korporacija orkester galerija gledališče šola`,
  inPlaces: 'v na iz od do pri blizu okoli proti skozi čez med pred za',
  notNames: `brent republika zakon zveza občina bog božič velika noč ramazan evropa balkan internet ustava zemlja sonce luna ponedeljek torek sreda četrtek petek sobota nedelja januar februar marec april maj junij julij
    avgust september oktober november december svetovna zahod vzhod sever jug islam`,
  surnames: `ič ovič evič nik šek čič šič escu opulos oglu ovski evski son sen berg stein man ež ec`,
  personNouns: `arka ičarka teljica ičar njak nik ista ist telj lec olog ograf inja ičarka nica`,
};
