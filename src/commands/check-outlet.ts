import type { FeedEntry } from '../domain/document.ts';
import type { FeedSource, Outlet } from '../domain/knowledge.ts';
import type { Fetch, Fetched } from '../poll/fetch.ts';
import { openReaders } from '../poll/readers.ts';
import { sentence } from './sentence.ts';

const readers = openReaders();

/** What one fetch of a source showed. */
export interface CheckResult {
  url: string;
  works: boolean;
  /** In plain words: what came, or what went wrong. */
  says: string;
}

/** Fetches each source of an outlet once; never throws. */
export function checkOutlet(outlet: Outlet, fetch: Fetch): Promise<CheckResult[]> {
  return Promise.all(
    outlet.feeds.map(async (source) => {
      try {
        const answer = await fetch({ url: source.url, kind: source.kind === 'FEED' ? 'feed' : 'page' });
        const entries = await readEntries(outlet, source, answer);
        return { url: source.url, works: entries.length > 0, says: summary(entries) };
      } catch (error) {
        return { url: source.url, works: false, says: sentence(error) };
      }
    }),
  );
}

async function readEntries(outlet: Outlet, source: FeedSource, answer: Fetched): Promise<FeedEntry[]> {
  const document = await readers.read(source, answer.bytes, {
    url: answer.url,
    contentType: answer.contentType,
    charset: outlet.charset,
    timeZone: outlet.timeZone,
    language: source.language ?? outlet.languages[0] ?? null,
    now: Date.now(),
  });
  return document.entries;
}

function summary(entries: FeedEntry[]): string {
  if (entries.length === 0) return 'It answers, but holds no articles.';
  const newest = Math.max(...entries.map((entry) => entry.publishedAt ?? 0));
  return `${entries.length} articles${newest > 0 ? `, the newest of ${new Date(newest).toISOString().slice(0, 16)}Z` : ', none with a date'}`;
}
