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
const openEnd = /^(?!(?:sud|суд|съд)$)(\p{Ll}{1,3}|pentru|kundër|για)$/u;
/** So many letters at the beginning tell a word of the country: Srbija, Srbije, srpski is told by its adjective. */
const STEM = 4;

/** Tells a body's names without its country: Ministarstvo odbrane of Ministarstvo odbrane Srbije, in the words of the names. */
export function createBareBodies(countries: readonly CountryWords[]): (actor: KnownActor) => string[] {
  const stems = new Map(
    countries.map(({ code, names, adjectives }) => {
      const texts = [...Object.values(names), ...Object.values(adjectives)].flat();
      return [code, new Set(texts.flatMap(foldName).map((word) => word.slice(0, STEM)))];
    }),
  );
  return (actor) => {
    if (actor.kind !== 'ORGANIZATION' || !genericTypes.has(actor.type ?? '') || actor.countries.length !== 1) return [];
    const own = stems.get(actor.countries[0]!);
    if (!own) return [];
    const isCountry = (word: string) => {
      const folded = foldName(word).join('');
      return own.has(folded.slice(0, STEM)) || own.has(folded);
    };
    return actor.names.flatMap(({ text }) => {
      const words = text.split(/\s+/);
      let last = words.length;
      while (last > 0 && isCountry(words[last - 1]!)) last--;
      if (last < words.length) while (last > 0 && links.has(foldName(words[last - 1]!).join(''))) last--;
      // Bosnia and Herzegovina's Court
      let first = 0;
      if (last === words.length)
        while (first < last && (isCountry(words[first]!) || (first > 0 && /^(and|i|и)$/i.test(words[first]!)))) first++;
      if (last - first < 2 || last - first === words.length || openEnd.test(words[last - 1]!)) return [];
      const bare = words.slice(first, last);
      return [bare.join(' ').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())];
    });
  };
}
