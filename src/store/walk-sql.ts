import type { Dialect } from './engine.ts';
import { articleRow, exprSql, idList, postingRow, readsArticle, type Sql } from './expr-sql.ts';
import type { Plan } from './plan.ts';
import type { MatchLevel } from './text-index.ts';

/** A place in the order of publication: a row's own, or the beginning of an instant (`id` null). */
export interface Place {
  published: number;
  id: number | null;
}

/** Which part of a walk is wanted, and in which direction. */
export interface Stretch {
  /** Only rows after this place in time … */
  above: Place | null;
  /** … and before this one. */
  below: Place | null;
  direction: 'ASC' | 'DESC';
  limit: number;
}

/** More tags than this are gathered and sorted rather than merged. */
const MOST_MERGED = 60;

const before = (one: Place, other: Place): boolean =>
  one.published < other.published || (one.published === other.published && (one.id ?? 0) < (other.id ?? 0));

/** The places that the plan's own range and a cursor's leave. */
export function narrow(plan: Plan, above: Place | null, below: Place | null): Pick<Stretch, 'above' | 'below'> {
  const from = plan.from === null ? null : { published: plan.from, id: null };
  const to = plan.to === null ? null : { published: plan.to, id: null };
  return {
    above: from !== null && (above === null || before(above, from)) ? from : above,
    below: to !== null && (below === null || before(to, below)) ? to : below,
  };
}

const join = (parts: readonly Sql[]): Sql => ({
  sql: parts.map((part) => part.sql).join(' AND '),
  values: parts.flatMap((part) => part.values),
});

// Ids begin at 1, so (instant, 0) stands before all rows of an instant.
function postingBounds({ above, below }: Pick<Stretch, 'above' | 'below'>): Sql[] {
  const bounds: Sql[] = [];
  const row = '(p.published_at, p.article_id)';
  if (above) bounds.push({ sql: `${row} > (?, ?)`, values: [above.published, above.id ?? 0] });
  if (below) bounds.push({ sql: `${row} < (?, ?)`, values: [below.published, below.id ?? 0] });
  return bounds;
}

function textBounds(dialect: Dialect, { above, below }: Pick<Stretch, 'above' | 'below'>): Sql[] {
  const text = dialect.articleText;
  const bound = (place: Place, comparison: '<' | '>'): Sql =>
    place.id === null
      ? { sql: text.bound(comparison === '<' ? '<' : '>='), values: [place.published] }
      : { sql: text.beyond(comparison), values: [place.published, place.id] };
  return [...(above ? [bound(above, '>')] : []), ...(below ? [bound(below, '<')] : [])];
}

function alongPostings(dialect: Dialect, plan: Plan, tag: Sql, bounds: Sql[]): Sql {
  const wide = readsArticle(plan.rest);
  const rest = exprSql(dialect, plan.rest, postingRow, plan.few);
  const where = join([
    { sql: `p.tag_id ${tag.sql}`, values: tag.values },
    ...bounds,
    ...(wide ? [{ sql: 'a.id = p.article_id', values: [] }] : []),
    ...(plan.rest.is === 'all' ? [] : [rest]),
  ]);
  return { sql: `FROM posting p${wide ? ' CROSS JOIN article a' : ''} WHERE ${where.sql}`, values: where.values };
}

function alongText(dialect: Dialect, plan: Plan, matching: Sql, bounds: Sql[]): Sql {
  const text = dialect.articleText;
  const where = join([
    matching,
    ...bounds,
    ...(plan.rest.is === 'all' ? [] : [exprSql(dialect, plan.rest, articleRow, plan.few)]),
  ]);
  return { sql: `FROM ${text.from} WHERE ${where.sql}`, values: where.values };
}

function alongStory(
  dialect: Dialect,
  plan: Plan,
  story: number,
  { above, below }: Pick<Stretch, 'above' | 'below'>,
): Sql {
  const bound = (place: Place, comparison: '<' | '>'): Sql => ({
    sql: `(a.published_at, a.id) ${comparison} (?, ?)`,
    values: [place.published, place.id ?? 0],
  });
  const where = join([
    { sql: 'a.story = ?', values: [story] },
    ...(above ? [bound(above, '>')] : []),
    ...(below ? [bound(below, '<')] : []),
    ...(plan.rest.is === 'all' ? [] : [exprSql(dialect, plan.rest, articleRow, plan.few)]),
  ]);
  return {
    sql: `SELECT a.published_at AS published_at, a.id AS article_id FROM article a WHERE ${where.sql}`,
    values: where.values,
  };
}

/** A stretch of the matches in order of publication, as rows (published_at, article_id). */
export function stretchSql(dialect: Dialect, plan: Plan, stretch: Stretch, level?: MatchLevel): Sql {
  const { direction, limit } = stretch;
  const order = `ORDER BY published_at ${direction}, article_id ${direction} LIMIT ?`;
  if ('text' in plan.along) {
    const matching = dialect.articleText.where(plan.along.text, level, level !== undefined);
    const walk = alongText(dialect, plan, matching, textBounds(dialect, stretch));
    return {
      sql: `SELECT a.published_at, a.id AS article_id ${walk.sql}
        ORDER BY ${dialect.articleText.order(direction)} LIMIT ?`,
      values: [...walk.values, limit],
    };
  }
  if ('story' in plan.along) {
    const walk = alongStory(dialect, plan, plan.along.story, stretch);
    return { sql: `${walk.sql} ${order}`, values: [...walk.values, limit] };
  }
  const { tags } = plan.along;
  const columns = 'p.published_at AS published_at, p.article_id AS article_id';
  const bounds = postingBounds(stretch);
  if (tags.length > MOST_MERGED) {
    const list = idList(
      dialect,
      tags.map((tag) => tag.id),
    );
    const walk = alongPostings(dialect, plan, { sql: `IN ${list.sql}`, values: list.values }, bounds);
    return { sql: `SELECT DISTINCT ${columns} ${walk.sql} ${order}`, values: [...walk.values, limit] };
  }
  const branches = tags.map((tag) => {
    const walk = alongPostings(dialect, plan, { sql: '= ?', values: [tag.id] }, bounds);
    const inner = `ORDER BY p.published_at ${direction}, p.article_id ${direction} LIMIT ?`;
    return { sql: `SELECT ${columns} ${walk.sql} ${inner}`, values: [...walk.values, limit] };
  });
  if (branches.length === 1) return branches[0]!;
  return {
    sql: `${branches.map((b, i) => `SELECT * FROM (${b.sql}) b${i}`).join(' UNION ')} ${order}`,
    values: [...branches.flatMap((branch) => branch.values), limit],
  };
}

/** All matches, in no order, as rows (published_at, article_id), each once. */
export function matchesSql(dialect: Dialect, plan: Plan): Sql {
  const range = narrow(plan, null, null);
  if ('text' in plan.along) {
    const matching = dialect.articleText.where(plan.along.text);
    const walk = alongText(dialect, plan, matching, textBounds(dialect, range));
    return { sql: `SELECT a.published_at AS published_at, a.id AS article_id ${walk.sql}`, values: walk.values };
  }
  if ('story' in plan.along) return alongStory(dialect, plan, plan.along.story, range);
  const ids = plan.along.tags.map((tag) => tag.id);
  const list = ids.length === 1 ? { sql: '= ?', values: ids } : idList(dialect, ids);
  const tag = ids.length === 1 ? list : { sql: `IN ${list.sql}`, values: list.values };
  const walk = alongPostings(dialect, plan, tag, postingBounds(range));
  const distinct = ids.length === 1 ? '' : 'DISTINCT ';
  return {
    sql: `SELECT ${distinct}p.published_at AS published_at, p.article_id AS article_id ${walk.sql}`,
    values: walk.values,
  };
}
