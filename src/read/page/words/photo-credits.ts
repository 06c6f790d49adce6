import { starts } from './patterns.ts';

/** A line under or beside a picture. Languages in the order en, sr/hr/bs/cnr/sl, sq, sr/mk/bg in Cyrillic, el, ro, tr. */
export const PHOTO_CREDIT = starts(String.raw`
  (?:photo|image|picture|pic|photograph|illustration|video|credits?)(?: (?:credit|source|courtesy|by|via|copyright|illustration|file))?(?: of)?[:：/];
  (?:photo|image|picture) (?:credit|source|courtesy|by|via); getty images; file photo; screenshot[:/];
  foto(?:grafij[ae]|grafia)?(?: ?/ ?\p{L}+)? ?[:：/];
  foto\.? (?:ilustrim|ilustracija|arhiv[ae]?|screenshot|tanjug|beta|fonet|profimedia|shutterstock);
  ilustracij[ae]:; ilustrim:; izvor (?:fotografij[ea]|foto|slike):; printscreen; naslovna fotografija; fotot?:;
  burimi i foto; фото(?:графиј[ае]|графия)?(?: ?/ ?\p{L}+)? ?[:：/];
  фото\.? (?:илустрација|архив[ае]?|танјуг|принтскрин|миа); снимк[аи](?: ?/ ?\p{L}+)? ?[:：]; снимка ?\(;
  илустрација:; φωτο(?:γραφι[αε]ς?)? ?[:：/]; φωτογραφια αρχειου; sursa foto; surs[ae] (?:foto|imagine|video);
  foto:; fotograf(?:lar)?:; fotograf ?[:/]; gorsel:; kaynak foto
`);
