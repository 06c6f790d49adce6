/** Letters of every script of the region in plain lower-case Latin; index is the UTF-16 code. */
const table: string[] = new Array(0x2000);

const cyrillic: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'dj', ѓ: 'dj', е: 'e', ё: 'e', ж: 'z', з: 'z', и: 'i', й: 'j', ј: 'j', к: 'k', л: 'l',
  љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', ќ: 'c', у: 'u', ў: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c',
  џ: 'dz', ѕ: 'dz', ш: 's', щ: 'st', ъ: 'a', ы: 'y', ь: '', э: 'e', ю: 'ju', я: 'ja', і: 'i', ї: 'ji', є: 'je', ґ: 'g', ѝ: 'i', ѐ: 'e',
}; // biome-ignore format: a table
const greek: Record<string, string> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r',
  σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'h', ψ: 'ps', ω: 'o',
}; // biome-ignore format: a table
const latin: Record<string, string> = {
  đ: 'dj', ð: 'd', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i', þ: 'th', ħ: 'h', ŋ: 'n', ə: 'e',
}; // biome-ignore format: a table

for (let code = 0; code < table.length; code++) {
  const lower = String.fromCharCode(code).toLowerCase();
  const whole = lower.normalize('NFC');
  const base = lower.normalize('NFD').replace(/\p{M}/gu, '');
  // й, ѓ and ќ are letters of their own, not letters with a mark.
  table[code] = cyrillic[whole] ?? latin[whole] ?? cyrillic[base] ?? greek[base] ?? latin[base] ?? base;
}

/** Latin letters that look like Cyrillic ones and stand for them inside a Cyrillic word, and the other way. */
const latinLookalikes = 'aceopxyjisABCEHIJKMOPTXYS';
const cyrillicLookalikes = 'асеорхујіѕАВСЕНІЈКМОРТХУЅ';
const toCyrillic = new Map([...latinLookalikes].map((letter, index) => [letter, cyrillicLookalikes[index]!]));
const toLatin = new Map([...cyrillicLookalikes].map((letter, index) => [letter, latinLookalikes[index]!]));
// Greek capitals and omicron mixed into Latin or Cyrillic words.
const greekLookalikes: Record<string, string> = { Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X', ο: 'o', ν: 'v' }; // biome-ignore format: a table

const isLatin = (code: number) =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code < 0x250);
const isCyrillic = (code: number) => code >= 0x400 && code < 0x530;
const isGreek = (code: number) => (code >= 0x370 && code < 0x400) || (code >= 0x1f00 && code < 0x2000);

/** The word with letters of a foreign script, where they only look right, put into the script of the rest; same length. */
export function repairHomoglyphs(word: string): string {
  let latins = 0;
  let cyrillics = 0;
  let greeks = 0;
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    if (isLatin(code)) latins++;
    else if (isCyrillic(code)) cyrillics++;
    else if (isGreek(code)) greeks++;
  }
  if ((latins > 0 ? 1 : 0) + (cyrillics > 0 ? 1 : 0) + (greeks > 0 ? 1 : 0) < 2) return word;
  const letters = [...word];
  if (letters.length !== word.length) return word;
  if (greeks > 0 && greeks < latins + cyrillics) {
    for (let index = 0; index < letters.length; index++)
      letters[index] = greekLookalikes[letters[index]!] ?? letters[index]!;
  }
  // One letter that exists in one script only says which script the word is in.
  const surelyCyrillic = letters.some((letter) => isCyrillic(letter.charCodeAt(0)) && !toLatin.has(letter));
  const surelyLatin = letters.some((letter) => isLatin(letter.charCodeAt(0)) && !toCyrillic.has(letter));
  const map =
    surelyCyrillic && !surelyLatin
      ? toCyrillic
      : surelyLatin && !surelyCyrillic
        ? toLatin
        : cyrillics >= latins
          ? toCyrillic
          : toLatin;
  if (surelyCyrillic && surelyLatin) return word;
  return letters.map((letter) => map.get(letter) ?? letter).join('');
}

/** Lower case, homoglyphs repaired, in plain Latin letters: `Вучић`, `Vučić` and `Vucic` are all `vucic`. */
export function fold(word: string): string {
  let folded = '';
  let low = false;
  let high = false;
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    if (code < 0x370) low ||= code > 64;
    else high = true;
    folded += code < 0x2000 ? table[code] : foldRare(code);
  }
  if (low && high) {
    const repaired = repairHomoglyphs(word);
    if (repaired !== word) return fold(repaired);
  }
  return folded;
}

/** Folds a name of several words; what parts them becomes one space. */
export const foldName = (name: string): string[] =>
  (name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(fold).filter((word) => word !== '');

function foldRare(code: number): string {
  return String.fromCharCode(code).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
