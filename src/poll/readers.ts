import type { FeedDocument, ReadingHints } from '../domain/document.ts';
import type { FeedSource } from '../domain/knowledge.ts';
import { readFeed } from '../read/feed.ts';
import { readListing } from '../read/listing.ts';
import { readSitemap } from '../read/sitemap.ts';

/** Fetches a document that another one leads to. */
export type Follow = (url: string) => Promise<{ bytes: Uint8Array; url: string }>;

/** Turns what a feed, listing page or sitemap answered into entries. */
export interface Readers {
  /** Throws a TelalError where the bytes are none of it. An index of sitemaps is followed to its newest ones where `follow` is given. */
  read(source: FeedSource, bytes: Uint8Array, hints: ReadingHints, follow?: Follow): Promise<FeedDocument>;
}

/** Sitemaps read of one index, and articles taken of one sitemap: the rest is an archive. */
const newestSitemaps = 2;
const mostOfSitemap = 1000;

/** The readers of src/read, chosen by the kind of the source. */
export function openReaders(): Readers {
  return {
    async read(source, bytes, hints, follow) {
      switch (source.kind) {
        case 'FEED':
          return readFeed(bytes, hints);
        case 'PAGE':
          return readListing(bytes, { ...hints, links: source.links });
        case 'SITEMAP':
          return readSitemaps(bytes, hints, follow);
      }
    },
  };
}

async function readSitemaps(bytes: Uint8Array, hints: ReadingHints, follow?: Follow): Promise<FeedDocument> {
  const { sitemaps, ...document } = readSitemap(bytes, hints);
  const entries = [...document.entries];
  if (follow) {
    for (const { url } of sitemaps.slice(0, newestSitemaps)) {
      const answer = await follow(url);
      entries.push(...readSitemap(answer.bytes, { ...hints, url: answer.url }).entries);
    }
  }
  entries.sort((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0));
  return { ...document, entries: entries.slice(0, mostOfSitemap) };
}
