import { expect, onTestFinished, test } from 'vitest';
import { openBench, outlet } from '../poll/bench.ts';
import { openLoopback, rss, send } from '../poll/loopback.ts';
import { draftOf, MINUTE } from '../store/sample-world.ts';

test('a clock that is a minute slow: nothing stands in the future, and nothing changes once it is right', async () => {
  const site = await openLoopback();
  onTestFinished(() => site.close());
  const link = `${site.origin}/vest`;
  const right = Date.now();
  const feed = () =>
    send(rss([{ title: 'Vest o nečemu što se desilo', link, guid: '1', date: new Date(right - 1_000) }]));
  site.answers.set('/feed', feed());
  const bench = await openBench([outlet('primer', { homepage: site.origin, feeds: [{ url: `${site.origin}/feed` }] })]);
  onTestFinished(() => bench.close());
  bench.time.now = right - MINUTE;
  await bench.poller.run(['primer']);
  const [first] = await bench.articles();
  expect(first).toMatchObject({ publishedAt: right - MINUTE, publishedAtSource: 'FEED', firstSeenAt: right - MINUTE });
  bench.time.now = right;
  await bench.restart().run(['primer']);
  expect(await bench.articles()).toEqual([first]);
  expect((await bench.feed('primer')).nextFetchAt! - right).toBeLessThanOrEqual(24 * 60 * MINUTE);
});

test('articles are told in the order in which they came, whatever the clocks of those who brought them said', async () => {
  const bench = await openBench([outlet('dnevnik', { feeds: [{ url: 'http://127.0.0.1:1/feed' }] })]);
  onTestFinished(() => bench.close());
  await bench.poller.run(['dnevnik']);
  let after = await bench.store.lastArrival();
  const told: string[] = [];
  const saved: string[] = [];
  for (let i = 0; i < 20; i += 1) {
    const skew = i % 2 === 0 ? MINUTE : -MINUTE;
    const url = `https://dnevnik.example/${i}`;
    await bench.store.saveArticle(draftOf({ url, seenAt: Date.now() + skew, publishedAt: Date.now() + skew }));
    saved.push(url);
    for (const { cursor, node } of await bench.store.arrivals({}, after, 100)) {
      after = cursor;
      told.push(node.url);
    }
  }
  expect(told).toEqual(saved);
  expect((await bench.articles()).map((article) => article.url)).toEqual(saved);
});
