const endings =
  /(sk|ck|st|zn|vn|ln|dn|tn|rn|jn|ns|cn|nj|n|v)(i|a|o|e|og|oga|om|ome|oj|u|im|ih|ega|emu|em|iot|ata|oto|ite|ijat|ija)$/;
/** Opća bolnica, Viši sud, Srednje škole. */
const others = /^(opc|opst|vis|srednj|niz)(i|a|e|eg|ega|em|emu|oj|om|u)$/;

/** Whether a folded South Slavic word ends as adjectives do. */
export const looksAdjective = (folded: string): boolean =>
  (folded.length > 4 && endings.test(folded)) || (folded.length > 3 && others.test(folded));
