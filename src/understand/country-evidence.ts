import type { Place } from '../catalog/knowledge.ts';
import type { KnownActor } from '../domain/knowledge.ts';
import type { CountryCode } from '../domain/text.ts';
import { type ActorMention, CAPITAL, LOWER, type TextDocument } from './context.ts';
import type { Hit } from './find-known.ts';
import { type Group, groupOf } from './forms/language-group.ts';
import type { Meaning, NameIndex } from './name-index.ts';
import { isCommonWord } from './names/common-words.ts';

const weights = { name: 1, capital: 0.8, adjective: 0.8, demonym: 0.8, also: 0.8, not: 0 } as const;
const PLACE = 0.6;
const ACTOR = 0.5;
/** Where somebody of an international body comes from says little of what the article is about. */
const ACTOR_ABROAD = 0.1;
/** A town below this many people is hardly known abroad: whoever writes of it there names its country too. */
const KNOWN_ABROAD = 100_000;
/** Whose texts speak of a country's towns without naming the country. */
const homes: Record<CountryCode, readonly Group[]> = {
  RS: ['bcs', 'sq'], BA: ['bcs'], HR: ['bcs', 'sl'], ME: ['bcs', 'sq'], XK: ['bcs', 'sq'], SI: ['sl'], MK: ['mk', 'sq'], BG: ['bg'],
  AL: ['sq'], GR: ['el'], CY: ['el', 'tr'], RO: ['ro'], TR: ['tr'],
}; // biome-ignore format: a table

/** One place in the text that speaks for a country. */
export interface CountryEvidence {
  code: CountryCode;
  /** Tokens, end exclusive. */
  first: number;
  last: number;
  weight: number;
  /** Also an everyday word or a person's name: counts only where more speaks for the country. */
  doubtful: boolean;
  /** An adjective or another word in lower case: part of a name, it is the name that counts. */
  word: boolean;
}

/** All that speaks for countries in the text: their names, people, places, and whom the actors act for. */
export function countryEvidence(
  document: TextDocument,
  known: { hits: Hit[]; words: Hit[] },
  mentions: readonly ActorMention[],
  index: NameIndex,
): CountryEvidence[] {
  const people = mentions.filter((mention) => mention.kind === 'PERSON');
  const inPerson = cover(people);
  // Jordan Spieth is in the article: Jordan alone may be he.
  const partsOfPeople = new Set(
    people.flatMap(({ first, last }) => document.tokens.slice(first, last).map((token) => token.folded)),
  );
  const blocked = cover(
    known.hits.filter((hit) => hit.meanings.some((one) => one.is === 'country' && one.part === 'not')),
  );
  const group = groupOf(document.language);
  const home = document.setting.outletCountry;
  const evidence: CountryEvidence[] = [];
  const look = (hit: Hit, word: boolean) => {
    const { first, last } = hit;
    if (inPerson(first, last) || blocked(first, last)) return;
    const token = document.tokens[first]!;
    const one = last - first === 1;
    const unclear = one && (opensSmall(document, first, group) || partsOfPeople.has(token.folded));
    const country = hit.meanings.find(isCountry);
    if (country) {
      const doubtful = country.part !== 'adjective' && unclear;
      evidence.push({ code: country.code, first, last, weight: weights[country.part], doubtful, word });
      return;
    }
    const place = nearest(hit.meanings, home);
    if (!place) return;
    // A short name in a case form is more often another word.
    const foreign = homes[place.country]?.includes(group) !== true;
    const guessed = one && token.shape !== LOWER && hit.how > 0 && token.end - token.start <= (foreign ? 5 : 3);
    const named = place.common || guessed || (one && index.givenNames.has(token.folded));
    const abroad = foreign && place.country in homes && place.type === 'town' && place.population < KNOWN_ABROAD;
    const doubtful = unclear || (place.country !== home && (named || abroad));
    evidence.push({ code: place.country, first, last, weight: PLACE, doubtful, word });
  };
  for (const hit of known.hits) look(hit, false);
  for (const hit of known.words) look(hit, true);
  for (const { slug, first, last } of mentions) {
    const actor = index.knowledge.actor(slug);
    if (!actor || actor.type === 'media') continue;
    const weight = isInternational(actor) ? ACTOR_ABROAD : ACTOR;
    for (const code of actor.countries) {
      // Facebook is everywhere, and many a country has a Democratic Party.
      const doubtful = (actor.type === 'company' || actor.type === 'party') && code !== home;
      evidence.push({ code, first, last, weight, doubtful, word: false });
    }
  }
  return evidence;
}

const isInternational = (actor: KnownActor): boolean =>
  actor.countries.includes('EU') ||
  actor.countries.length > 1 ||
  (actor.kind === 'PERSON' && actor.roles[0] !== undefined && abroadRoles.has(actor.roles[0].role));

const abroadRoles = new Set(['commissioner', 'envoy', 'high-representative', 'mep', 'secretary-general']);

const isCountry = (meaning: Meaning): meaning is Meaning & { is: 'country' } => meaning.is === 'country';

/** Of the places with one name, that of the outlet's country, then one that is no everyday word, then the larger. */
function nearest(meanings: readonly Meaning[], home: CountryCode | undefined): Place | undefined {
  const rank = (place: Place) => (place.country === home ? 2 : 0) + (place.common ? 0 : 1);
  let best: Place | undefined;
  for (const meaning of meanings) {
    if (meaning.is !== 'place') continue;
    const { place } = meaning;
    const more = best ? rank(place) - rank(best) : 1;
    if (!best || more > 0 || (more === 0 && place.population > best.population)) best = place;
  }
  return best;
}

/** Whether the word opens a sentence and is an everyday word there: Mali, Čad. */
function opensSmall(document: TextDocument, at: number, group: Group): boolean {
  const token = document.tokens[at]!;
  return (
    token.shape === CAPITAL && document.sentences[token.sentence]!.first === at && isCommonWord(token.folded, group)
  );
}

/** Tells whether tokens touch one of the stretches. */
export function cover(stretches: readonly { first: number; last: number }[]): (first: number, last: number) => boolean {
  const covered = new Set<number>();
  for (const { first, last } of stretches) for (let at = first; at < last; at++) covered.add(at);
  return (first, last) => {
    for (let at = first; at < last; at++) if (covered.has(at)) return true;
    return false;
  };
}
