import { selectAll } from 'css-select';
import type { PageHints } from '../../domain/ports.ts';
import { plainText } from '../plain-text.ts';
import { agreement, coverage, runsOf } from './agreement.ts';
import { type Block, readBlocks } from './blocks.ts';
import {
  type Candidate,
  candidate,
  choose,
  densityCandidate,
  headlineCandidate,
  markedCandidate,
  within,
  withoutOthers,
} from './candidates.ts';
import { isInside, isProse } from './density.ts';
import { cleanBlocks, type Known } from './furniture.ts';
import type { Thing } from './json-ld.ts';
import { furnitureOf } from './measure.ts';
import { payloadText } from './payload.ts';
import { readabilityElements } from './readability.ts';
import { PageElement, type PageTree } from './tree.ts';

/** The article's text, and where it stands. */
export interface Body {
  text: string | null;
  root: PageElement | null;
  /** Everything around it too, for what the page says beside the text. */
  page: Block[];
}

const ENOUGH = 200;
const SAME = 0.9;
/** Past this, Readability takes seconds; the other ways do not. */
const MOST_FOR_READABILITY = 12_000;
const LONGEST_FOR_READABILITY = 600_000;

/** Reads the article's text: the outlet's own selector, else what several ways of reading agree on. */
export function readBody(
  tree: PageTree,
  thing: Thing | null,
  heading: PageElement | null,
  known: Known,
  hints: PageHints,
): Body {
  const removed = new Set<unknown>(hints.remove?.length ? select(hints.remove.join(','), tree) : []);
  const isFurniture = furnitureOf(tree, heading);
  const skip = (element: PageElement): boolean => removed.has(element) || isFurniture(element);
  const root = tree.document.children
    .filter((node) => node instanceof PageElement)
    .sort((a, b) => b.chars - a.chars)[0];
  const page = root ? withoutOthers(readBlocks(root, skip), heading) : [];
  const named = hints.body ? namedBody(hints.body, tree, removed, known) : null;
  if (named) return { ...named, page };

  const best = root ? fromTree(tree, root, page, thing, heading, known, skip) : null;
  const text = best ? joined(best.blocks) : '';
  const around = best && commonAround(best.blocks);
  const told = dataText(tree, thing, text, known);
  if (told) return { text: told, root: around, page };
  return { text: text || null, root: around, page };
}

function fromTree(
  tree: PageTree,
  root: PageElement,
  page: readonly Block[],
  thing: Thing | null,
  heading: PageElement | null,
  known: Known,
  skip: (element: PageElement) => boolean,
): Candidate | null {
  const clean = (one: Candidate): Candidate => candidate(one.name, cleanBlocks(one.blocks, known), one.root);
  const candidates = [densityCandidate(page, root), markedCandidate(page), headlineCandidate(page, heading)]
    .filter((one) => one !== null)
    .map(clean);
  const articleBody = typeof thing?.['articleBody'] === 'string' ? plainText(thing['articleBody']) : '';
  if (articleBody.length > ENOUGH) candidates.push({ name: 'data', blocks: [], root: null, runs: runsOf(articleBody) });
  if (!agreed(candidates) && tree.size < MOST_FOR_READABILITY && root.chars < LONGEST_FOR_READABILITY) {
    const elements = readabilityElements(tree, [...new Set(page.map((block) => block.element))], skip);
    candidates.push(
      clean(
        candidate(
          'readability',
          page.filter((block) => elements.has(block.element)),
          null,
        ),
      ),
    );
  }
  return choose(candidates);
}

/** The smallest box around all of them; of one paragraph alone, the box that it stands in. */
function commonAround(blocks: readonly Block[]): PageElement | null {
  const first = blocks[0];
  for (
    let at = first?.element.parent as PageElement | null | undefined;
    at?.attribs;
    at = at.parent as PageElement | null
  ) {
    const box = at;
    if (blocks.every((block) => isInside(block.element, box))) return box;
  }
  return null;
}

/** Whether three ways already say the same, so that asking one more is not worth its time. */
function agreed(candidates: readonly Candidate[]): boolean {
  if (candidates.length < 4) return false;
  const [first, ...rest] = candidates;
  return rest.every((other) => agreement(first!.runs, other.runs) > 0.97);
}

/** Text of structured data, where the page shows no text of its own or only its beginning. */
function dataText(tree: PageTree, thing: Thing | null, shown: string, known: Known): string | null {
  const articleBody = typeof thing?.['articleBody'] === 'string' ? plainText(thing['articleBody']) : '';
  const shownRuns = runsOf(shown);
  let best: string | null = null;
  const offer = (text: string): void => {
    if (text.length < ENOUGH || text.length < (best?.length ?? 0) * 1.2) return;
    const runs = runsOf(text);
    if (agreement(runs, shownRuns) >= SAME) return;
    // It must hold what the page shows, or the page show next to nothing.
    if (shown.length >= ENOUGH * 2 && (coverage(shownRuns, runs) < 0.8 || text.length < shown.length * 1.3)) return;
    if (shown.length < ENOUGH * 2 && text.length < shown.length * 1.2) return;
    best = text;
  };
  offer(articleBody);
  if (shown.length < 1200) {
    const payload = payloadText(tree.scripts);
    if (payload) offer(payload);
  }
  return best === null ? null : cleanText(best, known);
}

/** Cleans text that never was a tree: each paragraph is a block without links. */
function cleanText(text: string, known: Known): string {
  const element = new PageElement('p', {}, []);
  const blocks = text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(
      (part, index): Block => ({
        text: part,
        kind: 'paragraph',
        element,
        linkChars: 0,
        words: part.split(/\s+/).length,
        index,
      }),
    );
  return joined(cleanBlocks(blocks, known)) || text;
}

/** The outlet's own selector: believed, if it finds any prose. */
function namedBody(
  selector: string,
  tree: PageTree,
  removed: Set<unknown>,
  known: Known,
): { text: string; root: PageElement } | null {
  const found = select(selector, tree);
  const roots = found.filter(
    (one) => !found.some((other) => other !== one && within([{ element: one } as Block], other).length),
  );
  const blocks = roots.flatMap((root) => readBlocks(root, (element) => removed.has(element) || isUnseen(element)));
  blocks.forEach((block, at) => {
    block.index = at;
  });
  if (!blocks.some(isProse)) return null;
  return { text: joined(cleanBlocks(blocks, known)), root: roots[0]! };
}

const ALWAYS_FURNITURE = new Set(['nav', 'footer', 'aside', 'form', 'button', 'figure', 'figcaption']);
const isUnseen = (element: PageElement): boolean => ALWAYS_FURNITURE.has(element.name) || 'hidden' in element.attribs;

/** Elements of a selector; a selector that cannot be read finds none, as the catalog has checked it. */
function select(selector: string, tree: PageTree): PageElement[] {
  try {
    return selectAll(selector, tree.document.children).filter((found) => found instanceof PageElement);
  } catch {
    return [];
  }
}

function joined(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join('\n\n');
}
