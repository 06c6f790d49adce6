import type { CountryWords } from '../catalog/knowledge.ts';
import type { KnownActor } from '../domain/knowledge.ts';
import { foldName } from './text/fold.ts';

/** Bodies that every country has under one name. */
export const genericTypes: ReadonlySet<string> = new Set([
  'court',
  'government',
  'ministry',
  'parliament',
  'police',
  'military',
  'prosecution',
  'bank',
]);

const links = new Set(
  'of the na tis toy ton a al e i te se republike republika republici republikata republic'.split(' '),
);
/** Правителство в София, Forța pentru Kosovo: what is left names nothing. */
const openEnd = /^(\p{Ll}{1,2}|pentru|kundër|për|din|ale|των|για|the|and|for)$/u;
/** So many letters at the beginning tell a word of the country: Srbija, Srbije, srpski is told by its adjective. */
const STEM = 4;
/** Of Gora and Gore three. */
const stemOf = (word: string): string => word.slice(0, word.length === STEM ? STEM - 1 : STEM);

/** Bodies of which a country has one: its word alone may mean it. */
const soleTypes: ReadonlySet<string> = new Set(['government', 'parliament', 'military']);

interface BareBodies {
  /** A body's names without its country: Ministarstvo odbrane of Ministarstvo odbrane Srbije, in the words of the names. */
  bareNames(actor: KnownActor): string[];
  /** The folded word that is left of them where it means a country's only such body: vlada, sabor, vojska. */
  bareHeads(actor: KnownActor): string[];
}

/** Tells whether a folded word is of a country: its name or its adjective in some form. */
export function createCountryTest(countries: readonly CountryWords[]): (code: string, folded: string) => boolean {
  const stems = new Map(
    countries.map(({ code, names, adjectives }) => {
      const texts = [...Object.values(names), ...Object.values(adjectives)].flat();
      return [code, new Set(texts.flatMap(foldName).map(stemOf))];
    }),
  );
  return (code, folded) => stems.get(code)?.has(stemOf(folded)) === true;
}

export function createBareBodies(countries: readonly CountryWords[]): BareBodies {
  const isOf = createCountryTest(countries);
  /** Each name's words without those of its country, where it has any. */
  const withoutCountry = (actor: KnownActor): string[][] => {
    if (actor.kind !== 'ORGANIZATION' || !genericTypes.has(actor.type ?? '') || actor.countries.length !== 1) return [];
    const isCountry = (word: string) => isOf(actor.countries[0]!, foldName(word).join(''));
    return actor.names.flatMap(({ text }) => {
      const words = text.split(/\s+/);
      let last = words.length;
      while (last > 0 && isCountry(words[last - 1]!)) last--;
      if (last < words.length) while (last > 0 && links.has(foldName(words[last - 1]!).join(''))) last--;
      // Bosnia and Herzegovina's Court
      let first = 0;
      if (last === words.length)
        while (first < last && (isCountry(words[first]!) || (first > 0 && /^(and|i|и)$/i.test(words[first]!)))) first++;
      return last - first === words.length || last === first ? [] : [words.slice(first, last)];
    });
  };
  return {
    bareNames: (actor) =>
      withoutCountry(actor).flatMap((words) =>
        words.length < 2 || openEnd.test(words.at(-1)!)
          ? []
          : [words.join(' ').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())],
      ),
    bareHeads: (actor) =>
      soleTypes.has(actor.type ?? '')
        ? withoutCountry(actor).flatMap((words) => (words.length === 1 ? foldName(words[0]!) : []))
        : [],
  };
}
