/**
 * The standard questions over HTTP, each time with other variables, on stores of several sizes.
 * `node bench/answers-at-scale.ts [SIZES] [AMOUNT] [FOLDER]`: by default 10000,100000,1000000 articles, 400 answers a
 * question, stores in the temporary folder (those in a FOLDER are kept, and used again).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openKnowledge } from '../src/commands/open-knowledge.ts';
import { readConfig } from '../src/config.ts';
import { openFilled } from './scale/fill-store.ts';
import { standardQuestions } from './scale/questions.ts';
import { startTelal, type Timing, timeQuestions } from './scale/serve.ts';

const sizes = (process.argv[2] ?? '10000,100000,1000000').split(',').map(Number);
const amount = Number(process.argv[3] ?? 400);
const folder = process.argv[4] ?? (await mkdtemp(join(tmpdir(), 'telal-scale-')));
const catalog = await openKnowledge(readConfig({}));
const shown = (number: number): string => number.toFixed(number < 10 ? 1 : 0);
const table = new Map<string, Timing[]>();

for (const size of sizes) {
  const file = join(folder, `${size}.db`);
  const store = await openFilled(`file:${file}`, catalog, size);
  const actors: string[] = [];
  for (let after: string | undefined; actors.length < 500; ) {
    const page = await store.actors({}, { first: 100, after });
    actors.push(...page.edges.map(({ node }) => node.slug));
    after = page.edges.at(-1)?.cursor;
  }
  const [newest] = (await store.articles({}, 'NEWEST', { first: 1 })).edges;
  await store.close();
  const telal = await startTelal(`file:${file}`);
  for (const { name, query, variables } of standardQuestions(catalog, actors, newest!.node.publishedAt)) {
    const body = (): string => JSON.stringify({ query, variables: variables() });
    const timing = await timeQuestions(telal, body, { amount });
    table.set(name, [...(table.get(name) ?? []), timing]);
    console.error(
      `${size}: ${name}: p50 ${shown(timing.p50)}, p95 ${shown(timing.p95)} ms, CPU ${shown(timing.cpu)} ms`,
    );
  }
  await telal.stop();
  for (const [name, times] of Object.entries(groupBy(file))) {
    const timing = {
      p50: times[2]!,
      p95: times[4]!,
      rate: 0,
      cpu: times.reduce((sum, time) => sum + time, 0) / times.length,
    };
    table.set(name, [...(table.get(name) ?? []), timing]);
  }
}

/** The same counts by a plain GROUP BY over the rows, in this process: five countries, the quickest first. */
function groupBy(file: string): Record<string, number[]> {
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824');
  const countries = database
    .prepare("SELECT id FROM tag WHERE kind = 'about' ORDER BY articles DESC LIMIT 5")
    .all()
    .map((row) => Number(row['id']));
  const facets = database.prepare(
    `SELECT t.kind, t.key, count(*) AS n FROM posting p JOIN article_tag y ON y.article_id = p.article_id
     JOIN tag t ON t.id = y.tag_id WHERE p.tag_id = ? GROUP BY t.kind, t.key ORDER BY n DESC`,
  );
  const timeline = database.prepare(
    'SELECT published_at / 86400000 AS day, count(*) AS n FROM posting WHERE tag_id = ? GROUP BY 1 ORDER BY 1',
  );
  const times = (statement: typeof facets): number[] =>
    countries
      .map((id) => {
        const began = performance.now();
        statement.all(id);
        return performance.now() - began;
      })
      .sort((one, other) => one - other);
  const found = { 'GROUP BY: facets of a country': times(facets), 'GROUP BY: timeline of a country': times(timeline) };
  database.close();
  return found;
}

console.log(
  `| p50 / p95 (CPU), ms | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} | last to first: p95 (CPU) |`,
);
console.log(`| --- |${' --- |'.repeat(sizes.length + 1)}`);
for (const [name, timings] of table) {
  const cells = timings.map(({ p50, p95, cpu }) => `${shown(p50)} / ${shown(p95)} (${shown(cpu)})`);
  const [first, last] = [timings[0]!, timings.at(-1)!];
  console.log(
    `| ${name} | ${cells.join(' | ')} | ${(last.p95 / first.p95).toFixed(2)} (${(last.cpu / first.cpu).toFixed(2)}) |`,
  );
}
if (process.argv[4] === undefined) await rm(folder, { recursive: true });
