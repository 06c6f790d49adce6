import type { ShownText } from './article-text.ts';
import type { Dialect, Rows } from './engine.ts';
import type { State } from './state.ts';
import type { TagIds } from './tags.ts';

/** What one save works with. */
export interface Saving {
  rows: Rows;
  dialect: Dialect;
  state: State;
  tags: TagIds;
}

/** Adds the keys that no article has yet; true where there were any. */
export async function addKeys(saving: Saving, id: number, keys: readonly string[]): Promise<boolean> {
  const { rows, dialect } = saving;
  const list = JSON.stringify(keys);
  const known = await rows.all<{ key: string }>(`SELECT key FROM article_key WHERE key IN ${dialect.texts}`, [list]);
  const had = new Set(known.map((row) => row.key));
  const added = new Set(keys.filter((key) => !had.has(key)));
  await insertKeys(rows, id, added);
  return added.size > 0;
}

export async function insertKeys(rows: Rows, id: number, keys: ReadonlySet<string>): Promise<void> {
  await rows.insert(
    'article_key',
    ['key', 'article_id'],
    [...keys].map((key) => [key, id]),
  );
}

export async function addBands(rows: Rows, id: number, publishedAt: number, bands: readonly string[]): Promise<void> {
  await rows.insert(
    'copy_band',
    ['band', 'published_at', 'article_id'],
    [...new Set(bands)].map((band) => [band, publishedAt, id]),
  );
}

/** Makes stored articles point to the earlier one that they repeat. */
export async function pointCopies(saving: Saving, id: number, copies: readonly number[] = []): Promise<boolean> {
  const others = copies.filter((copy) => copy !== id);
  if (others.length === 0) return false;
  await saving.rows.run(`UPDATE article SET copy_of = ? WHERE id IN ${saving.dialect.numbers}`, [
    id,
    JSON.stringify(others),
  ]);
  return true;
}

export async function addStates(
  rows: Rows,
  id: number,
  first: number,
  states: readonly (ShownText & { seenAt: number })[],
): Promise<void> {
  await rows.insert(
    'revision',
    ['article_id', 'number', 'seen_at', 'headline', 'summary', 'body'],
    states.map((state, place) => [id, first + place, state.seenAt, state.headline, state.summary, state.body]),
  );
}
