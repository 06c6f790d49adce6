import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWebSubHandler } from '../../src/poll/websub.ts';
import { type Bench, openBench, outlet } from './bench.ts';
import { type Loopback, openLoopback, rss, send } from './loopback.ts';

const settings = { publicUrl: 'https://telal.example/', secret: 'a secret of this Telal' };
let site: Loopback;
let bench: Bench;
let asked: URLSearchParams[];
let handle: (request: Request) => Promise<Response>;

beforeEach(async () => {
  site = await openLoopback();
  asked = [];
  const channel = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${site.origin}/hub"/>`;
  site.answers.set(
    '/feed',
    send(rss([{ title: 'A', link: `${site.origin}/1`, date: new Date(Date.now() - 3_600_000) }], channel)),
  );
  site.answers.set('/hub', (request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push(new URLSearchParams(body));
      response.writeHead(202).end();
    });
  });
  bench = await openBench([outlet('primer', { feeds: [{ url: `${site.origin}/feed` }] })], {
    settings: { webSub: settings },
  });
  handle = createWebSubHandler({ settings, store: bench.store, clock: { now: () => bench.time.now } });
  await bench.poller.tick();
  while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
});
afterEach(async () => {
  await bench.close();
  await site.close();
});

const confirm = (more: Record<string, string> = {}) => {
  const url = new URL(asked[0]!.get('hub.callback')!);
  const fields = {
    'hub.mode': 'subscribe',
    'hub.topic': `${site.origin}/feed`,
    'hub.challenge': 'echo',
    'hub.lease_seconds': '864000',
    ...more,
  };
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return handle(new Request(url));
};
const deliver = (body: string, signature: string | null) =>
  handle(
    new Request(asked[0]!.get('hub.callback')!, {
      method: 'POST',
      body,
      headers: signature ? { 'x-hub-signature': signature } : {},
    }),
  );
const sign = (body: string, method = 'sha256') =>
  `${method}=${createHmac(method, asked[0]!.get('hub.secret')!).update(body).digest('hex')}`;

describe('WebSub', () => {
  test('asks the hub that a feed names, once', async () => {
    expect(asked[0]!.get('hub.mode')).toBe('subscribe');
    expect(asked[0]!.get('hub.topic')).toBe(`${site.origin}/feed`);
    expect(asked[0]!.get('hub.callback')).toMatch(/^https:\/\/telal\.example\/websub\/1\/[0-9a-f]{64}$/);
    bench.time.now += 60_000;
    await bench.poller.run(['primer']);
    expect(asked.length).toBe(1);
  });

  test('confirms what was asked, and nothing else', async () => {
    const response = await confirm();
    expect([response.status, await response.text()]).toEqual([200, 'echo']);
    expect((await bench.feed('primer')).state.hubUntil).toBe(bench.time.now + 864_000_000);
    expect((await confirm({ 'hub.topic': 'https://other.example/feed' })).status).toBe(404);
    expect((await confirm({ 'hub.mode': 'unsubscribe' })).status).toBe(404);
    const url = asked[0]!.get('hub.callback')!;
    expect((await handle(new Request(url.replace(/.$/, 'z')))).status).toBe(404);
    expect((await handle(new Request('https://telal.example/websub/'))).status).toBe(404);
  });

  test('polls a feed at once when its hub tells of a change', async () => {
    await confirm();
    expect(await bench.poller.tick()).toEqual([]);
    for (const method of ['sha1', 'sha256', 'sha512'])
      expect((await deliver('<rss/>', sign('<rss/>', method))).status).toBe(202);
    const before = await bench.feed('primer');
    expect(before).toMatchObject({ status: 'HEALTHY', nextFetchAt: bench.time.now, consecutiveFailures: 0 });
    expect((await bench.poller.tick()).length).toBe(1);
    expect((await bench.feed('primer')).state.hubUntil).toBe(before.state.hubUntil);
  });

  test('does not heed a delivery without the right signature', async () => {
    const { nextFetchAt } = await bench.feed('primer');
    for (const signature of [null, 'sha256=00', sign('other'), sign('<rss/>').replace('sha256', 'md5'), 'x'])
      expect((await deliver('<rss/>', signature)).status).toBe(403);
    expect((await bench.feed('primer')).nextFetchAt).toBe(nextFetchAt);
    expect((await deliver('x'.repeat(10_000_001), sign('x'))).status).toBe(413);
  });
});
