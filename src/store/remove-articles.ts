import type { Instant } from '../domain/text.ts';
import { removeMarks } from './copy-marks.ts';
import type { Dialect, Engine, Rows } from './engine.ts';
import { recountStory } from './recount-story.ts';
import { holdState, writeState } from './state.ts';
import { keepBlocks, loosen } from './tag-blocks.ts';

/** Small enough that other writers wait only a moment. */
const BATCH = 100;

/** Removes every article published before `before`, with all that hangs on it; tells how many. */
export async function removeArticles(engine: Engine, before: Instant): Promise<number> {
  let removed = 0;
  for (;;) {
    const batch = await engine.transaction((rows) => removeSome(engine, rows, before));
    removed += batch;
    if (batch < BATCH) return removed;
  }
}

async function removeSome(engine: Engine, rows: Rows, before: Instant): Promise<number> {
  const { dialect } = engine;
  const state = await holdState(rows, dialect);
  const old = await rows.all<{ id: number }>(
    `SELECT p.article_id AS id FROM posting p JOIN tag t ON t.id = p.tag_id
     WHERE t.kind = 'special' AND t.key = 'all' AND p.published_at < ? ORDER BY p.published_at, p.article_id LIMIT ${BATCH}`,
    [before],
  );
  if (old.length === 0) return 0;
  for (const { id } of old) {
    await dialect.articleText.remove(rows, id);
    const quotes = await rows.all<{ id: number }>('SELECT id FROM quote WHERE article_id = ?', [id]);
    for (const quote of quotes) await dialect.quoteText.remove(rows, quote.id);
  }
  const list = [JSON.stringify(old.map(({ id }) => id))];
  const among = `IN ${dialect.numbers}`;
  const tags = await rows.all<{ tag_id: number; articles: number }>(
    `SELECT tag_id, count(*) AS articles FROM article_tag WHERE article_id ${among} GROUP BY tag_id`,
    list,
  );
  for (const { tag_id, articles } of tags)
    await rows.run('UPDATE tag SET articles = articles - ? WHERE id = ?', [articles, tag_id]);
  await rows.run(
    `DELETE FROM posting WHERE (tag_id, published_at, article_id) IN (
       SELECT t.tag_id, a.published_at, a.id FROM article_tag t JOIN article a ON a.id = t.article_id WHERE a.id ${among})`,
    list,
  );
  await rows.run(`UPDATE article SET copy_of = NULL WHERE copy_of ${among}`, list);
  const marked = await rows.all<{ id: number; publishedAt: number; bands: string }>(
    `SELECT a.id, a.published_at AS "publishedAt", b.bands FROM article a JOIN article_body b ON b.article_id = a.id
     WHERE a.id ${among}`,
    list,
  );
  await removeMarks(
    rows,
    marked.map(({ bands, ...text }) => ({ ...text, bands: JSON.parse(bands) as string[] })),
  );
  const stories = await rows.all<{ story: number }>(
    `SELECT DISTINCT story FROM article WHERE id ${among} AND story IS NOT NULL`,
    list,
  );
  for (const table of [
    'article_tag',
    'story_article',
    'quote',
    'annotation',
    'revision',
    'article_key',
    'article_body',
  ])
    await rows.run(`DELETE FROM ${table} WHERE article_id ${among}`, list);
  await rows.run(`DELETE FROM article WHERE id ${among}`, list);
  await shrinkStories(
    rows,
    dialect,
    stories.map(({ story }) => story),
  );
  await loosen(
    rows,
    state,
    old.map(({ id }) => id),
  );
  await writeState(rows, await keepBlocks(rows, state));
  return old.length;
}

/** Counts stories anew that have lost articles; of one that has none left nothing stays. */
async function shrinkStories(rows: Rows, dialect: Dialect, stories: readonly number[]): Promise<void> {
  if (stories.length === 0) return;
  const list = [JSON.stringify(stories)];
  const left = await rows.all<{ story: number }>(
    `SELECT DISTINCT story FROM article WHERE story IN ${dialect.numbers}`,
    list,
  );
  const position = ((await rows.get<{ position: number }>('SELECT position FROM story_state'))?.position ?? 0) + 1;
  for (const { story } of left) await recountStory(rows, story, position);
  await rows.run('UPDATE story_state SET position = ?', [position]);
  const kept = new Set(left.map(({ story }) => story));
  const gone = JSON.stringify(stories.filter((story) => !kept.has(story)));
  await rows.run(`DELETE FROM story WHERE id IN ${dialect.numbers} OR merged_into IN ${dialect.numbers}`, [gone, gone]);
}
