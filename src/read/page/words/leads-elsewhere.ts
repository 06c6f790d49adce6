import { starts } from './patterns.ts';

/** Begins a line that leads to other articles. Languages in the order en, sr/hr/bs/cnr/sl, sq, sr/mk/bg in Cyrillic, el, ro, tr. */
export const LEADS_ELSEWHERE = starts(String.raw`
  read (?:also|more|next|this|the full|our|further|original); also read; see also;
  related(?: (?:news|articles?|stories|posts?|content|topics?|links?|coverage|reading|video))?[:：];
  more (?:on this|from|about this|stories|in); don.?t miss;
  you (?:may|might) (?:also )?(?:like|be interested|enjoy); continue reading; must read;
  recommended(?: for you| reading)?:; click here; watch(?: also| more| now)?:; also on; more:; up next;
  editor.?s (?:pick|choice)s?; what to read next; elsewhere on; further reading; in case you missed it;
  procitajte(?: i| jos| vise| ovde| kompletan| ceo)?[: ]; procitaj(?: i| jos| vise); citajte(?: i| jos| vise| nas);
  pogledajte(?: i| jos| vise| video| galeriju| kako| na);
  povezan[aeio](?: (?:vesti|vijesti|tekst\p{L}*|clan\p{L}*|tem\p{L}*|novice))?:?$;
  vezan[aei] (?:vesti|vijesti|tekst\p{L}*); slicn[aei] (?:vesti|vijesti|tekst\p{L}*|clanci); vise o (?:ovoj )?temi;
  jos (?:vesti|vijesti|iz rubrike|o temi); preporucujemo; izdvajamo;
  mozda (?:vas|ce vas|te) (?:zanima|interesuje|zanimati); nastavite sa citanjem; opsirnije; opsirnije na;
  saznajte vise; najcitanije; najnovije vesti; najnovije vijesti; iz iste rubrike; ne propustite;
  preberite (?:tudi|se|vec); preberi (?:tudi|se|vec); sorodn[ei] (?:clank\p{L}*|novic\p{L}*|vsebin\p{L}*);
  vec o (?:temi|tem); oglejte si; poglejte (?:tudi|si);
  lexo(?:ni)? (?:edhe|me shume|me teper|ketu|gjithashtu|po ashtu); lexo(?:ni)?:;
  shiko(?:ni)? (?:edhe|gjithashtu|me shume); te ngjashme; lajme te ngjashme; te lidhura; lajme te lidhura;
  me shume (?:nga|lajme); mund t.?(?:ju|iu) (?:pelqej\p{L}*|interesoj\p{L}*); rekomandojme; me te lexuarat;
  lajmet e fundit; прочита(?:јте|ј)(?: и| jош| још| повеќе| више| ја| уште); прочитајте;
  читајте (?:и|још|повеќе|уште); погледајте (?:и|још); погледнете (?:и|уште);
  повезан[аеио](?: (?:вести|вијести|текст\p{L}*))?:?$;
  поврзан[аио](?: (?:вести|содржин\p{L}*|стати\p{L}*|напис\p{L}*))?:?$; поврзано; слични (?:вести|статии|текстови);
  сличне (?:вести|вијести); можеби ќе ве интересира; повеќе (?:на темата|вести); више о (?:овој )?теми;
  препорачуваме; препоручујемо; издвајамо; опширније; најчитано; најчитаније; најново; прочетете (?:още|и|повече);
  прочети (?:още|и); вижте (?:още|и|повече|галерия\p{L}*); виж (?:още|и);
  още (?:по темата|от|новини|за|от категорията); по темата; свързани (?:новини|статии|публикации|теми);
  сродни (?:статии|новини); подобни (?:новини|статии); препоръчваме; препоръчани; може да (?:ви|те) хареса;
  не пропускай\p{L}*; най-четени; последни новини; четете (?:още|и);
  διαβαστε (?:επισης|ακομ[αη]|περισσοτερα|και|ολη|εδω|αναλυτικα); διαβαστε:;
  δειτε (?:επισης|ακομ[αη]|περισσοτερα|εδω|και); σχετικα(?: (?:αρθρα|θεματα|νεα))?:?$; σχετικ[αο]ς? αρθρ\p{L}*;
  περισσοτερα (?:για|απο|στο|νεα); μη χασετε; ροη ειδησεων; ολες οι ειδησεις; προτεινομενα;
  citest[ei] (?:si|mai|si:|continuarea|integral|articolul|in continuare|tot);
  cititi (?:si|mai|aici|articolul|continuarea); vezi (?:si|mai|galeri\p{L}*|aici|video); vedeti si;
  pe aceeasi tema; articole(?:le)? (?:similare|asemanatoare|recomandate|recente);
  stiri(?:le)? (?:similare|recomandate|pe aceeasi); te-?ar putea interesa; ti-ar putea placea; recomandari;
  recomandat(?:e)? pentru; nu rata; cele mai citite; mai multe (?:despre|din|stiri); afla mai mult\p{L}*;
  ayrica (?:okuyun|bakiniz|bkz); bunlar da ilginizi cekebilir; ilginizi cekebilir;
  ilgili (?:haber|yazi|icerik)\p{L}*; devamini oku; devami icin; haberin devami; tiklayin(?:iz)?;
  haberin detaylari; benzer (?:haber|icerik)\p{L}*; en cok okunan\p{L}*; okumaya devam;
  daha fazla\p{L}* (?:haber|icin|oku\p{L}*); onerilen (?:haber|icerik|yazi)\p{L}*; son dakika haberleri
`);
