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

/** The folded words of a text whose letters look around. */
function foldOdd(text: string): string {
  let source = text.normalize('NFKC');
  if (/[Ѐ-ӿ]/.test(source)) source = mendLookAlikes(source);
  source = source.toLowerCase();
  if (GREEK.test(source)) source = mendGreek(source);
  return source
    .replace(/[^\u0000-\u007f]/gu, spellOther)
    .replace(/[\u0000-\u002f\u003a-\u0060\u007b-\u007f]+/g, ' ')
    .replace(/[szctd]h|gj|xh|[qxwy]/g, (found) => digraphs[found] ?? found)
    .trim();
}

const GREEK = /[\u0370-\u03ff\u1f00-\u1fff]/;
/** Greek, or marks of their own: most of such a text looks around. */
const LOOKING_AROUND = /[\u0300-\u03ff\u1f00-\u1fff]/;
const isCyrillic = (code: number): boolean => code >= 0x400 && code <= 0x4ff;

/** What letters and signs below here are spelled as, whatever stands around them; '' is none yet, a null one that looks around. */
const PLAIN_END = 0x2100;
const plain: (string | null)[] = Array(PLAIN_END).fill('');

function spellPlain(code: number): string | null {
  const letter = String.fromCharCode(code);
  if (/\p{M}/u.test(letter)) return null;
  const lower = letter.normalize('NFKC').toLowerCase();
  // One that stands for Latin or Greek letters may look around as they do.
  if (/[a-z\u0370-\u03ff]/.test(lower)) return null;
  const spelled = lower.replace(/[^\u0000-\u007f]/gu, spellOther).replace(/[^0-9a-z\u0080-\uffff]/g, ' ');
  // A letter that leaves nothing would be taken for one that is not known yet.
  return spelled !== '' && /^[ -~]*$/.test(spelled) ? spelled : null;
}

const SPACE = 32;
const [Q, X, W, Y, H, G, J] = [...'qxwyhgj'].map((letter) => letter.charCodeAt(0));
const hushed = new Set([...'szctd'].map((letter) => letter.charCodeAt(0)));
/** A longer text than any article's goes the slower way, and needs no room that stays. */
const LONGEST = 65_536;
const spelled = new Uint8Array(LONGEST * 4);
const folded = Buffer.alloc(LONGEST * 8);

/** The first `size` spelled letters as they are found: digraphs are one. */
function joinDigraphs(size: number): string {
  let end = 0;
  for (let at = 0; at < size; at += 1) {
    const letter = spelled[at]!;
    const next = at + 1 < size ? spelled[at + 1] : SPACE;
    if (next === H && hushed.has(letter)) {
      folded[end++] = letter;
      at += 1;
    } else if (letter === G && next === J) {
      folded[end++] = 0x64;
      folded[end++] = 0x6a;
      at += 1;
    } else if (letter === X && next === H) {
      folded[end++] = 0x64;
      folded[end++] = 0x7a;
      at += 1;
    } else if (letter === X) {
      folded[end++] = 0x6b;
      folded[end++] = 0x73;
    } else if (letter === Q) folded[end++] = 0x63;
    else if (letter === W) folded[end++] = 0x76;
    else if (letter === Y) folded[end++] = 0x6a;
    else folded[end++] = letter;
  }
  return folded.toString('latin1', 0, end);
}

/** The folded words of a text, joined by single spaces. */
export const foldSearch = (text: string): string =>
  text.length > LONGEST || LOOKING_AROUND.test(text) ? foldOdd(text) : foldLetters(text);

/**
 * Letter by letter, which takes a fifth of the time; but for stretches between ASCII signs in which letters look around,
 * as Latin ones among Cyrillic ones do.
 */
function foldLetters(text: string): string {
  const done: string[] = [];
  let size = 0;
  let from = 0;
  let fromSize = 0;
  let scripts = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      const upper = code >= 65 && code <= 90;
      if (upper || (code >= 97 && code <= 122)) {
        spelled[size++] = upper ? code + 32 : code;
        scripts |= 1;
      } else if (code >= 48 && code <= 57) spelled[size++] = code;
      else {
        if (size > 0 && spelled[size - 1] !== SPACE) spelled[size++] = SPACE;
        from = at + 1;
        fromSize = size;
        scripts = 0;
        continue;
      }
    } else {
      let letters = code < PLAIN_END ? plain[code]! : null;
      if (letters === '') {
        letters = spellPlain(code);
        plain[code] = letters;
      }
      if (isCyrillic(code)) scripts |= 2;
      if (letters === null) scripts = 3;
      else
        for (let place = 0; place < letters.length; place += 1) {
          const letter = letters.charCodeAt(place);
          if (letter !== SPACE || (size > 0 && spelled[size - 1] !== SPACE)) spelled[size++] = letter;
        }
    }
    if (scripts !== 3) continue;
    let end = at + 1;
    while (end < text.length && !isSign(text.charCodeAt(end))) end += 1;
    done.push(joinDigraphs(fromSize).trimEnd(), foldOdd(text.slice(from, end)));
    [from, at, size, fromSize, scripts] = [end, end - 1, 0, 0, 0];
  }
  const last = joinDigraphs(size).trimEnd();
  return done.length === 0 ? last : [...done, last].filter((part) => part !== '').join(' ');
}

const isSign = (code: number): boolean =>
  code < 48 || (code > 57 && code < 65) || (code > 90 && code < 97) || (code > 122 && code < 128);

/** The folded words of a text, in order. */
export function foldWords(text: string): string[] {
  const folded = foldSearch(text);
  return folded === '' ? [] : folded.split(' ');
}
