import type { PageDocument } from '../domain/document.ts';
import { TelalError } from '../domain/error.ts';
import type { PageHints } from '../domain/ports.ts';
import { decode } from './decode.ts';
import { baseOf, readAddress } from './page/address.ts';
import { readAuthors } from './page/authors.ts';
import { readBody } from './page/body.ts';
import { readHeadline } from './page/headline.ts';
import { readImage } from './page/image.ts';
import { articleThing, textOf } from './page/json-ld.ts';
import { readLanguage } from './page/language.ts';
import { measure } from './page/measure.ts';
import { Metas } from './page/metas.ts';
import { isPaywalled } from './page/paywall.ts';
import { readSections } from './page/sections.ts';
import { siteNamesOf } from './page/site.ts';
import { bareWords } from './page/text.ts';
import { readTimes } from './page/times.ts';
import { parsePage } from './page/tree.ts';
import { plainLine } from './plain-text.ts';

/**
 * Reads one article's page. Pure and synchronous, without a limit of time: `openPageReader` runs it with one. Throws
 * TelalError UNREADABLE where the bytes are no page at all.
 */
export function readPage(bytes: Uint8Array, hints: PageHints): PageDocument {
  const { text: html } = decode(bytes, hints);
  const tree = parsePage(html);
  if (!tree.size && !tree.scripts.length && !tree.title) {
    throw new TelalError(
      'UNREADABLE',
      html.trim() ? 'This is no web page: there is no HTML in it.' : 'The page is empty.',
    );
  }
  measure(tree);
  const metas = new Metas(tree);
  const thing = articleThing(tree.scripts);
  const base = baseOf(tree, hints.url);
  const siteNames = siteNamesOf(thing, metas, base);
  const headline = readHeadline(tree, thing, metas, siteNames);
  const authors = readAuthors(tree, thing, metas, siteNames, headline.element);
  const told =
    textOf(thing?.['description']) ??
    metas.first('og:description', 'description', 'twitter:description', 'dc.description');
  const summary = told ? plainLine(told) || null : null;
  const body = readBody(tree, thing, headline.element, { headline: headline.text, summary, authors, siteNames }, hints);
  const { publishedAt, modifiedAt } = readTimes(tree, thing, metas, headline.element, hints);
  const labels = [
    textOf(thing?.['inLanguage']),
    tree.html['lang'],
    tree.html['xml:lang'],
    metas.first('og:locale', 'content-language', 'language', 'dc.language'),
  ];
  return {
    url: readAddress(tree, thing, metas, base),
    headline: headline.text ? plainLine(headline.text) : null,
    summary: summary && headline.text && bareWords(summary) === bareWords(headline.text) ? null : summary,
    body: body.text,
    authors,
    publishedAt,
    modifiedAt,
    image: readImage(tree, thing, metas, base, body.root),
    language: readLanguage(labels, body.text ?? headline.text),
    sections: readSections(thing, metas),
    paywalled: isPaywalled(tree, thing, metas, body.page, body.text?.length ?? 0),
  };
}
