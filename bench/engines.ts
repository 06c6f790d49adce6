/**
 * Both engines of the store side by side: how fast articles go in, how much room they take, and how long the usual
 * questions take. `node bench/engines.ts [articles] [sqlite|postgres]`; the figures in docs/scaling.md come from here.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Store } from '../src/domain/store.ts';
import { openStore } from '../src/store/open-store.ts';
import { startServer } from '../test/postgres/embedded-server.ts';
import { seeded } from '../test/seeded.ts';
import { annotationOf, catalogOf, DAY, draftOf, NOON, outlets } from '../test/store/sample-world.ts';

const count = Number(process.argv[2] ?? 20_000);
const only = process.argv[3];
const random = seeded(1);
const below = (n: number): number => Math.floor(random() * n);

// Words by their rank, as a language has them: few are frequent, most are rare.
const syllables = ['va', 'ri', 'no', 'še', 'lo', 'ka', 'mi', 'tu', 'ćo', 'pre', 'sta', 'gra', 'zo', 'de', 'bi', 'ne'];
const word = (rank: number): string => {
  let [left, made] = [rank + 16, ''];
  for (; left > 0; left = Math.floor(left / 16)) made += syllables[left % 16];
  return made;
};
const anyWord = (): string => word(Math.floor(40_000 ** random()) - 1);
const text = (words: number): string => Array.from({ length: words }, anyWord).join(' ');
const countries = ['RS', 'BA', 'HR', 'MK', 'ME', 'XK', 'AL', 'BG', 'RO', 'GR', 'TR', 'SI', 'HU', 'CY', 'MD'];

function draft(i: number) {
  const actors = Array.from({ length: 1 + below(5) }, () => `actor-${Math.floor(5_000 ** random())}`);
  const topic = ['politics', 'election', 'local-election', 'sport'][below(4)]!;
  return draftOf({
    outlet: outlets[below(5)]!.slug,
    url: `https://bench.example/${i}`,
    headline: text(9),
    summary: text(25),
    body: text(330),
    publishedAt: NOON - DAY * 365 + Math.floor((i / count) * 365 * DAY) - below(DAY),
    copyBands: Array.from({ length: 8 }, () => `${below(2 ** 31)}`),
    annotation: annotationOf({
      language: ['sr-Latn', 'sr-Cyrl', 'sq', 'mk', 'bs'][below(5)]!,
      countries: [countries[Math.floor(15 ** random()) - 1]!],
      actors: ['ana-djoric', ...actors].slice(below(10) === 0 ? 0 : 1),
      topics: [topic],
      quotes: [{ text: text(15), speaker: actors[0]! }],
    }),
  });
}

const questions: [string, (store: Store) => Promise<unknown>][] = [
  ['newest 20', (store) => store.articles({}, 'NEWEST', { first: 20 })],
  [
    'newest 20 about RS, politics',
    (store) => store.articles({ countries: { any: ['RS'] }, topics: { any: ['politics'] } }, 'NEWEST', { first: 20 }),
  ],
  ['of one actor', (store) => store.articles({ actors: { any: ['ana-djoric'] } }, 'NEWEST', { first: 20 })],
  ['search, frequent word', (store) => store.articles({ search: word(3) }, 'NEWEST', { first: 20 })],
  ['search, rare word', (store) => store.articles({ search: word(9_000) }, 'NEWEST', { first: 20 })],
  [
    'search, two words, by relevance',
    (store) => store.articles({ search: `${word(40)} ${word(300)}` }, 'RELEVANCE', { first: 20 }),
  ],
  ['search, a phrase', (store) => store.articles({ search: `"${word(5)} ${word(8)}"` }, 'NEWEST', { first: 20 })],
  [
    'search, a phrase that stands nowhere',
    (store) => store.articles({ search: `"${`${word(5)} `.repeat(5)}"` }, 'NEWEST', { first: 20 }),
  ],
  ['count of a search', (store) => store.countArticles({ search: word(40) })],
  ['facet of actors', (store) => store.facet({ countries: { any: ['RS'] } }, 'actors', { first: 20 })],
  ['timeline by day', (store) => store.timeline({ countries: { any: ['RS'] } }, 'DAY', 'Europe/Belgrade')],
  ['matrix of coverage', (store) => store.coverageMatrix({})],
  ['quotes of a speaker', (store) => store.quotes({ filter: {}, speaker: 'actor-3' }, { first: 20 })],
];

async function measure(name: string, url: string, size: () => Promise<number>): Promise<void> {
  const store = await openStore(url);
  await store.migrate();
  await store.syncCatalog(catalogOf(), NOON);
  const began = performance.now();
  for (let i = 0; i < count; i += 64) {
    await Promise.all(Array.from({ length: Math.min(64, count - i) }, (_, n) => store.saveArticle(draft(i + n))));
  }
  const seconds = (performance.now() - began) / 1_000;
  console.log(`${name}: ${count} articles, ${Math.round(count / seconds)} a second`);
  if (name === 'postgres') {
    const client = new pg.Client(url);
    await client.connect();
    await client.query('VACUUM ANALYZE');
    await client.end();
  }
  console.log(`${name}: ${((await size()) / count / 1_024).toFixed(1)} KiB an article`);
  for (const [title, ask] of questions) {
    const times: number[] = [];
    for (let i = 0; i < 15; i += 1) {
      const at = performance.now();
      await ask(store);
      times.push(performance.now() - at);
    }
    times.sort((one, other) => one - other);
    console.log(`${name}: ${title}: ${times[7]!.toFixed(1)} ms (longest ${times[14]!.toFixed(1)})`);
  }
  await store.close();
}

if (only !== 'postgres') {
  const folder = await mkdtemp(join(tmpdir(), 'telal-bench-'));
  const file = join(folder, 'bench.db');
  await measure('sqlite', `file:${file}`, async () => (await stat(file)).size);
  await rm(folder, { recursive: true });
}
if (only !== 'sqlite') {
  const server = await startServer(['-c', 'fsync=on', '-c', 'shared_buffers=1GB', '-c', 'max_wal_size=4GB']);
  await measure('postgres', server.url, async () => {
    const client = new pg.Client(server.url);
    await client.connect();
    const { rows } = await client.query('SELECT pg_database_size(current_database()) AS n');
    const tables = await client.query(
      `SELECT relname, pg_total_relation_size(oid) AS n FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY n DESC LIMIT 8`,
    );
    for (const { relname, n } of tables.rows)
      console.log(`  ${relname}: ${(n / count / 1_024).toFixed(2)} KiB an article`);
    await client.end();
    return Number(rows[0].n);
  });
  await server.stop();
}
