import type { Catalog, Country, Outlet } from '../src/domain/knowledge.ts';
import type { CountryCode } from '../src/domain/text.ts';

/*
 * Stored articles outlive the knowledge they were stored with: an outlet's file may be gone, a country's entry renamed.
 * Their fields are non-null all the same, so what is missing is answered from what the article itself says.
 */

/** ISO 3166-1 keeps ZZ for "unknown". */
const UNKNOWN_COUNTRY = 'ZZ';

export function countryOf(catalog: Catalog, code: CountryCode): Country {
  return catalog.country(code) ?? { code, names: { en: code === UNKNOWN_COUNTRY ? 'Unknown' : code } };
}

/** The outlet, or one made of what an article of it tells. */
export function outletOf(catalog: Catalog, slug: string, article?: { url: string; language: string }): Outlet {
  return (
    catalog.outlet(slug) ?? {
      slug,
      name: slug,
      homepage: article ? new URL('/', article.url).href : 'https://example.invalid/',
      country: UNKNOWN_COUNTRY,
      languages: article ? [article.language] : [],
      feeds: [],
      article: { body: null, remove: [] },
      readPages: false,
      charset: null,
      timeZone: 'UTC',
      owner: null,
      kind: null,
    }
  );
}

/** Counts whose topic the taxonomy still has. */
export const knownTopics = <T extends { key: string }>(catalog: Catalog, counts: T[]): T[] =>
  counts.filter(({ key }) => catalog.topic(key) !== undefined);
