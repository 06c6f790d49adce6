import { z } from 'zod';
import { code, language, slug, text, url, words } from './terms.ts';

const topics = z.array(slug).optional().describe('Topics (slugs of topics.yaml) that every item of it is about.');
const ownLanguage = language.nullish().describe('The language of its items, where it is not the outlet’s usual one.');

const feed = z
  .strictObject({ url: url.describe('Address of an RSS, Atom or JSON feed.'), topics, language: ownLanguage })
  .describe('A feed.');
const page = z
  .strictObject({
    url: url.describe('Address of a page that lists articles.'),
    links: text
      .optional()
      .describe(
        'CSS selector of the article links, such as `article h2 a`; links in headings and articles by default.',
      ),
    topics,
    language: ownLanguage,
  })
  .describe('A listing page.');
const sitemap = z
  .strictObject({
    url: url.describe('Address of a news sitemap, or of an index of them.'),
    topics,
    language: ownLanguage,
  })
  .describe('A sitemap.');

/** One outlet: a file of sources/outlets/COUNTRY/, whose name is the slug. */
export const outletSchema = z
  .strictObject({
    name: text.describe('The outlet’s name as it writes it.'),
    homepage: url.describe('Address of its front page.'),
    country: code.describe('Country of the outlet: ISO 3166-1 alpha-2, XK for Kosovo.'),
    languages: z
      .array(language)
      .min(1, 'at least one language was expected')
      .describe('Languages it writes in (BCP 47); the first is the usual one.'),
    feeds: z.array(feed).optional().describe('Its feeds: the best way to its articles.'),
    pages: z.array(page).optional().describe('Listing pages, for an outlet without a good feed.'),
    sitemaps: z.array(sitemap).optional().describe('Its news sitemaps.'),
    article: z
      .strictObject({
        body: text.nullish().describe('CSS selector of the element that holds the article’s text.'),
        remove: words.optional().describe('CSS selectors of what is no part of the text.'),
      })
      .optional()
      .describe('How its pages are read, only where the general reading fails.'),
    readPages: z
      .boolean()
      .optional()
      .describe('false where the feed already has the whole text; articles’ own pages are then never fetched.'),
    charset: text
      .nullish()
      .describe('Charset of its bytes, such as windows-1250, where neither bytes nor labels tell.'),
    timeZone: text
      .refine(isTimeZone, 'an IANA time zone such as Europe/Belgrade was expected')
      .nullish()
      .describe('IANA time zone of dates without a zone; the country’s by default.'),
    owner: text.nullish().describe('Who owns it, where publicly known.'),
    kind: z
      .enum(['broadcaster', 'agency', 'daily', 'portal', 'investigative', 'local'])
      .nullish()
      .describe('What kind of outlet it is.'),
    enabled: z
      .boolean()
      .optional()
      .describe('false removes the outlet of this slug; nothing else is needed in the file then.'),
    // The demo's outlets say here how they are served; nothing of it concerns the catalog.
    serve: z.unknown().optional(),
    furniture: z.unknown().optional(),
  })
  .describe('An outlet of Telal; the file’s name is its slug.');

export const disabledOutletSchema = z.looseObject({ enabled: z.literal(false) });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
