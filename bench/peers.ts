/**
 * The same new question to Telal and to what else one would take: PostGraphile 5 over PostgreSQL with the same rows,
 * and Mercurius with its just-in-time compiler over the same calls of the store. In turns, each server in a process of
 * its own. `npm ci --prefix bench/peers`, then `node bench/peers.ts STORE.db [AMOUNT] [ROUNDS]` with a store that
 * bench/make-store.ts has made.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openKnowledge } from '../src/commands/open-knowledge.ts';
import { readConfig } from '../src/config.ts';
import { startServer as startPostgres } from '../test/postgres/embedded-server.ts';
import { listQuery } from './scale/questions.ts';
import { copyToPostgres, fillRelational } from './scale/relational.ts';
import { cpuOf, type Serving, startServer, startTelal, type Timing, timeQuestions } from './scale/serve.ts';

const [file = '', amount = '600', rounds = '3'] = process.argv.slice(2);
const catalog = await openKnowledge(readConfig({}));
const codes = [...new Set(catalog.outlets.map((outlet) => outlet.country))];
const NEWEST = Date.UTC(2026, 9, 30);
const asked = () => ({
  country: codes[Math.floor(Math.random() * codes.length)]!,
  before: new Date(NEWEST - Math.random() * 300 * 86_400_000).toISOString(),
});

const telal = (): string => {
  const { country, before } = asked();
  const variables = { filter: { countries: { any: [country] }, publishedAt: { to: before } } };
  return JSON.stringify({ query: listQuery, variables });
};
const mercurius = (): string =>
  JSON.stringify({
    query: `query ($country: String!, $before: String!) { articles(country: $country, before: $before, first: 20) {
      headline url publishedAt outlet { name } countries { country { code } } actors(first: 3) { actor { name } }
      topics { topic { label } } } }`,
    variables: asked(),
  });
const postgraphile = (): string =>
  JSON.stringify({
    query: `query ($country: String!, $before: Datetime!) {
      allAbouts(condition: { country: $country }, filter: { publishedAt: { lessThan: $before } },
        orderBy: [PUBLISHED_AT_DESC], first: 20) { nodes { articleByArticle { headline url publishedAt
        outletByOutlet { name } aboutsByArticle(orderBy: [PLACE_ASC]) { nodes { countryByCountry { code } } }
        namingsByArticle(first: 3, orderBy: [PLACE_ASC]) { nodes { actorByActor { name } } }
        filingsByArticle(orderBy: [PLACE_ASC]) { nodes { topicByTopic { label } } } } } } }`,
    variables: asked(),
  });

const postgres = await startPostgres(['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=8GB', '-c', 'work_mem=32MB']);
const servers: [name: string, body: () => string, serving: Serving][] = [];
try {
  console.error('filling PostgreSQL');
  await fillRelational(file, postgres.url, catalog);
  await copyToPostgres(file, postgres.url);
  const peer = (name: string, url: string) => startServer([`bench/peers/${name}.js`], { DATABASE_URL: url });
  servers.push(['Telal, SQLite', telal, await startTelal(`file:${file}`)]);
  servers.push(['Telal, PostgreSQL', telal, await startTelal(postgres.url)]);
  servers.push(['Mercurius, SQLite', mercurius, await peer('mercurius', `file:${file}`)]);
  servers.push(['Mercurius, PostgreSQL', mercurius, await peer('mercurius', postgres.url)]);
  servers.push(['PostGraphile, PostgreSQL', postgraphile, await peer('postgraphile', postgres.url)]);
  const timings = new Map<string, (Timing & { database: number })[]>(servers.map(([name]) => [name, []]));
  const database = Number(readFileSync(join(postgres.folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const [name, body, serving] of servers) {
      await timeQuestions(serving, body, { amount: 50, connections: 8, warm: round === 0 ? 150 : 1 });
      const before = cpuOf(database);
      const timing = await timeQuestions(serving, body, { amount: Number(amount), connections: 8, warm: 0 });
      const spent = (cpuOf(database) - before) / Number(amount);
      timings.get(name)!.push({ ...timing, database: spent });
    }
  }
  const middle = (values: number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1]!;
  const typical = (name: string, value: (timing: Timing & { database: number }) => number): number =>
    middle(timings.get(name)!.map(value));
  console.log(
    '| new query | answers a second, each round | p50 / p95, ms | processor time of the server / its database, ms |\n| --- | --- | --- | --- |',
  );
  for (const [name] of servers) {
    const shown = (value: (timing: Timing & { database: number }) => number): string => typical(name, value).toFixed(1);
    console.log(
      `| ${name} | ${timings
        .get(name)!
        .map(({ rate }) => Math.round(rate))
        .join(
          ' · ',
        )} | ${shown(({ p50 }) => p50)} / ${shown(({ p95 }) => p95)} | ${shown(({ cpu }) => cpu)} / ${shown((timing) => timing.database)} |`,
    );
  }
  const compare = (one: string, other: string): void => {
    const ratios = timings.get(one)!.map(({ rate }, round) => rate / timings.get(other)![round]!.rate);
    const spent = (name: string): number => typical(name, (timing) => timing.cpu + timing.database);
    console.log(
      `${one} beside ${other}: ${ratios.map((ratio) => ratio.toFixed(2)).join(' · ')}, median ${middle(ratios).toFixed(2)}; by processor time with the database's ${(spent(other) / spent(one)).toFixed(2)}`,
    );
  };
  compare('Telal, PostgreSQL', 'PostGraphile, PostgreSQL');
  compare('Telal, SQLite', 'PostGraphile, PostgreSQL');
  compare('Telal, SQLite', 'Mercurius, SQLite');
  compare('Telal, PostgreSQL', 'Mercurius, PostgreSQL');
} finally {
  for (const [, , serving] of servers) await serving.stop();
  await postgres.stop();
}
