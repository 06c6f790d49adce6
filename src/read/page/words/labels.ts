import { whole } from './patterns.ts';

/** Is all of a line: buttons, labels, share bars, comment boxes. Languages in the order en, sr/hr/bs/cnr/sl, sq, sr/mk/bg in Cyrillic, el, ro, tr. */
export const LABEL = whole(String.raw`
  share(?: (?:this|on|via|it|article|story|now)(?: \p{L}+){0,3})?; tweet; pin(?: it)?; e-?mail; print; whatsapp;
  viber; telegram; facebook; twitter; linkedin; x; reddit; messenger; instagram; copy link; save; like(?: this)?;
  reply; comments?; leave a (?:comment|reply); add (?:a )?comment; post (?:a )?comment; advertisement; advertising;
  sponsored(?: content)?; ad; promoted; close; loading(?: \p{L}+)?; play(?: video)?; video; photos?; gallery;
  photo gallery; image \d+ of \d+; image; next; prev(?:ious)?; back; home; menu; search; tags?; topics?;
  categor(?:y|ies); source; author; by; date; publish(?:ed)? date; text size; listen(?: to (?:this )?article)?;
  follow(?: us)?; subscribe(?: now)?; sign (?:in|up); log ?in; register; show more; read more; view more;
  load more; more; see all; see full gallery; view gallery; latest; popular; trending; highlights; opinion; news;
  breaking news; live; updated; story highlights; skip to (?:main )?content; report (?:a )?(?:typo|error|mistake);
  top stories; min(?:ute)?s? read;
  related(?: (?:news|articles?|stories|posts?|content|topics?|links?|coverage|reading|videos?))?;
  podeli(?:te)?(?: \p{L}+){0,3}; podijeli(?:te)?(?: \p{L}+){0,3}; deli(?:te)?(?: na \p{L}+)?; komentar[ai]?;
  komentarisi(?:te)?; komentiraj(?:te)?; ostavi(?:te)? komentar; posalji(?:te)? komentar; dodaj komentar;
  oglas[ie]?; reklam[aei]; marketing; sponzorisano; galerija; foto ?galerija; fotografije;
  slusaj(?:te)? (?:vest|vijest|tekst|clanak)\p{L}*; stampaj; ispis; tagovi; oznake; kljucne reci; kljucne rijeci;
  kljucne besede; izvor; autor(?:ka|i)?; pise; datum; ucitavanje; pocetna; naslovna; vesti; vijesti; vec; zatvori;
  prijavi(?: gresku| se)?; pretplati se; prethodna?; sledeca?; sljedeca?; vidi sve; jos; prikazi (?:vise|jos);
  oglasno sporocilo; vsebina; sorodno; kopiraj (?:link|vezu); shperndaj\p{L}*(?: \p{L}+){0,3};
  ndaj(?:e|eni)?(?: \p{L}+){0,3}; koment[eiot]*; lini nje koment; shto(?:ni)? koment\p{L}*; komento; reklam\p{L}*;
  publicitet; galeri; fotogaleri; printo; etiketa; burimi; autori; lajme; kryefaqja; mbyll; regjistrohu; me shume;
  me te lexuarat; сподели(?:те)?(?: \p{L}+){0,3}; подели(?:те)?(?: \p{L}+){0,3}; подијели(?:те)?(?: \p{L}+){0,3};
  коментари?; коментирај(?:те)?; коментариши(?:те)?; остав(?:и|ете|ите) коментар; напиши коментар; реклам[аеи];
  оглас[иа]?; обява; галерија; фотогалерия; галерия; снимки; печати; принт; тагови; тагове; етикети; ознаке; извор;
  източник; автор; аутор; почетна; насловна; вести; новини; затвори; зареждане; повеќе; още; отговор; харесай;
  абонирай се; виж всички; следваща?; предишна?; видео; снимка; фото; κοινοποιηση; κοινοποιηστε(?: \p{L}+){0,3};
  μοιρασου(?: \p{L}+){0,3}; μοιραστειτε(?: \p{L}+){0,3}; σχολια; σχολιαστε; σχολιο; αφηστε (?:ενα )?σχολιο;
  προσθηκη σχολιου; διαφημιση; χορηγουμενο; φωτογραφιες; εκτυπωση; ετικετες; πηγη; συντακτης; αρχικη; ειδησεις;
  κλεισιμο; φορτωση; περισσοτερα; εγγραφη; συνδεση; βιντεο; ακολουθηστε μας; distribuie(?: \p{L}+){0,3};
  partajeaza(?: \p{L}+){0,3}; trimite(?: pe \p{L}+)?; comentari[iu](?:le)?; comenteaza; lasa un comentariu;
  adauga (?:un )?comentariu; publicitate; reclama; galerie foto; foto; tipareste; printeaza; etichete; taguri;
  sursa; autor; acasa; stiri; inchide; mai mult(?:e)?; aboneaza-te; vezi toate; paylas(?:in)?(?: \p{L}+){0,3};
  yorum(?:lar)?; yorum (?:yap|ekle|yaz)\p{L}*; reklam(?:lar)?; ilan; foto ?galeri; yazdir; etiketler; kaynak;
  yazar; anasayfa; ana sayfa; haberler; kapat; yukleniyor; daha fazla; abone ol; giris yap; kaydet; begen; dinle;
  haberi dinle
`);
