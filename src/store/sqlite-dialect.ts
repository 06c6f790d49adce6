import type { Dialect } from './engine.ts';
import { sqliteArticleText, sqliteQuoteText } from './sqlite-text.ts';

/** SQLite's own words. */
export const sqliteDialect: Dialect = {
  name: 'sqlite',
  identity: 'INTEGER PRIMARY KEY AUTOINCREMENT',
  text: 'TEXT',
  clustered: ' WITHOUT ROWID',
  integer: 'INTEGER',
  bytes: 'BLOB',
  packed: () => [],
  holdMigrations: [],
  size: 'SELECT c.page_count * s.page_size AS bytes FROM pragma_page_count() c, pragma_page_size() s',
  // AUTOINCREMENT counts on from the largest.
  skipIds: null,
  forUpdate: '',
  numbers: '(SELECT value FROM json_each(?))',
  texts: '(SELECT value FROM json_each(?))',
  eachRow: '',
  idList: (column) => `json_group_array(${column})`,
  pairs: '(SELECT value ->> 0 AS a, value ->> 1 AS b FROM json_each(?))',
  articleText: sqliteArticleText,
  quoteText: sqliteQuoteText,
};
