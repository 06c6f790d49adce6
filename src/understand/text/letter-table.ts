/** The hash of some letters with one more. */
export const addToHash = (hash: number, code: number): number => (Math.imul(hash, 0x01000193) + code) | 0;

export function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = addToHash(hash, text.charCodeAt(at));
  return hash;
}

/** An open hash table of half as many entries as slots. */
interface Slots<T> {
  hashes: Int32Array;
  entries: (T | undefined)[];
  count: number;
}

const SMALLEST = 1 << 10;

const slotsOf = <T>(size: number): Slots<T> => ({
  hashes: new Int32Array(size),
  entries: new Array<T | undefined>(size).fill(undefined),
  count: 0,
});

/**
 * One object for every spelling, found by its letters where they stand: most words of a text are words of the last text, and those
 * are found without cutting anything. Of many spellings those that were asked for last are remembered.
 */
export class LetterTable<T extends { readonly text: string }> {
  readonly #make: (text: string) => T;
  readonly #most: number;
  #young: Slots<T> = slotsOf(SMALLEST);
  #old: Slots<T> | null = null;

  /** Remembers `most` spellings, and as many that were not asked for since. */
  constructor(most: number, make: (text: string) => T) {
    this.#make = make;
    this.#most = most;
  }

  /** What stands in `text` from `start` to `end`, whose letters' hash is `hash` (see `addToHash`). */
  at(text: string, start: number, end: number, hash: number): T {
    return find(this.#young, text, start, end, hash) ?? this.#add(text, start, end, hash);
  }

  #add(text: string, start: number, end: number, hash: number): T {
    const known = this.#old === null ? undefined : find(this.#old, text, start, end, hash);
    const entry = known ?? this.#make(ownString(text.slice(start, end)));
    if (this.#young.count === this.#most) {
      this.#old = this.#young;
      this.#young = slotsOf(SMALLEST);
    } else if (this.#young.count * 2 === this.#young.entries.length) this.#young = doubled(this.#young);
    put(this.#young, entry, hash);
    return entry;
  }
}

/** V8 copies what is cut from a string where it is shorter than this; a longer piece keeps the whole string in memory. */
const COPIED = 13;

const ownString = (piece: string): string =>
  piece.length < COPIED ? piece : Buffer.from(piece, 'utf16le').toString('utf16le');

const firstSlot = (hash: number, size: number): number => (hash ^ (hash >>> 15)) & (size - 1);

function find<T extends { readonly text: string }>(
  { hashes, entries }: Slots<T>,
  text: string,
  start: number,
  end: number,
  hash: number,
): T | undefined {
  const mask = entries.length - 1;
  let slot = firstSlot(hash, entries.length);
  let known = entries[slot];
  while (known !== undefined) {
    if (hashes[slot] === hash && isAt(known.text, text, start, end)) return known;
    slot = (slot + 1) & mask;
    known = entries[slot];
  }
  return undefined;
}

function put<T>(slots: Slots<T>, entry: T, hash: number): void {
  const { hashes, entries } = slots;
  let slot = firstSlot(hash, entries.length);
  while (entries[slot] !== undefined) slot = (slot + 1) & (entries.length - 1);
  hashes[slot] = hash;
  entries[slot] = entry;
  slots.count++;
}

function doubled<T>({ hashes, entries }: Slots<T>): Slots<T> {
  const larger = slotsOf<T>(entries.length * 2);
  entries.forEach((entry, slot) => {
    if (entry !== undefined) put(larger, entry, hashes[slot]!);
  });
  return larger;
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
