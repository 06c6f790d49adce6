import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug of a–z, 0–9 and single hyphens was expected');
const code = z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166-1 alpha-2 code in upper case (XK for Kosovo) was expected');
const language = z
  .string()
  .regex(
    /^(sq|sr|sr-Latn|sr-Cyrl|bs|hr|cnr|mk|bg|sl|el|ro|tr|en|und|de|fr|it|hu|ru)$/,
    'a language of sq sr sr-Latn bs hr cnr mk bg sl el ro tr en was expected',
  );
const text = z.string().trim().min(1, 'a text that is not empty was expected');
const words = z.union([text, z.array(text)]).transform((value) => (typeof value === 'string' ? [value] : value));
const wordsByLanguage = z.record(language, words);
const date = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'a date as YYYY, YYYY-MM or YYYY-MM-DD was expected'));
const url = z.url({ protocol: /^https?$/, error: 'an http or https address was expected' });

export const roleNames = [
  'president', 'presidency-member', 'monarch', 'prime-minister', 'deputy-prime-minister', 'foreign-minister',
  'defence-minister', 'interior-minister', 'finance-minister', 'justice-minister', 'minister', 'speaker', 'mp', 'mep',
  'party-leader', 'mayor', 'governor', 'prosecutor', 'judge', 'ombudsman', 'ambassador', 'envoy', 'commissioner',
  'high-representative', 'secretary-general', 'spokesperson', 'head', 'ceo', 'military-chief', 'police-chief',
  'religious-leader', 'analyst', 'journalist', 'activist', 'athlete', 'coach', 'artist', 'scientist', 'businessperson',
] as const; // biome-ignore format: a list of words

const role = z.strictObject({
  role: z.enum(roleNames),
  of: z.string().nullish(),
  portfolio: z.string().nullish(),
  from: date.nullish(),
  to: date.nullish(),
});

const actorFields = {
  slug,
  names: wordsByLanguage.refine((names) => Object.keys(names).length > 0, 'at least one name was expected'),
  acronyms: wordsByLanguage.optional(),
  alone: z.array(text).optional(),
  countries: z.array(code).optional(),
  wikidata: z
    .string()
    .regex(/^Q\d+$/, 'a Wikidata id such as Q42 was expected')
    .nullish(),
  description: text.nullish(),
  roles: z.array(role).optional(),
  enabled: z.boolean().optional(),
};

export const organizationTypes = [
  'party', 'government', 'ministry', 'parliament', 'court', 'prosecution', 'police', 'military', 'agency', 'bank',
  'company', 'church', 'media', 'club', 'think-tank', 'ngo', 'university', 'union', 'international', 'militia', 'other',
] as const; // biome-ignore format: a list of words

export const actorSchema = z.union([
  z.strictObject({ slug, enabled: z.literal(false) }),
  z.discriminatedUnion('kind', [
    z.strictObject({ ...actorFields, kind: z.literal('person'), gender: z.enum(['m', 'f']).nullish() }),
    z.strictObject({ ...actorFields, kind: z.literal('organization'), type: z.enum(organizationTypes).nullish() }),
  ]),
]);

export const placeSchema = z.strictObject({
  name: text,
  country: code,
  type: z.enum(['town', 'region', 'entity', 'mountain', 'river', 'other']),
  population: z.number().min(0).optional(),
  names: wordsByLanguage.optional(),
  adjectives: wordsByLanguage.optional(),
  common: z.boolean().optional(),
  wikidata: z.string().nullish(),
});

export const countrySchema = z.strictObject({
  code,
  names: wordsByLanguage.optional(),
  adjectives: wordsByLanguage.optional(),
  demonyms: wordsByLanguage.optional(),
  capital: wordsByLanguage.optional(),
  also: z.array(text).optional(),
  not: wordsByLanguage.optional(),
});

const byGender = z.union([
  words.transform((list) => ({ m: list, f: list })),
  z.strictObject({ m: words.optional(), f: words.optional() }).transform((by) => ({ m: by.m ?? [], f: by.f ?? [] })),
]);

export const roleWordsSchema = z.strictObject({ role: z.enum(roleNames), words: z.record(language, byGender) });

export const givenNamesSchema = z.strictObject({ m: z.array(text).optional(), f: z.array(text).optional() });

/** Entries of evidence: a list, or one text with commas between. */
const evidence = z
  .union([text, z.array(text)])
  .transform((value) =>
    (typeof value === 'string' ? value.split(',') : value).map((entry) => entry.trim()).filter((entry) => entry !== ''),
  )
  .pipe(
    z.array(
      z
        .string()
        .regex(
          /^[^*=]+\*?( [^*=]+\*?)*(=\d+(\.\d+)?)?$/u,
          'entries such as word, stem*, two wor* or stem*=2 were expected',
        ),
    ),
  );
// Beside the languages: hbs serves sr, bs, hr and cnr, zls all South Slavic languages, und everyone (ISO 639).
const evidenceByLanguage = z.record(z.union([language, z.enum(['hbs', 'zls'])]), evidence);

export const topicSchema = z.strictObject({
  slug,
  mediaTopic: z
    .string()
    .regex(/^medtop:\d{8}$/, 'a Media Topic code such as medtop:11000000 was expected')
    .nullish(),
  parent: slug.nullish(),
  labels: z.record(language, text).refine((labels) => labels['en'] !== undefined, 'a label in en was expected'),
  words: evidenceByLanguage.optional(),
  not: evidenceByLanguage.optional(),
  sections: evidence.optional(),
  actors: z.array(slug).optional(),
  needs: z
    .strictObject({
      countries: z.array(code).optional(),
      anyCountry: z.array(code).optional(),
      words: z.number().min(1).optional(),
    })
    .optional(),
  enabled: z.boolean().optional(),
});

export const outletSchema = z.strictObject({
  enabled: z.boolean().optional(),
  name: text,
  homepage: url,
  country: code,
  languages: z.array(language).min(1, 'at least one language was expected'),
  feeds: z.array(z.strictObject({ url, topics: z.array(slug).optional(), language: language.nullish() })).optional(),
  pages: z
    .array(
      z.strictObject({ url, links: text.optional(), topics: z.array(slug).optional(), language: language.nullish() }),
    )
    .optional(),
  sitemaps: z.array(z.strictObject({ url, topics: z.array(slug).optional(), language: language.nullish() })).optional(),
  article: z.strictObject({ body: text.nullish(), remove: words.optional() }).optional(),
  readPages: z.boolean().optional(),
  charset: text.nullish(),
  timeZone: text.refine(isTimeZone, 'an IANA time zone such as Europe/Belgrade was expected').nullish(),
  owner: text.nullish(),
  kind: z.enum(['broadcaster', 'agency', 'daily', 'portal', 'investigative', 'local']).nullish(),
  // The demo's outlets say here how they are served; nothing of it concerns the catalog.
  serve: z.unknown().optional(),
  furniture: z.unknown().optional(),
});

export const disabledOutletSchema = z.looseObject({ enabled: z.literal(false) });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
