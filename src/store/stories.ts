import type { Facet, StoryCount } from '../domain/counts.ts';
import type { ArticleFilter, Page, PageRequest } from '../domain/filter.ts';
import type { Story, StoryHeadline, StoryOrder, StoryQuote, StoryRequest } from '../domain/story.ts';
import type { Engine } from './engine.ts';
import { articleRow, exprSql, type Sql } from './expr-sql.ts';
import { facetRange } from './facets.ts';
import { compileFilter } from './filter-expr.ts';
import { type QuoteRow, quoteColumns, toQuote } from './mentions.ts';
import { readPage, toPage } from './page.ts';
import { planFilter } from './plan.ts';
import { matchesSql } from './walk-sql.ts';

interface StoryRow {
  id: number;
  first_published_at: number;
  last_published_at: number;
  articles: number;
  outlets: number;
  position: number;
}

const columns = 's.id, s.first_published_at, s.last_published_at, s.articles, s.outlets, s.position';

const toStory = (row: StoryRow): Story => ({
  id: row.id,
  firstPublishedAt: row.first_published_at,
  lastPublishedAt: row.last_published_at,
  articleCount: row.articles,
  independentOutletCount: row.outlets,
});

/** Past so many matches, stories are walked in their order and each is asked for a match; fewer are gathered first. */
const GATHER_UP_TO = 20_000;

/** The condition that a story `s` holds an article of the filter; null where nothing can match. */
async function holdsMatch(engine: Engine, filter: ArticleFilter): Promise<Sql | null> {
  const { dialect } = engine;
  const compiled = await compileFilter(engine, dialect, filter);
  const plan = planFilter(compiled);
  if (plan === null) return null;
  if (compiled.expr.is === 'all') return { sql: 's.articles > 0', values: [] };
  const walked = 'tags' in plan.along ? plan.along.tags.reduce((sum, tag) => sum + tag.articles, 0) : 0;
  if (walked <= GATHER_UP_TO) {
    const matches = matchesSql(dialect, plan);
    return {
      sql: `s.id IN (SELECT h.story FROM (${matches.sql}) m JOIN article h ON h.id = m.article_id)`,
      values: matches.values,
    };
  }
  const condition = exprSql(dialect, compiled.expr, articleRow, true);
  return {
    sql: `EXISTS (SELECT 1 FROM article a WHERE a.story = s.id AND ${condition.sql})`,
    values: condition.values,
  };
}

async function conditions(engine: Engine, request: StoryRequest): Promise<Sql[] | null> {
  const holds = await holdsMatch(engine, request.filter);
  if (holds === null) return null;
  const parts: Sql[] = [{ sql: 's.merged_into IS NULL', values: [] }, holds];
  const { minimumOutlets = 1, minimumCountries = 1, untoldIn = [] } = request;
  if (minimumOutlets > 1) parts.push({ sql: 's.outlets >= ?', values: [minimumOutlets] });
  if (minimumCountries > 1) parts.push({ sql: 's.countries >= ?', values: [minimumCountries] });
  if (untoldIn.length > 0) {
    parts.push({
      sql: `NOT EXISTS (SELECT 1 FROM article u JOIN outlet o ON o.id = u.outlet_id
        WHERE u.story = s.id AND o.country IN ${engine.dialect.texts})`,
      values: [JSON.stringify(untoldIn)],
    });
  }
  return parts;
}

const place: Record<StoryOrder, { list: string; columns: string[]; of: (row: StoryRow) => number[] }> = {
  LATEST: {
    list: 'STORIES_LATEST',
    columns: ['s.last_published_at', 's.id'],
    of: (row) => [row.last_published_at, row.id],
  },
  LARGEST: {
    list: 'STORIES_LARGEST',
    columns: ['s.articles', 's.last_published_at', 's.id'],
    of: (row) => [row.articles, row.last_published_at, row.id],
  },
};

const whereOf = (parts: readonly Sql[]): Sql => ({
  sql: parts.map((part) => part.sql).join(' AND '),
  values: parts.flatMap((part) => part.values),
});

export async function stories(
  engine: Engine,
  request: StoryRequest,
  order: StoryOrder,
  page: PageRequest,
): Promise<Page<Story>> {
  const { list, columns: keys, of } = place[order];
  const window = readPage(list, keys.length, page);
  const parts = window.limit === 0 ? null : await conditions(engine, request);
  if (parts === null) return toPage(list, window, [] as StoryRow[], of, toStory);
  const marks = keys.map(() => '?').join(', ');
  if (window.after) parts.push({ sql: `(${keys.join(', ')}) < (${marks})`, values: window.after });
  if (window.before) parts.push({ sql: `(${keys.join(', ')}) > (${marks})`, values: window.before });
  const where = whereOf(parts);
  const direction = window.backward ? 'ASC' : 'DESC';
  const rows = await engine.walk<StoryRow>(
    `SELECT ${columns} FROM story s WHERE ${where.sql}
     ORDER BY ${keys.map((key) => `${key} ${direction}`).join(', ')} LIMIT ?`,
    [...where.values, window.limit + 1],
  );
  return toPage(list, window, rows, of, toStory);
}

export async function countStories(engine: Engine, request: StoryRequest): Promise<number> {
  const parts = await conditions(engine, request);
  if (parts === null) return 0;
  const where = whereOf(parts);
  const [row] = await engine.walk<{ n: number }>(`SELECT count(*) AS n FROM story s WHERE ${where.sql}`, where.values);
  return row?.n ?? 0;
}

export async function storiesByIds(engine: Engine, ids: readonly number[]): Promise<(Story | null)[]> {
  const rows = await engine.lookup<StoryRow & { asked: number }>(
    `SELECT w.id AS asked, ${columns} FROM story w JOIN story s ON s.id = coalesce(w.merged_into, w.id)
     WHERE w.id IN ${engine.dialect.numbers} AND s.articles > 0`,
    [JSON.stringify(ids)],
  );
  const byId = new Map(rows.map((row) => [row.asked, toStory(row)]));
  return ids.map((id) => byId.get(id) ?? null);
}

interface HeadlineRow {
  story: number;
  article_id: number;
  headline: string;
  language: string;
}

/** The most central first; an original before its copies. */
export async function storyHeadlines(engine: Engine, ids: readonly number[]): Promise<StoryHeadline[]> {
  const rows = await engine.lookup<HeadlineRow>(
    `SELECT a.story, a.id AS article_id, a.headline, a.language FROM article a
     LEFT JOIN story_article c ON c.article_id = a.id WHERE a.story IN ${engine.dialect.numbers}
     ORDER BY a.story, CASE WHEN a.copy_of IS NULL THEN 0 ELSE 1 END, coalesce(c.centrality, 0) DESC, a.published_at, a.id`,
    [JSON.stringify(ids)],
  );
  return rows.map(({ article_id: articleId, ...row }) => ({ articleId, ...row }));
}

const MOST_QUOTES = 300;

export async function storyQuotes(engine: Engine, ids: readonly number[]): Promise<(StoryQuote & { story: number })[]> {
  const rows = await engine.all<QuoteRow & { story: number; language: string; published_at: number }>(
    `SELECT * FROM (
       SELECT ${quoteColumns}, a.story, a.language, a.published_at, q.place,
         row_number() OVER (PARTITION BY a.story ORDER BY a.published_at, a.id, q.place) AS turn
       FROM article a JOIN quote q ON q.article_id = a.id
       WHERE a.story IN ${engine.dialect.numbers} AND q.speaker IS NOT NULL
     ) t WHERE turn <= ${MOST_QUOTES} ORDER BY story, turn`,
    [JSON.stringify(ids)],
  );
  return rows.map((row) => ({
    ...toQuote(row),
    story: row.story,
    language: row.language,
    publishedAt: row.published_at,
  }));
}

/** What stands among the articles of each story, the most frequent first, then by key. */
export function storyCounts(engine: Engine, ids: readonly number[], facet: Facet): Promise<StoryCount[]> {
  const [first, end] = facetRange(facet);
  return engine.all<StoryCount>(
    `SELECT c.story, t.key, c.n AS count FROM (
       SELECT a.story, y.tag_id, count(*) AS n FROM article a JOIN article_tag y
         ON y.article_id = a.id AND y.tag_id >= ? AND y.tag_id < ?
       WHERE a.story IN ${engine.dialect.numbers} GROUP BY a.story, y.tag_id
     ) c JOIN tag t ON t.id = c.tag_id ORDER BY c.story, c.n DESC, t.key`,
    [first, end, JSON.stringify(ids)],
  );
}

/**
 * Stories that have changed after a position, in the order of their last change. Many may have changed at one position:
 * those of the last one are all there, also beyond the limit.
 */
export async function storiesAfter(
  engine: Engine,
  position: number,
  filter: ArticleFilter,
  limit: number,
): Promise<{ position: number; story: Story }[]> {
  const parts = await conditions(engine, { filter });
  if (parts === null) return [];
  const read = (range: Sql, tail: string, count: number[]) => {
    const where = whereOf([...parts, range]);
    return engine.all<StoryRow>(`SELECT ${columns} FROM story s WHERE ${where.sql} ORDER BY s.position, s.id ${tail}`, [
      ...where.values,
      ...count,
    ]);
  };
  const rows = await read({ sql: 's.position > ?', values: [position] }, 'LIMIT ?', [limit]);
  const last = rows.at(-1);
  if (last && rows.length === limit)
    rows.push(...(await read({ sql: 's.position = ? AND s.id > ?', values: [last.position, last.id] }, '', [])));
  return rows.map((row) => ({ position: row.position, story: toStory(row) }));
}
