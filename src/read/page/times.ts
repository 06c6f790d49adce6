import type { ReadingHints } from '../../domain/document.ts';
import type { Instant } from '../../domain/text.ts';
import { parseDate } from '../dates.ts';
import { type Thing, textOf } from './json-ld.ts';
import { linesAround } from './lines-around.ts';
import type { Metas } from './metas.ts';
import { findElements, lineOf } from './text.ts';
import type { PageElement, PageTree } from './tree.ts';

const PUBLISHED_METAS = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'published-date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'article.published',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'date',
  'displaydate',
  'originalpublicationdate',
  'datecreated',
];
const MODIFIED_METAS = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'revised',
  'article.updated',
];
const DATE_MARKS =
  /(^|[^a-z])(date|time|datetime|published|pub-?date|post-?date|timestamp|posted|datum|vreme|vrijeme|data|ora|publikuar|dt-published|tarih|hmerominia|imerominia)([^a-z]|$)/;
const MODIFIED_MARKS = /modif|updat|ndryshuar|izmen|izmjen|azurir|guncel/;
/** How many labelled dates of the page are looked at. */
const MOST_SHOWN = 12;

export interface Times {
  publishedAt: Instant | null;
  modifiedAt: Instant | null;
}

/** When the article was published and last changed, from structured data before what is shown near the headline. */
export function readTimes(
  tree: PageTree,
  thing: Thing | null,
  metas: Metas,
  heading: PageElement | null,
  hints: ReadingHints,
): Times {
  const date = (text: string | null): Instant | null => (text ? parseDate(text, hints) : null);
  const first = (texts: readonly (string | null)[]): Instant | null => {
    for (const text of texts) {
      const instant = date(text);
      if (instant !== null) return instant;
    }
    return null;
  };
  const publishedAt =
    first([
      textOf(thing?.['datePublished']),
      ...PUBLISHED_METAS.map((name) => metas.first(name)),
      textOf(thing?.['dateCreated']),
      textOf(thing?.['uploadDate']),
    ]) ??
    first(shownTimes(tree, heading)) ??
    first(datedLines(heading));
  const modifiedAt = first([textOf(thing?.['dateModified']), ...MODIFIED_METAS.map((name) => metas.first(name))]);
  return {
    publishedAt,
    modifiedAt: publishedAt !== null && modifiedAt !== null && modifiedAt < publishedAt ? null : modifiedAt,
  };
}

/** Texts of time elements and of what is marked as a date, those around the headline first. */
function shownTimes(tree: PageTree, heading: PageElement | null): string[] {
  const isTime = (element: PageElement): boolean =>
    element.name === 'time' ||
    'datetime' in element.attribs ||
    /datePublished/i.test(element.attribs['itemprop'] ?? '') ||
    (element.chars > 4 &&
      element.chars < 90 &&
      DATE_MARKS.test(`${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`.toLowerCase()));
  const seen = new Set<PageElement>();
  const out: string[] = [];
  const take = (element: PageElement): void => {
    if (seen.has(element) || seen.size >= MOST_SHOWN) return;
    seen.add(element);
    if (MODIFIED_MARKS.test(`${element.attribs['class'] ?? ''} ${element.attribs['itemprop'] ?? ''}`.toLowerCase()))
      return;
    for (const text of [element.attribs['datetime'], element.attribs['content'], lineOf(element)])
      if (text) out.push(text);
  };
  let around = heading?.parent as PageElement | null;
  for (let up = 0; around?.attribs && up < 4; up++, around = around.parent as PageElement | null) {
    for (const element of findElements(around, isTime)) take(element);
  }
  for (const element of findElements(tree.document, isTime)) take(element);
  return out;
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** Short lines with a year in them around the headline, where nothing is marked as a date. */
const datedLines = (heading: PageElement | null): string[] =>
  linesAround(heading, (text) => YEAR.test(text)).slice(0, 4);
