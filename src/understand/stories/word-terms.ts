import { baseForms } from '../forms/base-forms.ts';
import { type Group, groups } from '../forms/language-group.ts';
import { conceptsOf } from './concepts.ts';
import { skeleton } from './skeleton.ts';
import { stemSpace, term } from './terms.ts';

const STEM = 6;
/** International words are long and stay recognisable without their vowels. */
const WORLD_LETTERS = 7;
const WORLD_CONSONANTS = 4;

/** The terms that a word stands for, as a name and as a word. */
export interface WordTerms {
  /** Null for what has too few consonants to be told by them. */
  name: number | null;
  word: readonly number[];
}

const MOST_KNOWN = 40_000;
const known = new Map<Group, Map<string, WordTerms>>(groups.map((group) => [group, new Map()]));

/** Looked up once for each folded word: the same ones come in every article. */
export function wordTerms(folded: string, group: Group): WordTerms {
  const cache = known.get(group)!;
  const cached = cache.get(folded);
  if (cached) return cached;
  if (cache.size > MOST_KNOWN) cache.clear();
  const found = findTerms(folded, group);
  cache.set(folded, found);
  return found;
}

function findTerms(folded: string, group: Group): WordTerms {
  const consonants = folded.length > 2 ? skeleton(folded, group) : '';
  const word = folded.length > 2 ? conceptsOf(folded, group).map((concept) => term('concept', concept)) : [];
  if (folded.length > 3) word.push(term('stem', `${stemSpace(group)} ${stemOf(folded, group)}`));
  if (folded.length >= WORLD_LETTERS && consonants.length >= WORLD_CONSONANTS) word.push(term('world', consonants));
  return { name: consonants === '' ? null : term('name', consonants), word };
}

function stemOf(folded: string, group: Group): string {
  if (folded.length > STEM + 2) return folded.slice(0, STEM);
  let shortest = folded;
  for (const { base } of baseForms(folded, group))
    if (base.length < shortest.length && base.length > 2) shortest = base;
  return shortest.slice(0, STEM);
}
