import type { Quote } from '../domain/article.ts';
import type { ArticleFilter, Page, PageRequest } from '../domain/filter.ts';
import type { Engine } from './engine.ts';
import { exprSql, postingRow, readsArticle, type Sql } from './expr-sql.ts';
import { and, compileFilter, tagged } from './filter-expr.ts';
import { type QuoteRow, quoteColumns, toQuote } from './mentions.ts';
import { readPage, toPage } from './page.ts';
import { type Plan, planFilter } from './plan.ts';
import { readSearch } from './search-query.ts';
import { matchesSql } from './walk-sql.ts';

export interface QuoteRequest {
  filter: ArticleFilter;
  speaker?: string;
  search?: string;
}

/** Conditions on the quotation `q` itself. */
function quoteConditions(engine: Engine, request: QuoteRequest, along: 'quotes' | 'articles'): Sql[] {
  const parts: Sql[] = [];
  if (request.speaker !== undefined) parts.push({ sql: 'q.speaker = ?', values: [request.speaker] });
  const query = request.search === undefined ? null : readSearch(request.search);
  if (query !== null) {
    const { quoteText } = engine.dialect;
    const positive = query.groups.length > 0;
    const wanted = positive ? query : { groups: [query.excluded], excluded: [] };
    const matches =
      along === 'quotes' || !positive ? quoteText.matches(wanted, 'headline') : quoteText.probe(wanted, 'headline');
    parts.push(positive ? matches : { ...matches, sql: `NOT (${matches.sql})` });
  }
  return parts;
}

async function planQuotes(engine: Engine, request: QuoteRequest): Promise<Plan | null> {
  const speaker = request.speaker === undefined ? [] : ([['speaker', request.speaker]] as const);
  const compiled = await compileFilter(engine, engine.dialect, request.filter, speaker);
  const narrowed = compiled.tags.get(request.speaker === undefined ? 'special:quoted' : `speaker:${request.speaker}`);
  return planFilter({ ...compiled, expr: and([tagged(narrowed ? [narrowed] : []), compiled.expr]) });
}

/** All matching quotations, as rows of `q` with the publication of their article. */
function quotesSql(engine: Engine, request: QuoteRequest, plan: Plan, bounds: Sql[]): Sql {
  const { dialect } = engine;
  const searched = request.search !== undefined && (readSearch(request.search)?.groups.length ?? 0) > 0;
  const columns = `${quoteColumns}, q.place`;
  if (!searched && 'tags' in plan.along && plan.along.tags.length === 1) {
    // Newest articles first as they stand in the index: a page ends the walk.
    const wide = readsArticle(plan.rest);
    const rest = exprSql(dialect, plan.rest, postingRow, plan.few);
    const range: Sql[] = [];
    if (plan.from !== null) range.push({ sql: 'p.published_at >= ?', values: [plan.from] });
    if (plan.to !== null) range.push({ sql: 'p.published_at < ?', values: [plan.to] });
    const where = [
      { sql: 'p.tag_id = ?', values: [plan.along.tags[0]!.id] },
      ...range,
      ...bounds,
      { sql: 'q.article_id = p.article_id', values: [] },
      ...(wide ? [{ sql: 'a.id = p.article_id', values: [] }] : []),
      rest,
      ...quoteConditions(engine, request, 'articles'),
    ];
    return {
      sql: `SELECT ${columns}, p.published_at FROM posting p CROSS JOIN quote q${wide ? ' CROSS JOIN article a' : ''}
        WHERE ${where.map((part) => part.sql).join(' AND ')}`,
      values: where.flatMap((part) => part.values),
    };
  }
  const matches = matchesSql(dialect, plan);
  const where = [
    { sql: 'q.article_id = p.article_id', values: [] },
    ...bounds,
    ...quoteConditions(engine, request, 'quotes'),
  ];
  return {
    sql: `SELECT ${columns}, p.published_at FROM (${matches.sql}) p CROSS JOIN quote q
      WHERE ${where.map((part) => part.sql).join(' AND ')}`,
    values: [...matches.values, ...where.flatMap((part) => part.values)],
  };
}

const LIST = 'QUOTES';

/** Newest article first, then by place in it. */
export async function quotes(engine: Engine, request: QuoteRequest, page: PageRequest): Promise<Page<Quote>> {
  const window = readPage(LIST, 3, page);
  const plan = await planQuotes(engine, request);
  if (plan === null || window.limit === 0) return toPage(LIST, window, [] as QuoteRow[], () => [], toQuote);
  const bounds: Sql[] = [];
  // Upside down in time and straight in place: told in two steps, so that the index serves the first.
  const beyond = ([published, article, place]: number[], time: '<' | '>', within: '<' | '>'): Sql => ({
    sql: `((p.published_at, p.article_id) ${time} (?, ?) OR
      (p.published_at = ? AND p.article_id = ? AND q.place ${within} ?))`,
    values: [published!, article!, published!, article!, place!],
  });
  const near = ([published]: number[], comparison: '<=' | '>='): Sql => ({
    sql: `p.published_at ${comparison} ?`,
    values: [published!],
  });
  if (window.after) bounds.push(near(window.after, '<='), beyond(window.after, '<', '>'));
  if (window.before) bounds.push(near(window.before, '>='), beyond(window.before, '>', '<'));
  const query = quotesSql(engine, request, plan, bounds);
  const [time, within] = window.backward ? ['ASC', 'DESC'] : ['DESC', 'ASC'];
  const rows = await engine.walk<QuoteRow & { place: number; published_at: number }>(
    `${query.sql} ORDER BY p.published_at ${time}, p.article_id ${time}, q.place ${within} LIMIT ?`,
    [...query.values, window.limit + 1],
  );
  return toPage(LIST, window, rows, (row) => [row.published_at, row.article_id, row.place], toQuote);
}

export async function countQuotes(engine: Engine, request: QuoteRequest): Promise<number> {
  const plan = await planQuotes(engine, request);
  if (plan === null) return 0;
  const query = quotesSql(engine, request, plan, []);
  const [row] = await engine.walk<{ n: number }>(`SELECT count(*) AS n FROM (${query.sql}) s`, query.values);
  return row?.n ?? 0;
}
