import type { LexiconSource } from './lexicon-source.ts';

export const tr: LexiconSource = {
  openers: `eğer maç maçı maçın ilkine adının adını genel özelde özel bunda bundan buradan oradan şimdiye eğitim öğrenim ayrıntılı yılda sezon sezonda yönetmen yapım yapımcı yazar roman romanı romanın babası amcası dedesi kocası karısı acaba ama ancak artık aslında aynı az bana bazı bazen bazıları belki ben beri bile bir birçok biraz biri birkaç biz böyle böylece böylelikle bu buna bunlar bunların bunu bunun bununla burada bugün bütün
    birlikte çeşitli çoğu çok çünkü da daha dahası de değil defa diğer diye dolayısıyla dün dünya en fakat gece genel genellikle gibi gerçek gün günümüzde göre halen hâlâ hangi hatta hem henüz hepsi her
    herkes hiç hiçbir ile ilk ilgili ise işte için içinde ikinci iki ileri insanlar insan iyi kaç kadar karşı karşın kendi kendisi kim kısa kimi kişi ki küçük lakin mesela mi mı nasıl ne neden nedeniyle nerede
    niçin niye o olan olarak olay on ona ondan onlar onların onu onun oldukça oysa önce öncelikle öte özellikle öyle pek peki rağmen ramen sadece sanki sen siz son sonra sonraki sonunda sonuç sonuçta şey şimdi şu
    şunlar süre tam tarafından tek tüm üç üçüncü üzerine ve veya ya yani yani yeni yeniden yine yok yoksa zaman zaten ayrıca film filmin albüm albümün kitap kitabı dizi dizinin oyun oyunun şehir şehrin köy köyün
    köy ilçe ilçenin il bölge bölgede nüfusu takım takımın kulüp kulübün grup grubun şarkı savaş savaşı savaştan devlet yıl yılında yıllarda yılı aynı babası annesi kardeşi oğlu kızı eşi doğum ölümü çocukluğu kariyeri
    hayatı bitki bitkinin türü türün tür türleri ailesi adı ismi annesi babasının yaklaşık böylece günü fotoğraf video resim toplam ancak başlangıçta başka bunlardan ardından şubat hastalık müzik sistem sistemi bilgisayar
    sanat sanatçı halk dil dili tarih tarihi tarihte merkez orta eski büyük yüksek düşük geniş uzun kısa siyah beyaz kırmızı mavi yeşil sarı kuzey güney doğu batı`,
  titles: `bay bayan sayın dr prof doç doçent avukat av doktor profesör ekonomist siyasetçi sosyolog tarihçi gazeteci yazar yazarı editör analist uzman şair oyuncu oyuncusu aktör aktris yönetmen yönetmeni şarkıcı şarkıcısı
    besteci müzisyen ressam sanatçı sanatçısı teknik-direktör antrenör kaptan futbolcu basketbolcu hakim savcı general albay yarbay binbaşı amiral komutan komutanı polis müdür müdürü şef başkan başkanı başkanvekili
    cumhurbaşkanı başbakan başbakanı bakan bakanı şansölye şansölyesi kral kralı kraliçe kraliçesi imparator imparatoru padişah sultan prens prensi prenses papa patrik imam baba annesi kardeşi oğlu kızı eşi kocası karısı sözcü
    sözcüsü temsilci temsilcisi büyükelçi büyükelçisi diplomat milletvekili senatör danışman danışmanı belediye sekreter sekreteri vali valisi komiser aktivist işadamı sahibi kurucu kurucusu aday adayı üye üyesi meslektaşı
    hekim psikolog bilim araştırmacı dekan rektör lider lideri matematikçi fizikçi filozof mimar mimarı rahip piskopos hz aziz azize şehzade sadrazam vezir
    direktör direktörü koordinatör koordinatörü antrenörü kaptanı golcüsü kalecisi yıldızı stoperi hakemi gözlemcisi raportörü savcısı başsavcısı hakimi avukatı doktoru profesörü öğretmeni muhtarı
    muhtar kaymakamı rektörü dekanı uzmanı ekonomisti analisti gazetecisi muhabiri imamı müftüsü müftü eşbaşkanı yardımcısı vekili diplomatı elçisi milletvekilleri çiftçi esnaf emekli
    öğrenci öğrencisi amca teyze dayı abla hoca`,
  speech: `dedi söyledi belirtti ifade açıkladı konuştu vurguladı ekledi kaydetti aktardı savundu iddia uyardı duyurdu yanıtladı yazdı diyen anlattı`,
  heads: `türkiye avrupa birleşmiş dünya uluslararası milli ulusal anayasa yüksek merkez türk
    devlet`,
  marks: `bakanlığı ajansı komisyonu konseyi müdürlüğü enstitüsü fonu vakfı kurumu derneği birliği merkezi fakültesi üniversitesi komitesi mahkemesi savcılığı bankası partisi hareketi koalisyonu meclisi parlamentosu hükümeti
    hükûmeti odası sendikası şirketi akademisi okulu lisesi hastanesi müzesi kütüphanesi tiyatrosu orkestrası kilisesi federasyonu ligi örgütü girişimi forumu konfederasyonu ittifakı polisi ordusu teşkilatı başkanlığı kuvvetleri
    kulübü takımı grubu holding televizyonu radyosu gazetesi dergisi komutanlığı kurulu donanması üniversite fk sk fc cf bc united city records entertainment company university institute school college bank group cemiyeti koleji
    cephesi birlikleri komutanlığı belediyesi kongresi senatosu heyeti bürosu ofisi dairesi şubesi koro korosu stüdyoları pictures music films studios wanderers rovers spurs suns gmbh ltd inc llc
    valiliği kaymakamlığı idaresi başsavcılığı büyükelçiliği konsolosluğu başkonsolosluğu patrikhanesi patrikliği müftülüğü emniyeti tugayı borsası müsteşarlığı kurultayı genelkurmayı komiserliği
    misyonu sekreterliği ombudsmanlığı barosu konsorsiyumu gözlemevi rasathanesi işletmesi hastaneleri tabipleri meclisleri platformu inisiyatifi`,
  announces: `şirketi şirket firması firma ajansı gazetesi dergisi partisi kulübü grubu vakfı bankası`,
  inPlaces: '',
  notNames: `tanrı allah noel ramazan bayramı avrupa balkanlar internet anayasa dünya güneş ay pazartesi salı çarşamba perşembe cuma cumartesi pazar ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
    batı doğu islam kuran incil tevrat türkçe ingilizce fransızca almanca arapça rusça latince yunanca osmanlı bizans roma müslüman hristiyan musevi yahudi amerikan ingiliz fransız alman türk rus arap yunan italyan ispanyol japon
    çin kürt ermeni savaş cumhuriyet i ii iii iv vi vii viii ix xi xii
    brent`,
  surnames: `oğlu gil er kaya yılmaz demir türk soy han ov ova ev eva yev yan vich ski son sen berg stein man escu opulos dis`,
  personNouns: `ci cı cu cü çi çı çu çü li lı man`,
};
