import { agreement, coverage, runsOf } from './agreement.ts';
import type { Block } from './blocks.ts';
import { blockScores, densest, isInside, isProse } from './density.ts';
import { signOf } from './signs.ts';
import type { PageElement } from './tree.ts';

/** One way of reading where the article's text is. */
export interface Candidate {
  name: 'density' | 'marked' | 'headline' | 'readability' | 'data';
  blocks: Block[];
  runs: Set<string>;
  /** Where the text was found; null where it is no place in the page. */
  root: PageElement | null;
}

export function candidate(name: Candidate['name'], blocks: Block[], root: PageElement | null): Candidate {
  return { name, blocks, root, runs: runsOf(blocks.map((block) => block.text).join('\n')) };
}

/** By density of prose. */
export function densityCandidate(blocks: readonly Block[], root: PageElement): Candidate {
  const best = densest(blocks, root);
  return candidate('density', within(blocks, best), best);
}

/** By what the page calls its text: microdata, or a class that many outlets use. */
export function markedCandidate(blocks: readonly Block[]): Candidate | null {
  let best: PageElement | null = null;
  let most = 0;
  for (const [element, { text }] of blockScores(blocks)) {
    if (signOf(element) !== 'text') continue;
    const own = /articleBody/i.test(element.attribs['itemprop'] ?? '') ? text * 3 : text;
    if (own > most * 1.05 || (best && own >= most * 0.93 && isInside(element, best))) {
      best = element;
      most = Math.max(own, most);
    }
  }
  return best && most > 100 ? candidate('marked', within(blocks, best), best) : null;
}

/** By the headline: the smallest element around it that holds a text. */
export function headlineCandidate(blocks: readonly Block[], heading: PageElement | null): Candidate | null {
  if (!heading) return null;
  const scores = blockScores(blocks);
  for (let at = heading.parent as PageElement | null; at?.attribs; at = at.parent as PageElement | null) {
    if (at.name === 'body') return null;
    const text = scores.get(at)?.text ?? 0;
    if (text > 250) {
      const inside = within(blocks, at);
      const start = inside.findIndex((block) => isInside(block.element, heading));
      return candidate('headline', inside.slice(start + 1), at);
    }
  }
  return null;
}

/**
 * Without other articles: where the headline stands in an article element of its own that holds a text, what stands in
 * another article element beside it is another article or its teaser.
 */
export function withoutOthers(blocks: readonly Block[], heading: PageElement | null): Block[] {
  const own = heading && articleAround(heading);
  if (!own || (blockScores(blocks).get(own)?.text ?? 0) < 250) return [...blocks];
  return blocks.filter((block) => {
    const article = articleAround(block.element);
    return !article || article === own || isInside(article, own) || isInside(own, article);
  });
}

function articleAround(element: PageElement): PageElement | null {
  for (let at: PageElement | null = element; at?.attribs; at = at.parent as PageElement | null)
    if (at.name === 'article') return at;
  return null;
}

export function within(blocks: readonly Block[], root: PageElement): Block[] {
  return blocks.filter((block) => isInside(block.element, root));
}

const WEIGHTS: Record<Candidate['name'], number> = {
  density: 0.6,
  marked: 0.8,
  headline: 1.2,
  readability: 1.3,
  data: 2,
};

/** Elements that outlets put one article each in. */
const isArticle = (element: PageElement | null): boolean => {
  for (let at = element; at?.attribs; at = at.parent as PageElement | null) {
    if (
      at.name === 'article' ||
      at.name === 'main' ||
      /\b(hentry|NewsArticle)\b/.test(`${at.attribs['class']} ${at.attribs['itemtype']}`)
    )
      return true;
  }
  return false;
};

/** The candidate that the others agree with most; one that has nothing of the article under the headline is out. */
export function choose(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  let most = -1;
  const under = candidates.find((one) => one.name === 'headline' && one.blocks.some(isProse) && isArticle(one.root));
  for (const one of candidates) {
    if (under && one.runs.size && coverage(one.runs, under.runs) + coverage(under.runs, one.runs) < 0.2) continue;
    if (!one.blocks.some(isProse) && candidates.some((other) => other.blocks.some(isProse))) continue;
    let score = WEIGHTS[one.name] * 0.1;
    for (const other of candidates)
      if (other !== one) score += agreement(one.runs, other.runs) ** 2 * WEIGHTS[other.name];
    if (score > most) {
      best = one;
      most = score;
    }
  }
  return best;
}
