import { readFileSync } from 'node:fs';
import { hashesOf, hashWord } from './grams.ts';
import type { Spelling } from './spelling.ts';

/** What bench/learn-languages.ts writes for one script: for each feature a character a class, its score over the mean of the classes. */
export interface LearntScript {
  classes: string[];
  features: Record<string, string>;
}

/** The score 0 as a character, and how many steps a nat has. */
export const ZERO = 77;
export const STEPS = 8;

const LOWER_WEIGHT = 5;
const CAPITAL_WEIGHT = 1;
/** So many words' sums are kept. */
const REMEMBERED = 1 << 14;

/** Sums what each class's features say for it. */
export interface Scorer {
  classes: readonly string[];
  /** Nats for each class over the mean, in the order of `classes`. Words with a capital count less. */
  score(words: readonly Spelling[], capital: readonly boolean[]): Float64Array;
}

/** A naive Bayes table in flat arrays: an open hash of 32-bit feature hashes to rows of small integers. */
export function createScorer({ classes, features }: LearntScript): Scorer {
  const width = classes.length;
  const entries = Object.entries(features);
  let size = 1024;
  while (size < entries.length * 2) size *= 2;
  const keys = new Uint32Array(size);
  const rows = new Int32Array(size).fill(-1);
  const scores = new Int8Array(entries.length * width);
  entries.forEach(([name, cells], row) => {
    const key = Number.parseInt(name, 36);
    let slot = key & (size - 1);
    while (rows[slot] !== -1) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    rows[slot] = row * width;
    for (let column = 0; column < width; column++) scores[row * width + column] = cells.charCodeAt(column) - ZERO;
  });
  let hashes = new Uint32Array(4096);
  const sums = new Int32Array(width);
  // What a word's features say together, for the words of the texts before: most of a text stands there.
  const known = new Int32Array(REMEMBERED * width);
  let filled = 0;
  let since = {};

  /** Where the sums of the word stand in `known`. */
  function placeOf(word: Spelling): number {
    if (word.since === since) return word.place;
    if (filled === REMEMBERED) {
      filled = 0;
      since = {};
    }
    const place = filled++ * width;
    word.place = place;
    word.since = since;
    addUp(word.text, place);
    return place;
  }

  function addUp(word: string, place: number): void {
    known.fill(0, place, place + width);
    if (hashes.length < hashesOf(word.length)) hashes = new Uint32Array(hashesOf(word.length));
    const count = hashWord(word, hashes, 0);
    for (let index = 0; index < count; index++) {
      const key = hashes[index]!;
      let slot = key & (size - 1);
      while (rows[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & (size - 1);
      const row = rows[slot]!;
      if (row < 0) continue;
      for (let column = 0; column < width; column++) known[place + column]! += scores[row + column]!;
    }
  }

  return {
    classes,
    score(words, capital) {
      sums.fill(0);
      for (let index = 0; index < words.length; index++) {
        const weight = capital[index] ? CAPITAL_WEIGHT : LOWER_WEIGHT;
        const place = placeOf(words[index]!);
        for (let column = 0; column < width; column++) sums[column]! += weight * known[place + column]!;
      }
      return Float64Array.from(sums, (sum) => sum / (STEPS * LOWER_WEIGHT));
    },
  };
}

const file = new URL(import.meta.resolve('#sources/languages/statistics.json'));
let scorers: { latin: Scorer; cyrillic: Scorer } | undefined;

/** The learnt statistics, read at the first call. */
export function loadScorers(): { latin: Scorer; cyrillic: Scorer } {
  if (scorers === undefined) {
    const learnt = JSON.parse(readFileSync(file, 'utf8')) as { latin: LearntScript; cyrillic: LearntScript };
    scorers = { latin: createScorer(learnt.latin), cyrillic: createScorer(learnt.cyrillic) };
  }
  return scorers;
}
