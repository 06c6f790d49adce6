import type { BlockIndex, LooseArticle, Snapshot } from './block-index.ts';
import type { Expr } from './filter-expr.ts';
import { type Gathered, gatherIds } from './gather-ids.ts';
import { TIMES } from './tag-blocks.ts';
import { addMembers, blockOf, countBits, findTag, slotOf, WORDS } from './tag-shelf.ts';
import { kindOf, tagKind } from './tags.ts';

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

/** The same for the same question about tags and times, whatever the counts of its tags are by now. */
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

/** One block under an expression. */
class BlockView {
  readonly everything: Uint32Array;
  #index: BlockIndex;
  #snapshot: Snapshot;
  #block: number;
  #gathered: Gathered;

  constructor(index: BlockIndex, snapshot: Snapshot, block: number, everything: number, gathered: Gathered) {
    this.#gathered = gathered;
    this.#index = index;
    this.#snapshot = snapshot;
    this.#block = block;
    this.everything = this.#tag(everything, new Uint32Array(WORDS));
    const mask = snapshot.masks.get(block);
    if (mask !== undefined) for (let word = 0; word < WORDS; word += 1) this.everything[word]! &= ~mask[word]!;
  }

  #tag(tag: number, bits: Uint32Array): Uint32Array {
    const shelf = this.#index.shelf(this.#snapshot, this.#block, kindOf(tag));
    const held = shelf === null ? null : findTag(shelf, tag);
    if (shelf !== null && held !== null) addMembers(shelf.members, held.from, held.to, bits);
    return bits;
  }

  /** New bits of what matches; loose articles may be among them. */
  bits(expr: Expr): Uint32Array {
    switch (expr.is) {
      case 'all':
        return this.everything.slice();
      case 'tags': {
        const bits = new Uint32Array(WORDS);
        for (const tag of expr.tags) this.#tag(tag.id, bits);
        return bits;
      }
      case 'published':
        return this.#published(expr.from ?? Number.NEGATIVE_INFINITY, expr.to ?? Number.POSITIVE_INFINITY);
      case 'and': {
        const bits = this.bits(expr.parts[0]!);
        for (const part of expr.parts.slice(1)) {
          const other = this.bits(part);
          for (let word = 0; word < WORDS; word += 1) bits[word]! &= other[word]!;
        }
        return bits;
      }
      case 'or': {
        const bits = this.bits(expr.parts[0]!);
        for (const part of expr.parts.slice(1)) {
          const other = this.bits(part);
          for (let word = 0; word < WORDS; word += 1) bits[word]! |= other[word]!;
        }
        return bits;
      }
      case 'not': {
        const bits = this.bits(expr.part);
        for (let word = 0; word < WORDS; word += 1) bits[word] = this.everything[word]! & ~bits[word]!;
        return bits;
      }
      case 'none':
        return new Uint32Array(WORDS);
      default:
        return this.#gathered.get(expr)?.get(this.#block)?.slice() ?? new Uint32Array(WORDS);
    }
  }

  #published(from: number, to: number): Uint32Array {
    const times = this.#index.times(this.#snapshot, this.#block);
    if (times === null || times.last < from || times.first >= to) return new Uint32Array(WORDS);
    if (times.first >= from && times.last < to) return this.everything.slice();
    const bits = new Uint32Array(WORDS);
    const { at } = times;
    for (let slot = 0; slot < at.length; slot += 1)
      if (at[slot]! >= from && at[slot]! < to) bits[slot >> 5]! |= 1 << (slot & 31);
    return bits;
  }
}

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

  /** Bits of the packed articles of a block that match. */
  bits(block: number): Uint32Array {
    const view = new BlockView(this.#index, this.snapshot, block, this.#asked.everything, this.#gathered);
    const bits = view.bits(this.#asked.expr);
    for (let word = 0; word < WORDS; word += 1) bits[word]! &= view.everything[word]!;
    return bits;
  }

  loose(): LooseArticle[] {
    return this.snapshot.loose.filter((article) => holds(article, this.#asked.expr, this.#gathered));
  }
}

/** All that matches. */
export async function matchBlocks(index: BlockIndex, snapshot: Snapshot, asked: Asked): Promise<Matches> {
  const matcher = await Matcher.open(index, snapshot, asked);
  const blocks: BlockMatches[] = [];
  for (const block of snapshot.blocks) {
    const bits = matcher.bits(block);
    const count = countBits(bits);
    if (count > 0) blocks.push({ block, bits, count });
  }
  const loose = matcher.loose();
  return { snapshot, blocks, loose, total: blocks.reduce((sum, { count }) => sum + count, loose.length) };
}
