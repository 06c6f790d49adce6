import { fold } from './fold.ts';

/** A word as written and folded; one object for every place where it stands. */
export interface Word {
  text: string;
  folded: string;
}

const SIZE = 1 << 18;
const FULL = SIZE * 0.5;
let table: (Word | undefined)[] = new Array(SIZE);
let count = 0;

/**
 * The word of `text` from `start` to `end`, whose letters' hash is `hash` (see `addToHash`). Most words of a text are words of the
 * last text: those are found without cutting or folding anything.
 */
export function wordAt(text: string, start: number, end: number, hash: number): Word {
  let slot = (hash ^ (hash >>> 15)) & (SIZE - 1);
  for (let known = table[slot]; known !== undefined; known = table[slot]) {
    if (isAt(known.text, text, start, end)) return known;
    slot = (slot + 1) & (SIZE - 1);
  }
  if (count > FULL) {
    table = new Array(SIZE);
    count = 0;
    return wordAt(text, start, end, hash);
  }
  // A string of its own: a slice would keep the whole article in memory.
  const own = Buffer.from(text.slice(start, end), 'utf16le').toString('utf16le');
  const word = { text: own, folded: fold(own) };
  table[slot] = word;
  count++;
  return word;
}

/** The hash with one more letter. */
export const addToHash = (hash: number, code: number): number => (Math.imul(hash, 0x01000193) + code) | 0;

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
