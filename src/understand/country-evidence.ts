import type { Place } from '../catalog/knowledge.ts';
import type { KnownActor } from '../domain/knowledge.ts';
import type { CountryCode } from '../domain/text.ts';
import { type ActorMention, CAPITAL, LOWER, type TextDocument } from './context.ts';
import type { Hit } from './find-known.ts';
import { type Group, groupOf } from './forms/language-group.ts';
import type { CountryPart, Meaning } from './meaning.ts';
import type { NameIndex } from './name-index.ts';
import { isCommonWord } from './names/common-words.ts';

const weights = { name: 1, capital: 0.8, adjective: 0.8, demonym: 0.8, also: 0.8, not: 0 } as const;
const PLACE = 0.6;
const ACTOR = 0.5;
/** Somebody without an office. */
const PRIVATE = 0.15;
/** Where somebody of an international body comes from says little of what the article is about. */
const ACTOR_ABROAD = 0.1;
/** A town below this many people is hardly known abroad: whoever writes of it there names its country too. */
const KNOWN_ABROAD = 100_000;
/** Whose texts speak of a country's towns without naming the country. */
const homes: Record<CountryCode, readonly Group[]> = {
  RS: ['bcs', 'sq'], BA: ['bcs'], HR: ['bcs', 'sl'], ME: ['bcs', 'sq'], XK: ['bcs', 'sq'], SI: ['sl'], MK: ['mk', 'sq'], BG: ['bg'],
  AL: ['sq'], GR: ['el'], CY: ['el', 'tr'], RO: ['ro'], TR: ['tr'],
}; // biome-ignore format: a table

/** Where a people lives as a minority: spoken of there, it does not mean the country that bears its name. */
const minorities: Record<CountryCode, readonly CountryCode[]> = {
  AL: ['XK', 'MK', 'RS', 'ME', 'GR'], RS: ['XK', 'BA', 'ME', 'HR'], HR: ['BA', 'RS'], BG: ['MK', 'RS'], GR: ['AL'], RO: ['RS', 'UA', 'BG'],
  HU: ['RS', 'RO', 'SI', 'HR'], TR: ['GR', 'BG', 'RO', 'XK', 'MK', 'CY'], IT: ['SI', 'HR'], MK: ['AL', 'BG', 'GR'],
}; // biome-ignore format: a table
/** The beginnings of the word for a language. */
const language = /^(jezi[kc]|jazi[kc]|ezi[kc]|gjuh|limb[aie]|gloss|dili|language)/;
/** How many words a list of languages may have before or after it: Montenegrin, Serbian or Bosnian language. */
const LANGUAGES = 5;

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
  /** A people, a language, or an adjective that may mean either. */
  by: 'people' | 'language' | 'adjective' | 'name';
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
  const remote: (CountryEvidence & { place: Place })[] = [];
  const look = (hit: Hit, word: boolean) => {
    const { first, last } = hit;
    if (inPerson(first, last) || blocked(first, last)) return;
    const token = document.tokens[first]!;
    const one = last - first === 1;
    const unclear = one && (opensSmall(document, first, group) || partsOfPeople.has(token.folded));
    const country = hit.meanings.find(isCountry);
    if (country) {
      const doubtful = country.part !== 'adjective' && unclear;
      const by = byOf(hit, country, document);
      evidence.push({ code: country.code, first, last, weight: weights[country.part], doubtful, word, by });
      return;
    }
    const place = nearest(hit.meanings, home);
    if (!place?.country) return;
    // A short name in a case form is more often another word.
    const foreign = homes[place.country]?.includes(group) !== true;
    const guessed = one && token.shape !== LOWER && hit.how > 0 && token.end - token.start <= (foreign ? 5 : 3);
    const named = place.common || guessed || (one && index.givenNames.has(token.folded));
    const abroad = foreign && place.country in homes && place.type === 'town' && place.population < KNOWN_ABROAD;
    const doubtful = (unclear && !word) || (place.country !== home && named);
    const found = { code: place.country, first, last, weight: PLACE, doubtful, word, by: 'name' } as const;
    if (abroad && place.country !== home && !doubtful) remote.push({ ...found, doubtful: true, place });
    else evidence.push(found);
  };
  for (const hit of known.hits) look(hit, false);
  for (const hit of known.words) look(hit, true);
  for (const { slug, first, last } of mentions) {
    const actor = index.knowledge.actor(slug);
    if (!actor || actor.type === 'media') continue;
    const weight = isInternational(actor) ? ACTOR_ABROAD : isPrivate(actor) ? PRIVATE : ACTOR;
    for (const code of actor.countries) {
      // Facebook is everywhere, and many a country has a Democratic Party.
      const doubtful = (actor.type === 'company' || actor.type === 'party') && code !== home;
      evidence.push({ code, first, last, weight, doubtful, word: false, by: 'name' });
    }
  }
  // Two little towns of one country are no chance.
  const sure = (code: CountryCode) =>
    new Set(remote.flatMap((one) => (one.code === code ? [one.place.name] : []))).size > 1;
  for (const { place: _, ...one } of remote) evidence.push(sure(one.code) ? { ...one, doubtful: false } : one);
  return withoutMinorities(evidence);
}

/** A language says nothing of a country that is not named, nor does a people where it lives as a minority. */
function withoutMinorities(evidence: readonly CountryEvidence[]): CountryEvidence[] {
  const named = new Set<CountryCode>();
  const spoken = new Set<CountryCode>();
  for (const { code, by, doubtful } of evidence) {
    if (by === 'name' && !doubtful) named.add(code);
    else if (by === 'people' || by === 'language') spoken.add(code);
  }
  const elsewhere = (code: CountryCode) => spoken.has(code) && minorities[code]?.some((other) => named.has(other));
  return evidence.filter(({ code, by }) => named.has(code) || (by !== 'language' && !elsewhere(code)));
}

/** What kind of word it is that speaks for the country. */
function byOf(hit: Hit, { code, part }: { code: CountryCode; part: CountryPart }, document: TextDocument) {
  if (part !== 'adjective' && part !== 'demonym') return 'name';
  if (besideLanguage(document, hit)) return 'language';
  const people = hit.meanings.some((one) => isCountry(one) && one.code === code && one.part === 'demonym');
  return people ? 'people' : 'adjective';
}

/** Whether the word for a language stands beside it, in some languages before, with nothing but small words between. */
function besideLanguage({ tokens }: TextDocument, { first, last }: Hit): boolean {
  for (const step of [1, -1]) {
    const from = step === 1 ? last : first - 1;
    for (let at = from; at !== from + step * LANGUAGES; at += step) {
      const token = tokens[at];
      if (!token || token.sentence !== tokens[first]!.sentence) break;
      if (language.test(token.folded)) return true;
      if (token.shape !== LOWER) break;
    }
  }
  return false;
}

/** A singer or a footballer stands for no state. */
const isPrivate = (actor: KnownActor): boolean =>
  actor.kind === 'PERSON' && actor.roles.every((role) => privateRoles.has(role.role));

const privateRoles = new Set(['analyst', 'journalist', 'activist', 'athlete', 'coach', 'artist', 'scientist', 'businessperson', 'ceo']); // biome-ignore format: a list of words

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
  return (first, last) => stretches.some((other) => other.first < last && first < other.last);
}
