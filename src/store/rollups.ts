import type { Rows } from './engine.ts';
import type { State } from './state.ts';
import { facetTagsEnd, tagKind } from './tags.ts';

/** Counts are brought up to date each time so many articles have come; the rest is counted when asked. */
const COUNT_EVERY = 256;
/** A tag that so many articles have is counted beforehand; a rarer one is quicker to walk. */
const TRACK_FROM = 2_000;

export const HOUR_MS = 3_600_000;

const hourOf = (column: string): string =>
  `((${column} - (${column} % ${HOUR_MS} + ${HOUR_MS}) % ${HOUR_MS}) / ${HOUR_MS})`;

/** Adds (or with -1 takes out) articles of an id range to the counts of all tracked tags. */
async function count(rows: Rows, after: number, upTo: number, sign: 1 | -1): Promise<void> {
  await rows.run(
    `INSERT INTO pair_count (tag_id, other_id, articles)
     SELECT x.tag_id, y.tag_id, ${sign} * count(*) FROM article_tag x JOIN tag t ON t.id = x.tag_id
     JOIN article_tag y ON y.article_id = x.article_id
     WHERE x.article_id > ? AND x.article_id <= ? AND t.tracked = 1 AND y.tag_id < ${facetTagsEnd}
     GROUP BY x.tag_id, y.tag_id
     ON CONFLICT (tag_id, other_id) DO UPDATE SET articles = pair_count.articles + excluded.articles`,
    [after, upTo],
  );
  await rows.run(
    `INSERT INTO hour_count (tag_id, hour, articles)
     SELECT x.tag_id, ${hourOf('a.published_at')}, ${sign} * count(*)
     FROM article_tag x JOIN tag t ON t.id = x.tag_id JOIN article a ON a.id = x.article_id
     WHERE x.article_id > ? AND x.article_id <= ? AND t.tracked = 1
     GROUP BY 1, 2
     ON CONFLICT (tag_id, hour) DO UPDATE SET articles = hour_count.articles + excluded.articles`,
    [after, upTo],
  );
}

/** Counts everything that a tag's articles up to `upTo` have, once it has become frequent. */
async function track(rows: Rows, tagId: number, upTo: number): Promise<void> {
  await rows.run(
    `INSERT INTO pair_count (tag_id, other_id, articles)
     SELECT x.tag_id, y.tag_id, count(*) FROM posting x JOIN article_tag y ON y.article_id = x.article_id
     WHERE x.tag_id = ? AND x.article_id <= ? AND y.tag_id < ${facetTagsEnd} GROUP BY x.tag_id, y.tag_id`,
    [tagId, upTo],
  );
  await rows.run(
    `INSERT INTO hour_count (tag_id, hour, articles)
     SELECT x.tag_id, ${hourOf('x.published_at')}, count(*) FROM posting x
     WHERE x.tag_id = ? AND x.article_id <= ? GROUP BY 1, 2`,
    [tagId, upTo],
  );
  await rows.run('UPDATE tag SET tracked = 1 WHERE id = ?', [tagId]);
}

/** Brings the kept counts up to `newest`, when enough has come since the last time. */
export async function keepCounts(rows: Rows, state: State, newest: number): Promise<State> {
  if (newest - state.counted_to < COUNT_EVERY) return state;
  await count(rows, state.counted_to, newest, 1);
  const kinds = Object.keys(tagKind).map((kind) => `'${kind}'`);
  const frequent = await rows.all<{ id: number }>(
    `SELECT id FROM tag WHERE kind IN (${kinds.join(', ')}) AND articles >= ? AND tracked = 0`,
    [TRACK_FROM],
  );
  for (const { id } of frequent) await track(rows, id, newest);
  return { ...state, counted_to: newest };
}

/** Takes a counted article out of the counts before its tags change, and puts it back after. */
export async function recount(rows: Rows, state: State, articleId: number, sign: 1 | -1): Promise<void> {
  if (articleId <= state.counted_to) await count(rows, articleId - 1, articleId, sign);
}

/** Counts everything anew, after tags have moved. */
export async function resetCounts(rows: Rows, state: State): Promise<void> {
  await rows.run('DELETE FROM pair_count');
  await rows.run('DELETE FROM hour_count');
  const tracked = await rows.all<{ id: number }>('SELECT id FROM tag WHERE tracked = 1');
  for (const { id } of tracked) await track(rows, id, state.counted_to);
}
