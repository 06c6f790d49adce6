/**
 * The standard questions over HTTP, each time with other variables, on stores of several sizes.
 * `node bench/answers-at-scale.ts [SIZES] [AMOUNT] [FOLDER] [postgres]`: by default 10000,100000,1000000 articles, 400
 * answers a question, stores in the temporary folder (those in a FOLDER are kept, and used again). With `postgres` the
 * same rows are copied into a PostgreSQL of its own and asked there; a URL names a server that has databases
 * telal_SIZE, or gets them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openKnowledge } from '../src/commands/open-knowledge.ts';
import { readConfig } from '../src/config.ts';
import type { Store } from '../src/domain/store.ts';
import { openStore } from '../src/store/open-store.ts';
import { startServer as startPostgres } from '../test/postgres/embedded-server.ts';
import { openFilled } from './scale/fill-store.ts';
import { standardQuestions } from './scale/questions.ts';
import { copyToPostgres } from './scale/relational.ts';
import { type Serving, startServer, startTelal, type Timing, timeQuestions } from './scale/serve.ts';

const sizes = (process.argv[2] ?? '10000,100000,1000000').split(',').map(Number);
const amount = Number(process.argv[3] ?? 400);
const folder = process.argv[4] ?? (await mkdtemp(join(tmpdir(), 'telal-scale-')));
const elsewhere = process.argv[5];
const catalog = await openKnowledge(readConfig({}));
const shown = (number: number): string => number.toFixed(number < 10 ? 1 : 0);
const table = new Map<string, Timing[]>();

async function measure(
  size: number,
  name: string,
  serving: Serving,
  body: () => string,
  asked: { amount: number; warm?: number; connections?: number },
) {
  const timing = await timeQuestions(serving, body, asked).catch(async (error: unknown) => {
    await serving.stop();
    throw error;
  });
  table.set(name, [...(table.get(name) ?? []), timing]);
  console.error(`${size}: ${name}: p50 ${shown(timing.p50)}, p95 ${shown(timing.p95)} ms, CPU ${shown(timing.cpu)} ms`);
}

async function standard(size: number, url: string, store: Store): Promise<void> {
  const actors: string[] = [];
  for (let after: string | undefined; actors.length < 500; ) {
    const page = await store.actors({}, { first: 100, after });
    actors.push(...page.edges.map(({ node }) => node.slug));
    after = page.edges.at(-1)?.cursor;
  }
  const [newest] = (await store.articles({}, 'NEWEST', { first: 1 })).edges;
  await store.close();
  const telal = await startTelal(url);
  for (const { name, query, variables } of standardQuestions(catalog, actors, newest!.node.publishedAt))
    await measure(size, name, telal, () => JSON.stringify({ query, variables: variables() }), { amount });
  await telal.stop();
}

/** Past this size a GROUP BY takes minutes. */
const MOST_GROUPED = 1_000_000;

/** The same counts by a plain GROUP BY over the rows, of all countries in turns. */
async function grouped(size: number, file: string): Promise<void> {
  const codes = [...new Set(catalog.outlets.map((outlet) => outlet.country))];
  const server = await startServer(['bench/scale/group-by.ts'], { STORE: file });
  for (const query of ['facets', 'timeline']) {
    let turn = 0;
    const body = () => JSON.stringify({ query, variables: { country: codes[turn++ % codes.length] } });
    // Facets take seconds each: a few, one after the other.
    const asked = query === 'facets' ? { amount: 5, warm: 1, connections: 1 } : { amount, warm: codes.length };
    await measure(size, `GROUP BY: ${query} of a country`, server, body, asked);
  }
  await server.stop();
}

/** The URL of a server's database, which is made where there is none. */
async function databaseOf(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`).catch((error: { code?: string }) => {
    if (error.code !== '42P04') throw error;
  });
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** The databases of a server, each with the rows of the embedded store of its size. */
async function inPostgres(serverUrl: string): Promise<void> {
  for (const size of sizes) {
    const url = await databaseOf(serverUrl, `telal_${size}`);
    const store = await openStore(url);
    await store.migrate();
    if ((await store.countArticles({})) < size) {
      console.error(`copying ${size} articles into PostgreSQL`);
      await copyToPostgres(join(folder, `${size}.db`), url);
    }
    await standard(size, url, store);
  }
}

for (const size of sizes) {
  const file = join(folder, `${size}.db`);
  const store = await openFilled(`file:${file}`, catalog, size);
  if (elsewhere !== undefined) await store.close();
  else {
    await standard(size, `file:${file}`, store);
    if (size <= MOST_GROUPED) await grouped(size, file);
  }
}
if (elsewhere === 'postgres') {
  const server = await startPostgres(['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=8GB', '-c', 'work_mem=32MB']);
  await inPostgres(server.url).finally(() => server.stop());
} else if (elsewhere !== undefined) await inPostgres(elsewhere);

console.log(
  `| p50 / p95 (CPU), ms | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} | last to first: p95 (CPU) |`,
);
console.log(`| --- |${' --- |'.repeat(sizes.length + 1)}`);
for (const [name, timings] of table) {
  const cells = timings.map(({ p50, p95, cpu }) => `${shown(p50)} / ${shown(p95)} (${shown(cpu)})`);
  const [first, last] = [timings[0]!, timings.at(-1)!];
  while (cells.length < sizes.length) cells.push('–');
  console.log(
    `| ${name} | ${cells.join(' | ')} | ${(last.p95 / first.p95).toFixed(2)} (${(last.cpu / first.cpu).toFixed(2)}) |`,
  );
}
if (process.argv[4] === undefined) await rm(folder, { recursive: true });
