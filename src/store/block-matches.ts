import type { BlockIndex, LooseArticle, Snapshot } from './block-index.ts';
import type { Expr } from './filter-expr.ts';
import { TIMES } from './tag-blocks.ts';
import { addMembers, countBits, findTag, WORDS } from './tag-shelf.ts';
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

/** Whether blocks tell all that the expression asks for. */
export function inBlocks(expr: Expr): boolean {
  switch (expr.is) {
    case 'text':
    case 'column':
    case 'story':
      return false;
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

  constructor(index: BlockIndex, snapshot: Snapshot, block: number, everything: number) {
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
      default:
        return new Uint32Array(WORDS);
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
export function holds(article: LooseArticle, expr: Expr): boolean {
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
      return expr.parts.every((part) => holds(article, part));
    case 'or':
      return expr.parts.some((part) => holds(article, part));
    case 'not':
      return !holds(article, expr.part);
    default:
      return false;
  }
}

/** All that matches an expression that stands in blocks; `everything` is the tag of every article. */
export async function matchBlocks(
  index: BlockIndex,
  snapshot: Snapshot,
  expr: Expr,
  everything: number,
): Promise<Matches> {
  await index.load(snapshot, [...kindsOf(expr, new Set([EVERYTHING]))], snapshot.blocks);
  const blocks: BlockMatches[] = [];
  for (const block of snapshot.blocks) {
    const view = new BlockView(index, snapshot, block, everything);
    const bits = view.bits(expr);
    for (let word = 0; word < WORDS; word += 1) bits[word]! &= view.everything[word]!;
    const count = countBits(bits);
    if (count > 0) blocks.push({ block, bits, count });
  }
  const loose = snapshot.loose.filter((article) => holds(article, expr));
  return { snapshot, blocks, loose, total: blocks.reduce((sum, { count }) => sum + count, loose.length) };
}
