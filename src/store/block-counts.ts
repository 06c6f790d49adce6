import type { BlockIndex, LooseArticle, Snapshot } from './block-index.ts';
import { type Asked, exprKey, holds, Matcher, type Matches, matchBlocks } from './block-matches.ts';
import { gatheredParts } from './gather-ids.ts';
import { countSlotTags } from './slot-tags.ts';
import { TIMES } from './tag-blocks.ts';
import { countMembers, eachSlot } from './tag-shelf.ts';
import { firstTag, kindOf } from './tags.ts';

/** Grains of a timeline; every time zone of today begins its hours on one. */
export const QUARTER_MS = 900_000;
/** More of them than this (a century) are not laid out one beside the other. */
const MOST_QUARTERS = 4_000_000;

interface Counted {
  counts: readonly Int32Array[];
  loose: LooseArticle[];
}

/** Counts over blocks, which hold for as long as the packing does, with the loose articles of the moment. */
async function counted(
  index: BlockIndex,
  snapshot: Snapshot,
  { expr }: Asked,
  what: string,
  count: () => Promise<{ counts: Int32Array[]; loose: LooseArticle[] }>,
): Promise<Counted> {
  // What is gathered from rows may change while the packing does not.
  if (gatheredParts(expr).length > 0) return count();
  const key = `${what} ${exprKey(expr)}`;
  const kept = index.counted.get(key);
  if (kept?.packing === snapshot.packing)
    return { counts: kept.counts, loose: snapshot.loose.filter((article) => holds(article, expr, new Map())) };
  const found = await count();
  index.counted.set(key, { packing: snapshot.packing, counts: found.counts });
  return found;
}

/** How many match. */
export function countBlocks(index: BlockIndex, asked: Asked): Promise<number> {
  return index.ask(asked.generation, async (snapshot) => {
    // What is gathered for it may serve facets as well.
    if (gatheredParts(asked.expr).length > 0) return (await matchBlocks(index, snapshot, asked)).total;
    const { counts, loose } = await counted(index, snapshot, asked, 'total', async () => {
      const matcher = await Matcher.open(index, snapshot, asked);
      return { counts: [Int32Array.of(matcher.count())], loose: matcher.loose() };
    });
    return counts[0]![0]! + loose.length;
  });
}

/** Where so many times fewer articles match than tags stand on the block's articles, each match's tags are looked up. */
const TURNED = 4;

async function countTags(index: BlockIndex, { snapshot, blocks }: Matches, kind: number): Promise<Int32Array> {
  const numbers = blocks.map(({ block }) => block);
  await index.load(snapshot, [kind], numbers);
  const shelves = blocks.map(({ block }) => index.shelf(snapshot, block, kind));
  const first = firstTag(kind);
  const last = shelves.reduce((most, shelf) => Math.max(most, shelf?.tags.at(-1) ?? 0), first - 1);
  const counts = new Int32Array(last - first + 1);
  for (const [place, { block, bits, count }] of blocks.entries()) {
    const shelf = shelves[place];
    if (!shelf) continue;
    const { tags, starts, members } = shelf;
    if (count * TURNED < members.length) countSlotTags(shelf, index.slotTags(block, kind, shelf), bits, counts, first);
    else
      for (let i = 0; i < tags.length; i += 1)
        counts[tags[i]! - first]! += countMembers(members, starts[i]!, starts[i + 1]!, bits);
  }
  return counts;
}

/** How often each tag of some kinds stands among the matches, for those `first` (and what is as frequent as the last). */
export function countKinds(
  index: BlockIndex,
  asked: Asked,
  kinds: readonly number[],
  first: number,
): Promise<{ tag: number; count: number }[]> {
  return index.ask(asked.generation, async (snapshot) => {
    const { counts, loose } = await counted(index, snapshot, asked, `tags ${kinds.join()}`, async () => {
      const matches = await matchBlocks(index, snapshot, asked);
      const found: Int32Array[] = [];
      for (const kind of kinds) found.push(await countTags(index, matches, kind));
      return { counts: found, loose: matches.loose };
    });
    return kinds
      .flatMap((kind, place) => mostFrequent(firstTag(kind), withLoose(counts[place]!, loose, kind), first))
      .sort((one, other) => other.count - one.count);
  });
}

function withLoose(counts: Int32Array, loose: readonly LooseArticle[], kind: number): Int32Array {
  const first = firstTag(kind);
  const more = loose.flatMap(({ tags }) => [...tags].filter((tag) => kindOf(tag) === kind).map((tag) => tag - first));
  if (more.length === 0) return counts;
  const whole = new Int32Array(more.reduce((most, place) => Math.max(most, place + 1), counts.length));
  whole.set(counts);
  for (const place of more) whole[place]! += 1;
  return whole;
}

function mostFrequent(firstTag: number, counts: Int32Array, first: number): { tag: number; count: number }[] {
  const best = new Int32Array(first);
  let least = 0;
  for (let place = 0; place < counts.length; place += 1) {
    const count = counts[place]!;
    if (count <= least) continue;
    // `best` is in order, the least first.
    let at = 0;
    while (at + 1 < first && best[at + 1]! < count) {
      best[at] = best[at + 1]!;
      at += 1;
    }
    best[at] = count;
    least = best[0]!;
  }
  const found: { tag: number; count: number }[] = [];
  for (let place = 0; place < counts.length; place += 1) {
    const count = counts[place]!;
    if (count > 0 && count >= least) found.push({ tag: firstTag + place, count });
  }
  return found;
}

/** Matches by the quarter of an hour of their publication: that of `counts[i]` is `first + i`. Null where they lie too far apart. */
export function countQuarters(
  index: BlockIndex,
  asked: Asked,
): Promise<{ first: number; counts: Int32Array; loose: number[] } | null> {
  return index.ask(asked.generation, async (snapshot) => {
    const { counts, loose } = await counted(index, snapshot, asked, 'quarters', async () => {
      const { blocks, loose } = await matchBlocks(index, snapshot, asked);
      await index.load(
        snapshot,
        [TIMES],
        blocks.map(({ block }) => block),
      );
      const times = blocks.map(({ block, bits }) => ({ bits, ...index.times(snapshot, block)! }));
      const first = Math.floor(times.reduce((least, time) => Math.min(least, time.first), Infinity) / QUARTER_MS);
      const last = Math.floor(times.reduce((most, time) => Math.max(most, time.last), -Infinity) / QUARTER_MS);
      if (times.length === 0) return { counts: [Int32Array.of(0), new Int32Array(0)], loose };
      if (last - first >= MOST_QUARTERS) return { counts: [], loose };
      const quarters = new Int32Array(last - first + 1);
      for (const { bits, at } of times)
        eachSlot(bits, (slot) => {
          quarters[Math.floor(at[slot]! / QUARTER_MS) - first]! += 1;
        });
      return { counts: [Int32Array.of(first), quarters], loose };
    });
    const [first, quarters] = counts;
    if (first === undefined || quarters === undefined) return null;
    return { first: first[0]!, counts: quarters, loose: loose.map((article) => article.publishedAt) };
  });
}
