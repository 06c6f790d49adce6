import type { Group } from '../forms/language-group.ts';
import { fold } from '../text/fold.ts';

/** Stems of words, folded, asked for by the beginnings of a word. */
export interface Stems {
  has(folded: string): boolean;
}

/** Stems parted by white space; the shortest have three letters. */
export function stemsOf(text: string): Stems {
  const stems = new Set(text.trim().split(/\s+/).map(fold));
  const longest = Math.max(...[...stems].map((stem) => stem.length));
  const look = (folded: string) => {
    for (let length = Math.min(folded.length, longest); length > 2; length--)
      if (stems.has(folded.slice(0, length))) return true;
    return false;
  };
  const known = new Map<string, boolean>();
  return {
    has(folded) {
      let found = known.get(folded);
      if (found === undefined) {
        found = look(folded);
        if (known.size > 10_000) known.clear();
        known.set(folded, found);
      }
      return found;
    },
  };
}

/** What only a person does or is: to be born, to marry, to play, to be arrested. Verbs after the subject; in Turkish the sentence's last. */
export const deeds: Record<Group, Stems> = {
  bcs: stemsOf(`rođen rodio rodila umro umrl preminu oženi udala razve igra glumi pjeva peva svira napisa piše snimi slikao slikala studira diplomir doktorir predaje živi živio živjel živel
    preselio preselila uhapsi uhapšen uhićen uhitili priveden pritvoren osuđen optužen ubijen ubio ubila poginu povrijeđen povređen ranjen upucan imenovan izabran smijenjen smenjen podnio podnijel podneo podnela
    otputova doputova sastao sastala susreo susrela rukova zaplaka nasmija nasmije smije sjedi sedi sjeća seća slaže zahvali čestita ispričava izvini zamoli priča ispriča misli vjeruje veruje
    tvrdi zaključuje poručuje smatra kritizir kritiku izrazi osvoji pobedi pobijedi pobjedi poražen zabi postig nastupi debitir trenira trči pliva voli zna želi odgovara kaže doda priznaje objašnjava`),
  sl: stemsOf(`rojen umrl poročil igra zaigra nastopi poje zapel napisal piše posnel študira diplomir doktorir poučuje živi preselil aretiran priprt obsojen obtožen ubit umorjen poškodovan ranjen imenovan
    izvoljen razrešen odstopil sestal srečal zmaga osvojil premaga zadel zabil dosegel trenira dodaja meni pravi opozarja poudarja trdi`),
  mk: stemsOf(`роден родена почина ожени омажи игра пее свири напиша пишува сними студира дипломир живее уапсен приведен обвинет осуден убиен загина повреден ранет именуван избран разрешен поднесе сретна
    состана победи освои постигна трча вели смета верува мисли порача`),
  bg: stemsOf(`роден родена почина ожени омъжи играе игра пее свири написа пише снима учи завършва завърши живее арестуван задържан обвинен осъден убит загина пострада ранен назначен избран освободен подаде срещна
    победи спечели отбеляза вкара бяга смята вярва мисли`),
  el: stemsOf(`γεννήθηκε πέθανε παντρεύτηκε παίζει έπαιξε τραγουδ έγραψε γράφει σπούδασε ζει έζησε συνελήφθη καταδικάστηκε κατηγορείται σκοτώθηκε τραυματίστηκε διορίστηκε εξελέγη παραιτήθηκε συναντήθηκε νίκησε κέρδισε σκόραρε πέτυχε
    πιστεύει θεωρεί`),
  sq: stemsOf(
    `lindi lindur vdiq martua luan luajti këndon shkroi shkruan studioi jeton jetoi arrestua dënua akuzohet vra vdes plagos emërua zgjodh dorëhoq takua fitoi mundi shënoi mendon beson`,
  ),
  ro: stemsOf(`născut născută murit decedat căsătorit joacă jucat cântă cântat scris scrie studiat absolvit trăiește trăit locuiește arestat reținut condamnat acuzat ucis împușcat rănit numit numită ales aleasă demis
    navigat plecat fugit mărșăluit jurat fondat dirijat emigrat demisionat întâlnit câștigat învins marcat înscris crede consideră povestește declară spune afirmă susține predă debutat interpretat regizat compus pictat`),
  tr: stemsOf(`doğdu doğmuş doğan öldü ölmüş ölen öldürül evlen boşan oynadı oynamış oynuyor oynamakta oynayan rol kazandı kazanmış yendi gol forma attı atmış yazdı yazmış söyle dedi demiş istedi istemiş çalıştı çalışmış çalışan katıldı düşün gitti gitmiş
    geldi sevdi öğren karşılaş tırman tutuklan gözaltı yargılan mahkum idam vurul yaralan atandı atanmış seçildi seçilmiş istifa göreve görevine kovul emekli mezun eğitim öğrenim okudu konuş anlat fark gülümse ağla uyan yaşadı yaşamış yaşıyor
    bahset karar verdi vermiş getiril başarısız şarkıcı futbolcu oyuncu oyuncus yazar yazarı müzisyen siyaset politika ressam şair general asker bilim mucit kardeş oğlu kızı karısı kocası eşi annesi babası arkadaş kaçtı kaçmış ayrıldı ayrılmış
    döndü dönmüş bırak serbest kaçır kurtar taşın doğmuştur tanış aşık peşine bekle seviyor nefret inan ister istiyor dinle izle yürü koştu oturdu kalktı uyu gördü görür bildi biliyor kaybet destekl övdü suçla itiraf reddet davet teşekkür özür yemin saldır fethet sürgün hapis bestele kaydet yönet oynar başrol konuk imzala asist pas smaç smaçör vermek döven fark düğün nişan yumruk soruştur sorgu cinayet intihar ağzından transfer teknik direktör antrenör şampiyon yıldızı sanatçı kral imparator padişah prens komutan taraftar kitap makale`),
  en: stemsOf(
    `married died born scored resigned testified pleaded arrested sentenced convicted wrote tweeted joked smiled laughed wept thinks believes recalled grew graduated studied retired`,
  ),
};

/** Nouns that tell in Turkish that the sentence is about a place, a thing or a kind. */
export const kinds: Stems = stemsOf(
  `köydür köyüdür mahalledir ilçesidir ilçedir kasabadır kasabasıdır şehridir şehirdir kentidir belediyesi beldesi komün gmina rayon nüfus yüzölçüm bağlı cinsi türü familya bitki hayvan böcek albümü albümüdür single filmi
   filmdir dizisi dizisidir şarkısı şarkısıdır kulübü kulübüdür takımı üniversite nehri gölü dağı adası yazılım programlama oyunudur oyunu dilidir mineral bileşik eserdir gazete dergi`,
);

/** Turkish participles of what people do: who wears, plays, marries, wins, says. */
export const participles: ReadonlySet<string> = new Set(
  `giyen oynayan yapan yazan söyleyen çalan anlaşan anlayan atan kazanan kaybeden evlenen boşanan ayrılan katılan gelen giden kaçan dönen çıkan giren düşen ölen doğan büyüyen yaşayan çalışan öğrenen öğreten gören duyan bilen isteyen
  düşünen inanan seven bekleyen bulan arayan kuran yöneten öldüren vuran yenen savunan eleştiren açıklayan konuşan anlatan belirten taşıyan kalan okuyan bitiren başlayan bırakan çeken çizen besteleyen
  seslendiren canlandıran üstlenen yetişen imzalayan gönderen getiren götüren veren tanışan buluşan görüşen döven kurtaran tutan sürdüren bıkan kızan üzülen sevinen ağlayan gülen uyanan yakalanan tutuklanan`
    .split(/\s+/)
    .map(fold),
);
