import { selectAll } from 'css-select';
import type { FeedEntry, ReadingHints } from '../domain/document.ts';
import { TelalError } from '../domain/error.ts';
import { parseDate } from './dates.ts';
import { decode } from './decode.ts';
import { absoluteUrl, baseOf } from './page/address.ts';
import { measure } from './page/measure.ts';
import { findElement, lineOf } from './page/text.ts';
import { PageElement, parsePage } from './page/tree.ts';
import { urlKey } from './urls.ts';

/** What is no article, whatever the selector finds. */
const NO_ARTICLE = /^(mailto|tel|javascript|viber|whatsapp|sms):/i;
const MOST_ENTRIES = 1000;
/** Elements that hold one teaser each, to look for its date in. */
const TEASER = new Set(['article', 'li', 'tr', 'section']);
const LAZY = ['data-src', 'data-lazy-src', 'data-original', 'src'];

/**
 * The articles that a listing page leads to, in its order, each address once. `links` is the outlet's CSS selector:
 * of the links themselves, or of elements with a link inside. Throws TelalError UNREADABLE where it finds none, so
 * that a page whose shape has changed shows as a failing source instead of a silent one.
 */
export function readListing(bytes: Uint8Array, links: string, hints: ReadingHints = {}): FeedEntry[] {
  const tree = parsePage(decode(bytes, hints).text);
  measure(tree);
  const base = baseOf(tree, hints.url);
  const entries = new Map<string, FeedEntry>();
  for (const found of select(links, tree.document.children)) {
    if (entries.size >= MOST_ENTRIES) break;
    const link = linkOf(found);
    const href = link?.attribs['href'];
    if (!link || !href || NO_ARTICLE.test(href.trim())) continue;
    const url = absoluteUrl(href, base);
    if (!url || (base && urlKey(url) === urlKey(base))) continue;
    const title = titleOf(link);
    const known = entries.get(urlKey(url));
    if (known) {
      known.title = longer(known.title, title);
      known.image ??= imageOf(link, base);
      continue;
    }
    entries.set(urlKey(url), {
      id: null,
      url,
      title,
      summary: null,
      content: null,
      publishedAt: dateOf(link, hints),
      authors: [],
      image: imageOf(link, base),
      sections: [],
    });
  }
  if (!entries.size) {
    throw new TelalError('UNREADABLE', `The page has no article links: the selector "${links}" finds none in it.`);
  }
  return [...entries.values()];
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
