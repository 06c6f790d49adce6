import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { Catalog } from '../../src/domain/knowledge.ts';
import { indexedText } from '../../src/store/article-text.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openPostgres } from '../../src/store/postgres-engine.ts';

const BATCH = 5_000;

/** The tables that anybody would make for this press, with keys and indexes for what is asked. */
const tables = `
  CREATE SCHEMA news;
  CREATE TABLE news.outlet (slug text PRIMARY KEY, name text NOT NULL, country text NOT NULL);
  CREATE TABLE news.country (code text PRIMARY KEY);
  CREATE TABLE news.actor (slug text PRIMARY KEY, name text NOT NULL);
  CREATE TABLE news.topic (slug text PRIMARY KEY, label text NOT NULL);
  CREATE TABLE news.article (id bigint PRIMARY KEY, url text NOT NULL, headline text NOT NULL, summary text,
    published_at timestamptz NOT NULL, outlet text NOT NULL REFERENCES news.outlet);
  CREATE TABLE news.about (article bigint REFERENCES news.article, country text REFERENCES news.country,
    place int NOT NULL, published_at timestamptz NOT NULL, PRIMARY KEY (article, country));
  CREATE TABLE news.naming (article bigint REFERENCES news.article, actor text REFERENCES news.actor,
    place int NOT NULL, PRIMARY KEY (article, actor));
  CREATE TABLE news.filing (article bigint REFERENCES news.article, topic text REFERENCES news.topic,
    place int NOT NULL, PRIMARY KEY (article, topic));`;

const indexes = `
  CREATE INDEX ON news.article (published_at DESC);
  CREATE INDEX ON news.article (outlet);
  CREATE INDEX ON news.about (country, published_at DESC);
  CREATE INDEX ON news.naming (actor);
  CREATE INDEX ON news.filing (topic);
  CREATE INDEX ON news.about (article, place);
  CREATE INDEX ON news.naming (article, place);
  CREATE INDEX ON news.filing (article, place);
  VACUUM ANALYZE news.article; VACUUM ANALYZE news.about; VACUUM ANALYZE news.naming; VACUUM ANALYZE news.filing;
  VACUUM ANALYZE news.outlet; VACUUM ANALYZE news.actor; VACUUM ANALYZE news.topic; VACUUM ANALYZE news.country`;

type Row = Record<string, unknown>;

/** Rows of a statement over the embedded store, some thousand at a time. */
function* batches(database: DatabaseSync, sql: string): Generator<Row[]> {
  let batch: Row[] = [];
  for (const row of database.prepare(sql).iterate()) {
    batch.push(row as Row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** A connection whose server may end before it: what failed first is what is told. */
async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function put(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).join(', ');
  await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(null::${table}, $1)`,
    [
      JSON.stringify(rows, (_, value) =>
        value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value,
      ),
    ],
  );
}

/** Puts what an embedded store holds into tables as one would draw them for PostGraphile. */
export async function fillRelational(file: string, url: string, catalog: Catalog): Promise<void> {
  const database = new DatabaseSync(file, { readOnly: true });
  const client = await connect(url);
  await client.query(tables);
  await put(
    client,
    'news.country',
    catalog.countries.map(({ code }) => ({ code })),
  );
  await put(
    client,
    'news.topic',
    catalog.topics.map(({ slug, labels }) => ({ slug, label: labels['en'] ?? slug })),
  );
  await put(
    client,
    'news.outlet',
    catalog.outlets.map(({ slug, name, country }) => ({ slug, name, country })),
  );
  const names = 'SELECT n.text FROM actor_name n WHERE n.actor_id = r.id ORDER BY n.uses DESC, n.place LIMIT 1';
  for (const rows of batches(database, `SELECT r.slug, coalesce((${names}), r.slug) AS name FROM actor r`))
    await put(client, 'news.actor', rows);
  const articles = `SELECT a.id, a.url, a.headline, a.summary, a.published_at, o.slug AS outlet,
    t.countries, t.actors, t.topics FROM article a JOIN outlet o ON o.id = a.outlet_id
    JOIN annotation t ON t.article_id = a.id ORDER BY a.id`;
  for (const rows of batches(database, articles)) {
    const published = (row: Row): string => new Date(Number(row['published_at'])).toISOString();
    const mentions = (column: string, name: string, more: (row: Row) => Row = () => ({})): Row[] =>
      rows.flatMap((row) =>
        (JSON.parse(String(row[column])) as [string][]).map(([key], place) => {
          return { article: row['id'], [name]: key, place, ...more(row) };
        }),
      );
    await put(
      client,
      'news.article',
      rows.map(({ countries: _, actors: __, topics: ___, ...row }) => ({ ...row, published_at: published(row) })),
    );
    await put(
      client,
      'news.about',
      mentions('countries', 'country', (row) => ({ published_at: published(row) })),
    );
    await put(client, 'news.naming', mentions('actors', 'actor'));
    await put(client, 'news.filing', mentions('topics', 'topic'));
  }
  for (const statement of indexes.split(';')) await client.query(statement);
  await client.end();
  database.close();
}

/** Everything of an embedded store in Telal's own tables on PostgreSQL; its saves would take hours for a million. */
export async function copyToPostgres(file: string, url: string): Promise<void> {
  const store = await openStore(url);
  await store.migrate();
  await store.close();
  const database = new DatabaseSync(file, { readOnly: true });
  const client = await connect(url);
  await client.query(
    'SET session_replication_role = replica; DROP INDEX article_search_words; DELETE FROM state; DELETE FROM story_state',
  );
  const { rows } = await client.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT IN ('migration', 'commit_mark', 'article_search', 'quote_search')",
  );
  for (const { name } of rows) {
    // Numbers of rows in SQLite's own search are nothing to PostgreSQL.
    const columns = database
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(name)
      .map((column) => String(column['name']))
      .filter((column) => column !== 'doc');
    if (columns.length === 0) continue;
    for (const batch of batches(database, `SELECT ${columns.join(', ')} FROM ${name}`)) await put(client, name, batch);
  }
  const engine = await openPostgres(url);
  const texts =
    'SELECT a.id, a.headline, a.summary, b.body FROM article a LEFT JOIN article_body b ON b.article_id = a.id';
  for (const batch of batches(database, texts)) {
    const indexed = batch.map((row) => {
      const { id, headline, summary, body } = row as { id: number; headline: string; summary: string; body: string };
      return [id, indexedText({ headline, summary, body })] as const;
    });
    await engine.transaction((own) => engine.dialect.articleText.put(own, indexed));
  }
  await engine.close();
  await client.query('CREATE INDEX article_search_words ON article_search USING gin (words)');
  for (const table of ['article', 'outlet', 'actor', 'feed', 'quote', 'story'])
    await client.query(
      `SELECT setval(pg_get_serial_sequence('${table}', 'id'), coalesce((SELECT max(id) FROM ${table}), 0) + 1)`,
    );
  await client.query('VACUUM ANALYZE');
  await client.end();
  database.close();
}
