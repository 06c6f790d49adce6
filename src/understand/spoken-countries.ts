import type { KnownActor } from '../domain/knowledge.ts';
import type { TextDocument } from './context.ts';
import type { Hit } from './find-known.ts';
import { groupOf } from './forms/language-group.ts';
import type { ActorMeaning, Meaning } from './meaning.ts';
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
  // Bugarska is a name and an adjective, written small too: it is said once.
  const said = new Set<string>();
  const once = (first: number, code: string, weight: number) => {
    if (said.has(`${first} ${code}`)) return;
    said.add(`${first} ${code}`);
    add(code, weight);
  };
  const addPlaces = ({ first, meanings }: Hit) => {
    for (const meaning of meanings) if (meaning.is === 'country') once(first, meaning.code, 1);
    for (const meaning of meanings)
      if (meaning.is === 'place' && meaning.place.country) once(first, meaning.place.country, 0.3);
  };
  for (const hit of known.hits) {
    addPlaces(hit);
    const { first, last, meanings } = hit;
    if (last - first > 1 && meanings.some(({ is }) => is === 'place'))
      for (let at = first; at < last; at++) inPlace.add(at);
  }
  for (const hit of known.words) if (!inPlace.has(hit.first)) addPlaces(hit);
  for (const party of partiesOfOne(known.words)) add(party.countries[0]!, 0.3);
  for (const actor of surelyNamed(document, known.hits)) {
    if (actor.countries.length === 1) add(actor.countries[0]!, 0.7);
  }
  return weights;
}

/** Parties whose people are called as no other party's are. */
function partiesOfOne(words: readonly Hit[]): Set<KnownActor> {
  const parties = new Set<KnownActor>();
  for (const { meanings } of words) {
    const only = theOne(meanings, (meaning) => meaning.part === 'member');
    if (only?.actor.countries.length === 1) parties.add(only.actor);
  }
  return parties;
}

/** People who are named in full, or by a surname that everybody knows: where they are at home is spoken of. */
function surelyNamed(document: TextDocument, hits: readonly Hit[]): Set<KnownActor> {
  const group = groupOf(document.language);
  const people = new Set<KnownActor>();
  for (const hit of hits) {
    const only = theOne(hit.meanings, ({ part, actor }) => part !== 'named' && actor.kind === 'PERSON');
    if (only === null) continue;
    if (only.part === 'full' || isFamousName(document.tokens[hit.first]!.folded, group)) people.add(only.actor);
  }
  return people;
}

/** The first of the meanings that counts, where all that count mean one actor. */
function theOne(meanings: readonly Meaning[], counts: (meaning: ActorMeaning) => boolean): ActorMeaning | null {
  let only: ActorMeaning | null = null;
  for (const meaning of meanings) {
    if (meaning.is !== 'actor' || !counts(meaning)) continue;
    if (only !== null && meaning.actor !== only.actor) return null;
    only ??= meaning;
  }
  return only;
}
