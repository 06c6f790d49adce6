import type { Rows } from './engine.ts';
import type { State } from './state.ts';
import { BLOCK, blockOf, readShelf, slotOf, WORDS, writeShelf } from './tag-shelf.ts';
import { kindOf, tagKind } from './tags.ts';

/** Blocks are brought up to date each time so many articles have come or changed; the rest is read when asked for. */
const PACK_EVERY = 256;

/** The shelf that holds no tags but when each article was published, one number for each slot. */
export const TIMES = 0;

/** Every shelf that a block may have. */
const kinds: readonly number[] = Object.values(tagKind);

/** When articles were published, by slot; not a number where there is none. */
export function readTimes(stored: Uint8Array): Float64Array {
  const bytes = stored.byteOffset % 8 === 0 ? stored : stored.slice();
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
}

function writeTimes(former: Float64Array | null, gone: Uint32Array, added: ReadonlyMap<number, number>): Uint8Array {
  const last = Math.max(former === null ? -1 : former.length - 1, ...added.keys());
  const times = new Float64Array(last + 1).fill(Number.NaN);
  former?.forEach((at, slot) => {
    if (((gone[slot >> 5]! >>> (slot & 31)) & 1) === 0) times[slot] = at;
  });
  for (const [slot, at] of added) times[slot] = at;
  return new Uint8Array(times.buffer);
}

/** Writes one block anew: without what it knew of the articles `gone`, and with those that the query `ids` tells. */
async function packBlock(
  rows: Rows,
  block: number,
  gone: readonly number[],
  ids: { sql: string; values: number[] },
  version: number,
): Promise<void> {
  const former = new Map<number, Uint8Array>();
  for (const row of await rows.all<{ kind: number; members: Uint8Array }>(
    'SELECT kind, members FROM tag_block WHERE block = ?',
    [block],
  ))
    former.set(row.kind, row.members);
  const without = new Uint32Array(WORDS);
  for (const id of gone) without[slotOf(id) >> 5]! |= 1 << (slotOf(id) & 31);
  const times = new Map<number, number>();
  const added = new Map<number, Map<number, number[]>>(kinds.map((kind) => [kind, new Map()]));
  const articles = await rows.all<{ id: number; published_at: number }>(
    `SELECT a.id, a.published_at FROM article a WHERE a.id ${ids.sql}`,
    ids.values,
  );
  for (const { id, published_at } of articles) times.set(slotOf(id), published_at);
  const tags = await rows.all<{ article_id: number; tag_id: number }>(
    `SELECT x.article_id, x.tag_id FROM article_tag x WHERE x.article_id ${ids.sql}`,
    ids.values,
  );
  for (const { article_id, tag_id } of tags) {
    const shelf = added.get(kindOf(tag_id))!;
    const slots = shelf.get(tag_id);
    if (slots === undefined) shelf.set(tag_id, [slotOf(article_id)]);
    else slots.push(slotOf(article_id));
  }
  const known = former.get(TIMES);
  const shelves: [number, number, number, Uint8Array][] = [
    [block, TIMES, version, writeTimes(known === undefined ? null : readTimes(known), without, times)],
  ];
  for (const kind of kinds) {
    const held = former.get(kind);
    const own = added.get(kind)!;
    if (held === undefined && own.size === 0) continue;
    shelves.push([block, kind, version, writeShelf(held === undefined ? null : readShelf(held), without, own)]);
  }
  await rows.insert(
    'tag_block',
    ['block', 'kind', 'version', 'members'],
    shelves,
    'ON CONFLICT (block, kind) DO UPDATE SET version = excluded.version, members = excluded.members',
  );
}

/** Packs the articles `after` < id ≤ `upTo`, none of which is packed yet. */
async function packNew(rows: Rows, after: number, upTo: number, version: number): Promise<void> {
  for (let block = blockOf(after + 1); block <= blockOf(upTo); block += 1) {
    const first = Math.max(after + 1, block * BLOCK);
    const last = Math.min(upTo, block * BLOCK + BLOCK - 1);
    await packBlock(rows, block, [], { sql: 'BETWEEN ? AND ?', values: [first, last] }, version);
  }
}

/** Packs anew the articles that have changed, or have gone. */
async function packLoose(rows: Rows, upTo: number, version: number): Promise<void> {
  const loose = await rows.all<{ article_id: number }>('SELECT article_id FROM loose_article');
  const ids = loose.map((row) => row.article_id).filter((id) => id <= upTo);
  for (const [block, own] of Map.groupBy(ids, blockOf)) {
    const sql = 'IN (SELECT l.article_id FROM loose_article l WHERE l.article_id BETWEEN ? AND ?)';
    await packBlock(rows, block, own, { sql, values: [block * BLOCK, block * BLOCK + BLOCK - 1] }, version);
  }
  await rows.run('DELETE FROM loose_article');
}

const TIMES_TOGETHER = 8;
const MOST_TOGETHER = 4_096;

/** Brings the blocks up to `newest`, of articles that came `together` in one transaction, when enough has come or changed since the last time. */
export async function keepBlocks(rows: Rows, state: State, newest = state.counted_to, together = 1): Promise<State> {
  const version = state.generation + 1;
  // A block is written whole: where many articles come at a time, it waits for several such times.
  if (newest - state.counted_to >= Math.max(PACK_EVERY, Math.min(TIMES_TOGETHER * together, MOST_TOGETHER))) {
    await packNew(rows, state.counted_to, newest, version);
    return { ...state, counted_to: newest };
  }
  // Only a change of what is packed makes an article loose, and whoever makes it asks with no newer article.
  if (newest > state.counted_to) return state;
  const loose = await rows.get<{ n: number }>('SELECT count(*) AS n FROM loose_article');
  if (loose!.n >= PACK_EVERY) await packLoose(rows, state.counted_to, version);
  return state;
}

/** Tells readers who have followed so far that more than new articles has come. */
export async function tellChanged(rows: Rows, state: State): Promise<void> {
  await rows.run('UPDATE state SET changed_at = ? WHERE one = 1', [state.generation + 1]);
}

/** Tells that articles have changed, or are gone. Those that are packed are loose: until they are packed again, their rows count. */
export async function loosen(rows: Rows, state: State, articleIds: readonly number[]): Promise<void> {
  await tellChanged(rows, state);
  await rows.insert(
    'loose_article',
    ['article_id'],
    articleIds.filter((id) => id <= state.counted_to).map((id) => [id]),
    'ON CONFLICT (article_id) DO NOTHING',
  );
}

/** Packs all articles up to an id anew, after tags have moved. */
export async function buildBlocks(rows: Rows, upTo: number, version: number): Promise<void> {
  await rows.run('DELETE FROM tag_block');
  await rows.run('DELETE FROM loose_article');
  if (upTo > 0) await packNew(rows, 0, upTo, version);
}
