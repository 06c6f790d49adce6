import { BLOCK, countMembers, eachSlot, isDense, type TagShelf } from './tag-shelf.ts';

/** A shelf the other way round: which of its tags each slot has. */
export interface SlotTags {
  /** Places of the tags that have bits, and stand nowhere else here. */
  dense: readonly number[];
  /** Places of a slot's tags begin here, and end where the next slot's begin. */
  starts: Uint16Array | Uint32Array;
  /** In the shelf's list of tags. */
  places: Uint16Array | Uint32Array;
}

/** Numbers up to a largest one; in half the room where they can be. */
const numbers = (length: number, most: number): Uint16Array | Uint32Array =>
  most < 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);

export function turnShelf({ tags, starts, members }: TagShelf): SlotTags {
  // First how many each slot has, one further on; then where they end; then, going down, where they begin.
  const begins = numbers(BLOCK + 1, members.length);
  const sparse: number[] = [];
  const dense: number[] = [];
  for (let place = 0; place < tags.length; place += 1) (isDense(starts, place) ? dense : sparse).push(place);
  for (const place of sparse)
    for (let at = starts[place]!; at < starts[place + 1]!; at += 1) begins[members[at]!]! += 1;
  let sum = 0;
  for (let slot = 0; slot <= BLOCK; slot += 1) {
    sum += begins[slot]!;
    begins[slot] = sum;
  }
  const places = numbers(sum, tags.length);
  for (const place of sparse)
    for (let at = starts[place]!; at < starts[place + 1]!; at += 1) {
      const slot = members[at]!;
      begins[slot]! -= 1;
      places[begins[slot]!] = place;
    }
  return { dense, starts: begins, places };
}

/** Adds to the counts of a shelf's tags, `first` being that of the first count, how often they stand on those slots. */
export function countSlotTags(shelf: TagShelf, turned: SlotTags, bits: Uint32Array, counts: Int32Array, first: number) {
  const { tags, members } = shelf;
  const { starts, places } = turned;
  eachSlot(bits, (slot) => {
    for (let at = starts[slot]!; at < starts[slot + 1]!; at += 1) counts[tags[places[at]!]! - first]! += 1;
  });
  for (const place of turned.dense)
    counts[tags[place]! - first]! += countMembers(members, shelf.starts[place]!, shelf.starts[place + 1]!, bits);
}
