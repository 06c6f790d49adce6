/** The hash of some letters with one more. */
export const addToHash = (hash: number, code: number): number => (Math.imul(hash, 0x01000193) + code) | 0;

export function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = addToHash(hash, text.charCodeAt(at));
  return hash;
}

/**
 * One object for every spelling, found by its letters where they stand: most words of a text are words of the last text, and those
 * are found without cutting anything. Forgets all of them when it is full.
 */
export class LetterTable<T extends { readonly text: string }> {
  readonly #make: (text: string) => T;
  readonly #size: number;
  readonly #hashes: Int32Array;
  #entries: (T | undefined)[];
  #count = 0;

  /** `size` is a power of two; so many slots, of which half are filled at most. */
  constructor(size: number, make: (text: string) => T) {
    this.#make = make;
    this.#size = size;
    this.#hashes = new Int32Array(size);
    this.#entries = new Array(size);
  }

  /** What stands in `text` from `start` to `end`, whose letters' hash is `hash` (see `addToHash`). */
  at(text: string, start: number, end: number, hash: number): T {
    const mask = this.#size - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let known = this.#entries[slot]; known !== undefined; known = this.#entries[slot]) {
      if (this.#hashes[slot] === hash && isAt(known.text, text, start, end)) return known;
      slot = (slot + 1) & mask;
    }
    if (this.#count > this.#size / 2) {
      this.#entries = new Array(this.#size);
      this.#count = 0;
      return this.at(text, start, end, hash);
    }
    // A string of its own: a slice would keep the whole article in memory.
    const entry = this.#make(Buffer.from(text.slice(start, end), 'utf16le').toString('utf16le'));
    this.#hashes[slot] = hash;
    this.#entries[slot] = entry;
    this.#count++;
    return entry;
  }
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
