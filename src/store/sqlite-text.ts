import type { Rows, Sql } from './rows.ts';
import type { SearchQuery, SearchTerm } from './search-query.ts';
import type { ArticleTextIndex, IndexedText, MatchLevel, TextIndex, TimeRange } from './text-index.ts';

// Row numbers of the index begin with the time of publication, so that its own order is the order of a list.
const SLOTS = 1_048_576;
// The driver gives numbers as floating ones, which would round what they are multiplied to.
const whole = 'CAST(? AS INTEGER)';

const columnsOf: Record<MatchLevel, { word: string; phrase: string }> = {
  headline: { word: '{headline}', phrase: '{headline}' },
  lead: { word: '{headline summary focus}', phrase: '{headline summary}' },
  anywhere: { word: '', phrase: '{headline summary body}' },
};

// Words hold letters and digits only, and each stands in quotes: nothing of a search is read as syntax.
function oneTerm(term: SearchTerm, level: MatchLevel): string {
  const { word, phrase } = columnsOf[level];
  const columns = term.words.length > 1 ? phrase : word;
  const text = `"${term.words.join(' ')}"${term.prefix ? ' *' : ''}`;
  return columns === '' ? text : `${columns} : ${text}`;
}

const anyOf = (terms: readonly SearchTerm[], level: MatchLevel): string =>
  `(${terms.map((term) => `(${oneTerm(term, level)})`).join(' OR ')})`;

const allOf = (query: SearchQuery, level: MatchLevel): string =>
  `(${query.groups.map((group) => anyOf(group, level)).join(' AND ')})`;

const better: Partial<Record<MatchLevel, MatchLevel>> = { anywhere: 'lead', lead: 'headline' };

function expression(query: SearchQuery, level: MatchLevel = 'anywhere', exactly = false): string {
  const none = exactly && better[level] ? [allOf(query, better[level])] : [];
  if (query.excluded.length > 0) none.push(anyOf(query.excluded, 'anywhere'));
  const wanted = allOf(query, level);
  return none.length === 0 ? wanted : `${wanted} NOT (${none.join(' OR ')})`;
}

/** A condition whose one `?` is what to match. */
const matching =
  (sql: string) =>
  (query: SearchQuery, level?: MatchLevel, exactly?: boolean): Sql => ({
    sql,
    values: [expression(query, level, exactly)],
  });

/** A row number for each article; the next free one where another article of that very moment has it. */
async function freeDocs(rows: Rows, ids: readonly number[]): Promise<Map<number, string>> {
  const place = `a.published_at * ${SLOTS} + a.id % ${SLOTS}`;
  const found = await rows.all<{ id: number; doc: string; taken: number }>(
    `SELECT a.id, CAST(${place} AS TEXT) AS doc, EXISTS (SELECT 1 FROM article o WHERE o.doc = ${place}) AS taken
     FROM article a WHERE a.id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  const docs = new Map(found.map(({ id, doc }) => [id, doc]));
  for (const { id, doc, taken } of found) {
    if (taken === 0) continue;
    const free = await rows.get<{ doc: string }>(
      `WITH RECURSIVE place(doc) AS (
        SELECT CAST(? AS INTEGER)
        UNION ALL SELECT doc + 1 FROM place WHERE EXISTS (SELECT 1 FROM article WHERE article.doc = place.doc)
      ) SELECT CAST(max(doc) AS TEXT) AS doc FROM place`,
      [doc],
    );
    docs.set(id, free!.doc);
  }
  return docs;
}

function matchingWithin(query: SearchQuery, { from, to }: TimeRange): Sql {
  const sql = [
    'f.article_search MATCH ?',
    ...(from === null ? [] : [`f.rowid >= ${whole} * ${SLOTS}`]),
    ...(to === null ? [] : [`f.rowid < ${whole} * ${SLOTS}`]),
  ];
  return { sql: sql.join(' AND '), values: [expression(query), from, to].filter((value) => value !== null) };
}

/** Search over articles: FTS5 without a copy of the text. `article.doc` is a row's number in it. */
export const sqliteArticleText: ArticleTextIndex = {
  tables: [
    `CREATE VIRTUAL TABLE article_search USING fts5(headline, summary, body, focus,
      content='', contentless_delete=1, tokenize='ascii')`,
  ],
  async put(rows: Rows, texts: readonly (readonly [number, IndexedText])[]) {
    const docs = await freeDocs(
      rows,
      texts.map(([id]) => id),
    );
    await rows.each(
      'UPDATE article SET doc = CAST(? AS INTEGER) WHERE id = ?',
      texts.map(([id]) => [docs.get(id)!, id]),
    );
    // In the index's own order: at each step back it would write a piece of its own, and merge them later.
    const inOrder = texts.toSorted(([one], [other]) => (BigInt(docs.get(one)!) < BigInt(docs.get(other)!) ? -1 : 1));
    await rows.each(
      'INSERT INTO article_search(rowid, headline, summary, body, focus) VALUES (CAST(? AS INTEGER), ?, ?, ?, ?)',
      inOrder.map(([id, text]) => [docs.get(id)!, text.headline, text.summary, text.body, text.focus]),
    );
  },
  async remove(rows: Rows, id: number) {
    await rows.run('DELETE FROM article_search WHERE rowid = (SELECT doc FROM article WHERE id = ?)', [id]);
    await rows.run('UPDATE article SET doc = NULL WHERE id = ?', [id]);
  },
  matches: matching('a.doc IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)'),
  probe: matching('EXISTS (SELECT 1 FROM article_search f WHERE f.article_search MATCH ? AND f.rowid = a.doc)'),
  count(query, range) {
    const { sql, values } = matchingWithin(query, range);
    return { sql: `SELECT count(*) AS n FROM article_search f WHERE ${sql}`, values };
  },
  // Up to so many articles, a row's number ends in the article's id, which spares looking for the article.
  ids(query, range) {
    const { sql, values } = matchingWithin(query, range);
    return {
      sql: `SELECT CASE WHEN (SELECT max(id) FROM article) < ${SLOTS}
        THEN (SELECT json_group_array(f.rowid & ${SLOTS - 1}) FROM article_search f WHERE ${sql})
        ELSE (SELECT json_group_array(a.id) FROM article_search f CROSS JOIN article a
          WHERE a.doc = f.rowid AND ${sql}) END AS ids`,
      values: [...values, ...values],
    };
  },
  from: 'article_search f CROSS JOIN article a',
  where: matching('a.doc = f.rowid AND f.article_search MATCH ?'),
  order: (direction) => `f.rowid ${direction}`,
  beyond: (comparison) => `f.rowid ${comparison} ${whole} * ${SLOTS} + ${whole} % ${SLOTS}`,
  bound: (comparison) => `f.rowid ${comparison} ${whole} * ${SLOTS}`,
};

/** Search over quotations; only the words themselves, as the headline. */
export const sqliteQuoteText: TextIndex = {
  ...sqliteArticleText,
  tables: [
    `CREATE VIRTUAL TABLE quote_search USING fts5(headline, summary, body, focus,
      content='', contentless_delete=1, tokenize='ascii')`,
  ],
  async put(rows, texts) {
    await rows.each(
      'INSERT INTO quote_search(rowid, headline) VALUES (?, ?)',
      texts.map(([id, text]) => [id, text.headline]),
    );
  },
  async remove(rows, id) {
    await rows.run('DELETE FROM quote_search WHERE rowid = ?', [id]);
  },
  matches: matching('q.id IN (SELECT rowid FROM quote_search WHERE quote_search MATCH ?)'),
  probe: matching('EXISTS (SELECT 1 FROM quote_search f WHERE f.quote_search MATCH ? AND f.rowid = q.id)'),
};
