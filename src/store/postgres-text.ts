import { createHash } from 'node:crypto';
import type { Rows, Sql } from './rows.ts';
import type { SearchQuery, SearchTerm } from './search-query.ts';
import type { ArticleTextIndex, IndexedText, MatchLevel, TextIndex, TimeRange } from './text-index.ts';

// Which part a word stands in is told by a capital letter before it; folded words have none.
const marks: Record<MatchLevel, string> = { headline: 'H', lead: 'L', anywhere: '' };
/** A lexeme may have 2,046 bytes and a row's lexemes a megabyte; no word of a language comes near. */
const LONGEST_WORD = 300;
const MOST_BYTES = 900_000;

const quoted = (word: string): string => `'${word.replace(/['\\]/g, '$&$&')}'`;

/** A longer one goes by its beginning and a digest. */
function lexeme(word: string, prefix = false): string {
  if (word.length <= LONGEST_WORD) return word;
  const digest = prefix ? '' : `~${createHash('sha1').update(word).digest('hex')}`;
  return word.slice(0, LONGEST_WORD) + digest;
}

/** The words as a tsvector without positions: of those nothing is lost, however long the text is. */
function lexemes(text: IndexedText): string {
  const found = new Set<string>();
  const add = (level: MatchLevel, ...parts: string[]): void => {
    for (const part of parts)
      for (const word of part.split(' ')) if (word !== '') found.add(marks[level] + lexeme(word));
  };
  add('headline', text.headline);
  add('lead', text.headline, text.summary, text.focus);
  add('anywhere', text.headline, text.summary, text.body);
  let bytes = 0;
  const kept: string[] = [];
  for (const word of found) {
    bytes += Buffer.byteLength(word) + 4;
    if (bytes > MOST_BYTES) break;
    kept.push(quoted(word));
  }
  return kept.join(' ');
}

/** A term as tsquery; of a phrase, that all its words are there. */
function loose(term: SearchTerm, level: MatchLevel): string {
  const last = term.words.length - 1;
  const words = term.words.map((word, place) => {
    const prefix = term.prefix && place === last;
    return quoted(marks[level] + lexeme(word, prefix)) + (prefix ? ':*' : '');
  });
  return words.length === 1 ? words[0]! : `(${words.join(' & ')})`;
}

const looseAny = (terms: readonly SearchTerm[], level: MatchLevel): string =>
  `(${terms.map((term) => loose(term, level)).join(' | ')})`;
const looseAll = (query: SearchQuery, level: MatchLevel): string =>
  query.groups.map((group) => looseAny(group, level)).join(' & ');

const word = (text: string): Sql => ({ sql: 'f.words @@ ?::tsquery', values: [text] });

const parts: Record<MatchLevel, string[]> = {
  headline: ['f.headline'],
  lead: ['f.headline', 'f.summary'],
  anywhere: ['f.headline', 'f.summary', 'f.body'],
};

/** That one of the level's texts holds the phrase; each begins and ends with a space. */
function follows(term: SearchTerm, level: MatchLevel): Sql {
  const text = ` ${term.words.join(' ')}${term.prefix ? '' : ' '}`;
  return {
    sql: `(${parts[level].map((part) => `strpos(${part}, ?) > 0`).join(' OR ')})`,
    values: parts[level].map(() => text),
  };
}

function join(conditions: readonly Sql[], by: 'AND' | 'OR'): Sql {
  return {
    sql: `(${conditions.map((condition) => condition.sql).join(` ${by} `)})`,
    values: conditions.flatMap((condition) => condition.values),
  };
}

// Words follow each other where the text has them so: asked of the few rows that have them all.
function exactAny(terms: readonly SearchTerm[], level: MatchLevel): Sql {
  const phrases = terms.filter((term) => term.words.length > 1);
  const words = terms.filter((term) => term.words.length === 1);
  const conditions = phrases.map((term) => {
    // Looking for its words first spares reading the text; alone in its group, that has been done.
    return terms.length === 1 ? follows(term, level) : join([word(loose(term, level)), follows(term, level)], 'AND');
  });
  if (words.length > 0) conditions.push(word(looseAny(words, level)));
  return join(conditions, 'OR');
}

/** Beyond what the words alone tell. */
function exactAll(query: SearchQuery, level: MatchLevel): Sql {
  const groups = query.groups.filter((group) => group.some((term) => term.words.length > 1));
  return groups.length === 0
    ? { sql: '1 = 1', values: [] }
    : join(
        groups.map((group) => exactAny(group, level)),
        'AND',
      );
}

const better: Partial<Record<MatchLevel, MatchLevel>> = { anywhere: 'lead', lead: 'headline' };
const hasPhrase = (query: SearchQuery): boolean =>
  [...query.groups.flat(), ...query.excluded].some((term) => term.words.length > 1);

/** Condition on the row `f` of the index. */
function condition(query: SearchQuery, level: MatchLevel = 'anywhere', exactly = false): Sql {
  const above = exactly ? better[level] : undefined;
  const { excluded } = query;
  if (!hasPhrase(query)) {
    const none = [
      ...(above ? [` & !(${looseAll(query, above)})`] : []),
      ...(excluded.length > 0 ? [` & !${looseAny(excluded, 'anywhere')}`] : []),
    ];
    return word(looseAll(query, level) + none.join(''));
  }
  const none = [
    ...(above ? [join([word(looseAll(query, above)), exactAll(query, above)], 'AND')] : []),
    ...(excluded.length > 0
      ? [join([word(looseAny(excluded, 'anywhere')), exactAny(excluded, 'anywhere')], 'AND')]
      : []),
  ].map((one) => ({ ...one, sql: `NOT ${one.sql}` }));
  return join([word(looseAll(query, level)), exactAll(query, level), ...none], 'AND');
}

function conditionWithin(query: SearchQuery, { from, to }: TimeRange): Sql {
  const parts = [condition(query)];
  if (from !== null) parts.push({ sql: 'f.published_at >= ?', values: [from] });
  if (to !== null) parts.push({ sql: 'f.published_at < ?', values: [to] });
  return join(parts, 'AND');
}

const within = (before: string, { sql, values }: Sql, after: string): Sql => ({ sql: before + sql + after, values });
const padded = (text: string): string => ` ${text} `;

function textIndex(table: string, key: string, outer: string): Omit<TextIndex, 'put' | 'tables'> {
  return {
    async remove(rows: Rows, id: number) {
      await rows.run(`DELETE FROM ${table} WHERE ${key} = ?`, [id]);
    },
    matches: (query, level) =>
      within(`${outer} IN (SELECT f.${key} FROM ${table} f WHERE `, condition(query, level), ')'),
    probe: (query, level) =>
      within(`EXISTS (SELECT 1 FROM ${table} f WHERE f.${key} = ${outer} AND `, condition(query, level), ')'),
    from: `${table} f CROSS JOIN article a`,
    where: (query, level, exactly) => within(`f.${key} = ${outer} AND `, condition(query, level, exactly), ''),
    order: (direction) => `f.published_at ${direction}, f.${key} ${direction}`,
    beyond: (comparison) => `(f.published_at, f.${key}) ${comparison} (?, ?)`,
    bound: (comparison) => `f.published_at ${comparison} ?`,
  };
}

/**
 * Search over articles: the same folded words as beside SQLite, as a tsvector that no parser of PostgreSQL has touched,
 * and the folded text for phrases. Frequent words are met on a walk through time, rare ones in the GIN index.
 */
export const postgresArticleText: ArticleTextIndex = {
  ...textIndex('article_search', 'article_id', 'a.id'),
  count: (query, range) =>
    within('SELECT count(*) AS n FROM article_search f WHERE ', conditionWithin(query, range), ''),
  ids: (query, range) =>
    within(
      "SELECT coalesce('[' || string_agg(f.article_id::text, ',') || ']', '[]') AS ids FROM article_search f WHERE ",
      conditionWithin(query, range),
      '',
    ),
  tables: [
    `CREATE TABLE article_search (
      article_id BIGINT PRIMARY KEY REFERENCES article (id), published_at BIGINT NOT NULL, words TSVECTOR NOT NULL,
      headline TEXT COLLATE "C" NOT NULL, summary TEXT COLLATE "C" NOT NULL, body TEXT COLLATE "C" NOT NULL
    )`,
    'CREATE INDEX article_search_by_time ON article_search (published_at, article_id)',
    'CREATE INDEX article_search_words ON article_search USING gin (words)',
  ],
  async put(rows: Rows, texts: readonly (readonly [number, IndexedText])[]) {
    await rows.each(
      `INSERT INTO article_search (article_id, published_at, words, headline, summary, body)
       SELECT id, published_at, ?::tsvector, ?, ?, ? FROM article WHERE id = ?`,
      texts.map(([id, text]) => [lexemes(text), padded(text.headline), padded(text.summary), padded(text.body), id]),
    );
  },
};

/** Search over quotations; only the words themselves, as the headline. */
export const postgresQuoteText: TextIndex = {
  ...textIndex('quote_search', 'quote_id', 'q.id'),
  tables: [
    `CREATE TABLE quote_search (
      quote_id BIGINT PRIMARY KEY, words TSVECTOR NOT NULL, headline TEXT COLLATE "C" NOT NULL
    )`,
    'CREATE INDEX quote_search_words ON quote_search USING gin (words)',
  ],
  async put(rows, texts) {
    await rows.each(
      'INSERT INTO quote_search (quote_id, words, headline) VALUES (?, ?::tsvector, ?)',
      texts.map(([id, { headline }]) => [
        id,
        lexemes({ headline, summary: '', body: '', focus: '' }),
        padded(headline),
      ]),
    );
  },
};
