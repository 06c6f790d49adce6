import { starts } from './patterns.ts';

/** Names the writer, the time or the source of the article, and no more. Languages in the order en, sr/hr/bs/cnr/sl, sq, sr/mk/bg in Cyrillic, el, ro, tr. */
export const BYLINE = starts(String.raw`
  by \p{L}+; published; posted; updated; last (?:updated|modified); first published; written by; reported by;
  reporting by; edited by; author:; source:; via; publish date; date:; tags?:; topics?:; filed under;
  categor(?:y|ies):; read time; \d+ min(?:ute)?s? read; copyright; ©; story by; image \d+ of; autor(?:i|ka)?:;
  pise:; objavljeno; azurirano; postavljeno; poslednja izmena; zadnja izmjena; zadnje azuriranje; izvor:; tagovi:;
  oznake:; kljucne (?:reci|rijeci|besede):; tekst:; vreme citanja; vrijeme citanja; kategorij[ae]:; priredi[ol]a?:;
  preuzeto; napisal; avtor:; vir:; autor(?:i|ja)?:; nga:; nga \p{L}+ \p{L}+$; publikuar; postuar; perditesuar;
  perditesimi; burimi:; etiketa:; shkruan:; shkruar nga; data:; koha e leximit; аутор:; автор:; пише:; пишува:;
  објављено; објавено; ажурирано; последна промена; извор:; ознаке:; тагови:; клучни зборови;
  кључне (?:речи|ријечи); публикувано; публикувана; обновен\p{L}*; последна (?:промяна|актуализация); източник:;
  тагове:; етикети:; ключови думи; време за четене; текст:; прегледи; от \p{L}+ \p{L}+$; δημοσιευ\p{L}*:?;
  ενημερωθηκε; τελευταια ενημερωση; πηγη:; συντακτης:; γραφει (?:ο|η); του \p{L}+ \p{L}+$; της \p{L}+ \p{L}+$;
  ετικετες:; tags:; publicat; actualizat; ultima actualizare; de \p{L}+ \p{L}+$; sursa:; autor:; scris de; taguri:;
  etichete:; cuvinte cheie; timp de citi\p{L}*; data publicarii; data actualizarii;
  yayin(?:lanma|lama)?(?: tarihi)?; guncelle(?:me|nme); son guncelleme; giris(?: tarihi)?:; kaynak:; yazar:;
  editor:; muhabir:; haber:; etiketler:; okuma suresi; anahtar kelimeler
`);
