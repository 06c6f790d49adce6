import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { FeedEntry } from '../domain/document.ts';
import type { KnownArticle } from '../domain/draft.ts';
import type { Instant, LanguageTag } from '../domain/text.ts';
import type { EntryText } from './entry-to-draft.ts';

/** What is remembered of an entry between polls, to leave its page alone. Lost with the process, and then guessed anew. */
export interface EntryMemory {
  /** Of the feed's own words. */
  digest: string;
  reads: number;
  failures: number;
  /** When the page is to be read again though the feed says nothing new; null for never. */
  nextRead: Instant | null;
}

/** The young entries of a feed, whose pages are looked at again even while the feed itself stands still. */
export interface FeedMemory {
  entries: FeedEntry[];
  language: LanguageTag | null;
}

export interface Memory {
  entries: LRUCache<string, EntryMemory>;
  feeds: LRUCache<number, FeedMemory>;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const afterRead = [30 * minute, 2 * 60 * minute, 6 * 60 * minute];
const afterFailure = [10 * minute, 60 * minute, 6 * 60 * minute];

export function createMemory(): Memory {
  return { entries: new LRUCache({ max: 50_000 }), feeds: new LRUCache({ max: 5_000 }) };
}

export function digestOf(entry: FeedEntry, text: EntryText): string {
  const told = JSON.stringify([text.headline, text.summary, text.body, entry.publishedAt]);
  return createHash('sha1').update(told).digest('base64');
}

/** What to assume of an entry whose article is stored, but which this process has not seen: unchanged where the feed's words stand in it. */
export function recall(
  known: KnownArticle,
  text: EntryText,
  digest: string,
  wantsPage: boolean,
  now: Instant,
): EntryMemory {
  const same =
    (text.headline === null || text.headline === known.headline || isCutShort(text.headline, known.headline)) &&
    (text.summary === null || text.summary === known.summary);
  const unread = wantsPage && known.body === null;
  return {
    digest: same ? digest : '',
    reads: unread ? 0 : 2,
    failures: 0,
    nextRead: wantsPage && isYoung(known.publishedAt, now) ? (unread ? now : now + afterRead[1]!) : null,
  };
}

/** The page was read, or not: when to look at it again. Only young articles still change. */
export function remember(
  past: EntryMemory | undefined,
  digest: string,
  read: 'read' | 'failed' | 'forbidden' | 'none',
  publishedAt: Instant,
  now: Instant,
): EntryMemory {
  const reads = (past?.reads ?? 0) + (read === 'read' ? 1 : 0);
  const failures = read === 'read' ? 0 : (past?.failures ?? 0) + (read === 'failed' ? 1 : 0);
  const gaps = read === 'failed' ? afterFailure : afterRead;
  const gap = read === 'none' || read === 'forbidden' ? undefined : gaps[(read === 'failed' ? failures : reads) - 1];
  return { digest, reads, failures, nextRead: gap !== undefined && isYoung(publishedAt, now) ? now + gap : null };
}

export function isYoung(publishedAt: Instant | null, now: Instant): boolean {
  return publishedAt === null || now - publishedAt < day;
}

const isCutShort = (fed: string, whole: string) =>
  /(?:…|\.\.\.)$/.test(fed) && whole.startsWith(fed.replace(/\s*(?:…|\.\.\.|\[…\])$/, ''));
