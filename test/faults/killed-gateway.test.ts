import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { engines } from '../store/engines.ts';
import { draftOf } from '../store/sample-world.ts';

const bin = fileURLToPath(new URL('../../bin/telal.js', import.meta.url));

/** `telal serve --no-poll` over a database; its address once it answers. */
async function startGateway(databaseUrl: string): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [bin, 'serve', '--no-poll', '--port', '0'], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      TELAL_RATE_LIMIT: '0',
      LOG_LEVEL: 'info',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stderr })) {
    const url = /"url":"(http:[^"]*)"/.exec(line)?.[1];
    if (url) {
      child.stderr.resume();
      return { url, process: child };
    }
  }
  throw new Error('the gateway ended');
}

/** Reads a subscription at one gateway after another, each time on from its last event, until it is stopped. */
function subscribe(gateways: string[], after: string) {
  const seen: string[] = [];
  const stopped = new AbortController();
  let last = '';
  const query = 'subscription($after: String) { articlePublished(after: $after) { node { url } } }';
  const read = async (url: string): Promise<void> => {
    const answer = await fetch(`${url}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'last-event-id': last },
      body: JSON.stringify({ query, variables: { after } }),
      signal: stopped.signal,
    });
    let text = '';
    for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
      const events = (text + part).split('\n\n');
      text = events.pop()!;
      for (const event of events) {
        const data = /^data: (\{.*)$/m.exec(event)?.[1];
        if (data === undefined) continue;
        last = /^id: (.*)$/m.exec(event)?.[1] ?? last;
        seen.push(JSON.parse(data).data.articlePublished.node.url);
      }
    }
  };
  const done = (async () => {
    for (let n = 0; !stopped.signal.aborted; n += 1) {
      await read(gateways[n % gateways.length]!).catch(() => sleep(20));
    }
  })();
  return {
    seen,
    async stop() {
      stopped.abort();
      await done;
    },
  };
}

test('a gateway that is killed is one of two: readers go on at the other, and miss nothing and hear nothing twice', async () => {
  const engine = engines.find(({ name }) => name === 'postgres')!;
  const database = await engine.create();
  onTestFinished(() => database.drop());
  const gateways = await Promise.all([startGateway(database.url), startGateway(database.url)]);
  const urls = gateways.map(({ url }) => url);
  const store = await openStore(database.url);
  const ask = async (url: string, query: string) => {
    const answer = await fetch(`${url}graphql?query=${encodeURIComponent(query)}`);
    return ((await answer.json()) as { data: { outlets: { nodes: { slug: string }[] } } }).data;
  };
  const outlet = (await ask(urls[0]!, '{ outlets(first: 1) { nodes { slug } } }')).outlets.nodes[0]!.slug;
  const after = await store.lastArrival();
  // Half of them begin at the gateway that will be killed.
  const readers = Array.from({ length: 12 }, (_, n) => subscribe(n % 2 ? urls : urls.toReversed(), after));
  let loading = true;
  const load = urls.map(async (url) => {
    for (; loading; await sleep(5)) await ask(url, '{ articles(first: 5) { totalCount } }').catch(() => undefined);
  });
  const saved: string[] = [];
  const save = async (until: number) => {
    while (saved.length < until) {
      const url = `https://primer.example/${saved.length}`;
      await store.saveArticle(draftOf({ url, outlet }));
      saved.push(url);
    }
  };
  await save(60);
  const saving = save(150);
  await expect.poll(() => saved.length, { timeout: 20_000 }).toBeGreaterThan(70);
  const end = once(gateways[0].process, 'exit');
  gateways[0].process.kill('SIGKILL');
  await end;
  await saving;
  await save(200);
  for (const reader of readers) {
    await expect.poll(() => reader.seen.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(saved.length);
    expect(reader.seen).toEqual(saved);
  }
  loading = false;
  await Promise.all([...readers.map((reader) => reader.stop()), ...load]);
  await store.close();
}, 90_000);
