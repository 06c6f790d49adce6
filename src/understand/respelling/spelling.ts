import type { LanguageTag } from '../../domain/text.ts';

/** Languages that write a foreign name as they hear it; Bosnian and Montenegrin do both. The others keep its own letters. */
const heard = new Set(['sr', 'sr-Cyrl', 'sr-Latn', 'cnr', 'bs', 'mk', 'bg', 'el', 'sq']);

export const writesAsHeard = (language: LanguageTag): boolean => heard.has(language);

/** How well a language keeps a foreign name's own letters, best first; what it writes is the name to show. */
const order = ['en', 'ro', 'hr', 'sl', 'tr', 'bs', 'sq', 'cnr', 'sr-Latn', 'sr', 'sr-Cyrl', 'mk', 'bg', 'el'];

export const spellingRank = (language: LanguageTag): number => {
  const place = order.indexOf(language);
  return place < 0 ? order.length : place;
};

/** Languages that put a name into cases without a mark between name and ending. */
const declining = new Set(['sr', 'sr-Cyrl', 'sr-Latn', 'cnr', 'bs', 'hr', 'sl']);

type Case = 'base' | 'genitive' | 'dative' | 'instrumental';

/** Endings of foreign names in the cases of the South Slavic languages, longest first; what stands in the base form instead. */
const manly: [Case, RegExp, string][] = [
  ['instrumental', /(?<=[iyeo])(jem|јем)$/u, ''],
  ['instrumental', /(om|em|ом|ем)$/u, ''],
  ['genitive', /(?<=[iyeoуиоe])(ja|ја)$/u, ''],
  ['genitive', /(a|а)$/u, ''],
  ['dative', /(?<=[iyeoиоe])(ju|ју)$/u, ''],
  ['dative', /(u|у)$/u, ''],
];
const womanly: [Case, RegExp, string][] = [
  ['instrumental', /(om|o)$/u, 'a'],
  ['instrumental', /(ом)$/u, 'а'],
  ['genitive', /(e|u)$/u, 'a'],
  ['genitive', /(е|у)$/u, 'а'],
  ['dative', /(i)$/u, 'a'],
  ['dative', /(и)$/u, 'а'],
];
const albanian = /(?<=.{3})(un|ut|in|it|u|i)$/;

/** Names that a name may be a case form of, where no list says what its base form is: Stevena Gerrarda, Furykun. */
export function uncased(words: readonly string[], language: LanguageTag): string[][] {
  const first = words[0]!;
  const last = words.at(-1)!;
  const found: string[][] = [];
  const middle = words.slice(1, -1);
  if (language === 'sq') {
    const bare = last.replace(albanian, '');
    return bare === last ? [] : [[first, ...middle, bare]];
  }
  if (!declining.has(language)) return [];
  for (const [how, ending, instead] of manly) {
    if (!ending.test(last) || last.length < 4) continue;
    const surname = last.replace(ending, instead);
    // Tomija Flitvuda, and Tomi Flitvuda where a given name ends in a vowel.
    if (/[aeiouyаеиоу]$/u.test(first)) found.push([first, ...middle, surname]);
    for (const [other, suffix, base] of manly)
      if (other === how && suffix.test(first) && first.length > 3)
        found.push([first.replace(suffix, base), ...middle, surname]);
  }
  // Sare Pejlin: a woman's foreign surname stays as it is.
  for (const [, suffix, base] of womanly)
    if (suffix.test(first) && first.length > 3) found.push([first.replace(suffix, base), ...middle, last]);
  return found;
}
