import type { Country } from '../domain/knowledge.ts';
import type { CountryCode } from '../domain/text.ts';
import type { CountryWords } from './knowledge.ts';

const languages: Record<string, string> = {
  sq: 'sq', sr: 'sr-Cyrl', bs: 'bs', hr: 'hr', cnr: 'sr-Latn-ME', mk: 'mk', bg: 'bg', sl: 'sl', el: 'el', ro: 'ro', tr: 'tr', en: 'en',
}; // biome-ignore format: a table

/** Every country that Intl knows or the files name: what to show in each language, and the words to find it by. */
export function countryNames(given: readonly CountryWords[]): { countries: Country[]; words: CountryWords[] } {
  const byCode = new Map(given.map((words) => [words.code, words]));
  const codes = new Set<CountryCode>([...intlCodes(), ...byCode.keys()]);
  const shown = Object.entries(languages).map(
    ([tag, locale]) => [tag, new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })] as const,
  );
  const countries: Country[] = [];
  const words: CountryWords[] = [];
  for (const code of [...codes].sort()) {
    const own = byCode.get(code) ?? { code, names: {}, adjectives: {}, demonyms: {}, capital: {}, also: [], not: {} };
    const names: Record<string, string[]> = { ...own.names };
    for (const [tag, display] of shown) {
      const name = display.of(code);
      if (name && !names[tag]) names[tag] = [name];
    }
    words.push({ ...own, names });
    countries.push({ code, names: Object.fromEntries(Object.entries(names).map(([tag, texts]) => [tag, texts[0]!])) });
  }
  return { countries, words };
}

/** Finds a country by its code or by any of its names; nothing is prepared before the first question. */
export function countryFinder(given: readonly CountryWords[]): (name: string) => CountryCode | undefined {
  let byName: Map<string, CountryCode> | undefined;
  return (name) => {
    byName ??= new Map(
      countryNames(given).words.flatMap(({ code, names }) =>
        [code, ...Object.values(names).flat()].map((text) => [text.toLowerCase(), code] as const),
      ),
    );
    return byName.get(name.trim().toLowerCase());
  };
}

/** ISO 3166-1 as Intl has it: the two-letter regions with a name of their own, without groups and reserved codes. */
function intlCodes(): CountryCode[] {
  const display = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const former = new Set(
    'AN BU CS DD FX NT SU TP YU ZR AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ UK DY HV NH RH VD YD ZR SF'.split(' '),
  );
  const codes: CountryCode[] = [];
  for (let a = 65; a <= 90; a++)
    for (let b = 65; b <= 90; b++) {
      const code = String.fromCharCode(a, b);
      if (!former.has(code) && display.of(code)) codes.push(code);
    }
  return codes;
}
