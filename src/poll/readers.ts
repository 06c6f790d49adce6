import type { FeedDocument, ReadingHints } from '../domain/document.ts';
import type { FeedSource } from '../domain/knowledge.ts';
import { readFeed } from '../read/feed.ts';
import { readListing } from '../read/listing.ts';
import { readSitemap } from '../read/sitemap.ts';

/** Turns what a feed, listing page or sitemap answered into entries. */
export interface Readers {
  read(source: FeedSource, bytes: Uint8Array, hints: ReadingHints): Promise<FeedDocument>;
}

/** The readers of src/read, chosen by the kind of the source. */
export function openReaders(): Readers {
  return {
    async read(source, bytes, hints) {
      switch (source.kind) {
        case 'FEED':
          return readFeed(bytes, hints);
        case 'PAGE':
          return readListing(bytes, { ...hints, links: source.links });
        case 'SITEMAP':
          return readSitemap(bytes, hints);
      }
    },
  };
}
