import { countryOfHost } from '../../catalog/country-of-host.ts';
import type { Knowledge } from '../../catalog/knowledge.ts';
import type { CountryCode, LanguageTag } from '../../domain/text.ts';
import { foldName } from '../../understand/text/fold.ts';

/** What is known of a site when its country is asked for. */
export interface CountryEvidence {
  host: string;
  /** Country as structured data names it. */
  named: string | null;
  phones: readonly string[];
  /** Text with addresses and telephones: the page's foot, the imprint. */
  foot: string;
  /** Tags such as sr-RS, as the page has them. */
  tags: readonly string[];
  language: LanguageTag | null;
}

/** A guess, with what speaks for it, strongest first. */
export interface CountryGuess {
  country: CountryCode | null;
  because: string[];
  /** Whether nothing speaks strongly for another. */
  sure: boolean;
}

const dialling: Record<string, CountryCode> = {
  '30': 'GR', '36': 'HU', '39': 'IT', '40': 'RO', '43': 'AT', '44': 'GB', '49': 'DE', '90': 'TR', '355': 'AL', '357': 'CY', '359': 'BG',
  '373': 'MD', '381': 'RS', '382': 'ME', '383': 'XK', '385': 'HR', '386': 'SI', '387': 'BA', '389': 'MK',
}; // biome-ignore format: a table
const homes: Record<LanguageTag, CountryCode[]> = {
  sq: ['AL', 'XK', 'MK'], sr: ['RS', 'BA', 'ME'], 'sr-Latn': ['RS', 'BA', 'ME'], bs: ['BA'], hr: ['HR', 'BA'], cnr: ['ME'], mk: ['MK'],
  bg: ['BG'], sl: ['SI'], el: ['GR', 'CY'], ro: ['RO', 'MD'], tr: ['TR', 'CY'],
}; // biome-ignore format: a table
const TOWN = 40_000;

/** The country an outlet is of, by all that its site tells; null where nothing does. */
export function guessCountry(evidence: CountryEvidence, knowledge: Knowledge): CountryGuess {
  const score = new Map<CountryCode, number>();
  const because = new Map<CountryCode, string[]>();
  const add = (country: CountryCode | null | undefined, points: number, why: string) => {
    if (!country) return;
    score.set(country, (score.get(country) ?? 0) + points);
    const reasons = because.get(country) ?? [];
    if (!reasons.includes(why)) because.set(country, [...reasons, why]);
  };
  add(codeNamed(evidence.named, knowledge), 6, 'the address in its structured data');
  add(countryOfHost(evidence.host), 5, `the ending of ${evidence.host}`);
  for (const phone of phonesOf(evidence)) add(phone.country, 4, `the telephone number ${phone.number}`);
  for (const [country, town] of townsOf(evidence.foot, knowledge)) add(country, 2, `${town} in its address`);
  for (const tag of evidence.tags) {
    const region = /[-_]([A-Z]{2})\b/i.exec(tag)?.[1]?.toUpperCase();
    if (region && Object.values(homes).flat().includes(region)) add(region, 1, `its language tag ${tag}`);
  }
  const spoken = homes[evidence.language ?? ''] ?? [];
  for (const [place, country] of spoken.entries())
    add(country, spoken.length === 1 ? 2 : place === 0 ? 1 : 0.5, `its language ${evidence.language}`);

  const [best, next] = [...score].toSorted((a, b) => b[1] - a[1]);
  if (!best) return { country: null, because: [], sure: false };
  return {
    country: best[0],
    because: because.get(best[0]) ?? [],
    sure: best[1] >= 4 && best[1] - (next?.[1] ?? 0) >= 2,
  };
}

function codeNamed(named: string | null, knowledge: Knowledge): CountryCode | undefined {
  const name = named?.trim();
  if (!name) return undefined;
  if (/^[A-Za-z]{2}$/.test(name)) return name.toUpperCase();
  const folded = foldName(name).join(' ');
  return knowledge.countryWords.find(({ names }) =>
    Object.values(names).some((forms) => forms.some((form) => foldName(form).join(' ') === folded)),
  )?.code;
}

/** Numbers with a country's code; of one country once, so that a page full of numbers weighs no more than one. */
function phonesOf({ phones, foot }: CountryEvidence): { country: CountryCode; number: string }[] {
  const written = [...foot.matchAll(/(?:\+|\b00)\s?\d[\d\s()/.-]{7,16}\d/g)].map(([number]) => number.trim());
  const found = new Map<CountryCode, string>();
  for (const number of [...phones, ...written]) {
    const digits = number.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
    const rest = /^(?:\+|00)(\d+)/.exec(digits)?.[1];
    if (!rest) continue;
    const country = dialling[rest.slice(0, 3)] ?? dialling[rest.slice(0, 2)];
    // Serbia's area codes of Kosovo, still in use.
    const here = country === 'RS' && /^3810?(28|29|38|39)/.test(rest) ? 'XK' : country;
    if (here && !found.has(here)) found.set(here, number);
  }
  return [...found].map(([country, number]) => ({ country, number }));
}

/** The largest town of each country that the text names. */
function townsOf(text: string, knowledge: Knowledge): Map<CountryCode, string> {
  const words = ` ${foldName(text.slice(0, 20_000)).join(' ')} `;
  const found = new Map<CountryCode, { name: string; population: number }>();
  for (const { name, names, country, type, population } of knowledge.places) {
    if (!country || type !== 'town' || population < TOWN) continue;
    if (population <= (found.get(country)?.population ?? 0)) continue;
    const forms = [name, ...Object.values(names).flat()];
    if (forms.some((form) => words.includes(` ${foldName(form).join(' ')} `))) found.set(country, { name, population });
  }
  const capitals = knowledge.countryWords.flatMap(({ code, capital }) => {
    const form = Object.values(capital)
      .flat()
      .find((one) => words.includes(` ${foldName(one).join(' ')} `));
    return form ? [[code, form] as const] : [];
  });
  return new Map([...[...found].map(([country, { name }]) => [country, name] as const), ...capitals]);
}
