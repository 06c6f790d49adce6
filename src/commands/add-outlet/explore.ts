import type { Knowledge } from '../../catalog/knowledge.ts';
import { createSiteIndex, slugOfHost } from '../../catalog/site-index.ts';
import { usualLanguage } from '../../catalog/subscribe.ts';
import { TelalError } from '../../domain/error.ts';
import type { OutletKind } from '../../domain/knowledge.ts';
import type { CountryCode, LanguageTag } from '../../domain/text.ts';
import { faultOf } from '../../poll/fault.ts';
import type { Fetch, Fetched } from '../../poll/fetch.ts';
import { barredPage } from '../../poll/not-a-feed.ts';
import { readListing } from '../../read/listing.ts';
import { readSite, type SiteFacts } from '../../read/site.ts';
import { foldName } from '../../understand/text/fold.ts';
import type { openFetcher } from '../fetch-once.ts';
import { type FoundFeed, findFeeds } from './find-feeds.ts';
import { type FoundSitemap, findSitemap } from './find-sitemap.ts';
import { type CountryGuess, guessCountry } from './guess-country.ts';
import { guessLanguages } from './guess-language.ts';
import { guessKind, guessName } from './guess-name.ts';
import { type ArticleTrial, tryArticle } from './try-article.ts';

/** What a look at a site found of the outlet behind it. */
export interface FoundOutlet {
  slug: string;
  name: string;
  homepage: string;
  country: CountryGuess;
  languages: LanguageTag[];
  feeds: FoundFeed[];
  sitemap: FoundSitemap | null;
  /** How many articles the front page lists, where there is no feed. */
  listed: number;
  kind: OutletKind | null;
  article: ArticleTrial | null;
}

export interface ExploreOptions {
  fetcher: ReturnType<typeof openFetcher>;
  knowledge: Knowledge;
  /** Told of each thing that was seen, in plain words. */
  says: (line: string) => void;
  slug?: string;
  country?: CountryCode;
}

/** Looks at a site as the poller would, a dozen requests at most one at a time; throws a TelalError in plain words. */
export async function exploreSite(address: string, options: ExploreOptions): Promise<FoundOutlet> {
  const { fetcher, knowledge, says } = options;
  const named = addressOf(address);
  refuseKnown(named, knowledge);
  const given = await withScheme(named, /^[a-z]+:\/\//i.test(address), fetcher.fetch);
  await fetcher.robots(given);
  const page = await fetcher.fetch({ url: given, kind: 'page' });
  const barred = barredPage(page.bytes, new URL(page.url).hostname);
  if (barred) throw barred;
  const homepage = homepageOf(page.url);
  refuseKnown(homepage, knowledge);
  const facts = readSite(page.bytes, { url: page.url, contentType: page.contentType });
  const feeds = await findFeeds(homepage, facts, fetcher.fetch, says);
  for (const { url } of feeds) refuseKnown(url, knowledge);
  const sitemap = await findSitemap(homepage, fetcher.fetch, says);
  const listing = listingOf(page);
  if (feeds.length === 0 && !sitemap && !listing)
    throw new TelalError(
      'UNREADABLE',
      `${homepage} names no feed, none stands at the usual addresses, and its front page lists no articles in headings. If you know a page that lists them, write it under pages: with a CSS selector of the links (docs/outlets.md).`,
    );
  const contact = await contactOf(facts, fetcher, says);
  const host = new URL(homepage).hostname;
  const document = feeds[0]?.document ?? sitemap?.document ?? listing ?? emptyDocument;
  const labels = [...facts.languages, document.language].filter((tag) => tag !== null);
  const guess = (language: LanguageTag | null) =>
    guessCountry(
      {
        host,
        named: facts.country ?? contact?.country ?? null,
        phones: [...facts.phones, ...(contact?.phones ?? [])],
        foot: `${facts.foot} ${contact?.foot ?? ''}`,
        tags: labels,
        language,
      },
      knowledge,
    );
  const first = options.country ?? guess(null).country;
  const usual = first ? usualLanguage(first, knowledge.outlets) : null;
  const languages = guessLanguages(document, { labels, usual, country: first });
  const name = guessName([...facts.names.slice(0, -1), document.title, facts.names.at(-1) ?? null], host);
  return {
    slug: options.slug ?? slugFor(homepage, name, knowledge),
    name,
    homepage,
    country: options.country
      ? { country: options.country, because: ['you said so'], sure: true }
      : guess(languages[0] ?? null),
    languages,
    feeds,
    sitemap,
    listed: listing?.entries.length ?? 0,
    kind: guessKind(name),
    article: await tryArticle(document, fetcher, says),
  };
}

const emptyDocument = { title: null, link: null, language: null, entries: [], hub: null, ttlMinutes: null };

function addressOf(text: string): string {
  const address = /^[a-z][a-z+.-]*:/i.test(text) && !/^[\w.-]+:\d+/.test(text) ? text : `https://${text}`;
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname)
    throw new TelalError('BAD_USER_INPUT', `"${text}" is no address of a site; https://example.com/ was expected.`);
  return url.href;
}

/** https, or http where nobody said which and https is not answered. */
async function withScheme(url: string, said: boolean, fetch: Fetch): Promise<string> {
  if (said) return url;
  try {
    await fetch({ url: new URL('/robots.txt', url).href, kind: 'robots' });
  } catch (error) {
    if (faultOf(error).status === undefined) return url.replace(/^https:/, 'http:');
  }
  return url;
}

/** The address that was reached, without what only tells where one came from. */
function homepageOf(url: string): string {
  const parsed = new URL(url);
  parsed.search = '';
  parsed.hash = '';
  return parsed.href;
}

function refuseKnown(url: string, knowledge: Knowledge): void {
  const sites = createSiteIndex(knowledge.outlets);
  const slug = sites.bySource(url) ?? sites.bySite(url);
  const known = slug ? knowledge.outlet(slug) : undefined;
  if (known)
    throw new TelalError(
      'BAD_USER_INPUT',
      `${url} is of "${known.slug}" (${known.name}, ${known.country}), which Telal knows already; "telal outlets check ${known.slug}" tries it.`,
    );
}

function listingOf(page: Fetched) {
  try {
    return readListing(page.bytes, { url: page.url, contentType: page.contentType, now: Date.now() });
  } catch {
    return null;
  }
}

async function contactOf(
  facts: SiteFacts,
  { fetch, robots }: ExploreOptions['fetcher'],
  says: (line: string) => void,
): Promise<SiteFacts | null> {
  const [url] = facts.contacts;
  if (!url) return null;
  try {
    await robots(url);
    const page = await fetch({ url, kind: 'page' });
    says(`${url} was read for address and telephone.`);
    return readSite(page.bytes, { url: page.url, contentType: page.contentType });
  } catch {
    return null; // the rest has to do
  }
}

/** By the host, as addresses last; by the name for a host that is but a number. */
function slugFor(homepage: string, name: string, knowledge: Knowledge): string {
  const isTaken = (slug: string) => knowledge.outlet(slug) !== undefined;
  const url = new URL(homepage);
  const named = foldName(name)
    .join('-')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[\d.]+$|^\[/.test(url.hostname) && named && !isTaken(named) ? named : slugOfHost(url, isTaken);
}
