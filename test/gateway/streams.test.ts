import { request } from 'node:http';
import { createClient } from 'graphql-sse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { engines } from '../store/engines.ts';
import { follow } from './fixture/follow-stream.ts';
import { type Json, type OpenGateway, openGateway } from './fixture/open-gateway.ts';
import { draft, openReal } from './fixture/open-real.ts';

let open: OpenGateway;
beforeEach(async () => {
  open = await openGateway({ streamsPerAddress: 3, graceMs: 1000 });
});
afterEach(() => open.close());

const FOLLOW =
  'subscription ($filter: ArticleFilter, $after: String) { articlePublished(filter: $filter, after: $after) { cursor node { headline outlet { slug } actors { actor { name } } } } }';

const address = (variables: object = {}, query = FOLLOW) =>
  `${open.url}graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`;

describe('articlePublished', () => {
  test('gives each article that is stored from now on, over EventSource’s GET', async () => {
    const stream = follow(address());
    await new Promise((done) => setTimeout(done, 100));
    open.store.add({ headline: 'First' });
    open.store.add({ headline: 'Second' });
    await stream.until(() => stream.events.length === 2);
    expect(stream.events.map(({ event, data }) => [event, data.data.articlePublished.node.headline])).toEqual([
      ['next', 'First'],
      ['next', 'Second'],
    ]);
    stream.stop();
  });

  test('gives only what the filter matches', async () => {
    const stream = follow(address({ filter: { countries: { any: ['XK'] } } }));
    await new Promise((done) => setTimeout(done, 100));
    open.store.add({ headline: 'Of Serbia' });
    open.store.add({ headline: 'Of Kosovo', countries: ['XK'] });
    await stream.until(() => stream.events.length > 0);
    expect(stream.events[0]!.data.data.articlePublished.node.headline).toBe('Of Kosovo');
    stream.stop();
  });

  test('resumes after a cursor without a gap or a repeat, while articles go on arriving', async () => {
    const { data } = await open.ask('{ articles(orderBy: FIRST_SEEN, first: 5) { edges { cursor } } }');
    const adding = setInterval(() => open.store.add({}), 5);
    const stream = follow(address({ after: data.articles.edges.at(-1).cursor }));
    await stream.until(() => stream.events.length >= 60);
    clearInterval(adding);
    const cursors = stream.events.map((event) => event.data.data.articlePublished.cursor);
    expect(cursors).toEqual(cursors.map((_, index) => `c${index + 6}`));
    stream.stop();
  });

  test('goes on after Last-Event-ID when a browser connects again', async () => {
    const query = 'subscription { articlePublished(after: "c3") { cursor } }';
    const stream = follow(address({}, query), { headers: { 'last-event-id': 'c28' } });
    await stream.until(() => stream.events.length === 2);
    expect(stream.events.map((event) => event.data.data.articlePublished.cursor)).toEqual(['c29', 'c30']);
    expect(stream.ids).toEqual(['c29', 'c30']);
    stream.stop();
  });

  test('refuses a cursor of nowhere and an unknown name at once', async () => {
    const stream = follow(address({ after: 'nonsense' }));
    await stream.until(() => stream.ended());
    expect(stream.events[0]!.data.errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(stream.events.at(-1)!.event).toBe('complete');
    const other = follow(address({ filter: { outlets: { any: ['danika'] } } }));
    await other.until(() => other.ended());
    expect(other.events[0]!.data.errors[0].message).toContain('danica');
  });

  test('costs no more statements for many followers of the same than for one', async () => {
    const many = await openGateway({ streamsPerAddress: 100 });
    const streams = Array.from({ length: 50 }, () =>
      follow(`${many.url}graphql?${new URLSearchParams({ query: FOLLOW })}`),
    );
    const begun = () => many.store.calls.filter((call) => call === 'lastArrival').length;
    await expect.poll(begun, { timeout: 20_000 }).toBeGreaterThanOrEqual(50);
    await new Promise((done) => setTimeout(done, 100));
    many.store.calls.length = 0;
    many.store.add({ headline: 'For all' });
    await Promise.all(streams.map((stream) => stream.until(() => stream.events.length === 1)));
    expect(many.store.calls.length).toBeLessThanOrEqual(10);
    for (const stream of streams) stream.stop();
    await many.close();
  });

  test('is understood by the client of graphql-sse', async () => {
    const client = createClient({ url: `${open.url}graphql`, retryAttempts: 0 });
    const results = client.iterate<Json>({
      query: 'subscription { articlePublished(after: "c28") { node { headline } } }',
    });
    const headlines: string[] = [];
    for await (const result of results) {
      headlines.push(result.data!.articlePublished.node.headline);
      if (headlines.length === 2) open.store.add({ headline: 'Live' });
      if (headlines.length === 3) break;
    }
    expect(headlines).toEqual(['Headline 29', 'Headline 30', 'Live']);
    client.dispose();
  });

  test('is refused without a stream, and a query over a stream is answered once', async () => {
    const answer = await open.ask('subscription { articlePublished { cursor } }');
    expect(answer.errors![0].message).toContain('text/event-stream');
    const stream = follow(address({}, '{ articles(first: 1) { totalCount } }'));
    await stream.until(() => stream.ended());
    expect(stream.events).toEqual([
      { event: 'next', data: { data: { articles: { totalCount: 30 } } } },
      { event: 'complete', data: null },
    ]);
  });
});

describe('streams', () => {
  test('of one address are limited, and those that end make room', async () => {
    const streams = Array.from({ length: 200 }, () => follow(address()));
    const metric = async () => /telal_streams (\d+)/.exec(await (await fetch(`${open.url}metrics`)).text())![1];
    await expect.poll(metric).toBe('3');
    const refused = await fetch(address(), { headers: { accept: 'text/event-stream' } });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(((await refused.json()) as Json).errors[0].extensions.code).toBe('RATE_LIMITED');
    for (const stream of streams) stream.stop();
    await expect.poll(metric).toBe('0');
  });

  test('are told when the gateway stops', async () => {
    const stream = follow(address());
    await new Promise((done) => setTimeout(done, 100));
    const begun = Date.now();
    await open.gateway.close();
    await stream.until(() => stream.ended());
    expect(stream.events.at(-1)!.event).toBe('complete');
    expect(Date.now() - begun).toBeLessThan(900);
  });

  test('whose reader does not read are dropped', async () => {
    await open.close();
    open = await openGateway({ slowStreamMs: 200 });
    const sending = request(address(), { headers: { accept: 'text/event-stream' } });
    const closed = new Promise<void>((done) => {
      sending.on('response', (answer) => {
        answer.pause();
        answer.on('close', done);
        answer.on('error', () => done());
      });
      sending.on('error', () => done());
    });
    sending.end();
    await new Promise((done) => setTimeout(done, 100));
    const adding = setInterval(() => open.store.add({ headline: 'x'.repeat(1_000_000) }), 5);
    await expect.poll(() => open.logged.some((line) => line.message.includes('dropped')), { timeout: 8000 }).toBe(true);
    clearInterval(adding);
    sending.destroy();
    await closed;
  });
});

test.each(engines)(
  'over the real store on $name each article comes exactly once, from the cursor on',
  async (engine) => {
    const real = await openReal({}, engine);
    const { data } = await real.ask('{ articles(orderBy: FIRST_SEEN, first: 38) { pageInfo { endCursor } } }');
    const query = 'subscription ($after: String) { articlePublished(after: $after) { node { url } } }';
    const variables = JSON.stringify({ after: data.articles.pageInfo.endCursor });
    const stream = follow(`${real.url}graphql?${new URLSearchParams({ query, variables })}`);
    await stream.until(() => stream.events.length === 2);
    for (let index = 100; index < 120; index++) await real.add(index);
    await stream.until(() => stream.events.length === 22);
    const urls = stream.events.map((event) => event.data.data.articlePublished.node.url);
    expect(new Set(urls).size).toBe(22);
    expect(urls[2]).toBe('https://danica.example/100');
    stream.stop();
    await real.close();
  },
);

test.each(engines)('what another connection to $name commits is seen by streams and by the cache', async (engine) => {
  const real = await openReal({}, engine);
  const poller = await openStore(real.databaseUrl);
  const count = async () => (await real.ask('{ articles { totalCount } }')).data.articles.totalCount;
  const stream = follow(
    `${real.url}graphql?${new URLSearchParams({ query: 'subscription { articlePublished { node { url } } }' })}`,
  );
  expect(await count()).toBe(40);
  await new Promise((done) => setTimeout(done, 100));
  for (let index = 200; index < 210; index++) await poller.saveArticle(draft(index));
  await stream.until(() => stream.events.length === 10);
  await expect.poll(count).toBe(50);
  const urls = stream.events.map((event) => event.data.data.articlePublished.node.url);
  expect(new Set(urls).size).toBe(10);
  stream.stop();
  await poller.close();
  await real.close();
});
