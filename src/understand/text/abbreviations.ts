/** Folded words that end in a full stop without ending a sentence. */
const abbreviations = new Set(
  `dr mr mrs ms prof st sv gl br god str tzv npr itd inz ing mag doc akad gen col lt sgt sen rep gov hon jr sr no nr vs etc inc ltd co corp
  jan feb mar apr jun jul aug sep sept oct nov dec okt avg g ca cca odn oz d l dn nar prim mons fra o sc hab dipl ul bul bul gjen kol
  dl dna str art alin lit dvs pt av sf ing conf univ d-l d-na prof pr zv kk z-sa m-r d-r inj gradj
  bl bkz vb yy ord yrd doc av alb tugg orgen korg gnr mah cad sok no tel
  k ka kai κ κα dell hr itd itn ipd t.i t.j tj sl npr`.split(/\s+/),
);

export const isAbbreviation = (folded: string): boolean => abbreviations.has(folded);
