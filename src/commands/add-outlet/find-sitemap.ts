import type { FeedDocument } from '../../domain/document.ts';
import type { Fetch } from '../../poll/fetch.ts';
import { readSitemap } from '../../read/sitemap.ts';

const USUAL = ['/news-sitemap.xml', '/sitemap-news.xml', '/sitemap_news.xml'];
const MOST = 6;
const WEEK = 7 * 86_400_000;

/** A news sitemap that answered. */
export interface FoundSitemap {
  url: string;
  document: FeedDocument;
}

/** The site's news sitemap: one whose articles have headlines and dates of these days. Null where there is none. */
export async function findSitemap(
  home: string,
  fetch: Fetch,
  says: (line: string) => void,
): Promise<FoundSitemap | null> {
  const named = (await sitemapsOfRobots(home, fetch)).toSorted((a, b) => Number(isNews(b)) - Number(isNews(a)));
  const queue = [...new Set([...named.slice(0, 3), ...USUAL.map((path) => new URL(path, home).href)])];
  for (let asked = 0; queue.length > 0 && asked < MOST; asked++) {
    const url = queue.shift() ?? '';
    try {
      const answer = await fetch({ url, kind: 'page' });
      const { sitemaps, ...document } = readSitemap(answer.bytes, { url: answer.url, now: Date.now() });
      const { entries } = document;
      const fresh = entries.filter((entry) => entry.title && (entry.publishedAt ?? 0) > Date.now() - WEEK);
      if (fresh.length > 0) {
        says(`${url} is a news sitemap of ${entries.length} articles.`);
        return { url, document };
      }
      const inner = sitemaps.find((one) => isNews(one.url));
      if (inner && !queue.includes(inner.url)) queue.unshift(inner.url);
    } catch {
      // nothing there, or something else
    }
  }
  return null;
}

const isNews = (url: string) => /news|vesti|vijesti|lajme|novini/i.test(new URL(url).pathname);

async function sitemapsOfRobots(home: string, fetch: Fetch): Promise<string[]> {
  try {
    const answer = await fetch({ url: new URL('/robots.txt', home).href, kind: 'robots' });
    const text = new TextDecoder().decode(answer.bytes.subarray(0, 500_000));
    return [...text.matchAll(/^\s*sitemap\s*:\s*(\S+)/gim)].flatMap(
      ([, url]) => URL.parse(url ?? '', home)?.href ?? [],
    );
  } catch {
    return [];
  }
}
