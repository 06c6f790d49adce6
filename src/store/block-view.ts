import type { BlockIndex, BlockTimes, Snapshot } from './block-index.ts';
import type { Expr } from './filter-expr.ts';
import type { Gathered } from './gather-ids.ts';
import { addMembers, countBits, countMembers, findTag, hasMember, removeMembers, WORDS } from './tag-shelf.ts';
import { kindOf } from './tags.ts';

/** Members of a tag in one block. */
interface Held {
  members: Uint16Array;
  from: number;
  to: number;
}

/** What an expression comes to in one block; what is so of all or none of its articles has become that. */
type Part =
  | { is: 'all' | 'none' }
  /** Members of at least one tag; they have no fewer than `size` in all, and exactly so many up to FEW. */
  | { is: 'tags'; held: Held[]; size: number }
  | { is: 'published'; at: Float64Array; from: number; to: number }
  | { is: 'bits'; bits: Uint32Array }
  | { is: 'and' | 'or'; parts: Part[] }
  | { is: 'not'; part: Part };

type Tags = Extract<Part, { is: 'tags' }>;

const all: Part = { is: 'all' };
const none: Part = { is: 'none' };

/** So few articles of a part are looked at one by one. */
const FEW = 400;

/** One block under an expression. Bits of nothing are null. */
export class BlockView {
  /** Bits of the packed articles that count. */
  readonly everything: Uint32Array;
  #index: BlockIndex;
  #snapshot: Snapshot;
  #block: number;
  #gathered: Gathered;
  /** Bits of those that do not. */
  #changed: Uint32Array | undefined;

  constructor(index: BlockIndex, snapshot: Snapshot, block: number, everything: number, gathered: Gathered) {
    this.#gathered = gathered;
    this.#index = index;
    this.#snapshot = snapshot;
    this.#block = block;
    this.#changed = snapshot.changed.masks.get(block);
    const known = snapshot.everything.get(block);
    this.everything = known ?? this.#everything(everything);
    if (known === undefined) snapshot.everything.set(block, this.everything);
  }

  #everything(tag: number): Uint32Array {
    const held = this.#held(tag);
    const bits = new Uint32Array(WORDS);
    if (held !== null) addMembers(held.members, held.from, held.to, bits);
    return this.#changed === undefined ? bits : without(bits, this.#changed);
  }

  #held(tag: number): Held | null {
    const shelf = this.#index.shelf(this.#snapshot, this.#block, kindOf(tag));
    const held = shelf === null ? null : findTag(shelf, tag);
    return shelf === null || held === null ? null : { members: shelf.members, ...held };
  }

  /** New bits of the packed articles that match. */
  bits(expr: Expr): Uint32Array | null {
    const bits = this.#bits(this.#read(expr));
    return bits === null ? null : within(bits, this.everything);
  }

  /** How many packed articles match. */
  count(expr: Expr): number {
    const part = this.#read(expr);
    if (part.is === 'none') return 0;
    if (part.is === 'all') return countBits(this.everything);
    if (this.#changed === undefined) {
      if (part.is === 'tags' && part.held.length === 1) {
        const { members, from, to } = part.held[0]!;
        return countMembers(members, from, to, null);
      }
      const few = part.is === 'and' ? fewest(part.parts) : null;
      if (part.is === 'and' && few !== null && few.size <= FEW && few.held.length === 1) {
        let count = 0;
        this.#eachOf(few, part.parts, () => {
          count += 1;
        });
        return count;
      }
    }
    const bits = this.#bits(part);
    return bits === null ? 0 : countBits(within(bits, this.everything));
  }

  #read(expr: Expr): Part {
    switch (expr.is) {
      case 'all':
      case 'none':
        return { is: expr.is };
      case 'tags': {
        const held = expr.tags.map((tag) => this.#held(tag.id)).filter((one) => one !== null);
        return held.length === 0
          ? none
          : { is: 'tags', held, size: held.reduce((sum, { from, to }) => sum + to - from, 0) };
      }
      case 'published':
        return this.#published(this.#index.times(this.#snapshot, this.#block), expr);
      case 'and':
        return this.#both(expr.parts, 'and', none, all);
      case 'or':
        return this.#both(expr.parts, 'or', all, none);
      case 'not': {
        const part = this.#read(expr.part);
        if (part.is === 'all') return none;
        return part.is === 'none' ? all : { is: 'not', part };
      }
      default: {
        const bits = this.#gathered.get(expr)?.get(this.#block);
        return bits === undefined ? none : { is: 'bits', bits };
      }
    }
  }

  /** Parts joined: one that is `decides` settles it, one that is `idle` says nothing. */
  #both(exprs: readonly Expr[], is: 'and' | 'or', decides: Part, idle: Part): Part {
    const parts: Part[] = [];
    for (const expr of exprs) {
      const part = this.#read(expr);
      if (part.is === decides.is) return decides;
      if (part.is !== idle.is) parts.push(part);
    }
    return parts.length === 0 ? idle : parts.length === 1 ? parts[0]! : { is, parts };
  }

  #published(times: BlockTimes | null, range: { from?: number; to?: number }): Part {
    const [from, to] = [range.from ?? Number.NEGATIVE_INFINITY, range.to ?? Number.POSITIVE_INFINITY];
    if (times === null || times.last < from || times.first >= to) return none;
    return times.first >= from && times.last < to ? all : { is: 'published', at: times.at, from, to };
  }

  /** Bits that are the caller's to change. */
  #bits(part: Part): Uint32Array | null {
    switch (part.is) {
      case 'all':
        return this.everything.slice();
      case 'none':
        return null;
      case 'tags':
      case 'or': {
        const bits = new Uint32Array(WORDS);
        this.#add(part, bits);
        return bits;
      }
      case 'published':
        return published(this.everything.slice(), part.at, part.from, part.to);
      case 'bits':
        return part.bits.slice();
      case 'and':
        return this.#all(part.parts);
      case 'not': {
        const bits = this.everything.slice();
        this.#remove(part.part, bits);
        return bits;
      }
    }
  }

  /** Sets the bits of what matches. */
  #add(part: Part, bits: Uint32Array): void {
    if (part.is === 'tags') for (const { members, from, to } of part.held) addMembers(members, from, to, bits);
    else if (part.is === 'or') for (const one of part.parts) this.#add(one, bits);
    else {
      const others = this.#bits(part);
      if (others !== null) for (let word = 0; word < WORDS; word += 1) bits[word]! |= others[word]!;
    }
  }

  /** Clears the bits of what matches. */
  #remove(part: Part, bits: Uint32Array): void {
    if (part.is === 'tags') for (const { members, from, to } of part.held) removeMembers(members, from, to, bits);
    else {
      const others = this.#bits(part);
      if (others !== null) without(bits, others);
    }
  }

  /** What all parts match: beginning with the one that has the fewest, of which each is looked at where they are few. */
  #all(parts: readonly Part[]): Uint32Array | null {
    const first = fewest(parts);
    if (first !== null && first.size <= FEW) {
      const bits = new Uint32Array(WORDS);
      this.#eachOf(first, parts, (slot) => {
        bits[slot >> 5]! |= 1 << (slot & 31);
      });
      return bits;
    }
    let bits: Uint32Array | null = null;
    for (const part of parts) {
      if (part.is === 'not' || part.is === 'published') continue;
      const other = this.#bits(part);
      if (other === null) return null;
      bits = bits === null ? other : within(bits, other);
    }
    bits ??= this.everything.slice();
    for (const part of parts) if (part.is === 'not') this.#remove(part.part, bits);
    // Times last: each article that is left by then is looked at.
    for (const part of parts) if (part.is === 'published') published(bits, part.at, part.from, part.to);
    return bits;
  }

  /** Calls `found` for the members of one of the parts that all others match too; of many tags some more than once. */
  #eachOf(first: Tags, parts: readonly Part[], found: (slot: number) => void): void {
    const tests = parts.filter((part) => part !== first).map((part) => this.#test(part));
    for (const { members, from, to } of first.held) {
      for (let at = from; at < to; at += 1) {
        const slot = members[at]!;
        if (tests.every((test) => test(slot))) found(slot);
      }
    }
  }

  /** Tells of one slot whether it matches. */
  #test(part: Part): (slot: number) => boolean {
    if (part.is === 'tags') {
      const { held } = part;
      return (slot) => held.some(({ members, from, to }) => hasMember(members, from, to, slot));
    }
    if (part.is === 'not') {
      const test = this.#test(part.part);
      return (slot) => !test(slot);
    }
    if (part.is === 'published') {
      const { at, from, to } = part;
      return (slot) => at[slot]! >= from && at[slot]! < to;
    }
    const bits = part.is === 'bits' ? part.bits : this.#bits(part);
    return (slot) => bits !== null && ((bits[slot >> 5]! >>> (slot & 31)) & 1) === 1;
  }
}

/** The part that has the fewest members. */
function fewest(parts: readonly Part[]): Tags | null {
  let least: Tags | null = null;
  for (const part of parts) if (part.is === 'tags' && (least === null || part.size < least.size)) least = part;
  return least;
}

function within(bits: Uint32Array, others: Uint32Array): Uint32Array {
  for (let word = 0; word < WORDS; word += 1) bits[word]! &= others[word]!;
  return bits;
}

function without(bits: Uint32Array, others: Uint32Array): Uint32Array {
  for (let word = 0; word < WORDS; word += 1) bits[word]! &= ~others[word]!;
  return bits;
}

/** Leaves of the bits those that were published within a range. */
function published(bits: Uint32Array, at: Float64Array, from: number, to: number): Uint32Array {
  for (let word = 0; word < WORDS; word += 1) {
    let left = bits[word]!;
    let kept = left;
    while (left !== 0) {
      const bit = left & -left;
      const time = at[word * 32 + (31 - Math.clz32(bit))]!;
      if (!(time >= from && time < to)) kept &= ~bit;
      left ^= bit;
    }
    bits[word] = kept;
  }
  return bits;
}
