import type { BlockIndex } from './block-index.ts';
import { type Asked, Matcher } from './block-matches.ts';
import { TIMES } from './tag-blocks.ts';
import { BLOCK, eachSlot } from './tag-shelf.ts';
import type { Stretch } from './walk-sql.ts';

interface Found {
  at: number;
  id: number;
}

/**
 * Ids of a stretch of the matches in order of publication. The blocks that reach furthest in the direction come last
 * of all that can hold one of the page, so that most of them need not be looked at.
 */
export function pageInBlocks(index: BlockIndex, asked: Asked, stretch: Stretch): Promise<number[]> {
  const { above, below, limit } = stretch;
  const sign = stretch.direction === 'DESC' ? -1 : 1;
  const compare = (one: Found, other: Found): number => sign * (one.at - other.at || one.id - other.id);
  const low: Found = above === null ? { at: -Infinity, id: 0 } : { at: above.published, id: above.id ?? 0 };
  const high: Found = below === null ? { at: Infinity, id: 0 } : { at: below.published, id: below.id ?? 0 };
  const inside = ({ at, id }: Found): boolean =>
    (at > low.at || (at === low.at && id > low.id)) && (at < high.at || (at === high.at && id < high.id));

  return index.ask(asked.generation, async (snapshot) => {
    const matcher = await Matcher.open(index, snapshot, asked, [TIMES]);
    const page: Found[] = [];
    const take = (one: Found): void => {
      if (!inside(one) || (page.length === limit && compare(one, page[limit - 1]!) > 0)) return;
      let place = page.length;
      while (place > 0 && compare(one, page[place - 1]!) < 0) place -= 1;
      page.splice(place, 0, one);
      if (page.length > limit) page.pop();
    };
    for (const { id, publishedAt } of matcher.loose()) take({ id, at: publishedAt });
    const blocks = snapshot.blocks.map((block) => ({ block, times: index.times(snapshot, block)! }));
    const nearest = ({ times }: (typeof blocks)[number]): number => (sign < 0 ? -times.last : times.first);
    blocks.sort((one, other) => nearest(one) - nearest(other));
    for (const { block, times } of blocks) {
      if (times.last < low.at || times.first > high.at) continue;
      const best = sign < 0 ? times.last : times.first;
      if (page.length === limit && sign * (best - page[limit - 1]!.at) > 0) break;
      const bits = matcher.bits(block);
      if (bits !== null) eachSlot(bits, (slot) => take({ at: times.at[slot]!, id: block * BLOCK + slot }));
    }
    return page.map(({ id }) => id);
  });
}
