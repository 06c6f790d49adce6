/**
 * One spelling for every script, so that one query finds a word however it is written: Вучић, Vučić and Vucic are all
 * `vucic`. It is for comparing only, never for showing. What it decides:
 * - marks are dropped (š is s, ğ is g, ă is a), case too; the dotless ı is i;
 * - Cyrillic goes by its Latin letter without the mark (ж z, ч c, ш s, њ nj, џ dz), Bulgarian ъ a, щ st, я ja;
 * - đ, ђ, ѓ and gj are dj; ћ, ќ and the Albanian q are c: Đoković, Ђоковић and Djokovic are one, and so are
 *   Вучиќ and Vuçiq;
 * - an h after s, z, c, t or d is dropped, xh is dz, y is j, x is ks, w is v: Berisha is Бериша, Zhivkov is Живков,
 *   Boyko is Bojko, Hoxha is Hodža;
 * - Greek goes by its usual Latin letters (ου u, χ h, θ t).
 */

const letters = new Map<string, string>();
const spell = (from: string, to: string): void => {
  const spelled = to.split(' ');
  [...from].forEach((letter, place) => {
    letters.set(letter, spelled[place] ?? '');
  });
};
spell('абвгдђежзијклљмнњопрстћуфхцчџш', 'a b v g d dj e z z i j k l lj m n nj o p r s t c u f h c c dz s');
spell('ѓќѕйщъьюяыэёіїєґў', 'dj c dz j st a j ju ja i e e i i e g u');
spell('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i t i k l m n ks o p r s s t j f h ps o');
spell('đıłøæœßðþəŋ', 'dj i l o ae oe ss d t e n');

const lookAlikes = new Map<string, string>();
[...'ABCEHIJKMOPSTXYaceijkmopstxy'].forEach((latin, place) => {
  lookAlikes.set(latin, 'АВСЕНІЈКМОРЅТХУасеіјкморѕтху'[place] ?? latin);
});

const digraphs: Record<string, string> = {
  sh: 's',
  zh: 'z',
  ch: 'c',
  th: 't',
  dh: 'd',
  gj: 'dj',
  xh: 'dz',
  q: 'c',
  x: 'ks',
  w: 'v',
  y: 'j',
};

/** Latin letters that stand in for their Cyrillic twins inside a Cyrillic word. */
function mendLookAlikes(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    if (!/[A-Za-z]/.test(word)) return word;
    const cyrillic = word.match(/[Ѐ-ӿ]/g)?.length ?? 0;
    if (cyrillic === 0 || cyrillic * 2 < word.length) return word;
    return word.replace(/[A-Za-z]/g, (letter) => lookAlikes.get(letter) ?? letter);
  });
}

function mendGreek(text: string): string {
  return text
    .normalize('NFD')
    .replace(/([\u0370-\u03ff])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/ου/g, 'u')
    .replace(/([αε])υ/g, '$1v')
    .replace(/(?<!\p{L})(μπ|ντ|γκ)/gu, (pair) => ({ μπ: 'b', ντ: 'd' })[pair] ?? 'g');
}

function spellOther(letter: string): string {
  const known = letters.get(letter);
  if (known !== undefined) return known;
  let spelled = '';
  for (const part of letter.normalize('NFD')) {
    if (/[\p{M}\p{Cf}]/u.test(part)) continue;
    if (part.charCodeAt(0) < 128) spelled += /[a-z0-9]/.test(part) ? part : ' ';
    else if (part !== letter) spelled += spellOther(part);
    else spelled += /[\p{L}\p{N}]/u.test(part) ? part : ' ';
  }
  letters.set(letter, spelled);
  return spelled;
}

/** The folded words of a text, joined by single spaces. */
export function foldSearch(text: string): string {
  let source = text;
  if (/[^\u0000-\u007f]/.test(source)) {
    source = source.normalize('NFKC');
    if (/[Ѐ-ӿ]/.test(source)) source = mendLookAlikes(source);
    source = source.toLowerCase();
    if (/[\u0370-\u03ff\u1f00-\u1fff]/.test(source)) source = mendGreek(source);
  } else source = source.toLowerCase();
  return source
    .replace(/[^\u0000-\u007f]/gu, spellOther)
    .replace(/[\u0000-\u002f\u003a-\u0060\u007b-\u007f]+/g, ' ')
    .replace(/[szctd]h|gj|xh|[qxwy]/g, (found) => digraphs[found] ?? found)
    .trim();
}

/** The folded words of a text, in order. */
export function foldWords(text: string): string[] {
  const folded = foldSearch(text);
  return folded === '' ? [] : folded.split(' ');
}
