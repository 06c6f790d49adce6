import type { Placement, PlacementRequest } from '../domain/story.ts';
import type { Instant } from '../domain/text.ts';
import type { Dialect, Engine, Rows } from './engine.ts';
import { recountStory } from './recount-story.ts';
import { holdState, writeState } from './state.ts';

/** Centrality as a whole number. */
const SCALE = 10_000;

async function absorb(rows: Rows, dialect: Dialect, story: number, absorbed: number[], position: number) {
  if (absorbed.length === 0) return;
  const list = JSON.stringify(absorbed);
  await rows.run(
    `UPDATE story_article SET position = ? WHERE article_id IN (SELECT id FROM article WHERE story IN ${dialect.numbers})`,
    [position, list],
  );
  await rows.run(`UPDATE article SET story = ? WHERE story IN ${dialect.numbers}`, [story, list]);
  await rows.run(
    `UPDATE story SET merged_into = ?, articles = 0, position = ? WHERE id IN ${dialect.numbers} OR merged_into IN ${dialect.numbers}`,
    [story, position, list, list],
  );
}

/** The story, unless all its articles have been removed since the decision was made. */
async function standing(rows: Rows, story: number | null): Promise<number | null> {
  if (story === null) return null;
  const found = await rows.get<{ id: number }>('SELECT id FROM story WHERE id = ?', [story]);
  return found?.id ?? null;
}

/** Puts an article into its story, unless anything was placed since the decision was made; one that has a story stays. */
export function placeArticle(
  engine: Engine,
  request: PlacementRequest,
): Promise<{ story: number; position: number } | null> {
  const { dialect } = engine;
  return engine.transaction(async (rows) => {
    const state = await holdState(rows, dialect);
    const held = await rows.get<{ position: number }>(
      `SELECT position FROM story_state WHERE one = 1${dialect.forUpdate}`,
    );
    if (held!.position !== request.expected) return null;
    const position = request.expected + 1;
    const { articleId } = request;
    const former = await rows.get<{ story: number | null }>('SELECT story FROM article WHERE id = ?', [articleId]);
    if (former === undefined) return { story: request.story ?? 0, position: request.expected };
    const story =
      former.story ??
      (await standing(rows, request.story)) ??
      (await rows.create(
        'story',
        ['merged_into', 'first_published_at', 'last_published_at', 'articles', 'outlets', 'countries', 'position'],
        [null, 0, 0, 0, 0, 0, position],
      ));
    if (former.story === null) await absorb(rows, dialect, story, request.absorbed, position);
    await rows.run('UPDATE article SET story = ? WHERE id = ?', [story, articleId]);
    await rows.run(
      `INSERT INTO story_article (article_id, position, features, centrality) VALUES (?, ?, ?, 0)
       ON CONFLICT (article_id) DO UPDATE SET position = excluded.position, features = excluded.features`,
      [articleId, position, request.features],
    );
    await rows.each(
      'UPDATE story_article SET centrality = ? WHERE article_id = ?',
      request.centrality.map(([id, value]) => [Math.round(value * SCALE), id]),
    );
    await recountStory(rows, story, position);
    await rows.run('UPDATE story_state SET position = ? WHERE one = 1', [position]);
    await writeState(rows, state);
    return { story, position };
  });
}

interface PlacementRow {
  article_id: number;
  outlet: string;
  published_at: number;
  features: string;
  story: number;
}

/** What has been placed after a position, the last to come; in the order of their ids. */
export async function placements(
  engine: Engine,
  after: number,
  since: Instant,
  limit: number,
): Promise<{ placements: Placement[]; position: number }> {
  // Read first: what is placed meanwhile is found again from here.
  const position = await storyPosition(engine);
  if (position === after) return { placements: [], position };
  const rows = await engine.all<PlacementRow>(
    `SELECT s.article_id, o.slug AS outlet, a.published_at, s.features, a.story
     FROM story_article s JOIN article a ON a.id = s.article_id JOIN outlet o ON o.id = a.outlet_id
     WHERE s.position > ? AND a.published_at >= ? AND a.story IS NOT NULL ORDER BY s.article_id DESC LIMIT ?`,
    [after, since, limit],
  );
  return {
    position,
    placements: rows
      .reverse()
      .map(({ article_id: articleId, published_at: publishedAt, ...row }) => ({ articleId, publishedAt, ...row })),
  };
}

export async function storyPosition(engine: Engine): Promise<number> {
  return (await engine.get<{ position: number }>('SELECT position FROM story_state WHERE one = 1'))?.position ?? 0;
}

export async function unplacedArticles(
  engine: Engine,
  afterId: number,
  since: Instant,
  limit: number,
): Promise<number[]> {
  const rows = await engine.all<{ id: number }>(
    'SELECT id FROM article WHERE id > ? AND published_at >= ? AND story IS NULL ORDER BY id LIMIT ?',
    [afterId, since, limit],
  );
  return rows.map((row) => row.id);
}

export async function newestPlaced(engine: Engine): Promise<Instant | null> {
  const row = await engine.get<{ newest: number | null }>(
    'SELECT max(last_published_at) AS newest FROM story WHERE merged_into IS NULL',
  );
  return row?.newest ?? null;
}
