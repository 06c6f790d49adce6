import { z } from 'zod';

/* The small shapes that the knowledge files are made of. What `describe` says is shown by editors (sources/schemas/). */

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug of a–z, 0–9 and single hyphens was expected');

export const code = z
  .string()
  .regex(/^[A-Z]{2}$/, 'an ISO 3166-1 alpha-2 code in upper case (XK for Kosovo) was expected');

export const language = z
  .string()
  .regex(
    /^(sq|sr|sr-Latn|sr-Cyrl|bs|hr|cnr|mk|bg|sl|el|ro|tr|en|und|de|fr|it|hu|ru)$/,
    'a language of sq sr sr-Latn bs hr cnr mk bg sl el ro tr en was expected',
  );

export const text = z.string().trim().min(1, 'a text that is not empty was expected');

export const words = z.union([text, z.array(text)]).transform((value) => (typeof value === 'string' ? [value] : value));

export const wordsByLanguage = z.record(language, words);

export const date = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'a date as YYYY, YYYY-MM or YYYY-MM-DD was expected'));

export const url = z.url({ protocol: /^https?$/, error: 'an http or https address was expected' });

export const wikidata = z.string().regex(/^Q\d+$/, 'a Wikidata id such as Q42 was expected');

export const roleNames = [
  'president', 'presidency-member', 'monarch', 'prime-minister', 'deputy-prime-minister', 'foreign-minister',
  'defence-minister', 'interior-minister', 'finance-minister', 'justice-minister', 'minister', 'speaker', 'mp', 'mep',
  'party-leader', 'mayor', 'governor', 'prosecutor', 'judge', 'ombudsman', 'ambassador', 'envoy', 'commissioner',
  'high-representative', 'secretary-general', 'spokesperson', 'head', 'ceo', 'military-chief', 'police-chief',
  'religious-leader', 'analyst', 'journalist', 'activist', 'athlete', 'coach', 'artist', 'scientist', 'businessperson',
] as const; // biome-ignore format: a list of words
