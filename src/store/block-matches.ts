import type { BlockIndex, LooseArticle, Snapshot } from './block-index.ts';
import type { Expr } from './filter-expr.ts';
import { type Gathered, gatherIds } from './gather-ids.ts';
import { TIMES } from './tag-blocks.ts';
import { addMembers, blockOf, countBits, findTag, hasMember, slotOf, WORDS } from './tag-shelf.ts';
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

/** So few articles of a part are looked at one by one. */
const FEW = 400;

/** One block under an expression. Bits of nothing are null. */
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
    const known = snapshot.everything.get(block);
    this.everything = known ?? this.#everything(everything);
    if (known === undefined) snapshot.everything.set(block, this.everything);
  }

  #everything(tag: number): Uint32Array {
    const bits = this.#tags([tag]) ?? new Uint32Array(WORDS);
    const mask = this.#snapshot.changed.masks.get(this.#block);
    if (mask !== undefined) for (let word = 0; word < WORDS; word += 1) bits[word]! &= ~mask[word]!;
    return bits;
  }

  #held(tag: number): Held | null {
    const shelf = this.#index.shelf(this.#snapshot, this.#block, kindOf(tag));
    const held = shelf === null ? null : findTag(shelf, tag);
    return shelf === null || held === null ? null : { members: shelf.members, ...held };
  }

  #tags(tags: readonly number[]): Uint32Array | null {
    let bits: Uint32Array | null = null;
    for (const tag of tags) {
      const held = this.#held(tag);
      if (held === null) continue;
      bits ??= new Uint32Array(WORDS);
      addMembers(held.members, held.from, held.to, bits);
    }
    return bits;
  }

  /** New bits of what matches; loose articles may be among them. */
  bits(expr: Expr): Uint32Array | null {
    switch (expr.is) {
      case 'all':
        return this.everything.slice();
      case 'none':
        return null;
      case 'tags':
        return this.#tags(expr.tags.map((tag) => tag.id));
      case 'published':
        return this.#published(expr.from ?? Number.NEGATIVE_INFINITY, expr.to ?? Number.POSITIVE_INFINITY);
      case 'and':
        return this.#all(expr.parts);
      case 'or': {
        let bits: Uint32Array | null = null;
        for (const part of expr.parts) {
          const other = this.bits(part);
          if (bits === null || other === null) bits ??= other;
          else for (let word = 0; word < WORDS; word += 1) bits[word]! |= other[word]!;
        }
        return bits;
      }
      case 'not': {
        const without = this.bits(expr.part);
        const bits = this.everything.slice();
        if (without !== null) for (let word = 0; word < WORDS; word += 1) bits[word]! &= ~without[word]!;
        return bits;
      }
      default:
        return this.#gathered.get(expr)?.get(this.#block)?.slice() ?? null;
    }
  }

  /** What all parts match: beginning with the one that has the fewest, of which each is looked at where they are few. */
  #all(parts: readonly Expr[]): Uint32Array | null {
    let fewest: { part: Expr; held: Held[]; count: number } | null = null;
    for (const part of parts) {
      if (part.is !== 'tags') continue;
      const held = part.tags.map((tag) => this.#held(tag.id)).filter((one) => one !== null);
      const count = held.reduce((sum, { from, to }) => sum + to - from, 0);
      if (count === 0) return null;
      if (fewest === null || count < fewest.count) fewest = { part, held, count };
    }
    const first = fewest?.part ?? parts[0]!;
    const bits = this.bits(first);
    const rest = parts.filter((part) => part !== first);
    if (bits === null) return null;
    if (fewest !== null && fewest.count <= FEW) {
      const test = rest.map((part) => this.#test(part));
      for (const { members, from, to } of fewest.held) {
        for (let at = from; at < to; at += 1) {
          const slot = members[at]!;
          if (!test.every((one) => one(slot))) bits[slot >> 5]! &= ~(1 << (slot & 31));
        }
      }
      return bits;
    }
    for (const part of rest) {
      const other = this.bits(part);
      if (other === null) return null;
      for (let word = 0; word < WORDS; word += 1) bits[word]! &= other[word]!;
    }
    return bits;
  }

  /** Tells of one slot whether it matches. */
  #test(expr: Expr): (slot: number) => boolean {
    if (expr.is === 'tags') {
      const held = expr.tags.map((tag) => this.#held(tag.id)).filter((one) => one !== null);
      return (slot) => held.some(({ members, from, to }) => hasMember(members, from, to, slot));
    }
    if (expr.is === 'not') {
      const test = this.#test(expr.part);
      return (slot) => !test(slot);
    }
    if (expr.is === 'published') {
      const at = this.#index.times(this.#snapshot, this.#block)?.at;
      const [from, to] = [expr.from ?? Number.NEGATIVE_INFINITY, expr.to ?? Number.POSITIVE_INFINITY];
      return (slot) => at !== undefined && at[slot]! >= from && at[slot]! < to;
    }
    const bits = this.bits(expr);
    return (slot) => bits !== null && ((bits[slot >> 5]! >>> (slot & 31)) & 1) === 1;
  }

  #published(from: number, to: number): Uint32Array | null {
    const times = this.#index.times(this.#snapshot, this.#block);
    if (times === null || times.last < from || times.first >= to) return null;
    if (times.first >= from && times.last < to) return this.everything.slice();
    const bits = new Uint32Array(WORDS);
    const { at } = times;
    for (let slot = 0; slot < at.length; slot += 1)
      if (at[slot]! >= from && at[slot]! < to) bits[slot >> 5]! |= 1 << (slot & 31);
    return bits;
  }
}

/** Members of a tag in one block. */
interface Held {
  members: Uint16Array;
  from: number;
  to: number;
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

  /** Bits of the packed articles of a block that match; null where none does. */
  bits(block: number): Uint32Array | null {
    const view = new BlockView(this.#index, this.snapshot, block, this.#asked.everything, this.#gathered);
    const bits = view.bits(this.#asked.expr);
    if (bits === null) return null;
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
    const count = bits === null ? 0 : countBits(bits);
    if (bits !== null && count > 0) blocks.push({ block, bits, count });
  }
  const loose = matcher.loose();
  return { snapshot, blocks, loose, total: blocks.reduce((sum, { count }) => sum + count, loose.length) };
}
