import { selectAll } from 'css-select';
import type { FeedDocument, FeedEntry, ReadingHints } from '../domain/document.ts';
import { TelalError } from '../domain/error.ts';
import { parseDate } from './dates.ts';
import { decode } from './decode.ts';
import { absoluteUrl, baseOf } from './page/address.ts';
import { readLanguage } from './page/language.ts';
import { measure } from './page/measure.ts';
import { findElement, lineOf } from './page/text.ts';
import { PageElement, parsePage } from './page/tree.ts';
import { urlKey } from './urls.ts';

/** What is no article, whatever the selector finds. */
const NO_ARTICLE = /^(mailto|tel|javascript|viber|whatsapp|sms):/i;
const MOST_ENTRIES = 1000;
const SHORTEST_TITLE = 15;
/** Elements that hold one teaser each, to look for its date in. */
const TEASER = new Set(['article', 'li', 'tr', 'section']);
const LAZY = ['data-src', 'data-lazy-src', 'data-original', 'src'];

/** Where a listing page's links are. */
export interface ListingHints extends ReadingHints {
  /** CSS selector of the links, or of elements with a link inside; where missing, links in headings and articles. */
  links?: string | null;
}

const USUAL_LINKS = 'article a[href], h1 a[href], h2 a[href], h3 a[href], h4 a[href], a[href]:has(h2, h3, h4)';

/**
 * The articles that a listing page leads to, in its order, each address once. Throws TelalError UNREADABLE where there
 * are none, so that a page whose shape has changed shows as a failing source instead of a silent one.
 */
export function readListing(bytes: Uint8Array, hints: ListingHints = {}): FeedDocument {
  const tree = parsePage(decode(bytes, hints).text);
  measure(tree);
  const base = baseOf(tree, hints.url);
  const links = hints.links || USUAL_LINKS;
  const entries = new Map<string, FeedEntry>();
  for (const found of select(links, tree.document.children)) {
    if (entries.size >= MOST_ENTRIES) break;
    const link = linkOf(found);
    const href = link?.attribs['href'];
    if (!link || !href || NO_ARTICLE.test(href.trim())) continue;
    const url = absoluteUrl(href, base);
    if (!url || (base && urlKey(url) === urlKey(base))) continue;
    if (!hints.links && (!base || new URL(url).host !== new URL(base).host || lineOf(link).length < SHORTEST_TITLE))
      continue;
    const known = entries.get(urlKey(url));
    if (known) {
      known.title = longer(known.title, titleOf(link));
      known.image ??= imageOf(link, base);
    } else entries.set(urlKey(url), entryOf(link, url, base, hints));
  }
  if (!entries.size) {
    const why = hints.links ? `the selector "${hints.links}" finds none in it` : 'none stand in headings or articles';
    throw new TelalError('UNREADABLE', `The page has no article links: ${why}.`);
  }
  return {
    title: tree.title.trim() || null,
    link: base,
    language: readLanguage([tree.html['lang']], [...entries.values()].map((entry) => entry.title).join(' ')),
    entries: [...entries.values()],
    hub: null,
    ttlMinutes: null,
  };
}

function entryOf(link: PageElement, url: string, base: string | null, hints: ReadingHints): FeedEntry {
  return {
    id: null,
    url,
    title: titleOf(link),
    summary: null,
    content: null,
    publishedAt: dateOf(link, hints),
    authors: [],
    image: imageOf(link, base),
    sections: [],
  };
}

/** A teaser links its article several times: by picture, by headline, by "read more". */
const longer = (one: string | null, other: string | null): string | null =>
  (other?.length ?? 0) > (one?.length ?? 0) ? other : one;

function select(selector: string, nodes: readonly unknown[]): PageElement[] {
  try {
    return selectAll(selector, nodes as PageElement[]).filter((found) => found instanceof PageElement);
  } catch (cause) {
    throw new TelalError('BAD_SOURCE', `"${selector}" is no CSS selector of article links, e.g. article h2 a.`, {
      cause,
    });
  }
}

function linkOf(element: PageElement): PageElement | null {
  if (element.name === 'a') return element;
  const inside = findElement(element, (each) => each.name === 'a' && 'href' in each.attribs);
  if (inside) return inside;
  for (let at = element.parent as PageElement | null; at?.attribs; at = at.parent as PageElement | null) {
    if (at.name === 'a') return at;
  }
  return null;
}

/** A heading inside the link says it without the teaser's other words. */
function titleOf(link: PageElement): string | null {
  const heading = findElement(link, (each) => /^h[1-6]$/.test(each.name));
  return (heading && lineOf(heading)) || lineOf(link) || link.attribs['title']?.trim() || null;
}

function teaserOf(link: PageElement): PageElement | null {
  let at = link.parent as PageElement | null;
  for (let up = 0; at?.attribs && up < 6; up++, at = at.parent as PageElement | null)
    if (TEASER.has(at.name)) return at;
  return null;
}

function dateOf(link: PageElement, hints: ReadingHints): number | null {
  const teaser = teaserOf(link) ?? (link.parent as PageElement | null);
  if (!teaser?.attribs) return null;
  const time = findElement(teaser, (each) => each.name === 'time' || 'datetime' in each.attribs);
  if (!time) return null;
  return parseDate(time.attribs['datetime'] ?? lineOf(time), hints) ?? parseDate(lineOf(time), hints);
}

function imageOf(link: PageElement, base: string | null): FeedEntry['image'] {
  const image = findElement(link, (each) => each.name === 'img') ?? pictureOf(teaserOf(link));
  const source = image && LAZY.map((key) => image.attribs[key]).find((value) => value && !value.startsWith('data:'));
  const url = absoluteUrl(source, base);
  return url ? { url, caption: null } : null;
}

function pictureOf(teaser: PageElement | null): PageElement | null {
  return teaser && findElement(teaser, (each) => each.name === 'img');
}
