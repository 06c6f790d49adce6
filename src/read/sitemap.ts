import { Parser } from 'htmlparser2';
import type { FeedDocument, FeedEntry, ReadingHints } from '../domain/document.ts';
import { TelalError } from '../domain/error.ts';
import type { Instant } from '../domain/text.ts';
import { parseDate } from './dates.ts';
import { decode } from './decode.ts';
import { absoluteUrl } from './page/address.ts';
import { readLanguage } from './page/language.ts';

/** What a sitemap's bytes say: articles, or further sitemaps to fetch, newest first. */
export interface SitemapDocument extends FeedDocument {
  /** Sitemaps that this one, an index, leads to. */
  sitemaps: { url: string; modifiedAt: Instant | null }[];
}

/** The protocol allows no more in one file. */
const MOST_URLS = 50_000;

/** What is gathered of one url or sitemap element. */
type Fields = Map<string, string>;

/**
 * Reads a sitemap or an index of sitemaps, as tolerant as a feed is read: prefixes other than news: and image:, no
 * namespace, a file cut off in the middle. Throws TelalError UNREADABLE where the bytes are none.
 */
export function readSitemap(bytes: Uint8Array, hints: ReadingHints = {}): SitemapDocument {
  const { text } = decode(bytes, hints);
  const gathered = gather(text);
  if (!gathered.seen) {
    if (/^\s*https?:\/\/\S+\s*$/m.test(text) && !/<[a-z]/i.test(text)) return fromLines(text);
    throw new TelalError(
      'UNREADABLE',
      text.trim() ? 'This is no sitemap: it has neither urlset nor sitemapindex.' : 'The sitemap is empty.',
    );
  }
  const entries = gathered.urls.map((fields) => entryOf(fields, hints)).filter((entry) => entry !== null);
  const sitemaps = gathered.sitemaps
    .map((fields) => ({
      url: absoluteUrl(fields.get('loc'), hints.url),
      modifiedAt: dateOf(fields.get('lastmod'), hints),
    }))
    .filter((each): each is { url: string; modifiedAt: Instant | null } => each.url !== null)
    .sort((a, b) => (b.modifiedAt ?? -1) - (a.modifiedAt ?? -1));
  return document(
    entries,
    sitemaps,
    readLanguage([gathered.urls[0]?.get('news/language')], entries.map((entry) => entry.title).join(' ')),
  );
}

function document(
  entries: FeedEntry[],
  sitemaps: SitemapDocument['sitemaps'],
  language: string | null,
): SitemapDocument {
  return { title: null, link: null, language, entries, hub: null, ttlMinutes: null, sitemaps };
}

function entryOf(fields: Fields, hints: ReadingHints): FeedEntry | null {
  const url = absoluteUrl(fields.get('loc'), hints.url);
  if (!url) return null;
  const image = absoluteUrl(fields.get('image/loc'), hints.url);
  return {
    id: null,
    url,
    title: fields.get('news/title') || null,
    summary: null,
    content: null,
    // lastmod is when the page changed, no more; only a news sitemap tells when it was published.
    publishedAt: dateOf(fields.get('news/publication_date'), hints),
    authors: [],
    image: image ? { url: image, caption: fields.get('image/caption') || null } : null,
    sections: (fields.get('news/keywords') ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  };
}

function dateOf(text: string | undefined, hints: ReadingHints): Instant | null {
  return text ? parseDate(text, hints) : null;
}

function gather(xml: string): { seen: boolean; urls: Fields[]; sitemaps: Fields[] } {
  const out = { seen: false, urls: [] as Fields[], sitemaps: [] as Fields[] };
  let fields: Fields | null = null;
  let group = '';
  let text = '';
  const parser = new Parser(
    {
      onopentagname(raw) {
        const name = bare(raw);
        text = '';
        if (name === 'urlset' || name === 'sitemapindex') out.seen = true;
        else if (name === 'url' || name === 'sitemap') {
          fields = new Map();
          const list = name === 'url' ? out.urls : out.sitemaps;
          if (list.length < MOST_URLS) list.push(fields);
        } else if (name === 'news' || name === 'image' || name === 'video') group = `${name}/`;
      },
      ontext(data) {
        if (text.length < 10_000) text += data;
      },
      onclosetag(raw) {
        const name = bare(raw);
        if (name === 'url' || name === 'sitemap') fields = null;
        else if (name === 'news' || name === 'image' || name === 'video') group = '';
        else if (fields && text.trim() && !fields.has(group + name)) {
          // news: elements count as such even where their news element is missing.
          const inNews = group || (/news/i.test(raw.split(':')[0] ?? '') && raw.includes(':') ? 'news/' : '');
          fields.set(inNews + name, text.replace(/\s+/g, ' ').trim());
        }
        text = '';
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(xml);
  return out;
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** A plain list of addresses, one a line, is a sitemap too. */
function fromLines(text: string): SitemapDocument {
  const entries = text
    .split(/\r?\n/)
    .slice(0, MOST_URLS)
    .map((line) => entryOf(new Map([['loc', line.trim()]]), {}))
    .filter((entry) => entry !== null);
  return document(entries, [], null);
}
