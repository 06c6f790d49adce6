import { setImmediate as breathe } from 'node:timers/promises';
import type { FeedEntry } from '../domain/document.ts';
import type { KnownArticle } from '../domain/draft.ts';
import { TelalError } from '../domain/error.ts';
import type { Feed } from '../domain/feed.ts';
import type { FeedSource, Outlet } from '../domain/knowledge.ts';
import type { PollStore } from '../domain/poll-store.ts';
import type { Clock, Log, ReadPage } from '../domain/ports.ts';
import type { Instant, LanguageTag } from '../domain/text.ts';
import { digestOf, type EntryMemory, isYoung, type Memory, recall, remember } from './entry-memory.ts';
import { believable, type EntryText, entryText, sectionsOf } from './entry-to-draft.ts';
import { saysMore } from './evidence.ts';
import { type Fault, faultOf } from './fault.ts';
import type { Fetch } from './fetch.ts';
import { type Identity, identify, resembles, settle, sharedIn } from './identity.ts';
import { type ReadArticle, readArticle } from './read-article.ts';
import type { RobotsCheck } from './robots.ts';
import type { Saved, Sighting } from './save-article.ts';

/** What polling one feed works with. */
export interface Tools {
  store: PollStore;
  save: (seen: Sighting, now: Instant) => Promise<Saved>;
  fetch: Fetch;
  robots: RobotsCheck;
  readPage: ReadPage;
  memory: Memory;
  clock: Clock;
  log: Log;
  signal?: AbortSignal;
  /** Articles published longer ago are passed over: the store would only have to remove them again. */
  keepMs?: number;
}

/** How much may be read in one poll. */
export interface Budget {
  /** Pages. */
  pages: number;
  /** Milliseconds after which what is left waits for the next poll. */
  ms: number;
}

/** What became of a feed's entries. */
export interface Tally {
  new: number;
  changed: number;
  unchanged: number;
  /** Pages read, and pages that could not be; why the last of them could not. */
  pagesRead: number;
  pagesFailed: number;
  pageError: string | null;
  /** Entries left for the next poll. */
  pending: number;
}

interface Item {
  entry: FeedEntry;
  identity: Identity;
  text: EntryText;
  digest: string;
  name: string;
}

const hostTrouble = 3;

/** Brings a feed's entries into the store, the newest first, reading the pages of those that are new or changed. */
export async function processEntries(
  given: readonly FeedEntry[],
  place: { feed: Feed; outlet: Outlet; source: FeedSource; language: LanguageTag | null },
  tools: Tools,
  budget: Budget,
): Promise<Tally> {
  const { feed, outlet, source } = place;
  const { clock, memory } = tools;
  const tally: Tally = { new: 0, changed: 0, unchanged: 0, pagesRead: 0, pagesFailed: 0, pageError: null, pending: 0 };
  const wantsPage = outlet.readPages || source.kind !== 'FEED';
  await breathe();
  const oldest = clock.now() - (tools.keepMs ?? Number.POSITIVE_INFINITY);
  const kept = trustDates(given).filter((entry) => entry.publishedAt === null || entry.publishedAt >= oldest);
  const items = toItems(kept, feed, outlet);
  const known = await lookUp(items, tools.store);
  const until = performance.now() + budget.ms;
  let trouble = 0;
  let pages = 0;

  for (const item of items) {
    const now = clock.now();
    const article = settle(item.identity, known, (one) =>
      resembles(one, { ...item.text, publishedAt: believable(item.entry.publishedAt, now) }),
    ).article;
    let past = memory.entries.get(item.name);
    if (article && !past) past = recall(article, item.text, item.digest, wantsPage, now);
    const stands = article !== null && past?.digest === item.digest && !isDue(past, now);
    const said = { sections: sectionsOf(item.entry), feedTopics: source.topics };
    if (stands && item.identity.strong.every((key) => known.has(key)) && !saysMore(article, said)) {
      memory.entries.set(item.name, past!);
      tally.unchanged++;
      continue;
    }
    // Looked at before and nothing came of it: a link without an article, or one that was removed for its age.
    if (!article && past?.digest === item.digest && !isDue(past, now)) continue;

    let read: ReadArticle | null = null;
    let reading: 'read' | 'failed' | 'forbidden' | 'none' = 'none';
    if (stands) {
      // Only another spelling of its address is new, or that it stands in this feed too.
    } else if (wantsPage && item.identity.url && trouble < hostTrouble) {
      if (pages >= budget.pages || performance.now() > until) {
        tally.pending++;
        continue;
      }
      pages++;
      try {
        read = await readArticle(item.identity.url, { outlet, source }, tools);
        reading = 'read';
        trouble = 0;
        tally.pagesRead++;
      } catch (error) {
        const fault = faultOf(error);
        if (fault.kind === 'ABORTED') throw error;
        reading = fault.kind === 'ROBOTS' ? 'forbidden' : 'failed';
        trouble = isHostTrouble(fault) ? trouble + 1 : 0;
        tally.pagesFailed++;
        tally.pageError = (error as Error).message;
        tools.log.debug({ outlet: outlet.slug, url: item.identity.url, err: error }, 'a page could not be read');
      }
    } else if (wantsPage && trouble >= hostTrouble) {
      reading = 'failed';
      tally.pagesFailed++;
    }

    // A link on a listing page is only a promise of an article; without its page there is nothing to tell.
    const saved =
      !read && source.kind === 'PAGE' && !article ? 'skipped' : await saveOne(item, read, place, tools, now);
    if (saved !== 'skipped') tally[saved]++;
    if (stands) memory.entries.set(item.name, past!);
    else
      memory.entries.set(item.name, remember(past, item.digest, reading, publishedAt(item, read, article, now), now));
    await breathe();
  }
  memory.feeds.set(feed.id, {
    entries: items
      .filter((item) => isYoung(item.entry.publishedAt, clock.now()))
      .slice(0, 60)
      .map((item) => item.entry),
    language: place.language,
  });
  return tally;
}

async function saveOne(
  item: Item,
  read: ReadArticle | null,
  place: { outlet: Outlet; source: FeedSource; language: LanguageTag | null },
  tools: Tools,
  now: Instant,
): Promise<Saved> {
  const { outlet, source, language } = place;
  const { entry, identity, text } = item;
  const fallbackUrl = `${outlet.homepage}#${encodeURIComponent((entry.id ?? '').slice(0, 200))}`;
  try {
    return await tools.save({ entry, identity, text, read, outlet, source, feedLanguage: language, fallbackUrl }, now);
  } catch (error) {
    if (error instanceof TelalError) throw error;
    // One article that trips the understanding must not keep the rest of the feed out.
    tools.log.error({ outlet: outlet.slug, url: identity.url, err: error }, 'an article could not be taken in');
    return 'skipped';
  }
}

function toItems(entries: readonly FeedEntry[], feed: Feed, outlet: Outlet): Item[] {
  const shared = sharedIn(entries);
  const seen = new Set<string>();
  const items: Item[] = [];
  for (const entry of newestFirst(entries)) {
    const identity = identify(entry, { outlet: outlet.slug, feedUrl: feed.url }, shared);
    const name = identity.strong.at(-1);
    // Without an address and a guid of its own there is nothing to know an item by again.
    if (!name || seen.has(name)) continue;
    seen.add(name);
    const text = entryText(entry);
    items.push({ entry, identity, text, digest: digestOf(entry, text), name: `${outlet.slug} ${name}` });
  }
  return items;
}

async function lookUp(items: readonly Item[], store: PollStore): Promise<Map<string, KnownArticle>> {
  const keys = [...new Set(items.flatMap((item) => [...item.identity.strong, ...item.identity.soft]))];
  const known = new Map<string, KnownArticle>();
  for (let at = 0; at < keys.length; at += 500) {
    await breathe();
    for (const [key, article] of await store.knownArticles(keys.slice(at, at + 500))) known.set(key, article);
  }
  return known;
}

/** Dates that are all the same are those of the file, not of its items. */
function trustDates(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  const dates = new Set(entries.map((entry) => entry.publishedAt));
  return entries.length >= 3 && dates.size === 1 ? entries.map((entry) => ({ ...entry, publishedAt: null })) : entries;
}

function newestFirst(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  if (entries.some((entry) => entry.publishedAt === null)) return entries;
  return entries.toSorted((a, b) => b.publishedAt! - a.publishedAt!);
}

const isDue = (past: EntryMemory, now: Instant) => past.nextRead !== null && past.nextRead <= now;

function publishedAt(item: Item, read: ReadArticle | null, article: KnownArticle | null, now: Instant): Instant {
  return believable(item.entry.publishedAt ?? read?.page.publishedAt, now) ?? article?.publishedAt ?? now;
}

/** Faults that the next page of the same host would meet as well. */
function isHostTrouble(fault: Fault): boolean {
  if (fault.kind === 'STATUS') return fault.status === 429 || (fault.status ?? 0) >= 500;
  return ['DNS', 'CONNECT', 'TLS', 'TIMEOUT', 'PAUSED', 'BROKEN'].includes(fault.kind);
}
