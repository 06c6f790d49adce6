import type { ReadingHints } from '../domain/document.ts';
import { decode } from './decode.ts';
import { absoluteUrl, baseOf } from './page/address.ts';
import { listOf, type Thing, textOf, thingsIn, typesOf } from './page/json-ld.ts';
import { Metas } from './page/metas.ts';
import { findElement, findElements, lineOf } from './page/text.ts';
import { type PageTree, parsePage } from './page/tree.ts';

/** What a site's own page tells of the outlet behind it. */
export interface SiteFacts {
  /** What it calls itself, the most telling first; the last may hold a slogan. */
  names: string[];
  /** Feeds that it links to: those of its head first, then those of its text. */
  feeds: { url: string; title: string | null }[];
  /** Pages with its postal address, telephone and imprint. */
  contacts: string[];
  /** Language tags as the page has them, such as sr-RS. */
  languages: string[];
  /** Country of its address as structured data names it: a code or a name. */
  country: string | null;
  /** Its foot, where addresses and telephones stand; all of its text where it has none. */
  foot: string;
  /** Telephone numbers that it links. */
  phones: string[];
}

const FEED_TYPE = /^application\/((rss|atom|rdf)\+xml|feed\+json)$|^(application|text)\/xml$/i;
const FEED_ADDRESS = /(^|[/.?=&_-])(rss|feed|atom|rdf)([/.?=&_\d-]|$)|\.(rss|rdf|atom)$|feedburner\.com/i;
const NO_FEED = /comment|koment|коментар|σχόλι|yorum|podcast|\/feed\/?\?attachment|oembed|wp-json/i;
const CONTACT =
  /imp?ress?um|kolofon|contact|kontakt|контакт|импресум|επικοινων|ταυτότητα|k[uü]nye|ileti[sş]im|despre|redac[tț]i|rreth nesh|za nas|за нас|o nama|o nas|about us|about$/i;
const PUBLISHERS =
  /^(NewsMediaOrganization|Organization|WebSite|Corporation|RadioStation|TelevisionStation|Newspaper)$/;

/** Reads what a page of a site, best its front page, tells of the outlet. Never throws: what is not there is empty. */
export function readSite(bytes: Uint8Array, hints: ReadingHints = {}): SiteFacts {
  const tree = parsePage(decode(bytes, hints).text);
  const metas = new Metas(tree);
  const base = baseOf(tree, hints.url);
  const publishers = thingsIn(tree.scripts)
    .flatMap((thing) => [thing, ...listOf(thing['publisher'])])
    .filter((thing): thing is Thing => thing !== null && typeof thing === 'object')
    .filter((thing) => typesOf(thing).some((type) => PUBLISHERS.test(type)));
  const anchors = findElements(tree.document, (element) => element.name === 'a' && 'href' in element.attribs);
  const links = anchors.flatMap((element) => {
    const url = absoluteUrl(element.attribs['href'], base);
    const words = lineOf(element) || element.attribs['title'] || '';
    return url && words.length < 60 ? [{ url, words }] : [];
  });
  const names = [
    ...publishers.map((thing) => textOf(thing['name'])),
    metas.first('og:site_name'),
    metas.first('application-name', 'apple-mobile-web-app-title'),
    tree.title.replace(/\s+/g, ' ').trim(),
  ];
  return {
    names: [...new Set(names.filter((name): name is string => Boolean(name)))],
    feeds: [...feedsOfHead(tree, base), ...feedsOfText(links)],
    contacts: links.filter(({ url, words }) => isContact(url, words, base)).map(({ url }) => url),
    languages: [tree.html['lang'], metas.first('og:locale'), metas.first('content-language')].filter(
      (tag): tag is string => Boolean(tag),
    ),
    country: publishers.map(countryOf).find(Boolean) ?? null,
    foot: footOf(tree),
    phones: anchors
      .map((element) => element.attribs['href'] ?? '')
      .filter((href) => /^tel:/i.test(href))
      .map((href) => href.slice(4)),
  };
}

function feedsOfHead(tree: PageTree, base: string | null): SiteFacts['feeds'] {
  return tree.links
    .filter(({ rel = '', type = '' }) => /(^|\s)alternate(\s|$)/i.test(rel) && FEED_TYPE.test(type.trim()))
    .map((link) => ({ url: absoluteUrl(link['href'], base), title: link['title']?.trim() || null }))
    .filter((feed): feed is SiteFacts['feeds'][number] => feed.url !== null)
    .filter(({ url, title }) => !NO_FEED.test(`${url} ${title ?? ''}`));
}

function feedsOfText(links: readonly { url: string; words: string }[]): SiteFacts['feeds'] {
  return links
    .filter(({ url, words }) => FEED_ADDRESS.test(new URL(url).pathname + new URL(url).search) || /^rss$/i.test(words))
    .filter(({ url, words }) => !NO_FEED.test(`${url} ${words}`))
    .map(({ url, words }) => ({ url, title: words || null }));
}

function isContact(url: string, words: string, base: string | null): boolean {
  if (!base || new URL(url).host !== new URL(base).host || url === base) return false;
  return CONTACT.test(words.trim()) || CONTACT.test(decodePath(url));
}

function decodePath(url: string): string {
  const { pathname } = new URL(url);
  try {
    return decodeURIComponent(pathname)
      .replace(/[-_/]+/g, ' ')
      .trim();
  } catch {
    return pathname;
  }
}

function countryOf(thing: Thing): string | null {
  for (const address of listOf(thing['address'])) {
    const country = address && typeof address === 'object' ? textOf((address as Thing)['addressCountry']) : null;
    if (country) return country;
  }
  return null;
}

function footOf(tree: PageTree): string {
  const foot = findElement(tree.document, ({ name }) => name === 'footer');
  const root = foot ?? findElement(tree.document, ({ name }) => name === 'body' || name === 'html');
  return root ? lineOf(root) : '';
}
