import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedOutcome } from '../../src/domain/feed.ts';
import type { Store } from '../../src/domain/store.ts';
import { engines, openTestStore, type TestStore } from './engines.ts';
import { catalogOf, DAY, draftOf, HOUR, MINUTE, NOON, outlets } from './sample-world.ts';

const state = {
  etag: '"1"',
  lastModified: null,
  bodyDigest: 'd',
  movedTo: null,
  movedCount: 0,
  recent: [NOON],
  hub: null,
  hubUntil: null,
};
const outcome = (changes: Partial<FeedOutcome> = {}): FeedOutcome => ({
  at: NOON,
  status: 'HEALTHY',
  nextFetchAt: NOON + HOUR,
  error: null,
  state,
  ...changes,
});

describe.each(engines)('Feeds on $name', (engine) => {
  let test: TestStore;
  let store: Store;
  beforeEach(async () => {
    test = await openTestStore(engine);
    store = test.store;
  });
  afterEach(() => test.drop());

  const claim = (changes: Partial<Parameters<Store['claimFeeds']>[0]> = {}, from = store) =>
    from.claimFeeds({ now: NOON, limit: 10, owner: 'one', leaseMs: MINUTE, ...changes });

  it('are all due at first, and leased to one poller only', async () => {
    const other = await test.open();
    const [mine, theirs] = await Promise.all([claim({ limit: 4 }), claim({ limit: 4, owner: 'two' }, other)]);
    const ids = [...mine, ...theirs].map((feed) => feed.id);
    expect(new Set(ids).size).toBe(6);
    expect(await claim({ owner: 'three' })).toEqual([]);
    expect(await claim({ owner: 'three', now: NOON + MINUTE })).toHaveLength(6);
  });

  it('come back when their time has come, the oldest first', async () => {
    const [first, second, ...rest] = await claim();
    await store.finishFeed(first!.id, outcome({ nextFetchAt: NOON + 2 * HOUR }));
    await store.finishFeed(second!.id, outcome({ nextFetchAt: NOON + HOUR }));
    for (const feed of rest) await store.finishFeed(feed.id, outcome({ nextFetchAt: null }));
    expect(await claim({ now: NOON + HOUR - 1 })).toEqual([]);
    expect((await claim({ now: NOON + 3 * HOUR })).map((feed) => feed.id)).toEqual([second!.id, first!.id]);
  });

  it('are claimed by outlet whether due or not, but not from another poller', async () => {
    const [feed] = await claim({ outlets: ['vesti'] });
    expect(feed!.outlet).toBe('vesti');
    expect(await claim({ outlets: ['vesti'], owner: 'two' })).toEqual([]);
    expect(await claim({ outlets: ['vesti'] })).toHaveLength(1);
    await store.finishFeed(feed!.id, outcome());
    expect(await claim({ outlets: ['vesti'], owner: 'two' })).toHaveLength(1);
  });

  it('are counted: polls by outlet and result, those that are due or under way, articles without a story', async () => {
    expect(await store.figures(NOON)).toMatchObject({ polls: [], feedsDue: 6, feedsUnderWay: 0 });
    const [feed] = await claim({ outlets: ['vesti'] });
    expect(await store.figures(NOON)).toMatchObject({ feedsDue: 5, feedsUnderWay: 1 });
    await store.finishFeed(feed!.id, outcome({ result: 'new' }));
    await store.finishFeed(feed!.id, outcome({ result: 'failed' }));
    await store.finishFeed(feed!.id, outcome({ result: 'new' }));
    await store.saveArticle(draftOf());
    const figures = await store.figures(NOON);
    expect(figures.polls).toEqual([
      { outlet: 'vesti', result: 'failed', polls: 1 },
      { outlet: 'vesti', result: 'new', polls: 2 },
    ]);
    expect(figures).toMatchObject({ feedsDue: 5, feedsUnderWay: 0, articlesWithoutStory: 1 });
    expect(figures.bytes).toBeGreaterThan(100_000);
  });

  it('keep what a poll found', async () => {
    const [feed] = await claim({ outlets: ['vesti'] });
    await store.finishFeed(feed!.id, outcome());
    const [stored] = await store.feedsByIds([feed!.id]);
    expect(stored).toMatchObject({ status: 'HEALTHY', lastFetchedAt: NOON, lastSucceededAt: NOON, state });
    const failed = outcome({ at: NOON + HOUR, status: 'FAILING', error: 'The host is not there.' });
    await store.finishFeed(feed!.id, failed);
    await store.finishFeed(feed!.id, failed);
    const [bad] = await store.feedsOfOutlets(['vesti']);
    expect(bad).toMatchObject({
      status: 'FAILING',
      consecutiveFailures: 2,
      lastError: 'The host is not there.',
      lastFetchedAt: NOON + HOUR,
      lastSucceededAt: NOON,
    });
    await store.finishFeed(feed!.id, outcome({ error: 'Two pages could not be read.' }));
    const [mixed] = await store.feedsByIds([feed!.id]);
    expect(mixed).toMatchObject({ consecutiveFailures: 0, lastError: 'Two pages could not be read.' });
    expect(await store.feedsByIds([99])).toEqual([null]);
  });

  it('follow the catalog: gone ones are disabled, and begin anew when they come back', async () => {
    const [feed] = await claim({ outlets: ['vesti'] });
    await store.finishFeed(feed!.id, outcome({ status: 'FAILING', error: 'No.' }));
    const fewer = outlets.filter((outlet) => outlet.slug !== 'vesti');
    await store.syncCatalog(catalogOf({ outlets: fewer }), NOON);
    expect((await store.feedsOfOutlets(['vesti']))[0]).toMatchObject({ status: 'DISABLED', nextFetchAt: null });
    await store.finishFeed(feed!.id, outcome());
    expect((await store.feedsOfOutlets(['vesti']))[0]).toMatchObject({ status: 'DISABLED', nextFetchAt: null });
    expect(await claim({ outlets: ['vesti'] })).toEqual([]);
    await store.syncCatalog(catalogOf(), NOON + HOUR);
    expect((await store.feedsOfOutlets(['vesti']))[0]).toMatchObject({
      status: 'NEW',
      nextFetchAt: NOON + HOUR,
      lastError: null,
    });
  });

  it('are synced at the price of one read where nothing changed', async () => {
    const generation = await store.generation();
    const before = store.statementCount();
    await store.syncCatalog(catalogOf(), NOON + DAY);
    expect(store.statementCount() - before).toBe(1);
    expect(await store.generation()).toBe(generation);
  });

  describe('tell the health of their outlet', () => {
    const health = async (now = NOON) => (await store.outletHealth(['vesti', 'nowhere'], now)).get('vesti')!;
    const poll = async (changes: Partial<FeedOutcome> = {}) => {
      const [feed] = await store.feedsOfOutlets(['vesti']);
      await store.finishFeed(feed!.id, outcome(changes));
    };
    const publish = async (hours: number[]) => {
      for (const hour of hours) {
        const publishedAt = NOON - hour * HOUR;
        await store.saveArticle(draftOf({ outlet: 'vesti', publishedAt, seenAt: publishedAt + 10 * MINUTE }));
      }
    };

    it('which is new until a feed was fetched, and failing when none can be', async () => {
      expect(await health()).toEqual({
        status: 'NEW',
        lastArticleAt: null,
        articlesLastDay: 0,
        medianLagSeconds: null,
      });
      await poll({ status: 'FAILING', error: 'No.' });
      expect((await health()).status).toBe('FAILING');
      await poll();
      expect((await health()).status).toBe('HEALTHY');
      expect(await store.outletHealth(['nowhere'], NOON)).toEqual(new Map());
    });

    it('which is silent after twice the usual gap', async () => {
      await poll();
      await publish([30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18]);
      const newest = NOON - 18 * HOUR;
      expect(await health(newest + 2 * HOUR)).toMatchObject({ status: 'HEALTHY', lastArticleAt: newest });
      expect((await health(newest + 2 * HOUR + 1)).status).toBe('SILENT');
      expect(await health()).toMatchObject({ articlesLastDay: 6, medianLagSeconds: 600 });
    });

    it('which is not silent at night', async () => {
      await poll();
      const days = [6, 5, 4, 3, 2, 1].flatMap((day) => [14, 10, 9, 8, 7, 6, 5, 4].map((hour) => day * 24 + hour));
      await publish(days.sort((one, other) => other - one));
      expect((await health()).status).toBe('HEALTHY');
    });
  });
});
