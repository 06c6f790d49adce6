/**
 * Many processes over one PostgreSQL beside a single one: 3 gateways and 2 pollers, then `telal serve` alone, on
 * PostgreSQL and on the embedded store. How fast the demo's outlets on loopback are taken in, and how many answers a
 * second there are, to questions never asked before. All of it, load generator and servers, shares one machine.
 * `node bench/many.ts [SECONDS]`
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { type Demo, openDemo } from '../src/commands/demo/open-demo.ts';
import { openPoller } from '../src/commands/open-poller.ts';
import { openTelal } from '../src/commands/open-telal.ts';
import { serve } from '../src/commands/run-serve.ts';
import { type Config, readConfig } from '../src/config.ts';
import { openStore } from '../src/store/open-store.ts';
import { createDatabase } from '../test/postgres/create-database.ts';
import { startServer } from '../test/postgres/embedded-server.ts';

const [role, given, only] = process.argv.slice(2);
// The servers end with the bench.
process.on('disconnect', () => process.exit());
process.on('message', () => process.send?.(process.cpuUsage()));
if (role === 'serve' || role === 'gateway') {
  await serve(JSON.parse(given!) as Config, { poll: role === 'serve', onListening: (url) => process.send?.(url) });
} else if (role === 'poll') {
  const telal = await openTelal(JSON.parse(given!) as Config);
  await openPoller(telal, { only: JSON.parse(only!) }).start();
  process.send?.('polling');
}

type Role = 'serve' | 'gateway' | 'poll';

/** Starts processes one after another, and tells what each says first. */
async function start(
  config: Config,
  roles: Role[],
  outlets: string[] = [],
): Promise<{ children: ChildProcess[]; said: string[] }> {
  const children: ChildProcess[] = [];
  const said: string[] = [];
  for (const [n, role] of roles.entries()) {
    // So few feeds would all be the first poller's, which takes up to 300 at once.
    const own = outlets.filter((_, i) => i % roles.length === n);
    const args = [role, JSON.stringify({ ...config, port: 0, rateLimit: 0 }), JSON.stringify(own)];
    const child = fork(fileURLToPath(import.meta.url), args, {
      env: { ...process.env, NODE_ENV: 'production' },
    });
    children.push(child);
    said.push(String((await once(child, 'message'))[0]));
  }
  return { children, said };
}

/** Waits for all articles; how many a second came between the first and the last. */
async function ingest(demo: Demo, databaseUrl: string): Promise<number> {
  const store = await openStore(databaseUrl);
  let [count, first, at] = [0, 0, 0];
  while (count < demo.articleCount && (count === 0 || performance.now() - at < 15_000)) {
    const now = await store.countArticles({}).catch(() => 0);
    if (now > count) at = performance.now();
    if (now > 0 && count === 0) first = at;
    count = now;
    await sleep(10);
  }
  await store.close();
  return count / ((at - first) / 1_000);
}

const countries = ['RS', 'HR', 'BA', 'MK', 'BG', 'AL', 'XK', 'GR', 'RO', 'SI', 'ME', 'TR'];
const fields =
  'totalCount nodes { headline url outlet { name } countries { country { code } } actors(first: 3) { actor { name } } }';
let asked = 0;

/** A question that was not asked before. */
function question(): string {
  asked += 1;
  const from = new Date(asked * 7_919_000).toISOString();
  const filter = { countries: { any: [countries[asked % 12]] }, publishedAt: { from } };
  const query = `query($filter: ArticleFilter) { articles(filter: $filter, first: 20) { ${fields} } }`;
  return JSON.stringify({ query, variables: { filter } });
}

/** Milliseconds of the processors that processes have had, their polling threads among it. */
async function busy(children: ChildProcess[]): Promise<number> {
  const used = children.map(async (child) => {
    child.send('cpu');
    const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage];
    return (user + system) / 1_000;
  });
  return (await Promise.all(used)).reduce((sum, ms) => sum + ms, 0);
}

/** Asks all gateways at once, for so long. The time of their processors holds also where the machine has other work. */
async function answers(children: ChildProcess[], urls: string[], seconds: number): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const before = await busy(children);
  const runs = await Promise.all(
    urls.map((url) =>
      autocannon({
        url,
        connections: 12 / urls.length,
        duration: seconds,
        requests: [
          { method: 'POST', path: '/graphql', headers, setupRequest: (request) => ({ ...request, body: question() }) },
        ],
      }),
    ),
  );
  const wrong = runs.reduce((sum, run) => sum + run.non2xx + run.errors, 0);
  if (wrong > 0) throw new Error(`${wrong} wrong answers`);
  const rate = runs.reduce((sum, run) => sum + run.requests.average, 0);
  const each = ((await busy(children)) - before) / runs.reduce((sum, run) => sum + run.requests.total, 0);
  return `${each.toFixed(1)} ms of the gateways for an answer, ${Math.round(rate)} answers a second (p99 ${Math.max(...runs.map((run) => run.latency.p99))} ms)`;
}

async function compare(seconds: number): Promise<void> {
  const server = await startServer(['-c', 'fsync=on']);
  const shapes: [string, boolean, Role[], Role[]][] = [
    ['PostgreSQL, 3 gateways and 2 pollers', true, ['gateway', 'gateway', 'gateway'], ['poll', 'poll']],
    ['PostgreSQL, one process', true, [], ['serve']],
    ['SQLite, one process', false, [], ['serve']],
  ];
  for (const [title, onServer, gateways, others] of shapes) {
    const demo = await openDemo(readConfig({ LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error' }));
    const database = onServer ? await createDatabase(server.url) : null;
    const config = { ...demo.config, databaseUrl: database?.url ?? demo.config.databaseUrl };
    const front = await start(config, gateways);
    const counting = ingest(demo, config.databaseUrl);
    const outlets = demo.sites.map(({ outlet }) => outlet.slug);
    const back = await start(config, others, outlets);
    const rate = await counting;
    const answering = gateways.length > 0 ? front : back;
    // The first answers of a process are slower.
    await answers(answering.children, answering.said, seconds);
    const told = await answers(answering.children, answering.said, seconds);
    console.log(`${title}: ${Math.round(rate)} articles a second; ${told}`);
    for (const child of [...front.children, ...back.children]) child.kill('SIGKILL');
    await database?.drop();
    await demo.close();
  }
  await server.stop();
}

if (!process.send) await compare(Number(role ?? 8));
