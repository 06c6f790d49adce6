import { formatInstant } from '../../schema/index.ts';
import type { FeedItem, ListFeed } from './list-feed.ts';

export type FeedFormat = 'atom' | 'json' | 'csv';

export const FEED_TYPES: Record<FeedFormat, string> = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

export function writeFeed(feed: ListFeed, format: FeedFormat): string {
  if (format === 'atom') return writeAtom(feed);
  return format === 'json' ? writeJsonFeed(feed) : writeCsv(feed);
}

/** Atom, RFC 4287. */
function writeAtom(feed: ListFeed): string {
  const entries = feed.items.map(({ article, outlet, countries, actors, topics }) =>
    [
      '<entry>',
      `<id>${xml(article.url)}</id>`,
      `<title>${xml(article.headline)}</title>`,
      `<link rel="alternate" href="${xml(article.url)}" hreflang="${xml(article.language)}"/>`,
      `<published>${formatInstant(article.publishedAt)}</published>`,
      `<updated>${formatInstant(article.revisedAt ?? article.publishedAt)}</updated>`,
      ...(article.authors.length > 0 ? article.authors : [outlet?.name ?? article.outlet]).map(
        (author) => `<author><name>${xml(author)}</name></author>`,
      ),
      ...[...countries, ...actors, ...topics].map((term) => `<category term="${xml(term)}"/>`),
      ...(article.summary ? [`<summary>${xml(article.summary)}</summary>`] : []),
      ...(outlet ? [`<source><id>${xml(outlet.homepage)}</id><title>${xml(outlet.name)}</title></source>`] : []),
      '</entry>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xml(feed.self)}</id>`,
    `<title>${xml(feed.title)}</title>`,
    `<updated>${formatInstant(feed.updated)}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(feed.home)}"/>`,
    '<generator>Telal</generator>',
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

/** JSON Feed 1.1. */
function writeJsonFeed(feed: ListFeed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    items: feed.items.map(({ article, outlet, countries, actors, topics }) => ({
      id: article.url,
      url: article.url,
      title: article.headline,
      content_text: article.summary ?? article.headline,
      ...(article.summary ? { summary: article.summary } : {}),
      ...(article.image ? { image: article.image.url } : {}),
      date_published: formatInstant(article.publishedAt),
      ...(article.revisedAt === null ? {} : { date_modified: formatInstant(article.revisedAt) }),
      authors: (article.authors.length > 0 ? article.authors : [outlet?.name ?? article.outlet]).map((name) => ({
        name,
      })),
      tags: [...countries, ...actors, ...topics],
      language: article.language,
      _telal: { outlet: article.outlet, countries, actors, topics },
    })),
  });
}

const COLUMNS: [string, (item: FeedItem) => string][] = [
  ['url', ({ article }) => article.url],
  ['publishedAt', ({ article }) => formatInstant(article.publishedAt)],
  ['outlet', ({ article }) => article.outlet],
  ['publisherCountry', ({ outlet }) => outlet?.country ?? ''],
  ['language', ({ article }) => article.language],
  ['headline', ({ article }) => article.headline],
  ['summary', ({ article }) => article.summary ?? ''],
  ['authors', ({ article }) => article.authors.join('; ')],
  ['countries', ({ countries }) => countries.join(' ')],
  ['actors', ({ actors }) => actors.join(' ')],
  ['topics', ({ topics }) => topics.join(' ')],
];

/** CSV, RFC 4180, with a header line. */
function writeCsv(feed: ListFeed): string {
  const lines = [
    COLUMNS.map(([name]) => name),
    ...feed.items.map((item) => COLUMNS.map(([, value]) => cell(value(item)))),
  ];
  return `${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

/** A spreadsheet would run a cell that begins like a formula; an apostrophe in front keeps it text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML, without the characters that XML has no way to write. */
function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .toWellFormed()
    .replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}
