import type { Dialect, Value } from './engine.ts';
import type { Expr } from './filter-expr.ts';
import type { Sql } from './rows.ts';

export type { Sql };

/** Where the columns of the row at hand stand. */
export interface RowNames {
  published: string;
  id: string;
}

export const postingRow: RowNames = { published: 'p.published_at', id: 'p.article_id' };
export const articleRow: RowNames = { published: 'a.published_at', id: 'a.id' };

/** Past so many, a list is given as one value. */
const MOST_MARKS = 30;

export function idList(dialect: Dialect, ids: readonly number[]): Sql {
  if (ids.length > MOST_MARKS) return { sql: dialect.numbers, values: [JSON.stringify(ids)] };
  return { sql: `(${ids.map(() => '?').join(', ')})`, values: [...ids] };
}

/** Whether the expression reads the row `a` of the article. */
export function readsArticle(expr: Expr): boolean {
  switch (expr.is) {
    case 'text':
    case 'column':
    case 'story':
      return true;
    case 'and':
    case 'or':
      return expr.parts.some(readsArticle);
    case 'not':
      return readsArticle(expr.part);
    default:
      return false;
  }
}

/**
 * An expression as a condition. `probe` asks the text index row by row, which is right where few rows are looked at;
 * otherwise all that matches the text is gathered once.
 */
export function exprSql(dialect: Dialect, expr: Expr, row: RowNames, probe: boolean): Sql {
  switch (expr.is) {
    case 'all':
      return { sql: '1 = 1', values: [] };
    case 'none':
      return { sql: '1 = 0', values: [] };
    case 'tags': {
      const list = idList(
        dialect,
        expr.tags.map((tag) => tag.id),
      );
      return {
        sql: `EXISTS (SELECT 1 FROM posting x WHERE x.tag_id IN ${list.sql}
          AND x.published_at = ${row.published} AND x.article_id = ${row.id}${dialect.eachRow})`,
        values: list.values,
      };
    }
    case 'text':
      return probe ? dialect.articleText.probe(expr.query) : dialect.articleText.matches(expr.query);
    case 'published': {
      const conditions: string[] = [];
      const values: Value[] = [];
      if (expr.from !== undefined && expr.from !== null) {
        conditions.push(`${row.published} >= ?`);
        values.push(expr.from);
      }
      if (expr.to !== undefined && expr.to !== null) {
        conditions.push(`${row.published} < ?`);
        values.push(expr.to);
      }
      return { sql: conditions.length === 0 ? '1 = 1' : `(${conditions.join(' AND ')})`, values };
    }
    case 'column':
      return { sql: expr.sql, values: expr.values };
    case 'story':
      return { sql: 'coalesce(a.story = ?, 1 = 0)', values: [expr.story] };
    case 'not': {
      const inner = exprSql(dialect, expr.part, row, probe);
      return { sql: `NOT (${inner.sql})`, values: inner.values };
    }
    default: {
      const parts = expr.parts.map((part) => exprSql(dialect, part, row, probe));
      return {
        sql: `(${parts.map((part) => part.sql).join(expr.is === 'and' ? ' AND ' : ' OR ')})`,
        values: parts.flatMap((part) => part.values),
      };
    }
  }
}
