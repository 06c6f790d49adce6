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

/** Each key is of one article alone. Written in the index's order, which takes a fifth of the time where they are many. */
export async function insertKeys(
  rows: Rows,
  articles: readonly (readonly [id: number, keys: readonly string[]])[],
): Promise<void> {
  const list = articles.flatMap(([id, keys]) => [...new Set(keys)].map((key): [string, number] => [key, id]));
  await rows.insert('article_key', ['key', 'article_id'], list.sort(byText));
}

const byText = ([one]: readonly [string, ...unknown[]], [other]: readonly [string, ...unknown[]]): number =>
  one < other ? -1 : Number(one > other);

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
