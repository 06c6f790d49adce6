import type { KnownActor } from '../domain/knowledge.ts';
import type { TextDocument } from './context.ts';
import type { Hit } from './find-known.ts';
import { groupOf } from './forms/language-group.ts';
import type { ActorMeaning } from './meaning.ts';
import { isFamousName } from './names/name-lists.ts';

/** What the outlet's being there counts for. */
export const OF_OUTLET = 2;

/** Countries that the document speaks of, for choosing between two of one name. */
export function spokenCountries(document: TextDocument, known: { hits: Hit[]; words: Hit[] }): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (code: string, weight: number) => weights.set(code, (weights.get(code) ?? 0) + weight);
  if (document.setting.outletCountry) add(document.setting.outletCountry, OF_OUTLET);
  // Srpskoj in Republici Srpskoj is no word of Serbia.
  const inPlace = new Set<number>();
  for (const { first, last, meanings } of known.hits)
    if (last - first > 1 && meanings.some(({ is }) => is === 'place'))
      for (let at = first; at < last; at++) inPlace.add(at);
  for (const hit of [...known.hits, ...known.words.filter(({ first }) => !inPlace.has(first))]) {
    for (const meaning of hit.meanings) {
      if (meaning.is === 'country') add(meaning.code, 1);
      else if (meaning.is === 'place' && meaning.place.country) add(meaning.place.country, 0.3);
    }
  }
  for (const party of partiesOfOne(known.words)) add(party.countries[0]!, 0.3);
  for (const actor of surelyNamed(document, known.hits)) {
    if (actor.countries.length === 1) add(actor.countries[0]!, 0.7);
  }
  return weights;
}

/** Parties whose people are called as no other party's are. */
function partiesOfOne(words: readonly Hit[]): Set<KnownActor> {
  const parties = words.flatMap(({ meanings }) => {
    const bearers = meanings.flatMap((one) => (one.is === 'actor' && one.part === 'member' ? [one.actor] : []));
    return new Set(bearers).size === 1 ? [bearers[0]!] : [];
  });
  return new Set(parties.filter(({ countries }) => countries.length === 1));
}

/** People who are named in full, or by a surname that everybody knows: where they are at home is spoken of. */
function surelyNamed(document: TextDocument, hits: readonly Hit[]): Set<KnownActor> {
  const group = groupOf(document.language);
  const people = new Set<KnownActor>();
  for (const hit of hits) {
    const named = hit.meanings.filter(
      (meaning): meaning is ActorMeaning =>
        meaning.is === 'actor' && meaning.part !== 'named' && meaning.actor.kind === 'PERSON',
    );
    const [only] = named;
    if (!only || named.some((meaning) => meaning.actor !== only.actor)) continue;
    if (only.part === 'full' || isFamousName(document.tokens[hit.first]!.folded, group)) people.add(only.actor);
  }
  return people;
}
