import { z } from 'zod';
import { code, language, roleNames, slug, text, words, wordsByLanguage } from './terms.ts';

/** One entry of sources/places/*. */
export const placeSchema = z
  .strictObject({
    name: text.describe('The name to show.'),
    country: code
      .optional()
      .describe('The country it lies in: ISO 3166-1 alpha-2, XK for Kosovo; left out where it lies in several.'),
    type: z.enum(['town', 'region', 'entity', 'mountain', 'river', 'other']).describe('What it is.'),
    population: z.number().min(0).optional().describe('Where two places share a name, the larger one wins.'),
    names: wordsByLanguage.optional().describe('Names by language, where they differ from the name to show.'),
    adjectives: wordsByLanguage.optional().describe('Adjectives by language, masculine singular: новосадски.'),
    common: z
      .boolean()
      .optional()
      .describe(
        'true for a name that is also an everyday word or a personal name: taken only where more speaks for it.',
      ),
    wikidata: z.string().nullish().describe('Wikidata id, where known.'),
  })
  .describe('A place below the level of a country.');

/** One entry of sources/countries.yaml. */
export const countrySchema = z
  .strictObject({
    code: code.describe('ISO 3166-1 alpha-2, XK for Kosovo.'),
    names: wordsByLanguage
      .optional()
      .describe('Names by language; those of the runtime where missing. Case forms are generated.'),
    adjectives: wordsByLanguage.optional().describe('Adjectives by language, masculine singular, indefinite: српски.'),
    demonyms: wordsByLanguage.optional().describe('Its people by language: singular m and f, and plural.'),
    capital: wordsByLanguage.optional().describe('The capital by language.'),
    also: z.array(text).optional().describe('Other words that mean the country, in any language: Kremlin.'),
    not: wordsByLanguage
      .optional()
      .describe('Longer names that hold one of its words and mean something else: Latin America.'),
  })
  .describe('How a country is spoken of.');

const byGender = z.union([
  words.transform((list) => ({ m: list, f: list })),
  z
    .strictObject({
      m: words.optional().describe('Words for a man in this office.'),
      f: words.optional().describe('Words for a woman in this office.'),
    })
    .transform((by) => ({ m: by.m ?? [], f: by.f ?? [] })),
]);

/** One entry of sources/roles.yaml. */
export const roleWordsSchema = z
  .strictObject({
    role: z.enum(roleNames).describe('The office, as actors’ roles name it.'),
    words: z
      .record(language, byGender)
      .describe('Base forms by language: one list for everyone, or m and f. Case forms are generated.'),
  })
  .describe('The words for one office.');

/** A file of sources/given-names/. */
export const givenNamesSchema = z
  .strictObject({
    m: z.array(text).optional().describe('Men’s given names.'),
    f: z.array(text).optional().describe('Women’s given names.'),
  })
  .describe(
    'Given names of the language that the file is named after, in its Latin spelling (Greek in Greek, mk and bg in Cyrillic).',
  );

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

/** One entry of sources/topics.yaml. */
export const topicSchema = z
  .strictObject({
    slug: slug.describe('a–z, 0–9 and hyphens; it never changes once given.'),
    mediaTopic: z
      .string()
      .regex(/^medtop:\d{8}$/, 'a Media Topic code such as medtop:11000000 was expected')
      .nullish()
      .describe('IPTC Media Topic code such as medtop:11000000; null or absent for a regional topic.'),
    parent: slug.nullish().describe('Slug of the topic above it; what speaks for a topic speaks for its parent too.'),
    labels: z
      .record(language, text)
      .refine((labels) => labels['en'] !== undefined, 'a label in en was expected')
      .describe('What it is called, by language; en is needed.'),
    words: evidenceByLanguage
      .optional()
      .describe(
        'What speaks for it, by language (also hbs, zls, und): word, stem*, two wor*, stem*=2, commas between.',
      ),
    not: evidenceByLanguage.optional().describe('Where this stands, words of the topic inside it do not count.'),
    sections: evidence.optional().describe('How outlets call their section of it.'),
    actors: z.array(slug).optional().describe('Slugs of actors that speak for it.'),
    needs: z
      .strictObject({
        countries: z.array(code).optional().describe('Each of these countries is spoken of.'),
        anyCountry: z.array(code).optional().describe('One of these countries is spoken of.'),
        words: z.number().min(1).optional().describe('So many different entries of its own stand in the text.'),
      })
      .optional()
      .describe('Without these it is never given.'),
    enabled: z.boolean().optional().describe('false removes the topic of this slug.'),
  })
  .describe('A topic of the taxonomy.');
