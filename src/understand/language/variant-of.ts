import type { Spelling } from './spelling.ts';
import { type Scores, VARIANTS, variantWords } from './variants.ts';

/** The shortest beginning listed; the longest is found by trying. */
const SHORTEST = 3;
const words = new Map<string, Scores>();
const beginnings = new Map<string, Scores>();
let longest = SHORTEST;

const plain = (word: string) =>
  word.replace(/đ/g, 'dj').replace(/[čćšžś]/g, (letter) => letter.normalize('NFD').charAt(0));

for (const row of variantWords)
  for (const listed of row.words.split(/\s+/)) {
    const begins = listed.endsWith('*');
    const word = begins ? listed.slice(0, -1) : listed;
    const into = begins ? beginnings : words;
    if (begins) longest = Math.max(longest, word.length);
    add(into, word, row.scores);
  }
// Without their marks too, but "sto" is also a hundred and a table.
for (const into of [words, beginnings])
  for (const [word, scores] of [...into]) {
    const bare = plain(word);
    if (bare !== word && bare.length > SHORTEST && !into.has(bare)) into.set(bare, scores);
  }

function add(into: Map<string, Scores>, word: string, scores: Scores): void {
  const known = into.get(word);
  into.set(word, known ? (known.map((value, index) => value + scores[index]!) as unknown as Scores) : scores);
}

/** Where the outlet is not known either: how much of what is written in Latin letters each has. */
const USUAL: Scores = [1.5, 0.2, 1, -3];
/** How much the outlet's usual language, and each other of its languages, weighs. */
const FIRST = 3;
const OTHER = 2;
/** A word said again and again says little more than said twice. */
const TIMES = 2;

/** Which of sr-Latn, bs, hr, cnr the words are in; `prior` are the languages of the outlet, the usual one first. */
export function variantOf(text: readonly Spelling[], prior: readonly string[]): string {
  const sums = prior.length > 0 ? [0, 0, 0, 0] : [...USUAL];
  VARIANTS.forEach((variant, column) => {
    const place = prior.findIndex((language) => variantNamed(language) === variant);
    if (place >= 0) sums[column]! += place === 0 ? FIRST : OTHER;
  });
  const seen = new Map<string, number>();
  for (const word of text) {
    if (word.variants === undefined) word.variants = lookUp(word.text) ?? null;
    const scores = word.variants;
    if (scores === null) continue;
    const times = (seen.get(word.text) ?? 0) + 1;
    seen.set(word.text, times);
    if (times > TIMES) continue;
    for (let column = 0; column < sums.length; column++) sums[column]! += scores[column]!;
  }
  let best = 0;
  for (let column = 1; column < sums.length; column++) if (sums[column]! > sums[best]!) best = column;
  return VARIANTS[best]!;
}

function lookUp(word: string): Scores | undefined {
  const whole = words.get(word);
  if (whole !== undefined) return whole;
  // ś and ź are written in Montenegrin only, and in foreign names, with other letters beside them.
  if (/^[śź]|[śź]e/.test(word)) return [-1, -1, -1, 3];
  for (let length = Math.min(longest, word.length); length >= SHORTEST; length--) {
    const scores = beginnings.get(word.slice(0, length));
    if (scores !== undefined) return scores;
  }
  return undefined;
}

/** The variant a tag names: `sr` alone in Latin letters is sr-Latn. */
export function variantNamed(language: string): string {
  if (language === 'sr' || language === 'sr-Cyrl' || language === 'sh') return 'sr-Latn';
  return language;
}
