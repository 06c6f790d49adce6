import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMembers,
  BLOCK,
  countBits,
  countMembers,
  eachSlot,
  findTag,
  hasMember,
  readShelf,
  WORDS,
  writeShelf,
} from '../../src/store/tag-shelf.ts';

const bitsOf = (slots: Iterable<number>): Uint32Array => {
  const bits = new Uint32Array(WORDS);
  for (const slot of slots) bits[slot >> 5]! |= 1 << (slot & 31);
  return bits;
};

const slotsOf = (bits: Uint32Array): number[] => {
  const slots: number[] = [];
  eachSlot(bits, (slot) => slots.push(slot));
  return slots;
};

const slot = fc.integer({ min: 0, max: BLOCK - 1 });
/** Few slots, and so many that they are stored as bits. */
const members = fc.oneof(
  fc.array(slot, { maxLength: 40 }),
  fc
    .tuple(slot, fc.integer({ min: 1_000, max: 1_100 }))
    .map(([first, count]) => Array.from({ length: count }, (_, i) => (first + i * 7) % BLOCK)),
);
const byTag = fc
  .array(fc.tuple(fc.integer({ min: 2 ** 27, max: 2 ** 27 + 12 }), members), { maxLength: 6 })
  .map((pairs) => new Map(pairs));
const whole = (shelf: Map<number, Set<number>>) =>
  new Map(
    [...shelf].filter(([, slots]) => slots.size > 0).map(([tag, slots]) => [tag, [...slots].sort((a, b) => a - b)]),
  );

describe('A shelf of tags', () => {
  it('holds after any changes what a map of sets holds', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ gone: members, added: byTag }), { maxLength: 5 }), (changes) => {
        const expected = new Map<number, Set<number>>();
        let stored: Uint8Array | null = null;
        for (const { gone, added } of changes) {
          for (const slots of expected.values()) for (const one of gone) slots.delete(one);
          for (const [tag, slots] of added) expected.set(tag, new Set([...(expected.get(tag) ?? []), ...slots]));
          const former: Uint8Array | null = stored;
          stored = writeShelf(former === null ? null : readShelf(former), bitsOf(gone), added);
        }
        if (stored === null) return;
        // A driver may hand the bytes over from the middle of its own.
        const moved = new Uint8Array(stored.byteLength + 3).subarray(3);
        moved.set(stored);
        const shelf = readShelf(moved);
        expect([...shelf.tags]).toEqual([...whole(expected).keys()].sort((a, b) => a - b));
        for (const [tag, slots] of whole(expected)) {
          const { from, to } = findTag(shelf, tag)!;
          const bits = new Uint32Array(WORDS);
          addMembers(shelf.members, from, to, bits);
          expect(slotsOf(bits)).toEqual(slots);
          expect(countBits(bits)).toBe(slots.length);
          expect(slots.every((one) => hasMember(shelf.members, from, to, one))).toBe(true);
          const absent = [0, 1, 5, 17, BLOCK - 1].filter((one) => !slots.includes(one));
          expect(absent.some((one) => hasMember(shelf.members, from, to, one))).toBe(false);
          const even = bitsOf(slots.filter((one) => one % 2 === 0));
          expect(countMembers(shelf.members, from, to, even)).toBe(slots.filter((one) => one % 2 === 0).length);
        }
        expect(findTag(shelf, 7)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});
