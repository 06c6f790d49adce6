import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Outlet } from '../../src/domain/knowledge.ts';
import { openPageReader, type PageReader } from '../../src/read/page-reader.ts';
import { type Bench, openBench, outlet } from './bench.ts';
import { closing, faults, hour, items, start } from './faults.ts';
import { type Loopback, openLoopback, rss, send } from './loopback.ts';

/** Every outlet fault at once, beside healthy outlets: one poll, then what each feed says of itself. */

const names = Object.keys(faults);
const healthyCount = 10;
let bench: Bench;
let pages: PageReader;
/** When each healthy outlet was done, ms after the start of the poll. */
const done: number[] = [];

beforeAll(async () => {
  const outlets: Outlet[] = [];
  const allowHosts: string[] = [];
  const open = async (set?: (site: Loopback) => void) => {
    const site = await openLoopback();
    closing.push(() => site.close());
    allowHosts.push(`127.0.0.1:${site.port}`);
    set?.(site);
    return site;
  };
  for (const [index, name] of names.entries()) {
    const { site: set, url, readPages = false } = faults[name]!;
    const address =
      url === undefined ? `${(await open(set)).origin}/feed` : typeof url === 'string' ? url : await url();
    if (url !== undefined && !address.includes('invalid')) allowHosts.push(new URL(address).host);
    outlets.push(
      outlet(`fault-${index}`, { homepage: new URL('/', address).href, readPages, feeds: [{ url: address }] }),
    );
  }
  for (let n = 0; n < healthyCount; n++) {
    const site = await open((one) => {
      one.answers.set('/feed', send(rss(items(3, one.origin))));
    });
    outlets.push(outlet(`healthy-${n}`, { homepage: site.origin, feeds: [{ url: `${site.origin}/feed` }] }));
  }
  pages = openPageReader();
  bench = await openBench(outlets, {
    readPage: pages.read,
    settings: { allowHosts, limits: { firstByteMs: 3000, totalMs: 5000 } },
  });
  bench.time.now = start;
  const began = performance.now();
  await bench.poller.run(undefined, ({ outlet: slug }) => {
    if (slug.startsWith('healthy')) done.push(performance.now() - began);
  });
}, 120_000);
afterAll(async () => {
  await bench?.close();
  await pages?.close();
  await Promise.all(closing.map((close) => close()));
});

describe('an outlet that', () => {
  test.each(names.map((name, index) => [name, index] as const))(
    '%s ends in plain words and the right status',
    async (name, index) => {
      const expected = faults[name]!;
      const found = await bench.feed(`fault-${index}`);
      expect([found.status, found.lastError ?? '']).toEqual([
        expected.status,
        expected.says ? expect.stringMatching(expected.says) : expect.any(String),
      ]);
      const articles = await bench.articles(
        { outlets: { any: [`fault-${index}`] } },
        expected.articles > 1000 ? 1000 : 100,
      );
      if (expected.articles > 1000)
        expect(await bench.store.countArticles({ outlets: { any: [`fault-${index}`] } })).toBe(expected.articles);
      else if (!Number.isNaN(expected.articles)) expect(articles.length).toBe(expected.articles);
      expected.like?.(articles);
      if (expected.status === 'FAILING') {
        expect(found.consecutiveFailures).toBe(1);
        expect(found.nextFetchAt).toBeGreaterThan(start);
      } else if (expected.status === 'HEALTHY') expect(found.consecutiveFailures).toBe(0);
    },
  );

  test('asks for time gets it', async () => {
    for (const name of ['answers 429 with seconds', 'answers 503 with a date']) {
      const { nextFetchAt } = await bench.feed(`fault-${names.indexOf(name)}`);
      expect(nextFetchAt! - start).toBeGreaterThan(1.9 * hour);
    }
  });

  test('is healthy is done on time, whatever the others do', async () => {
    expect(done.length).toBe(healthyCount);
    for (let n = 0; n < healthyCount; n++) {
      expect(await bench.feed(`healthy-${n}`)).toMatchObject({ status: 'HEALTHY', lastError: null });
      expect((await bench.articles({ outlets: { any: [`healthy-${n}`] } })).length).toBe(3);
    }
    expect(Math.max(...done)).toBeLessThan(8000);
  });
});
