/** Character n-grams of a word, its borders marked, up to this many characters. */
const LONGEST = 5;
const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const BORDER = 0x5f;
/** Whole words are told from n-grams of the same letters. */
const WORD_BASIS = 0x9e3779b9;

/** Hashes of all features of a word into `into` from `at`; returns the next free place. */
export function hashWord(word: string, into: Uint32Array, at: number): number {
  const { length } = word;
  let whole = WORD_BASIS;
  for (let start = -1; start <= length; start++) {
    if (start >= 0 && start < length) whole = Math.imul(whole ^ word.charCodeAt(start), PRIME);
    let hash = BASIS;
    for (let size = 0; size < LONGEST; size++) {
      const index = start + size;
      if (index > length) break;
      hash = Math.imul(hash ^ (index < 0 || index === length ? BORDER : word.charCodeAt(index)), PRIME);
      // A border alone says nothing.
      if (size === 0 && (index < 0 || index === length)) continue;
      into[at++] = hash >>> 0;
    }
  }
  into[at++] = whole >>> 0;
  return at;
}

/** How many hashes a word of so many letters has at most. */
export const hashesOf = (letters: number): number => (letters + 2) * LONGEST + 1;
