/**
 * The same new question to Telal and to what else one would take: PostGraphile 5 over PostgreSQL with the same rows,
 * and Mercurius with its just-in-time compiler over the same calls of the store. In turns, each server in a process of
 * its own. `npm ci --prefix bench/peers`, then `node bench/peers.ts STORE.db [AMOUNT] [ROUNDS]` with a store that
 * bench/make-store.ts has made.
 */
import { openKnowledge } from '../src/commands/open-knowledge.ts';
import { readConfig } from '../src/config.ts';
import { startServer as startPostgres } from '../test/postgres/embedded-server.ts';
import { listQuery } from './scale/questions.ts';
import { copyToPostgres, fillRelational } from './scale/relational.ts';
import { type Serving, startServer, startTelal, type Timing, timeQuestions } from './scale/serve.ts';

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
  const rates = new Map<string, number[]>(servers.map(([name]) => [name, []]));
  console.log(
    '| new query | answers a second, each round | p50, ms | p95, ms | CPU of the server, ms |\n| --- | --- | --- | --- | --- |',
  );
  const last = new Map<string, Timing>();
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const [name, body, serving] of servers) {
      const timing = await timeQuestions(serving, body, { amount: Number(amount), connections: 8, warm: 100 });
      rates.get(name)!.push(timing.rate);
      last.set(name, timing);
    }
  }
  for (const [name] of servers) {
    const { p50, p95, cpu } = last.get(name)!;
    console.log(
      `| ${name} | ${rates.get(name)!.map(Math.round).join(' · ')} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${cpu.toFixed(1)} |`,
    );
  }
  const ratio = (one: string, other: string): string =>
    rates
      .get(one)!
      .map((rate, round) => (rate / rates.get(other)![round]!).toFixed(2))
      .join(' · ');
  console.log(
    `Telal beside PostGraphile, both on PostgreSQL: ${ratio('Telal, PostgreSQL', 'PostGraphile, PostgreSQL')}`,
  );
  console.log(`Telal on SQLite beside PostGraphile: ${ratio('Telal, SQLite', 'PostGraphile, PostgreSQL')}`);
  console.log(`Telal beside Mercurius, SQLite: ${ratio('Telal, SQLite', 'Mercurius, SQLite')}`);
  console.log(`Telal beside Mercurius, PostgreSQL: ${ratio('Telal, PostgreSQL', 'Mercurius, PostgreSQL')}`);
} finally {
  for (const [, , serving] of servers) await serving.stop();
  await postgres.stop();
}
