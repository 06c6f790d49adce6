import { LRUCache } from 'lru-cache';
import type { BlockIndex, LooseArticle, Snapshot } from './block-index.ts';
import { BlockView } from './block-view.ts';
import type { Expr } from './filter-expr.ts';
import { type Gathered, gatherIds } from './gather-ids.ts';
import { TIMES } from './tag-blocks.ts';
import { blockOf, countBits, slotOf } from './tag-shelf.ts';
import { kindOf, tagKind } from './tags.ts';
import { currentLimit } from './time-limit.ts';

/** The articles of one block that match, as bits of their slots. */
export interface BlockMatches {
  block: number;
  bits: Uint32Array;
  count: number;
}

/** Everything that matches, at one snapshot. */
export interface Matches {
  snapshot: Snapshot;
  blocks: BlockMatches[];
  loose: LooseArticle[];
  total: number;
}

/** Whether the expression can be asked of blocks. */
export function inBlocks(expr: Expr): boolean {
  switch (expr.is) {
    case 'column':
      return expr.indexed;
    case 'and':
    case 'or':
      return expr.parts.every(inBlocks);
    case 'not':
      return inBlocks(expr.part);
    default:
      return true;
  }
}

/** The same for the same question, whatever the counts of its tags are by now. */
export function exprKey(expr: Expr): string {
  switch (expr.is) {
    case 'tags':
      return `t${expr.tags.map((tag) => tag.id).join(',')}`;
    case 'published':
      return `p${expr.from ?? ''}:${expr.to ?? ''}`;
    case 'and':
    case 'or':
      return `${expr.is}(${expr.parts.map(exprKey).join(' ')})`;
    case 'not':
      return `not(${exprKey(expr.part)})`;
    case 'text':
      return `s${JSON.stringify(expr.query)}`;
    case 'story':
      return `y${expr.story}`;
    case 'column':
      return `c${expr.sql} ${JSON.stringify(expr.values)}`;
    default:
      return expr.is;
  }
}

function kindsOf(expr: Expr, into: Set<number>): Set<number> {
  if (expr.is === 'tags') for (const tag of expr.tags) into.add(kindOf(tag.id));
  else if (expr.is === 'published') into.add(TIMES);
  else if (expr.is === 'not') kindsOf(expr.part, into);
  else if (expr.is === 'and' || expr.is === 'or') for (const part of expr.parts) kindsOf(part, into);
  return into;
}

/** Every article has this tag. */
const EVERYTHING = tagKind.special;

/** Whether a loose article matches. */
export function holds(article: LooseArticle, expr: Expr, gathered: Gathered): boolean {
  switch (expr.is) {
    case 'all':
      return true;
    case 'tags':
      return expr.tags.some((tag) => article.tags.has(tag.id));
    case 'published':
      return (
        article.publishedAt >= (expr.from ?? Number.NEGATIVE_INFINITY) &&
        article.publishedAt < (expr.to ?? Number.POSITIVE_INFINITY)
      );
    case 'and':
      return expr.parts.every((part) => holds(article, part, gathered));
    case 'or':
      return expr.parts.some((part) => holds(article, part, gathered));
    case 'not':
      return !holds(article, expr.part, gathered);
    case 'none':
      return false;
    default: {
      const bits = gathered.get(expr)?.get(blockOf(article.id));
      const slot = slotOf(article.id);
      return bits !== undefined && ((bits[slot >> 5]! >>> (slot & 31)) & 1) === 1;
    }
  }
}

/** What is asked of blocks: the matches of an expression; `everything` is the tag of every article. */
export interface Asked {
  expr: Expr;
  everything: number;
  /** What the store has come to; an older snapshot would not do. */
  generation: number;
}

/** Looks for the matches of one expression, block by block. */
export class Matcher {
  readonly snapshot: Snapshot;
  #index: BlockIndex;
  #asked: Asked;
  #gathered: Gathered;

  private constructor(index: BlockIndex, snapshot: Snapshot, asked: Asked, gathered: Gathered) {
    this.snapshot = snapshot;
    this.#index = index;
    this.#asked = asked;
    this.#gathered = gathered;
  }

  /** Makes sure of all that the expression needs, and of `more` kinds. */
  static async open(index: BlockIndex, snapshot: Snapshot, asked: Asked, more: readonly number[] = []) {
    const gathered = await gatherIds(index.engine, asked.expr);
    await index.load(snapshot, [...kindsOf(asked.expr, new Set([EVERYTHING, ...more]))], snapshot.blocks);
    return new Matcher(index, snapshot, asked, gathered);
  }

  #view(block: number): BlockView {
    return new BlockView(this.#index, this.snapshot, block, this.#asked.everything, this.#gathered);
  }

  /** Bits of the packed articles of a block that match; null where none does. */
  bits(block: number): Uint32Array | null {
    return this.#view(block).bits(this.#asked.expr);
  }

  /** How many packed articles of all blocks match. */
  count(): number {
    return this.snapshot.blocks.reduce((sum, block) => sum + this.#view(block).count(this.#asked.expr), 0);
  }

  loose(): LooseArticle[] {
    return this.snapshot.loose.filter((article) => holds(article, this.#asked.expr, this.#gathered));
  }
}

async function findMatches(index: BlockIndex, snapshot: Snapshot, asked: Asked): Promise<Matches> {
  const matcher = await Matcher.open(index, snapshot, asked);
  const blocks: BlockMatches[] = [];
  for (const block of snapshot.blocks) {
    const bits = matcher.bits(block);
    const count = bits === null ? 0 : countBits(bits);
    if (bits !== null && count > 0) blocks.push({ block, bits, count });
  }
  const loose = matcher.loose();
  return { snapshot, blocks, loose, total: blocks.reduce((sum, { count }) => sum + count, loose.length) };
}

interface Kept {
  matches: Promise<Matches>;
  /** Whose end would end it; of nobody's any more when it is found. */
  signal: AbortSignal | undefined;
}

/** Matches of a store's last questions. What is found once serves a list's count, facets and timeline. */
const kept = new WeakMap<Snapshot, LRUCache<string, Kept>>();
const MOST_KEPT = 8;

/** All that matches. */
export function matchBlocks(index: BlockIndex, snapshot: Snapshot, asked: Asked): Promise<Matches> {
  const own = kept.get(snapshot) ?? new LRUCache<string, Kept>({ max: MOST_KEPT });
  kept.set(snapshot, own);
  const key = exprKey(asked.expr);
  const known = own.get(key);
  const signal = currentLimit();
  if (known !== undefined && (known.signal === undefined || known.signal === signal)) return known.matches;
  const matches = findMatches(index, snapshot, asked);
  const entry: Kept = { matches, signal };
  own.set(key, entry);
  matches.then(
    () => {
      entry.signal = undefined;
    },
    () => own.delete(key),
  );
  return matches;
}
