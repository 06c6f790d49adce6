import type { Place } from '../catalog/knowledge.ts';
import type { KnownActor } from '../domain/knowledge.ts';
import type { LanguageTag } from '../domain/text.ts';
import { type Group, groupOf, groups, nameLanguages } from './forms/language-group.ts';
import { fold } from './text/fold.ts';

/** `named`: a surname too common to stand alone, for whom the text names in full. `member`: what a party's people are called; `adjective`: what is theirs. */
export type ActorPart = 'full' | 'alone' | 'named' | 'acronym' | 'member' | 'adjective';
/** `not`: a longer name that holds a country's word and means something else. */
export type CountryPart = 'name' | 'adjective' | 'demonym' | 'capital' | 'also' | 'not';

/** What a name in the trie means. */
export type Meaning = {
  /** Bits of the groups whose texts use this name; see `groupBit`. */
  groups: number;
  /** Bits of the words (first is 1) that are written with a capital. */
  capitals: number;
  /** Only where the text writes it in Latin letters. */
  latin?: boolean;
  /** Written with capitals inside (SAD, BiH): a word with only the first one is another. */
  acronym?: boolean;
} & (
  | { is: 'actor'; actor: KnownActor; part: ActorPart }
  | { is: 'place'; place: Place; town: boolean }
  | { is: 'country'; code: string; part: CountryPart }
  | { is: 'role'; role: string; gender: 'm' | 'f' | null }
);

export type ActorMeaning = Meaning & { is: 'actor' };

export const groupBit = (group: Group): number => 1 << groups.indexOf(group);

export const everyGroup = (1 << groups.length) - 1;
/** Splits a name as the tokenizer does, with which words carry a capital. */
export function wordsOf(text: string): { folded: string[]; capitals: number } {
  const raw = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let capitals = 0;
  raw.forEach((word, index) => {
    if (/^[\p{Lu}\p{N}]/u.test(word)) capitals |= 1 << index;
  });
  return { folded: raw.map(fold), capitals };
}

/** The groups that use a name given for `language`: its own, and those that have none of their own and fall back on it. */
export function groupsFor(language: LanguageTag | null, given: ReadonlySet<LanguageTag>): number {
  if (language === null) return everyGroup;
  let bits = 0;
  for (const group of groups) {
    const wanted = nameLanguages[group].find((tag) => given.has(tag));
    // Serbian, Croatian, Bosnian and Montenegrin texts quote each other's spelling.
    if (wanted === language || groupOf(language) === group) bits |= groupBit(group);
  }
  return bits;
}
