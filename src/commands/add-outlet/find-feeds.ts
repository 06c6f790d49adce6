import type { FeedDocument } from '../../domain/document.ts';
import type { Fetch } from '../../poll/fetch.ts';
import { decode } from '../../read/decode.ts';
import { readFeed } from '../../read/feed.ts';
import type { SiteFacts } from '../../read/site.ts';

/** A feed that answered and holds articles. */
export interface FoundFeed {
  url: string;
  title: string | null;
  document: FeedDocument;
  /** Of its bytes, where neither they nor their labels tell it; null where nothing needs to be said. */
  charset: string | null;
}

/** Where publishing systems put the feed of the whole site: WordPress, Joomla, Drupal, static sites and the region's own. */
const USUAL = ['/feed/', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/feed/rss', '/rss/feed.xml'];
const MOST_NAMED = 8;

/**
 * The feeds that the page names, in its order, else the first that stands at a usual address. What answers with no
 * feed, or with one that has no articles, is left out; `says` is told of each address that is asked.
 */
export async function findFeeds(
  home: string,
  facts: SiteFacts,
  fetch: Fetch,
  says: (line: string) => void,
): Promise<FoundFeed[]> {
  const named = [...new Map(facts.feeds.map((feed) => [feed.url, feed])).values()];
  const found: FoundFeed[] = [];
  for (const { url, title } of named.slice(0, MOST_NAMED)) {
    const feed = await tryFeed(url, title, fetch, says);
    if (feed && !found.some((one) => one.url === feed.url || sameEntries(one, feed))) found.push(feed);
  }
  const usual = USUAL.flatMap((path) => [new URL(path, home).href, new URL(path.slice(1), withSlash(home)).href]);
  for (const url of new Set(usual)) {
    if (found.length > 0) break;
    const feed = named.some((one) => one.url === url) ? null : await tryFeed(url, null, fetch, says);
    if (feed) found.push(feed);
  }
  return found;
}

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`);

async function tryFeed(
  url: string,
  title: string | null,
  fetch: Fetch,
  says: (line: string) => void,
): Promise<FoundFeed | null> {
  try {
    const answer = await fetch({ url, kind: 'feed' });
    const { url: at, contentType, bytes } = answer;
    const document = await readFeed(bytes, { url: at, contentType, now: Date.now() });
    const count = document.entries.filter((entry) => entry.url).length;
    says(count > 0 ? `${url} is a feed of ${count} articles.` : `${url} is a feed without articles.`);
    // Of an address that has moved for good the new one is written.
    return count > 0
      ? {
          url: answer.movedTo ?? url,
          title: title ?? document.title,
          document,
          charset: unlabelled(bytes, contentType),
        }
      : null;
  } catch (error) {
    says(error instanceof Error ? error.message : String(error));
    return null;
  }
}

/** The charset that bytes without any label were guessed to be in. */
function unlabelled(bytes: Uint8Array, contentType: string | null): string | null {
  const { charset } = decode(bytes, { contentType });
  if (/^utf-/.test(charset) || /charset\s*=/i.test(contentType ?? '')) return null;
  const head = Buffer.from(bytes.subarray(0, 300)).toString('latin1');
  return /encoding\s*=/i.test(head) ? null : charset;
}

function sameEntries(one: FoundFeed, other: FoundFeed): boolean {
  const urls = new Set(one.document.entries.map((entry) => entry.url));
  return other.document.entries.every((entry) => urls.has(entry.url));
}
