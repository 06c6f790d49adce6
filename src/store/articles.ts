import type { Article, ArticleParts, ListedArticle } from '../domain/article.ts';
import type { ArticleFilter, ArticleOrder, Page, PageRequest } from '../domain/filter.ts';
import {
  type ArticleRow,
  articleSelection,
  type ListedRow,
  toArticle,
  toListed,
  wholeArticle,
} from './article-rows.ts';
import { countBlocks } from './block-counts.ts';
import type { BlockIndex } from './block-index.ts';
import { inBlocks } from './block-matches.ts';
import { pageInBlocks } from './block-page.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Dialect, Engine } from './engine.ts';
import { articleRow, exprSql, type Sql } from './expr-sql.ts';
import { askedOf, countsInBlocks } from './facets.ts';
import { type Compiled, compileFilter, compileWith, tagsOfFilter } from './filter-expr.ts';
import { gatheredParts } from './gather-ids.ts';
import { readPage, toPage, type Window } from './page.ts';
import { type Plan, planFilter } from './plan.ts';
import { type FoundTags, findTags } from './tags.ts';
import type { MatchLevel } from './text-index.ts';
import { matchesSql, narrow, type Place, stretchSql } from './walk-sql.ts';

/** What the store has come to, as the statement of a page sees it. */
const seen = '(SELECT generation FROM state) AS generation';

/** Best first. */
const levels: readonly MatchLevel[] = ['headline', 'lead', 'anywhere'];

/** Up to so many matches are sorted by arrival; with more, a walk in order of arrival soon meets enough of them. */
const SORT_UP_TO = 4_500;

/** A page of a list merged from so many tags is still a short walk. */
const MOST_SHORT = 5;

const placeOf = (cursor: number[] | null): Place | null =>
  cursor === null ? null : { published: cursor[cursor.length - 2]!, id: cursor[cursor.length - 1]! };

/** What the places before and after mean in time, for a list that goes downwards or upwards in it. */
function sides(window: Window, descending: boolean): { above: Place | null; below: Place | null } {
  const [after, before] = [placeOf(window.after), placeOf(window.before)];
  return descending ? { above: before, below: after } : { above: after, below: before };
}

function byTime(dialect: Dialect, plan: Plan, window: Window, parts: ArticleParts, descending: boolean): Sql {
  const { above, below } = sides(window, descending);
  const direction = descending === window.backward ? 'ASC' : 'DESC';
  const { columns, joins } = articleSelection(parts);
  const inner = stretchSql(dialect, plan, { ...narrow(plan, above, below), direction, limit: window.limit + 1 });
  return {
    sql: `SELECT ${columns}, ${seen}, 0 AS level FROM (${inner.sql}) d CROSS JOIN article a ${joins}
      WHERE a.id = d.article_id ORDER BY d.published_at ${direction}, d.article_id ${direction}`,
    values: inner.values,
  };
}

// One walk for each level, each ended after a page; a cursor stands in one of them and leaves out those before it.
function byRelevance(dialect: Dialect, plan: Plan, window: Window, asked: ArticleParts): Sql {
  const direction = window.backward ? 'ASC' : 'DESC';
  const [after, before] = [window.after, window.before];
  const parts = levels.flatMap((level, number): Sql[] => {
    if ((after !== null && number < after[0]!) || (before !== null && number > before[0]!)) return [];
    const below = after !== null && number === after[0] ? placeOf(after) : null;
    const above = before !== null && number === before[0] ? placeOf(before) : null;
    const stretch = { ...narrow(plan, above, below), direction, limit: window.limit + 1 } as const;
    const walk = stretchSql(dialect, plan, stretch, level);
    return [{ sql: `SELECT ${number} AS level, w${number}.* FROM (${walk.sql}) w${number}`, values: walk.values }];
  });
  const order = `level ${window.backward ? 'DESC' : 'ASC'}, published_at ${direction}, article_id ${direction}`;
  const inner = parts.map((part) => part.sql).join(' UNION ALL ');
  const { columns, joins } = articleSelection(asked);
  return {
    sql: `SELECT ${columns}, ${seen}, d.level FROM (SELECT * FROM (${inner}) u ORDER BY ${order} LIMIT ?) d
      CROSS JOIN article a ${joins} WHERE a.id = d.article_id
      ORDER BY ${order.replace('level', 'd.level').replace('published_at', 'd.published_at').replace('article_id', 'd.article_id')}`,
    values: [...parts.flatMap((part) => part.values), window.limit + 1],
  };
}

function byArrival(
  dialect: Dialect,
  compiled: Compiled,
  plan: Plan,
  window: Window,
  parts: ArticleParts,
  probe: boolean,
): Sql {
  const direction = window.backward ? 'DESC' : 'ASC';
  const { along } = plan;
  const sorted = 'tags' in along ? along.tags.reduce((n, tag) => n + tag.articles, 0) <= SORT_UP_TO : !probe;
  const bounds: Sql[] = [];
  if (window.after) bounds.push({ sql: 'a.id > ?', values: [window.after[0]!] });
  if (window.before) bounds.push({ sql: 'a.id < ?', values: [window.before[0]!] });
  let from = 'article a';
  if (sorted) {
    const matches = matchesSql(dialect, plan);
    from = `(${matches.sql}) m CROSS JOIN article a`;
    bounds.unshift({ sql: 'a.id = m.article_id', values: [] });
    bounds.unshift({ sql: '1 = 1', values: matches.values });
  } else bounds.push(exprSql(dialect, compiled.expr, articleRow, probe));
  const inner = `SELECT a.id AS article_id FROM ${from} WHERE ${bounds.map((b) => b.sql).join(' AND ')}
    ORDER BY a.id ${direction} LIMIT ?`;
  const { columns, joins } = articleSelection(parts);
  return {
    sql: `SELECT ${columns}, ${seen}, 0 AS level FROM (${inner}) d CROSS JOIN article a ${joins}
      WHERE a.id = d.article_id ORDER BY a.id ${direction}`,
    values: [...bounds.flatMap((bound) => bound.values), window.limit + 1],
  };
}

type Row = ListedRow & { level: number; generation: number };

const places: Record<ArticleOrder, (row: Row) => number[]> = {
  NEWEST: (row) => [row.published_at, row.id],
  OLDEST: (row) => [row.published_at, row.id],
  FIRST_SEEN: (row) => [row.id],
  RELEVANCE: (row) => [row.level, row.published_at, row.id],
};
const placeLength: Record<ArticleOrder, number> = { NEWEST: 2, OLDEST: 2, FIRST_SEEN: 1, RELEVANCE: 3 };

/** Whether a page of it is read in no time, whatever the tags are: few rows are met that do not match. */
const isShort = ({ along, rest, few }: Plan): boolean =>
  'tags' in along && (few || (rest.is === 'all' && along.tags.length <= MOST_SHORT));

/** How its page is read: an index that gives all that it meets needs one plan whatever the tags are. */
function readingOf(plan: Plan): 'lookup' | 'all' | 'walk' {
  if (!isShort(plan)) return 'walk';
  return plan.rest.is === 'all' ? 'lookup' : 'all';
}

/** Whether a walk may meet many articles that do not match, and blocks tell which do. */
const isScattered = (compiled: Compiled, plan: Plan): boolean =>
  !isShort(plan) && inBlocks(compiled.expr) && gatheredParts(compiled.expr).length === 0;

/** The rows of a page that blocks tell; null where one of them is gone by now. */
async function fromBlocks(
  index: BlockIndex,
  compiled: Compiled,
  plan: Plan,
  window: Window,
  parts: ArticleParts,
  descending: boolean,
): Promise<Row[] | null> {
  const { engine } = index;
  const { columns, joins } = articleSelection(parts);
  const { above, below } = sides(window, descending);
  const direction = descending === window.backward ? 'ASC' : 'DESC';
  const stretch = { ...narrow(plan, above, below), direction, limit: window.limit + 1 } as const;
  const ids = await pageInBlocks(index, askedOf(compiled), stretch);
  const rows = await engine.lookup<Row>(
    `SELECT ${columns}, ${seen}, 0 AS level FROM article a ${joins}
     WHERE a.id IN ${engine.dialect.numbers} ORDER BY a.published_at ${direction}, a.id ${direction}`,
    [JSON.stringify(ids)],
  );
  return rows.length === ids.length ? rows : null;
}

/** The rows of a page, read one further than asked. */
async function readRows(
  index: BlockIndex,
  compiled: Compiled,
  order: ArticleOrder,
  window: Window,
  parts: ArticleParts,
): Promise<Row[]> {
  const { engine } = index;
  const { dialect } = engine;
  // Relevance walks the text whatever else is asked; without one all rows stand at one level.
  const plan = planFilter(compiled, order === 'RELEVANCE');
  if (plan === null || window.limit === 0) return [];
  if (order === 'FIRST_SEEN') {
    const query = byArrival(dialect, compiled, plan, window, parts, false);
    return engine[isShort(plan) ? 'all' : 'walk']<Row>(query.sql, query.values);
  }
  if (isScattered(compiled, plan)) {
    const found = await fromBlocks(index, compiled, plan, window, parts, order !== 'OLDEST');
    if (found !== null) return found;
  }
  const query =
    order === 'RELEVANCE' && 'text' in plan.along
      ? byRelevance(dialect, plan, window, parts)
      : byTime(dialect, plan, window, parts, order !== 'OLDEST');
  return engine[readingOf(plan)]<Row>(query.sql, query.values);
}

/** A page of articles: one statement, and one to resolve the filter where the store has changed since it was resolved. */
export async function listArticles(
  index: BlockIndex,
  filter: ArticleFilter,
  order: ArticleOrder,
  page: PageRequest,
  parts: ArticleParts,
): Promise<Page<ListedArticle>> {
  const { engine, tags } = index;
  const window = readPage(order, placeLength[order], page);
  const wanted = tagsOfFilter(filter);
  const key = JSON.stringify(wanted);
  const read = (found: FoundTags): Promise<Row[]> => readRows(index, compileWith(filter, found), order, window, parts);
  const remembered = tags.recall(key);
  let rows = remembered === null ? [] : await read(remembered);
  if (remembered === null || rows[0]?.generation !== remembered.generation) {
    const found = await findTags(engine, engine.dialect, wanted);
    tags.keep(key, found);
    // A page without rows does not say what it has seen.
    if (rows.length > 0 || found.generation !== remembered?.generation) rows = await read(found);
  }
  return toPage(order, window, rows, places[order], (row) => toListed(row, parts));
}

/** The same with whole articles. */
export async function articles(
  index: BlockIndex,
  filter: ArticleFilter,
  order: ArticleOrder,
  page: PageRequest,
): Promise<Page<Article>> {
  return (await listArticles(index, filter, order, page, wholeArticle)) as Page<Article>;
}

/** How many articles a filter matches; a single tag's are known without counting. */
export async function countArticles(index: BlockIndex, filter: ArticleFilter): Promise<number> {
  const { engine } = index;
  const { dialect } = engine;
  const compiled = await compileFilter(engine, dialect, filter);
  const plan = planFilter(compiled);
  if (plan === null) return 0;
  const { along, rest, from, to } = plan;
  const alone = rest.is === 'all' && from === null && to === null;
  if ('tags' in along && along.tags.length === 1 && alone) return along.tags[0]!.articles;
  const words = 'text' in along && rest.is === 'all' ? along.text : null;
  if (words === null && countsInBlocks(compiled, plan)) return countBlocks(index, askedOf(compiled));
  const matches = matchesSql(dialect, plan);
  const query =
    words === null
      ? { sql: `SELECT count(*) AS n FROM (${matches.sql}) m`, values: matches.values }
      : dialect.articleText.count(words, { from, to });
  const [row] = await engine.walk<{ n: number }>(query.sql, query.values);
  return row?.n ?? 0;
}

/** What arrived after a cursor, in order of arrival. */
export async function arrivals(
  engine: Engine,
  filter: ArticleFilter,
  after: string,
  limit: number,
): Promise<{ cursor: string; node: Article }[]> {
  const window: Window = { limit, backward: false, after: readCursor('FIRST_SEEN', 1, after), before: null };
  const compiled = await compileFilter(engine, engine.dialect, filter);
  const plan = planFilter(compiled);
  if (plan === null) return [];
  const query = byArrival(engine.dialect, compiled, plan, window, wholeArticle, true);
  const rows = await engine.walk<ArticleRow & Row>(query.sql, query.values);
  return toPage('FIRST_SEEN', window, rows, places.FIRST_SEEN, toArticle).edges;
}

export async function lastArrival(engine: Engine): Promise<string> {
  const row = await engine.get<{ id: number | null }>('SELECT max(id) AS id FROM article');
  return writeCursor('FIRST_SEEN', [row?.id ?? 0]);
}
