import { fold } from './patterns.ts';

/** Only the source of a picture: "Tanjug/AP Photo/Name", "Shutterstock". */
export const PICTURE_SOURCE =
  /^[^\p{L}\p{N}]*(?:(?:(?:tanjug|beta|fonet|hina|sta|mia|bta|ata|fena|srna|mina|agerpres|mediafax|amna|anadolu|aa|reuters|afp|ap|epa|efe|epa-efe|dpa|pixsell|cropix|profimedia|getty images|shutterstock|танјуг|бета|фонет|миа|срна|бта|бгнес)(?: ?photo| via [\p{L} ]+)?) ?\/[\p{L}\p{N}\s.,/@-]{2,70}|shutterstock|getty images(?: [\p{L}]+)?|profimedia|pixsell|epa-efe|unsplash|pixabay|freepik|printscreen|screenshot|ilustracij[ae]|ilustrim|илустрациј[ае]|илюстрация|arhiva?|архива?|αρχειο|arhiv[aă] foto)[^\p{L}\p{N}]*$/u;

/** Credits an agency with the text, at its end. */
export const AGENCY_CREDIT =
  /^[^\p{L}\p{N}]*(?:source|izvor|vir|burimi|извор|източник|πηγη|sursa|kaynak|agencij[ae])\s*:\s*.{0,30}(?:tanjug|танјуг|beta|бета|fonet|фонет|hina|\bsta\b|mia|миа|bta|бта|\bata\b|fena|srna|срна|mina|agerpres|mediafax|amna|απε|anadolu|reuters|afp|\bap\b|dpa|makfax|макфакс|rtt|mkd|bgnes|бгнес|\bdha\b|\biha\b|\baa\b)/u;

/** A clock time alone, as before each entry of a live blog. */
export const CLOCK =
  /^[^\p{L}\p{N}]*\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?: ?(?:h|am|pm|uhr|ч|час|часа|ora))?[^\p{L}\p{N}]*$/u;

/** Claims rights over the text. */
export const COPYRIGHT = fold(
  /^[^\p{L}\p{N}]*(©|\(c\)|copyright)|all rights reserved|sva prava (?:zadrzana|pridrzana|su)|te gjitha te drejtat|сите права|сва права|всички права запазени|με επιφυλαξη παντος|toate drepturile (?:sunt )?rezervate|tum haklari saklidir|her hakki saklidir|vse pravice pridrzane/u,
);

/** A post address, phone number, fax or e-mail: what stands under an outlet's page. */
export const CONTACT = fold(
  /(?:^|[^\p{L}\d])(?:\+|00)\d{2,3}[\s()./-]*\d[\d\s()./-]{5,}|(?:^|[^\p{L}])(?:tel|phone|telefon|fax|faks|mob|cel|тел|телефон|факс|τηλ|τηλεφωνο|fakss?)\.?(?: ?\/ ?fax)? ?[:.]? ?[+(]?\d|[\p{L}\d._-]+@[\p{L}\d-]+\.[a-z]{2,}|(?:^|[^\p{L}])(?:address|adresa|adresë|адреса|адрес|διευθυνση|adres) ?:/u,
);

/** Forbids copying. */
export const FORBIDS_COPYING = fold(
  /(?:zabranjeno|nije dozvoljeno|zabranjuje se|забрането|забрањено|забранено|без (?:писмена )?(?:дозвола|дозволе)|bez (?:pismen\p{L}+ )?(?:dozvole|odobrenja|saglasnosti)|ndalohet|pa leje|απαγορευεται|χωρις (?:την )?αδεια|este interzis\p{L}*|fara acord\p{L}*|izinsiz|izin alinmadan|prepovedan\p{L}*|brez dovoljenja|without (?:prior )?(?:written )?permission|may not be (?:published|reproduced)).*(?:preuzim|prenos|kopir|objavljiv|teksta|sadrzaj|преземањ|преузимањ|копир|пренес|објавув|използван|kopjim|riprodhim|perdorim|αναδημοσ|αναπαραγ|preluare|reproduce|kopya|alinti|yayin|vsebin|published|republish|reproduc|broadcast)|(?:preuzim|prenos|kopir|преземањ|преузимањ|копир|използван|kopjim|riprodhim|αναδημοσ|αναπαραγ|preluare|reproducere).*(?:zabranjen|nije dozvoljen|dozvoljen|забранет|забрањен|забранен|дозволен|ndaloh|lejoh|απαγορευ|επιτρεπ|interzis|permis)/u,
);

/** Offers the rest of the text for money or a login. */
export const OFFERS_REST = fold(
  /(?:subscribe|sign up|log ?in|sign in|register|become a (?:member|subscriber)|start your (?:free )?trial|buy a subscription|create (?:a )?free account) (?:now )?(?:to|and|for) (?:\p{L}+ ){0,3}(?:read|continue|access|unlock|keep|full|get access|view)|to (?:continue|keep) reading|this (?:article|content|story) is (?:for|only|available|exclusive|reserved)[\p{L} ]{0,20} (?:subscribers|members|premium)|(?:already|not) a subscriber|subscribers only|exclusively for (?:our )?(?:subscribers|members)|(?:pretplatite se|prijavite se|postanite pretplatnik|kupite pretplatu)[\p{L} ,]{0,40}(?:citanje|citali|nastav\p{L}*|pristup\p{L}*|ceo|cijeli|dostup\p{L}*)|(?:za nastavak citanja|samo za pretplatnike|ovaj (?:tekst|clanak|sadrzaj) je (?:dostupan )?(?:samo |iskljucivo )?(?:za )?(?:pretplatni\p{L}*|premium)|sadrzaj (?:je )?dostupan (?:samo )?pretplatnicima|vsebina je na voljo (?:samo )?narocnikom|samo za narocnike|za branje (?:celotnega )?(?:clanka|prispevka))|(?:abonohu|regjistrohu)\p{L}*[\p{L} ]{0,30}(?:lexuar|vazhdu\p{L}*)|vetem per abonent\p{L}*|(?:претплатете се|најавете се|претплатите се|пријавите се)[\p{L} ,]{0,40}(?:продолжи\p{L}*|прочита\p{L}*|читање|наставак|целиот|цео)|само за претплатници|само за абонати|(?:абонирайте се|влезте)[\p{L} ,]{0,40}(?:прочет\p{L}*|четене|достъп|цял\p{L}*)|за да прочетете (?:цял\p{L}* )?|(?:μονο για|αποκλειστικα για) (?:τους )?συνδρομητες|για να συνεχισετε την αναγνωση|γινετε συνδρομητης|articol (?:disponibil )?(?:doar |exclusiv )?(?:pentru|destinat) abonat\p{L}*|(?:aboneaza-te|abonati-va|autentifica-te)[\p{L} ,]{0,40}(?:citi\p{L}*|continua\p{L}*|acces\p{L}*)|pentru a (?:citi|continua) (?:lectura|articolul|integral)|(?:abone ol\p{L}*|giris yap\p{L}*|uye ol\p{L}*)[\p{L} ,]{0,40}(?:oku\p{L}*|devam\p{L}*|eris\p{L}*)|(?:sadece|yalnizca) (?:abone|uye)\p{L}*|okumaya devam etmek icin|devamini okumak icin/u,
);
