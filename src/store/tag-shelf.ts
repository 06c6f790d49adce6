/**
 * One kind of tags in one block of articles: which articles of the block each tag has. A block holds the articles of
 * BLOCK ids in a row; an article's place in it is its slot.
 */
export const BLOCK = 16_384;
/** 32-bit words that hold one bit for each slot. */
export const WORDS = BLOCK / 32;
/** A tag of so many articles has its bits instead of its slots: that many 16-bit numbers are all bits of a block. */
const DENSE = BLOCK / 16;

export const blockOf = (articleId: number): number => Math.floor(articleId / BLOCK);
export const slotOf = (articleId: number): number => articleId % BLOCK;

/** Slots of all tags behind one another: those of `tags[i]` begin at `starts[i]` of `members` and end where the next begin. */
export interface TagShelf {
  /** Ascending. */
  tags: Uint32Array;
  starts: Uint32Array;
  members: Uint16Array;
}

/** Bytes as they are stored: the number of tags, the tags, the starts, the members; little-endian. */
export function readShelf(stored: Uint8Array): TagShelf {
  const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  const { buffer, byteOffset } = bytes;
  const count = new Uint32Array(buffer, byteOffset, 1)[0]!;
  const members = byteOffset + 4 * (2 * count + 2);
  return {
    tags: new Uint32Array(buffer, byteOffset + 4, count),
    starts: new Uint32Array(buffer, byteOffset + 4 * (count + 1), count + 1),
    members: new Uint16Array(buffer, members, (byteOffset + bytes.byteLength - members) / 2),
  };
}

/** Where a tag's members begin and end; null where it has none here. */
export function findTag({ tags, starts }: TagShelf, tag: number): { from: number; to: number } | null {
  let [low, high] = [0, tags.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = tags[middle]!;
    if (found === tag) return { from: starts[middle]!, to: starts[middle + 1]! };
    if (found < tag) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** Whether the tag at a place has its bits instead of its slots. */
export const isDense = (starts: Uint32Array, place: number): boolean => starts[place + 1]! - starts[place]! === DENSE;

/** Sets the bits of the members from `from` to `to`. */
export function addMembers(members: Uint16Array, from: number, to: number, bits: Uint32Array): void {
  if (to - from === DENSE) {
    for (let word = 0; word < WORDS; word += 1)
      bits[word]! |= members[from + 2 * word]! | (members[from + 2 * word + 1]! << 16);
  } else {
    for (let at = from; at < to; at += 1) bits[members[at]! >> 5]! |= 1 << (members[at]! & 31);
  }
}

/** Clears them. */
export function removeMembers(members: Uint16Array, from: number, to: number, bits: Uint32Array): void {
  if (to - from === DENSE) {
    for (let word = 0; word < WORDS; word += 1)
      bits[word]! &= ~(members[from + 2 * word]! | (members[from + 2 * word + 1]! << 16));
  } else {
    for (let at = from; at < to; at += 1) bits[members[at]! >> 5]! &= ~(1 << (members[at]! & 31));
  }
}

/** Whether a slot is among the members. */
export function hasMember(members: Uint16Array, from: number, to: number, slot: number): boolean {
  if (to - from === DENSE) return ((members[from + (slot >> 4)]! >>> (slot & 15)) & 1) === 1;
  let [low, high] = [from, to - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = members[middle]!;
    if (found === slot) return true;
    if (found < slot) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** How many of the members have their bit set, or how many they are. */
export function countMembers(members: Uint16Array, from: number, to: number, bits: Uint32Array | null): number {
  let count = 0;
  if (to - from === DENSE) {
    for (let word = 0; word < WORDS; word += 1) {
      const own = members[from + 2 * word]! | (members[from + 2 * word + 1]! << 16);
      count += ones(bits === null ? own : bits[word]! & own);
    }
  } else if (bits === null) return to - from;
  else {
    for (let at = from; at < to; at += 1) count += (bits[members[at]! >> 5]! >>> (members[at]! & 31)) & 1;
  }
  return count;
}

/** How many bits of a word are set. */
function ones(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let word = 0; word < WORDS; word += 1) count += ones(bits[word]!);
  return count;
}

/** Calls `found` for each slot whose bit is set, in order. */
export function eachSlot(bits: Uint32Array, found: (slot: number) => void): void {
  for (let word = 0; word < WORDS; word += 1) {
    let left = bits[word]!;
    while (left !== 0) {
      found(word * 32 + (31 - Math.clz32(left & -left)));
      left &= left - 1;
    }
  }
}

/** The shelf with the articles of `gone` taken out, and then those of `added` (by tag) put in, as bytes to store. */
export function writeShelf(
  former: TagShelf | null,
  gone: Uint32Array,
  added: ReadonlyMap<number, readonly number[]>,
): Uint8Array<ArrayBuffer> {
  const tags = [...new Set([...(former?.tags ?? []), ...added.keys()])].sort((one, other) => one - other);
  const kept: number[] = [];
  const starts = [0];
  const parts: Uint16Array[] = [];
  const bits = new Uint32Array(WORDS);
  let size = 0;
  for (const tag of tags) {
    bits.fill(0);
    const held = former === null ? null : findTag(former, tag);
    if (former !== null && held !== null) addMembers(former.members, held.from, held.to, bits);
    for (let word = 0; word < WORDS; word += 1) bits[word]! &= ~gone[word]!;
    for (const slot of added.get(tag) ?? []) bits[slot >> 5]! |= 1 << (slot & 31);
    const members = packBits(bits);
    if (members.length === 0) continue;
    kept.push(tag);
    parts.push(members);
    size += members.length;
    starts.push(size);
  }
  const bytes = new Uint8Array(4 * (2 * kept.length + 2) + 2 * size);
  const shelf = new Uint32Array(bytes.buffer, 0, 2 * kept.length + 2);
  shelf[0] = kept.length;
  shelf.set(kept, 1);
  shelf.set(starts, kept.length + 1);
  const members = new Uint16Array(bytes.buffer, shelf.byteLength);
  parts.forEach((part, place) => {
    members.set(part, starts[place]!);
  });
  return bytes;
}

function packBits(bits: Uint32Array): Uint16Array {
  const count = countBits(bits);
  if (count >= DENSE) return new Uint16Array(bits.slice().buffer);
  const slots = new Uint16Array(count);
  let at = 0;
  eachSlot(bits, (slot) => {
    slots[at] = slot;
    at += 1;
  });
  return slots;
}
