import type { Block } from './blocks.ts';
import { isClosingLine, QUOTED } from './closing-lines.ts';
import { isProse } from './density.ts';
import { bareWords, findElement } from './text.ts';
import type { PageElement } from './tree.ts';
import { ASKS_READER } from './words/asks-reader.ts';
import { BYLINE } from './words/bylines.ts';
import { LABEL } from './words/labels.ts';
import { LEADS_ELSEWHERE } from './words/leads-elsewhere.ts';
import { AGENCY_CREDIT, CLOCK, COPYRIGHT, OFFERS_REST, PICTURE_SOURCE } from './words/lines.ts';
import { foldWords } from './words/patterns.ts';
import { PHOTO_CREDIT } from './words/photo-credits.ts';

/** What is known of the article when its text is cleaned. */
export interface Known {
  headline: string | null;
  summary: string | null;
  authors: readonly string[];
  /** Names the outlet goes by. */
  siteNames: readonly string[];
}

const LONGEST_FURNITURE = 320;

/** The blocks that are the article's own text, in order. */
export function cleanBlocks(blocks: readonly Block[], known: Known): Block[] {
  const headline = known.headline ? bareWords(known.headline) : '';
  const shown = headline ? blocks.findIndex((block) => bareWords(block.text) === headline) : -1;
  const kept = blocks.filter((block, at) => !isFurniture(block, headline) && (at > shown || isProse(block)));
  return dropEmptyHeadings(trimEnd(trimStart(dropLinkLists(kept), known), teaserTexts(blocks), known));
}

function isFurniture(block: Block, headline: string): boolean {
  const { text, linkChars, kind } = block;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (headline && text.length < headline.length * 2 && bareWords(text) === headline) return true;
  if (text.length > LONGEST_FURNITURE) return false;
  const folded = foldWords(text);
  if (text.length < 60 && (LABEL.test(folded) || CLOCK.test(folded))) return true;
  const linked = linkChars / text.length;
  if (linked > 0.85 && kind !== 'item' && text.length < 200 && !isQuoted(text)) return true;
  if (ASKS_READER.test(folded) && (linked > 0 || text.length < 120) && !QUOTED.test(text)) return true;
  if (
    LEADS_ELSEWHERE.test(folded) &&
    (linked > 0.2 ||
      (text.length < 120 && !/[.!?]["”“»]?$/.test(text)) ||
      (/^[^:]{3,40}:/.test(text) && (linked > 0 || text.length < 140)))
  ) {
    return true;
  }
  if (PHOTO_CREDIT.test(folded) && text.length < 200) return true;
  if (
    text.length < 90 &&
    (PICTURE_SOURCE.test(folded) || (!isProse(block) && kind !== 'heading' && isPictureBox(block)))
  )
    return true;
  if (COPYRIGHT.test(folded) && text.length < 200) return true;
  if (OFFERS_REST.test(folded)) return true;
  return false;
}

/** A box with nothing but a picture and these words. */
function isPictureBox({ element, text }: Block): boolean {
  let box: PageElement | null = null;
  for (
    let at: PageElement | null = element;
    at?.attribs && at.chars <= text.length + 4;
    at = at.parent as PageElement | null
  ) {
    box = at;
  }
  return (
    box !== null &&
    box.name !== 'li' &&
    findElement(box, (each) => each.name === 'img' || each.name === 'amp-img') !== null
  );
}

const isQuoted = (text: string): boolean => /^["„“«”]/.test(text);

/** Lists whose items are mostly links lead elsewhere; a list that mentions links stays. */
function dropLinkLists(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at]!;
    if (block.kind !== 'item') {
      out.push(block);
      at++;
      continue;
    }
    let end = at;
    let chars = 0;
    let linked = 0;
    const list = block.element.parent;
    while (
      end < blocks.length &&
      blocks[end]!.kind === 'item' &&
      (blocks[end]!.element.parent === list || end === at)
    ) {
      chars += blocks[end]!.text.length;
      linked += blocks[end]!.linkChars;
      end++;
    }
    if (linked <= chars * 0.6) out.push(...blocks.slice(at, end));
    at = end;
  }
  return out;
}

/** Before the first sentence stand headline, byline, date, section; a subhead or a short first line stays. */
function trimStart(blocks: Block[], known: Known): Block[] {
  const first = blocks.findIndex(isProse);
  if (first < 0) return blocks;
  let start = first;
  const summary = known.summary ? bareWords(known.summary) : '';
  const parent = blocks[first]!.element.parent;
  const kept: Block[] = [];
  for (let at = 0; at < first; at++) {
    const block = blocks[at]!;
    const besides = block.element.parent === parent;
    if (!besides || isByline(block, known) || block.linkChars > block.text.length * 0.4) continue;
    kept.push(block);
  }
  // A deck that repeats the summary above the text, in an element of another kind, is the summary.
  while (start < blocks.length - 2) {
    const block = blocks[start]!;
    if (isByline(block, known)) start++;
    else if (isDeck(block, blocks.slice(start + 1), summary)) start++;
    else break;
  }
  return [...kept, ...blocks.slice(start)];
}

function isDeck(block: Block, rest: readonly Block[], summary: string): boolean {
  const next = rest.find(isProse);
  if (!next || next.element.parent === block.element.parent || next.element === block.element) return false;
  const bare = bareWords(block.text);
  return (
    summary !== '' && (bare === summary || (bare.length > 40 && (summary.startsWith(bare) || bare.startsWith(summary))))
  );
}

function isByline(block: Block, known: Known): boolean {
  const { text } = block;
  if (text.length > 160) return false;
  if (isProse(block) && text.length > 90) return false;
  const folded = foldWords(text);
  if (namesWriter(block, folded)) return true;
  const bare = bareWords(text);
  if (known.authors.some((author) => author.length > 3 && bareWords(author) === bare)) return true;
  if (known.siteNames.some((name) => bareWords(name) === bare)) return true;
  return isDateLine(folded);
}

/** A whole sentence that begins like a byline ("Objavljeno je da …") is none, save where a label or a date shows. */
const namesWriter = (block: Block, folded: string): boolean =>
  BYLINE.test(folded) && (!isProse(block) || /^[^:]{2,24}:|\b(?:19|20)\d\d\b/.test(folded));

const DATE_LINE =
  /^[^\p{L}\p{N}]*(?:\p{L}+,? )?(?:\d{1,2}[./-] ?\d{1,2}[./-] ?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}\.? \p{L}+,? (?:19|20)\d\d|\p{L}+ \d{1,2},? (?:19|20)\d\d)[^\p{L}]{0,20}(?:\p{L}{1,4}[^\p{L}]*){0,4}$/u;
const isDateLine = (folded: string): boolean => folded.length < 80 && DATE_LINE.test(folded);

/** Short texts right under a heading that is a link: what another article is about. */
function teaserTexts(blocks: readonly Block[]): Set<Block> {
  const out = new Set<Block>();
  blocks.forEach((block, at) => {
    const before = blocks[at - 1];
    if (
      before?.kind === 'heading' &&
      before.linkChars > before.text.length * 0.85 &&
      block.text.length < 220 &&
      !block.linkChars
    ) {
      out.add(block);
    }
  });
  return out;
}

/** After the last sentence stand tags, links, contacts, the outlet's address and rights. */
function trimEnd(blocks: Block[], teasers: Set<Block>, known: Known): Block[] {
  const names = known.siteNames.map(foldWords).filter((name) => name.length > 3);
  let end = blocks.length;
  while (end > 0) {
    const block = blocks[end - 1]!;
    if (!isEnding(block, names) && !teasers.has(block)) break;
    end--;
  }
  return end > 0 && blocks.slice(0, end).some(isProse) ? blocks.slice(0, end) : blocks;
}

function isEnding(block: Block, names: readonly string[]): boolean {
  const { text, kind, linkChars } = block;
  if (kind === 'heading') return true;
  if (text.length > LONGEST_FURNITURE) return false;
  const folded = foldWords(text);
  if (AGENCY_CREDIT.test(folded) || text.startsWith('(')) return false;
  if (linkChars > text.length * 0.5) return true;
  if (isDateLine(folded)) return true;
  if (isClosingLine(text, folded, linkChars > 0, names)) return true;
  if (text.length < 160 && namesWriter(block, folded)) return true;
  return false;
}

/** A subhead with nothing under it belonged to what was taken out. */
function dropEmptyHeadings(blocks: Block[]): Block[] {
  return blocks.filter((block, at) => {
    if (block.kind !== 'heading') return true;
    const next = blocks[at + 1];
    return next !== undefined && (next.index - block.index < 12 || next.kind !== 'heading');
  });
}
