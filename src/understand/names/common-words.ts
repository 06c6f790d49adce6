import { readFileSync } from 'node:fs';
import { baseForms } from '../forms/base-forms.ts';
import { type Group, groups } from '../forms/language-group.ts';

/** How many bits a word sets in its language's filter. */
const HASHES = 10;
/** Bits a word; about one word in ten thousand that is none is taken for one, as each is asked for in a dozen base forms. */
export const BITS_A_WORD = 20;

/** Everyday words of each language, as bench/learn-words.ts wrote them down: a Bloom filter of folded words in base64. */
const file = new URL(import.meta.resolve('#sources/languages/common-words.json'));
let filters: Map<Group, Uint8Array> | undefined;
const caches = new Map<Group, Map<string, boolean>>(groups.map((group) => [group, new Map()]));

/** Whether the folded word, as it stands or in its base form, is an everyday word that is written small. */
export function isCommonWord(folded: string, group: Group): boolean {
  const cache = caches.get(group)!;
  const known = cache.get(folded);
  if (known !== undefined) return known;
  if (cache.size > 50_000) cache.clear();
  const found = look(folded, group);
  cache.set(folded, found);
  return found;
}

/** Whether the folded word itself, in no other form, is in the language's dictionary. */
export function isListedWord(folded: string, group: Group): boolean {
  const filter = filterOf(group);
  return filter !== undefined && folded.length > 2 && has(filter, folded);
}

function filterOf(group: Group): Uint8Array | undefined {
  if (filters === undefined) {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    filters = new Map(Object.entries(stored).map(([name, bits]) => [name as Group, Buffer.from(bits, 'base64')]));
  }
  return filters.get(group === 'mk' ? 'bcs' : group);
}

/** Plurals of Romanian nouns and adjectives, which names have not: jocuri, olimpice, arenele, imperii. */
const romanianPlurals: readonly [ending: RegExp, bases: readonly string[]][] = [
  [/ur(i|ile|ilor)$/, ['']],
  [/e(le|lor)?$/, ['', 'a']],
  [/i(ile|ilor|i)$/, ['iu', 'ie']],
];

function look(folded: string, group: Group): boolean {
  const filter = filterOf(group);
  if (!filter || folded.length < 3) return false;
  if (has(filter, folded)) return true;
  // naučnici, ekolozi: plurals of words in -k and -g.
  if ((group === 'bcs' || group === 'sl') && /[cz]i$/.test(folded)) {
    const singular = `${folded.slice(0, -2)}${folded.at(-2) === 'c' ? 'k' : 'g'}`;
    if (folded.length > 5 && has(filter, singular)) return true;
  }
  if (
    group === 'ro' &&
    folded.length > 5 &&
    romanianPlurals.some(
      ([ending, bases]) => ending.test(folded) && bases.some((base) => has(filter, folded.replace(ending, base))),
    )
  )
    return true;
  return stripped(folded, group, filter, group === 'tr' ? 3 : 1);
}

/** Without its endings; Turkish words have several, one after another. */
function stripped(folded: string, group: Group, filter: Uint8Array, endings: number): boolean {
  return baseForms(folded, group).some(
    ({ base, possessive }) =>
      !possessive &&
      base.length > 3 &&
      (has(filter, base) || (endings > 1 && stripped(base, group, filter, endings - 1))),
  );
}

function has(filter: Uint8Array, word: string): boolean {
  const size = filter.length * 8;
  spread(word);
  for (let turn = 0; turn < HASHES; turn++) {
    const bit = (start + turn * step) % size;
    if (!(filter[bit >> 3]! & (1 << (bit & 7)))) return false;
  }
  return true;
}

/** Of the word that `spread` saw last: its first place, and how far it is to the next. */
let start = 0;
let step = 0;

function spread(word: string): void {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13);
  }
  start = a >>> 0;
  step = (b | 1) >>> 0;
}

/** The bits of a word in a filter of so many. */
export function bitsOf(word: string, size: number): number[] {
  spread(word);
  return Array.from({ length: HASHES }, (_, turn) => (start + turn * step) % size);
}
