import type { Place } from '../catalog/knowledge.ts';
import type { CountryTag } from '../domain/annotation.ts';
import type { TextSpan } from '../domain/text.ts';
import { type ActorMention, CAPITAL, LOWER, spanOf, type TextDocument } from './context.ts';
import type { Hit } from './find-known.ts';
import { type Group, groupOf } from './forms/language-group.ts';
import type { Meaning, NameIndex } from './name-index.ts';
import { isCommonWord } from './names/common-words.ts';

/** A country below this share of the article is named in passing. */
const THRESHOLD = 0.12;
const weights = { name: 1, capital: 0.8, adjective: 0.8, demonym: 0.8, also: 0.8, place: 0.6, actor: 0.5 } as const;

/** A town below this many people is hardly known abroad: whoever writes of it there names its country too. */
const KNOWN_ABROAD = 100_000;
/** Whose texts speak of a country's towns without naming the country. */
const homes: Record<string, readonly Group[]> = {
  RS: ['bcs'], BA: ['bcs'], HR: ['bcs', 'sl'], ME: ['bcs'], XK: ['bcs', 'sq'], SI: ['sl'], MK: ['mk', 'sq'], BG: ['bg'],
  AL: ['sq'], GR: ['el'], CY: ['el', 'tr'], RO: ['ro'], TR: ['tr'],
}; // biome-ignore format: a table

type FindCountries = (
  document: TextDocument,
  known: { hits: Hit[]; words: Hit[] },
  mentions: readonly ActorMention[],
) => CountryTag[];

/** One place in the text that speaks for a country. */
interface Evidence {
  code: string;
  first: number;
  last: number;
  weight: number;
  /** Also an everyday word or a person's name: counts only where more speaks for the country. */
  doubtful: boolean;
}

/** Tells which countries an article is about. */
export function createCountryFinder(index: NameIndex): FindCountries {
  return (document, known, mentions) => {
    const evidence = gather(document, known, mentions, index).filter(({ code }) => index.knowledge.country(code));
    const sure = new Set(evidence.filter((one) => !one.doubtful).map((one) => one.code));
    const found = new Map<string, { weight: number; evidence: TextSpan[]; seen: Set<number> }>();
    let total = 0;
    for (const { code, first, last, weight } of evidence) {
      if (!sure.has(code)) continue;
      let entry = found.get(code);
      if (!entry) {
        entry = { weight: 0, evidence: [], seen: new Set() };
        found.set(code, entry);
      }
      if (entry.seen.has(first)) continue;
      entry.seen.add(first);
      const span = spanOf(document, first, last);
      const place = span.field === 'HEADLINE' ? 3 : span.field === 'SUMMARY' ? 1.5 : span.start < 400 ? 1.3 : 1;
      entry.weight += weight * place;
      total += weight * place;
      entry.evidence.push(span);
    }
    return [...found]
      .map(([code, entry]): CountryTag => {
        const salience =
          Math.round(Math.min(1, (entry.weight / total) * (1 - Math.exp(-entry.weight / 2))) * 1000) / 1000;
        return { code, count: entry.evidence.length, salience, evidence: entry.evidence };
      })
      .filter((tag) => tag.salience >= THRESHOLD)
      .sort((a, b) => b.salience - a.salience);
  };
}

function gather(
  document: TextDocument,
  known: { hits: Hit[]; words: Hit[] },
  mentions: readonly ActorMention[],
  index: NameIndex,
): Evidence[] {
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
  const evidence: Evidence[] = [];
  for (const hit of [...known.hits, ...known.words]) {
    const { first, last } = hit;
    if (inPerson(first, last) || blocked(first, last)) continue;
    const country = hit.meanings.find(isCountry);
    const one = last - first === 1;
    const token = document.tokens[first]!;
    const unclear = one && (opensSmall(document, first, group) || partsOfPeople.has(token.folded));
    if (country) {
      const doubtful = country.part !== 'adjective' && unclear;
      evidence.push({
        code: country.code,
        first,
        last,
        weight: weights[country.part as keyof typeof weights],
        doubtful,
      });
      continue;
    }
    const place = largest(hit.meanings);
    if (place) {
      // A short name in a case form is more often another word.
      const guessed = one && token.shape !== LOWER && hit.how > 0 && token.end - token.start <= 5;
      const abroad =
        place.type === 'town' && place.population < KNOWN_ABROAD && homes[place.country]?.includes(group) === false;
      const doubtful = place.common || abroad || unclear || guessed || (one && index.givenNames.has(token.folded));
      evidence.push({ code: place.country, first, last, weight: weights.place, doubtful });
    }
  }
  for (const { slug, first, last } of mentions) {
    for (const code of index.knowledge.actor(slug)?.countries ?? [])
      evidence.push({ code, first, last, weight: weights.actor, doubtful: false });
  }
  return evidence;
}

const isCountry = (meaning: Meaning): meaning is Meaning & { is: 'country' } => meaning.is === 'country';

/** Of the places with one name, one that is no everyday word, then the larger. */
function largest(meanings: readonly Meaning[]): Place | undefined {
  let best: Place | undefined;
  for (const meaning of meanings) {
    if (meaning.is !== 'place') continue;
    const { place } = meaning;
    if (!best || (best.common && !place.common) || (best.common === place.common && place.population > best.population))
      best = place;
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
function cover(stretches: readonly { first: number; last: number }[]): (first: number, last: number) => boolean {
  const covered = new Set<number>();
  for (const { first, last } of stretches) for (let at = first; at < last; at++) covered.add(at);
  return (first, last) => {
    for (let at = first; at < last; at++) if (covered.has(at)) return true;
    return false;
  };
}
