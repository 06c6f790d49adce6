import type { FeedEntry } from '../domain/document.ts';
import type { KnownArticle } from '../domain/draft.ts';
import type { Instant } from '../domain/text.ts';
import { canonicalUrl, urlKey } from '../read/urls.ts';

/** What an entry may be known by. */
export interface Identity {
  /** Canonical address; null where the entry has no address of its own. */
  url: string | null;
  /** Keys that make two entries one whatever they say. */
  strong: string[];
  /** Keys that do so only where the articles also resemble each other. */
  soft: string[];
}

/** What of a feed's document tells nothing about single entries. */
export interface Shared {
  guids: Set<string>;
  urls: Set<string>;
}

const day = 86_400_000;

/** Guids and addresses that stand on several different items: they name none of them. */
export function sharedIn(entries: readonly FeedEntry[]): Shared {
  const urlsOf = new Map<string, Set<string>>();
  const titlesOf = new Map<string, Set<string>>();
  for (const entry of entries) {
    const url = entry.url ? urlKey(entry.url) : '';
    if (entry.id) add(urlsOf, entry.id, url || entry.title || '');
    if (url) add(titlesOf, url, entry.title ?? '');
  }
  return { guids: withMore(urlsOf, 1), urls: withMore(titlesOf, 2) };
}

/** The keys of an address: as it is shown, so that it can be looked up, and in the one form of all its spellings. */
export function addressKeys(url: string): string[] {
  const canonical = canonicalUrl(url);
  return canonical ? [`url:${canonical}`, `url:${urlKey(canonical)}`] : [];
}

/** The keys of one entry, its canonical address first. */
export function identify(entry: FeedEntry, place: { outlet: string; feedUrl: string }, shared: Shared): Identity {
  const url = entry.url ? canonicalUrl(entry.url) : null;
  const strong: string[] = [];
  const soft: string[] = [];
  const key = url ? urlKey(url) : null;
  const own = url !== null && key !== null && !shared.urls.has(key) && !isFrontPage(url);
  if (own) {
    strong.push(...addressKeys(url));
    const path = movablePath(url);
    if (path) soft.push(`path:${place.outlet}:${path}`);
  }
  if (entry.id && !shared.guids.has(entry.id)) {
    const guid = `guid:${place.feedUrl}:${entry.id.trim().slice(0, 500)}`;
    if (own) soft.push(guid);
    else strong.push(guid);
  }
  return { url: url ?? null, strong, soft };
}

/**
 * The keys of the addresses that reading the page brought up: where redirects ended, and what the page names as canonical.
 * Believed only on the same site, and not where it is the front page or a section above the article.
 */
export function pageAddresses(
  entryUrl: string,
  finalUrl: string,
  canonical: string | null,
  homepage: string,
): string[] {
  const found: string[] = [];
  const sites = [entryUrl, homepage].map(siteOf);
  const consider = (address: string | null) => {
    const url = address ? canonicalUrl(address) : null;
    if (!url || isFrontPage(url) || found.includes(url)) return;
    if (!sites.some((site) => sameSite(site, siteOf(url)))) return;
    if (isAbove(url, entryUrl) || isAbove(url, finalUrl)) return;
    found.push(url);
  };
  // A page that moved to another domain is still this article: its new site counts from here on.
  if (!isFrontPage(finalUrl) && lastPart(finalUrl) === lastPart(entryUrl)) sites.push(siteOf(finalUrl));
  consider(canonical);
  consider(finalUrl);
  return found;
}

/**
 * Whether a known article may be the one at hand: its headline or summary resembles, and neither dates nor the numbers in
 * the headlines speak against it. The text of a page says nothing here: a wrong address brings a wrong page.
 */
export function resembles(
  known: KnownArticle,
  fresh: { headline: string | null; summary: string | null; publishedAt: Instant | null },
): boolean {
  if (fresh.publishedAt !== null && known.publishedAtSource !== 'FIRST_SEEN')
    if (Math.abs(fresh.publishedAt - known.publishedAt) > day) return false;
  if (fresh.headline && numbersOf(known.headline) === numbersOf(fresh.headline))
    if (likeness(known.headline, fresh.headline) >= 0.5) return true;
  return (
    known.summary !== null &&
    fresh.summary !== null &&
    isSaying(fresh.summary) &&
    likeness(known.summary, fresh.summary) >= 0.8
  );
}

/** Which stored article it is, and the keys that may be stored for it: none that belongs to another article. */
export function settle(
  identity: { strong: string[]; soft: string[] },
  known: ReadonlyMap<string, KnownArticle>,
  isLike: (article: KnownArticle) => boolean,
): { article: KnownArticle | null; keys: string[] } {
  let article: KnownArticle | null = null;
  for (const key of identity.strong) article ??= known.get(key) ?? null;
  for (const key of identity.soft) {
    const candidate = known.get(key);
    if (!article && candidate && isLike(candidate)) article = candidate;
  }
  const keys = [...identity.strong, ...identity.soft].filter((key) => {
    const owner = known.get(key);
    return !owner || owner.id === article?.id;
  });
  return { article, keys: [...new Set(keys)] };
}

/** Share of words in common. */
export function likeness(a: string, b: string): number {
  const one = wordsOf(a);
  const other = wordsOf(b);
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const word of one) if (other.has(word)) common++;
  return common / (one.size + other.size - common);
}

/** Series (rates of the day, forecasts, rounds of a league) differ in their numbers alone. */
const numbersOf = (text: string) => (text.match(/\d+/g) ?? []).join(' ');
/** Long enough that two of them are not alike by chance. */
const isSaying = (text: string) => wordsOf(text).size >= 12;
const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** A path that says enough to be the same article on another domain of the outlet: a number, or a long slug. */
function movablePath(url: string): string | null {
  const { pathname, search } = new URL(url);
  const path = pathname.replace(/\/+$/, '') + search;
  return /\d{4}/.test(path) || (lastPart(url).match(/-/g)?.length ?? 0) >= 3 ? path : null;
}

function isFrontPage(url: string): boolean {
  const { pathname, search } = new URL(url);
  return search === '' && /^\/(index\.\w+|[a-z]{2})?\/?$/i.test(pathname);
}

/** True where `upper` is a folder that `url` lies in. */
function isAbove(upper: string, url: string): boolean {
  const [above, below] = [new URL(upper), new URL(url)].map((one) => one.pathname.replace(/\/+$/, ''));
  return above !== below && below!.startsWith(`${above}/`) && new URL(upper).search === '' && !/\d{3}/.test(above!);
}

const lastPart = (url: string) => new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? '';
const siteOf = (url: string) => new URL(url).hostname.replace(/^(www|m|amp|mobile|mobil)\./, '');
const sameSite = (a: string, b: string) => a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

const withMore = (map: Map<string, Set<string>>, count: number) =>
  new Set([...map].filter(([, values]) => values.size > count).map(([key]) => key));
