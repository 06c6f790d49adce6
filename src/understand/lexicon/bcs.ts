import type { LexiconSource } from './lexicon-source.ts';

export const bcs: LexiconSource = {
  openers: `temeljem sukladno vašu vašoj vašem vašim vaših vašeg vama vaš brine manje više a ako ali ama baš bez beše bi bih bila bile bili bilo bio biće bit bismo biste budući celi cijeli čak čim često čini da dakle dalje danas dao
    dan dana dani daleko dati deo dio do dobar dobra dobro dodao dodaje dok došao drugi druga drugo druge dva dve dvije dvoje evo gde gdje godine godina
    gotovo hoće i iako iz iza ima imaju imao imala imali inače ipak isto ista isti između iznad ispod izvan ili ja jedan jedna jedno jedini jer još jesu jučer
    juče je k ka kada kad kako kakav kakva kakvo kao kasnije kaže ko kod koja koje koji kojima kojoj koju koliko kolika koliki koncem konačno kraj krajem
    kroz kuda la lako li lani ljudi malo mada mi mimo među međutim možda mogu mora moraju moj moja moje mnogi mnoge mnogo na nad nakon naime najviše
    najveći najveća najbolji najnoviji naš naša naše ne neka neki neke neko netko nekada nema nemaju neće nego ni niko nitko nije nijedan nijedna niti
    nismo nisu nisam ništa no nova novi novo nove o oba obe obje od odakle odnosno odmah oko on ona oni one ono onaj onda osim ostali ostale ostalo ova ovaj
    ove ovi ovo ovde ovdje ovako pa pak par pet po pod početkom pokraj pored poput poslije posle posljednji poslednji posebno pošto potom pre prije preko pred
    prema pri prva prvi prvo prvog put pola povodom preostalo radi rade razlog razlozi rekao rekla reč riječ s sa sada sad sam samo se sebe sedam
    sljedeći sledeći slično smatra smo staro stari stoga su sutra sva svaka svaki svako svakog svatko sve svega svi svim svih svima svoj svoje šest šta
    što štaviše ta tada taj tako takođe također takva takav takvi te teško tek ti time tim to tog toga tom tome toj tokom tri treba treći treća trenutno tu tvoj
    u ubrzo ujedno uglavnom uoči uostalom uprkos unatoč upravo usprkos usled uslijed uvek uvijek uz van već večeras veoma više vi vrlo vam vas vaša vaš
    za zahvaljujući zajedno zapravo zar zašto zasad zato zbog zatim zna znači svakako štoviše štono tijekom dosad doduše naprotiv nažalost srećom jasno naravno
    možemo mogao moglo može sigurno hvala prošle prošli prošlog ove iduće naredne nedavno ranije kasno prvobitno istovremeno istodobno pritom pored prilikom
    nekoliko mnoštvo većina ukupno približno zatim dvojica trojica obojica ovim ovom ovog ovoj ovih onim čemu čije čiji čija nečije svako vjerojatno verovatno
    glavni glavna glavno visoki visoka bivši bivša novoizabrani tadašnji sadašnji aktualni aktuelni mladi mlada poznati poznata ugledni
    policija sud vlada ministarstvo skupština sabor građani narod vlasti opozicija mediji država rat mir zakon ustav izbori ekonomija gospodarstvo
    foto video vest vijest najava analiza komentar intervju razgovor tema tekst autor izvor objavljeno slika`,
  titles: `gospodin gospođa gospođica g gđa gosp dr mr prof doc akademik inž ing arh sci mag doktor doktorka profesor profesorka docent inženjer arhitekt
    arhitekta advokat advokatica advokatkinja odvjetnik odvjetnica pravnik pravnica ekonomist ekonomista ekonomistica ekonomistkinja politolog politikolog
    politologinja sociolog sociologinja istoričar povjesničar historičar novinar novinarka urednik urednica reporter dopisnik kolumnist kolumnista voditelj
    voditeljica analitičar analitičarka stručnjak stručnjakinja ekspert pisac spisateljica književnik književnica pesnik pjesnik pesnikinja pjesnikinja
    glumac glumica reditelj redatelj redateljica rediteljka pevač pjevač pevačica pjevačica kompozitor skladatelj muzičar glazbenik dirigent slikar slikarka kipar vajar
    umjetnik umetnik umjetnica umetnica producent producentica teniser teniserka fudbaler nogometaš košarkaš košarkašica rukometaš vaterpolist vaterpolista atletičar atletičarka
    plivač plivačica trener trenerica selektor kapiten kapetan golman vratar napadač sudija sudac sutkinja tužilac tužitelj general pukovnik
    major potpukovnik kapetan poručnik narednik admiral komandant zapovednik zapovjednik vojnik policajac inspektor načelnik direktor direktorka
    ravnatelj ravnateljica šef šefica upravnik menadžer predsednik predsjednik predsednica predsjednica potpredsednik potpredsjednik
    premijer premijerka ministar ministrica ministarka kancelar kancelarka car carica kralj kraljica princ princeza knez papa patrijarh episkop mitropolit biskup nadbiskup
    maršal vojvoda grof grofica barun baron baronica despot paša beg kardinal sveštenik svećenik fra don sv sveti sveta otac majka brat sestra sin kći kćerka ćerka suprug supruga muž žena otac djed baka deda tetka ujak stric
    portparol portparolka glasnogovornik glasnogovornica predstavnik predstavnica izaslanik izaslanica ambasador ambasadorka veleposlanik veleposlanica diplomata diplomat poslanik poslanica zastupnik zastupnica
    senator senatorka kongresmen vijećnik odbornik gradonačelnik gradonačelnica načelnica gradonacelnik lider liderka vođa čelnik čelnica sekretar
    sekretarka tajnik tajnica guverner guvernerka komesar komesarka povjerenik povjerenica poverenik aktivist aktivista aktivistkinja aktivistica
    biznismen poduzetnik preduzetnik tajkun vlasnik vlasnica osnivač osnivačica autor autorica autorka kandidat kandidatkinja kandidatkinja član članica koleg kolega koleginica
    osumnjičeni optuženi osuđeni svedok svjedok reprezentativac igrač igračica pilot vozač liječnik lekar lekarka liječnica hirurg kirurg psiholog psihologinja naučnik
    znanstvenik znanstvenica istraživač istraživačica dekan rektor ravnatelj učenik učenica student studentica studentkinja konobar kustos producent scenarist scenarista violončelist
    profesorica učitelj učiteljica nastavnik nastavnica zamjenik zamjenica zamenik zamenica pomoćnik pomoćnica savjetnik savjetnica savetnik savetnica voditelj voditeljica rukovodilac upraviteljica upravitelj predavač predavačica docentica liječnica
    porodica obitelj familija komentator komentatorka kinematograf filmaš skijaš skijašica prvak prvakinja šampion šampionka rođak unuk unuka zet nećak prijatelj prijateljica momak dečko djevojka devojka umirovljenik penzioner
    violinist pijanist pijanista gitarist bubnjar reper fotograf`,
  speech: `reka kaza kaže izjavi rekl navodi naveo navela doda istak istič poruči ocen ocijen smatra tvrdi podsje podset objasni objašnj upozor napom nagla
    najavi saopšt priopć potvrdi odgovori pojasni veruje vjeruje misli zaključ izrazi pohvali prizna poručuje prenosi komentar tvrdil primet primijet otkri dodaje napisa`,
  heads: `arhiv kinoteka kvartet kvintet trio ansambl teatar poliklinika laboratorij laboratorija tajništvo sekretarijat direktorat inspektorat pravobranilaštvo pravobraniteljstvo ministarstvo agencija komisija povjerenstvo savet savjet vijeće veće uprava institut institut fond fondacija zaklada zavod udruženje udruga savez centar
    centar fakultet univerzitet sveučilište odbor sud tužilaštvo tužiteljstvo odvjetništvo odvetništvo banka partija stranka pokret koalicija skupština sabor parlament vlada kabinet
    kancelarija ured biro komora sindikat društvo akademija škola gimnazija bolnica klinika kliničko klinički muzej galerija biblioteka knjižnica kazalište pozorište
    narodno orkestar filharmonija crkva eparhija nadbiskupija biskupija biskupska islamska zajednica asocijacija federacija liga organizacija inicijativa mreža forum konfederacija
    unija alijansa policija vojska direkcija služba inspekcija poreska porezna državni državno državna ustavni vrhovni viši osnovni općinski opštinski županijski apelacioni predsedništvo
    predsjedništvo kompanija preduzeće poduzeće holding grupa grupacija radio televizija novinska dom matica zbor klub fudbalski nogometni košarkaški rukometni vaterpolo atletski
    hrvatska-narodna republički gradski gradska gradsko pokrajinski pokrajinska opština općina specijalno specijalni europska evropska europski evropski svetska svjetska svjetski
    međunarodni međunarodna međunarodno ujedinjene ujedinjeni agencija senat kongres bundestag stožer generalštab glavni-stožer inicijativa koalicija savez platforma demokratska
    demokratski socijalistička liberalna narodna nacionalna nacionalni radnička seljačka zelena visoki visoko opća opšta krizni veleposlanstvo ambasada konzulat oš sš kud hnk dvd pučko učilište konzervatorij konzervatorijum matica postrojba eskadrila depozitarna podružnica elektroprivreda elektrodistribucija sektor misija karitas caritas toplana vodovod rudnik termoelektrana hidroelektrana aerodrom rafinerija zavod dom galerija udruga središte povjerenstvo`,
  marks: `doo dd ad jp univerzitet sveučilište university institute bank banka group grupa holding inc ltd gmbh ag fc fk nk kk hnk rk gnk bk`,
  announces: `snage snaga jedinica garda gardija brigada tribunal kompanija tvrtka firma preduzeće poduzeće ansambl agencija stranka partija pokret list dnevnik nedeljnik tjednik časopis magazin portal sajt televizija tv radio klub grupa bend sastav
    koncern udruženje udruga organizacija fondacija zaklada banka holding izdavač kuća bolnica hotel restoran fabrika tvornica korporacija gigant orkestar galerija kazalište pozorište škola`,
  inPlaces: `u na iz od do kod blizu oko pokraj pored prema kroz preko između ispred iza`,
  notNames: `republika federacija kanton zakon zakonik vaš vaša vaše vašu vašoj vam vas vama bog božić uskrs ramazan bajram nova novi evropa europa balkan internet ustav zemlja sunce mesec mjesec vaskrs ponedeljak utorak sreda četvrtak petak subota nedelja
    januar februar mart april maj jun jul avgust septembar oktobar novembar decembar siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac
    prvi drugi treći svetski svjetski rat hladni zapad istok sever sjever jug islam hrišćanstvo kršćanstvo jugoslavija olimpijske igre liga
    brent`,
  surnames: `ić ović ević escu opulos opoulos dis shvili švili dze oglu sky skij ovski evski inski itch son sen berg stein štajn man ić`,
  personNouns: `istica ičarka teljica ologinja ičar ačar njak nik ista telj lac olog ograf kinja ionar čki ški`,
};
