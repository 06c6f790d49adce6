import type { Block } from './blocks.ts';
import { signOf } from './signs.ts';
import type { PageElement } from './tree.ts';

const SENTENCE_END = /[.!?…:;。！？‽]['"”“»«’)\]]*$/u;

/** Whether a block reads like running text. */
export function isProse(block: Block): boolean {
  if (block.linkChars > block.text.length * 0.4) return false;
  if (block.kind === 'heading') return false;
  if (block.text.length >= 140) return true;
  return (block.words >= 7 || block.text.length >= 45) && SENTENCE_END.test(block.text);
}

/** What a block speaks for the element around it being the text: characters for, characters against. */
function weigh(block: Block): number {
  const { text, linkChars, kind } = block;
  if (linkChars > text.length * 0.5) return -Math.min(40, linkChars) - 5;
  if (isProse(block)) return text.length - linkChars * 2 + (kind === 'paragraph' ? 20 : 0);
  if (kind === 'heading') return 0;
  if (kind === 'paragraph' && SENTENCE_END.test(text)) return text.length;
  return -10;
}

/** Share of the text that an inner element must hold to be taken for the outer one. */
const HOLDS_ALL = 0.93;
const HOLDS_MOST = 0.7;

interface Score {
  /** For and against. */
  sum: number;
  /** For alone. */
  text: number;
}

/** What the blocks below each element speak for it. */
export function blockScores(blocks: readonly Block[]): Map<PageElement, Score> {
  const scores = new Map<PageElement, Score>();
  for (const block of blocks) {
    const weight = weigh(block);
    for (let element: PageElement | null = block.element; element?.attribs; element = element.parent as PageElement) {
      const score = scores.get(element);
      if (score) {
        score.sum += weight;
        if (weight > 0) score.text += weight;
      } else scores.set(element, { sum: weight, text: Math.max(0, weight) });
    }
  }
  return scores;
}

/** The element whose blocks speak most for it; the deepest of equals. */
export function densest(blocks: readonly Block[], root: PageElement): PageElement {
  const scores = blockScores(blocks);
  let best = root;
  let most = scores.get(root)?.sum ?? 0;
  for (const [element, { sum }] of scores) {
    if (sum > most || (sum === most && isInside(element, best))) {
      best = element;
      most = sum;
    }
  }
  return tighten(best, scores);
}

/** Goes inward as long as one child holds almost all of the text. */
function tighten(outer: PageElement, scores: Map<PageElement, { text: number }>): PageElement {
  const whole = scores.get(outer)?.text ?? 0;
  let best = outer;
  for (let at = outer; ; ) {
    let inner: PageElement | null = null;
    let text = 0;
    for (const child of at.children) {
      const score = scores.get(child as PageElement)?.text ?? 0;
      if (score > text) {
        text = score;
        inner = child as PageElement;
      }
    }
    if (!inner || inner.name === 'p' || text < whole * HOLDS_MOST) return best;
    if (text >= whole * HOLDS_ALL || signOf(inner) === 'text') best = inner;
    at = inner;
  }
}

/** Whether `element` is `ancestor` or lies in it. */
export function isInside(element: PageElement, ancestor: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent as PageElement | null) if (at === ancestor) return true;
  return false;
}
