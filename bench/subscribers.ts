/**
 * A thousand readers of `articlePublished`: how long after its commit each has an article, what becomes of one that
 * does not read, and what memory the gateway needs meanwhile. The gateway is a process of its own; readers and writer
 * are this one. `node bench/subscribers.ts [READERS] [ARTICLES]`
 */
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openKnowledge } from '../src/commands/open-knowledge.ts';
import { openLog } from '../src/commands/open-log.ts';
import { readConfig } from '../src/config.ts';
import type { ArticleDraft } from '../src/domain/draft.ts';
import { createGateway } from '../src/gateway/create-gateway.ts';
import { openStore } from '../src/store/open-store.ts';
import { inventPress } from './scale/press.ts';

const SLOW_MS = 2_000;
const config = readConfig({ LOG_LEVEL: 'silent' });
if (process.argv[2] === 'gateway') await serve(process.argv[3]!);
else await measure(Number(process.argv[2] ?? 1_000), Number(process.argv[3] ?? 60));

async function serve(url: string): Promise<void> {
  const store = await openStore(url);
  const settings = { rateLimit: 0, streamsPerAddress: 5_000, slowStreamMs: SLOW_MS };
  const gateway = createGateway({ store, catalog: await openKnowledge(config), settings, log: openLog(config) });
  process.send!({ url: await gateway.listen({ port: 0, host: '127.0.0.1' }) });
  process.on('message', () => {
    globalThis.gc?.();
    process.send!({ megabytes: process.memoryUsage().rss / 2 ** 20 });
  });
}

async function measure(readers: number, articles: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'telal-readers-'));
  const database = `file:${join(folder, 'telal.db')}`;
  const catalog = await openKnowledge(config);
  const store = await openStore(database);
  await store.migrate();
  await store.syncCatalog(catalog, Date.now());
  const gateway = fork(fileURLToPath(import.meta.url), ['gateway', database], {
    env: { ...process.env, NODE_ENV: 'production' },
    execArgv: ['--expose-gc'],
  });
  const told = <T>(): Promise<T> =>
    new Promise((resolve) => gateway.once('message', (message) => resolve(message as T)));
  const memory = async (): Promise<number> => {
    gateway.send('memory');
    return (await told<{ megabytes: number }>()).megabytes;
  };
  const { url } = await told<{ url: string }>();
  const agent = new Agent({ maxSockets: Infinity });
  const subscribe = (fields: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const query = encodeURIComponent(`subscription { articlePublished { cursor node { ${fields} } } }`);
      const headers = { accept: 'text/event-stream' };
      get(`${url}graphql?query=${query}`, { agent, headers }, (response) => {
        if (response.statusCode === 200) resolve(response);
        else reject(new Error(`a reader was refused: ${response.statusCode}`));
      }).on('error', reject);
    });

  const arrived: number[] = [];
  for (let i = 0; i < readers; i += 1) {
    const response = await subscribe('headline url outlet { name } actors(first: 3) { actor { name } }');
    response.on('data', (bytes: Buffer) => {
      if (bytes.includes('event: next')) arrived.push(performance.now());
    });
  }
  const press = inventPress(catalog, articles + 200);
  const next = (changes: Partial<ArticleDraft> = {}): ArticleDraft => ({ ...press.next().value!, ...changes });
  await store.saveArticle(next());
  await sleep(1_000);
  const before = await memory();
  const lasts: number[] = [];
  const medians: number[] = [];
  for (let i = 0; i < articles; i += 1) {
    arrived.length = 0;
    await store.saveArticle(next());
    const committed = performance.now();
    for (const until = committed + 5_000; arrived.length < readers && performance.now() < until; ) await sleep(2);
    if (arrived.length !== readers) throw new Error(`${arrived.length} of ${readers} readers got the article`);
    const times = arrived.map((at) => at - committed).sort((one, other) => one - other);
    medians.push(times[readers >> 1]!);
    lasts.push(times.at(-1)!);
    await sleep(30);
  }
  const at = (times: number[], share: number): string =>
    times.toSorted((one, other) => one - other)[Math.floor(times.length * share)]!.toFixed(0);
  console.log(
    `${readers} readers, ${articles} articles: half of the readers have it ${at(medians, 0.5)} ms after the commit, ` +
      `the last one ${at(lasts, 0.5)} ms (median), ${at(lasts, 0.95)} ms (p95)`,
  );
  console.log(`memory of the gateway: ${before.toFixed(0)} MB before, ${(await memory()).toFixed(0)} MB after`);

  const slow = await subscribe('body');
  slow.pause();
  slow.socket.pause();
  let closed = 0;
  slow.socket.once('close', () => {
    closed = performance.now();
  });
  const body = 'reč '.repeat(50_000);
  const began = performance.now();
  for (let i = 0; i < 100; i += 1) await store.saveArticle(next({ body }));
  const full = await memory();
  await sleep(SLOW_MS + 1_000);
  slow.on('error', () => undefined);
  slow.resume();
  await sleep(500);
  console.log(
    `a reader that does not read, with 100 articles of 200 kB: ${closed > 0 ? 'dropped' : 'still there'} ` +
      `${((closed - began) / 1000).toFixed(1)} s after the first; memory ${full.toFixed(0)} MB meanwhile, ${(await memory()).toFixed(0)} MB after`,
  );
  agent.destroy();
  gateway.kill('SIGKILL');
  await store.close();
  await rm(folder, { recursive: true });
}
