import { DatabaseSync } from 'node:sqlite';
import { indexedText } from '../../src/store/article-text.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openSqlite } from '../../src/store/sqlite-engine.ts';
import { buildBlocks } from '../../src/store/tag-blocks.ts';

/** Copies of an article are so far apart. */
const STEP_MS = 1_009;
const SLOTS = 1_048_576;
const TOLD_EVERY = 1_000_000;

/**
 * Makes of each article of an embedded store many, published a second apart, with the same tags and without body or
 * quotations: a store of a size that saves would take hours for. What is counted and found stays skewed as it was.
 */
export async function multiplyStore(from: string, to: string, count: number): Promise<void> {
  const store = await openStore(`file:${to}`);
  await store.migrate();
  await store.close();
  const database = new DatabaseSync(to);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1048576');
  database.exec(`ATTACH 'file:${from}?mode=ro' AS small; PRAGMA small.mmap_size = 2147418112`);
  const there = Number(database.prepare('SELECT count(*) AS n FROM small.article').get()!['n']);
  const times = Math.round(count / there);
  if (times < 2 || times * there !== count) throw new Error(`${count} are no multiple of ${there} articles`);
  const own = (table: string): string[] =>
    database
      .prepare(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map((row) => String(row['name']));
  const id = (column: string): string => `(s.${column} - 1) * ${times} + n.n + 1`;
  const at = (column: string): string => `s.${column} + n.n * ${STEP_MS}`;
  const numbers = `(WITH RECURSIVE n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n + 1 < ${times}) SELECT n FROM n)`;
  database.exec(`CREATE TEMP TABLE numbers AS SELECT n FROM ${numbers}`);
  const step = (words: string, ...statements: string[]): void => {
    const began = performance.now();
    for (const statement of statements) database.exec(statement);
    console.error(`${words}: ${Math.round((performance.now() - began) / 1000)} s`);
  };
  const copy = (table: string, changed: Record<string, string> = {}): string =>
    `DELETE FROM ${table}; INSERT INTO ${table} (${own(table).join(', ')}) SELECT ${own(table)
      .map((column) => changed[column] ?? `s.${column}`)
      .join(', ')} FROM small.${table} s`;
  const multiply = (table: string, changed: Record<string, string>): string =>
    `${copy(table, changed)} CROSS JOIN numbers n`;

  const kept = ['outlet', 'feed', 'topic', 'actor', 'actor_country', 'actor_name', 'actor_word', 'actor_alias'];
  step(
    'what articles refer to',
    ...kept.map((table) => copy(table)),
    copy('tag', { articles: `s.articles * ${times}` }),
    copy('state', { counted_to: '0' }),
  );
  step(
    'articles',
    multiply('article', {
      id: id('id'),
      url: "s.url || '/' || n.n",
      published_at: at('published_at'),
      first_seen_at: at('first_seen_at'),
      doc: `(${at('published_at')}) * ${SLOTS} + (${id('id')}) % ${SLOTS}`,
    }),
  );
  step('annotations', multiply('annotation', { article_id: id('article_id') }));
  const spread = { article_id: id('article_id'), published_at: at('published_at') };
  step('lists', multiply('posting', spread), multiply('article_tag', { article_id: id('article_id') }));
  step('addresses', "INSERT INTO article_key SELECT 'url:' || url, id FROM article ORDER BY url");
  indexTexts(database);
  database.close();
  const engine = await openSqlite(`file:${to}`);
  const began = performance.now();
  await engine.transaction(async (rows) => {
    const [row] = await rows.all<{ newest: number; generation: number }>(
      'SELECT (SELECT max(id) FROM article) AS newest, generation FROM state',
    );
    await buildBlocks(rows, row!.newest, row!.generation);
    await rows.run('UPDATE state SET counted_to = ?', [row!.newest]);
  });
  await engine.close();
  console.error(`blocks: ${Math.round((performance.now() - began) / 1000)} s`);
}

/** In the index's own order; copies of one text come soon after each other. */
function indexTexts(database: DatabaseSync): void {
  const began = performance.now();
  const put = database.prepare(
    'INSERT INTO article_search (rowid, headline, summary, body, focus) VALUES (?, ?, ?, ?, ?)',
  );
  put.setReadBigInts(true);
  const recent = new Map<string, ReturnType<typeof indexedText>>();
  const texts = database.prepare('SELECT doc, headline, summary FROM article ORDER BY doc');
  texts.setReadBigInts(true);
  let done = 0;
  database.exec('BEGIN');
  for (const row of texts.iterate()) {
    const { doc, headline, summary } = row as { doc: bigint; headline: string; summary: string };
    let text = recent.get(headline);
    if (text === undefined) {
      text = indexedText({ headline, summary, body: null });
      recent.set(headline, text);
      if (recent.size > 10_000) recent.delete(recent.keys().next().value!);
    }
    put.run(doc, text.headline, text.summary, text.body, text.focus);
    done += 1;
    if (done % TOLD_EVERY === 0)
      console.error(`search: ${done} in ${Math.round((performance.now() - began) / 1000)} s`);
  }
  database.exec('COMMIT');
}
