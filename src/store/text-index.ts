import type { Rows, Sql } from './rows.ts';
import type { SearchQuery } from './search-query.ts';

/** How well a text matches: in its headline; in its lead, or often in its body; anywhere. */
export type MatchLevel = 'headline' | 'lead' | 'anywhere';

/** Folded words of each part, joined by spaces. */
export interface IndexedText {
  headline: string;
  summary: string;
  body: string;
  /** Words that stand in the body three times or more. */
  focus: string;
}

/** From an instant on, and before another; null where there is no bound. */
export interface TimeRange {
  from: number | null;
  to: number | null;
}

/** Full-text search of one table, over words that are folded already. */
export interface TextIndex {
  /** Statements that make it. */
  readonly tables: readonly string[];
  put(rows: Rows, texts: readonly (readonly [id: number, text: IndexedText])[]): Promise<void>;
  remove(rows: Rows, id: number): Promise<void>;
  /** Condition on the row `a` (of a quotation `q`): told for all rows at once, and (probe) row by row. */
  matches(query: SearchQuery, level?: MatchLevel): Sql;
  probe(query: SearchQuery, level?: MatchLevel): Sql;
  /** FROM clause of all matching rows `a`, their condition, and their order by publication. */
  readonly from: string;
  /** `exactly` asks for matches at this level and not at a better one. */
  where(query: SearchQuery, level?: MatchLevel, exactly?: boolean): Sql;
  order(direction: 'ASC' | 'DESC'): string;
  /** Condition that a row stands before or after (published_at, id), two `?`. */
  beyond(comparison: '<' | '>'): string;
  /** Condition that a row is published at or after, or before, an instant, one `?`. */
  bound(comparison: '<' | '>='): string;
}

/** Search over articles, which is counted too. */
export interface ArticleTextIndex extends TextIndex {
  /** Counts the rows that match and were published within the range, as `n`. */
  count(query: SearchQuery, range: TimeRange): Sql;
  /** The ids of all of them, as one JSON list `ids`. */
  ids(query: SearchQuery, range: TimeRange): Sql;
}
