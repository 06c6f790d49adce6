import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Interval } from '../../src/domain/counts.ts';
import type { Store } from '../../src/domain/store.ts';
import { bucketOf, openZone } from '../../src/store/local-time.ts';
import { engines, openTestStore, type TestStore } from './engines.ts';
import { annotationOf, DAY, draftOf, HOUR, MINUTE, NOON } from './sample-world.ts';

const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

describe.each(engines)('The timeline on $name', (engine) => {
  let test: TestStore;
  let store: Store;
  const times = [
    '2026-03-27T23:30Z',
    '2026-03-28T22:59Z',
    '2026-03-29T00:30Z',
    '2026-03-29T01:30Z',
    '2026-03-31T21:59Z',
  ];
  beforeAll(async () => {
    test = await openTestStore(engine);
    store = test.store;
    for (const time of times) await store.saveArticle(draftOf({ publishedAt: at(time) }));
  });
  afterAll(() => test.drop());

  const line = async (interval: Interval, zone: string, from?: string, to?: string) => {
    const publishedAt = { from: from && at(from), to: to && at(to) } as { from?: number; to?: number };
    const buckets = await store.timeline(from || to ? { publishedAt } : {}, interval, zone);
    return buckets.map((bucket) => `${iso(bucket.start)} ${bucket.count}`);
  };

  it('begins its days at local midnight, also where the clock goes forward', async () => {
    expect(await line('DAY', 'Europe/Belgrade')).toEqual([
      '2026-03-27T23:00 2',
      '2026-03-28T23:00 2',
      '2026-03-29T22:00 0',
      '2026-03-30T22:00 1',
    ]);
    expect(await line('DAY', 'UTC')).toEqual([
      '2026-03-27T00:00 1',
      '2026-03-28T00:00 1',
      '2026-03-29T00:00 2',
      '2026-03-30T00:00 0',
      '2026-03-31T00:00 1',
    ]);
  });

  it('has as many hours as the day has', async () => {
    const spring = await line('HOUR', 'Europe/Belgrade', '2026-03-28T23:00Z', '2026-03-29T22:00Z');
    expect(spring).toHaveLength(23);
    const autumn = await line('HOUR', 'Europe/Belgrade', '2026-10-24T22:00Z', '2026-10-25T23:00Z');
    expect(autumn).toHaveLength(25);
  });

  it('begins its weeks on Monday and its months on the first', async () => {
    expect(await line('WEEK', 'Europe/Belgrade')).toEqual(['2026-03-22T23:00 4', '2026-03-29T22:00 1']);
    expect(await line('MONTH', 'Europe/Belgrade')).toEqual(['2026-02-28T23:00 5']);
    expect(await line('MONTH', 'Asia/Tokyo')).toEqual(['2026-02-28T15:00 4', '2026-03-31T15:00 1']);
  });

  it('stands on quarters of an hour where the zone does', async () => {
    expect((await line('DAY', 'Asia/Kathmandu'))[0]).toBe('2026-03-27T18:15 1');
    expect((await line('HOUR', 'Asia/Kolkata')).filter((bucket) => !bucket.endsWith(' 0'))).toEqual([
      '2026-03-27T23:30 1',
      '2026-03-28T22:30 1',
      '2026-03-29T00:30 1',
      '2026-03-29T01:30 1',
      '2026-03-31T21:30 1',
    ]);
  });

  it('spans the range that is asked for, empty buckets and all', async () => {
    expect(await line('DAY', 'UTC', '2026-03-30T05:00Z', '2026-04-02T00:00Z')).toEqual([
      '2026-03-30T00:00 0',
      '2026-03-31T00:00 1',
      '2026-04-01T00:00 0',
    ]);
    expect(await line('DAY', 'UTC', '2027-01-01T00:00Z', '2027-01-02T00:00Z')).toEqual(['2027-01-01T00:00 0']);
    expect(await line('DAY', 'UTC', '2026-03-30T05:00Z')).toEqual(['2026-03-30T00:00 0', '2026-03-31T00:00 1']);
    expect(await line('DAY', 'UTC', '2027-01-01T00:00Z')).toEqual([]);
    expect(await store.timeline({ search: 'nothing' }, 'DAY', 'UTC')).toEqual([]);
    expect(await line('DAY', 'UTC', '2027-01-02T00:00Z', '2027-01-01T00:00Z')).toEqual([]);
  });

  it('refuses a zone that is none, and more buckets than anyone can draw', async () => {
    const wrong = { code: 'BAD_USER_INPUT' };
    await expect(store.timeline({}, 'DAY', 'Europe/Atlantis')).rejects.toMatchObject(wrong);
    await expect(store.timeline({}, 'DAY', '')).rejects.toMatchObject(wrong);
    await expect(line('HOUR', 'UTC', '2020-01-01T00:00Z', '2026-01-01T00:00Z')).rejects.toThrow(/5000 buckets/);
    await expect(line('DAY', 'UTC', '0001-01-01T00:00Z', '9999-01-01T00:00Z')).rejects.toMatchObject(wrong);
    await store.saveArticle(draftOf({ publishedAt: at('1990-01-01T00:00Z'), outlet: 'vesti' }));
    await expect(line('HOUR', 'UTC')).rejects.toMatchObject(wrong);
    expect((await line('MONTH', 'UTC')).length).toBe(435);
  });
});

describe('A bucket of local time', () => {
  it.each([
    'Europe/Sofia',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Asia/Beirut',
    'Africa/Monrovia',
    'Pacific/Apia',
  ])('follows the one before without gap in %s', (name) => {
    const zone = openZone(name);
    for (const interval of ['HOUR', 'DAY', 'WEEK', 'MONTH'] as const) {
      for (const begin of ['1971-12-20T00:00Z', '2011-12-20T00:00Z', '2018-10-28T00:00Z', '2026-03-20T00:00Z']) {
        let bucket = bucketOf(zone, interval, at(begin));
        for (let i = 0; i < 40; i += 1) {
          const next = bucketOf(zone, interval, bucket.next);
          expect(next.start, `${interval} ${iso(bucket.start)}`).toBe(bucket.next);
          expect(next.next).toBeGreaterThan(next.start);
          expect(bucketOf(zone, interval, bucket.next - 1).start).toBe(bucket.start);
          bucket = next;
        }
      }
    }
  });
});

describe.each(engines)('Trending actors on $name', (engine) => {
  it('are those named more than in the windows before', async () => {
    const test = await openTestStore(engine);
    const { store } = test;
    const publish = async (slug: string, hoursAgo: number, country = 'RS') => {
      const annotation = annotationOf({ actors: [slug], countries: [country] });
      await store.saveArticle(draftOf({ publishedAt: NOON - hoursAgo * HOUR - MINUTE, annotation }));
    };
    for (let day = 0; day < 15; day += 1) for (let i = 0; i < 3; i += 1) await publish('ana-djoric', day * 24 + i);
    for (let i = 0; i < 5; i += 1) await publish('bojan-vukic', i);
    for (let i = 0; i < 7; i += 1) await publish('bojan-vukic', 30 + i, 'MK');
    await publish('cvetan-tasev', 1);
    const window = { from: NOON - DAY, to: NOON };
    expect(await store.trendingActors({}, window, 5)).toEqual([
      { actor: 'bojan-vukic', count: 5, baseline: 0.5, score: expect.closeTo(4.5 / Math.sqrt(1.5), 6) },
    ]);
    const [alone] = await store.trendingActors({ countries: { any: ['RS'] } }, window, 5);
    expect(alone).toMatchObject({ actor: 'bojan-vukic', baseline: 0 });
    expect(await store.trendingActors({ search: 'nothing' }, window, 5)).toEqual([]);
    await expect(store.trendingActors({}, { from: NOON, to: NOON }, 5)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    await test.drop();
  });
});
