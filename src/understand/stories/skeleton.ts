import { baseForms } from '../forms/base-forms.ts';
import type { Group } from '../forms/language-group.ts';

/** So much of a word's consonants is kept: names grow at their ends in most languages of the region. */
const LONGEST = 4;

// Spellings of one sound, longest first. What a script or language cannot tell apart, no skeleton tells apart:
// Greek writes b as mp, d as nt and g as gk; English and Albanian write sh where others have one letter.
const sounds: readonly [RegExp, string][] = [
  [/mp/g, 'b'],
  [/nt/g, 'd'],
  [/gk|gh|gj/g, 'g'],
  [/ts|tz|tch|sch|sh|ch|dzh|dz|xh|zh|cz/g, 's'],
  [/th/g, 't'],
  [/ph/g, 'f'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/c(?=[eiyj]|$)/g, 's'],
  [/c/g, 'k'],
  [/z/g, 's'],
  [/w/g, 'v'],
  [/[aeiouyjh]/g, ''],
  [/(.)\1+/g, '$1'],
];

const cache = new Map<string, string>();

/** The consonants of a folded word by their sound, the first four; empty where there are fewer than two. */
function consonants(folded: string): string {
  const known = cache.get(folded);
  if (known !== undefined) return known;
  if (cache.size > 50_000) cache.clear();
  let word = folded;
  for (const [spelling, sound] of sounds) word = word.replace(spelling, sound);
  const found = word.length < 2 ? '' : word.slice(0, LONGEST);
  cache.set(folded, found);
  return found;
}

/** One key for a name in every script and in most of its cases: `Rosenstein`, `Розенштајну`, `Ρόζενσταϊν`. */
export function skeleton(folded: string, group: Group): string {
  const whole = consonants(folded);
  // Past four consonants an ending changes nothing any more.
  if (whole.length === LONGEST && consonants(folded.slice(0, -3)).length === LONGEST) return whole;
  let shortest = whole;
  for (const { base, possessive } of baseForms(folded, group)) {
    if (possessive || base.length < 3) continue;
    const short = consonants(base);
    if (short.length >= 2 && short.length < shortest.length) shortest = short;
  }
  return shortest;
}
