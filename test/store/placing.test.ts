import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/domain/store.ts';
import { engines, openTestStore, type TestStore } from './engines.ts';
import { annotationOf, draftOf, HOUR, NOON } from './sample-world.ts';

describe.each(engines)('Stories on $name', (engine) => {
  let test: TestStore;
  let store: Store;
  beforeEach(async () => {
    test = await openTestStore(engine);
    store = test.store;
  });
  afterEach(() => test.drop());

  const save = async (outlet: string, hour: number, copyOf: number | null = null) => {
    const quotes = [{ text: `Rečeno u ${hour}`, speaker: 'ana-djoric' }];
    const annotation = annotationOf({ countries: ['RS'], topics: ['election'], quotes });
    return (await store.saveArticle(draftOf({ outlet, publishedAt: NOON + hour * HOUR, copyOf, annotation }))).id;
  };
  const place = async (articleId: number, story: number | null, absorbed: number[] = []) => {
    const expected = await store.storyPosition();
    const centrality: [number, number][] = [[articleId, 1 - articleId / 100]];
    const placed = await store.placeArticle({
      articleId,
      features: `f${articleId}`,
      story,
      absorbed,
      centrality,
      expected,
    });
    return placed!.story;
  };

  it('hold their articles, are listed by time and size, and lead on when they are merged', async () => {
    const ids = [await save('dnevnik', 1), await save('vesti', 2), await save('glas', 3), await save('dnevnik', 4)];
    const first = await place(ids[0]!, null);
    expect(await place(ids[1]!, first)).toBe(first);
    const second = await place(ids[2]!, null);
    const third = await place(ids[3]!, null);
    const listed = async (order: 'LATEST' | 'LARGEST', request = {}) =>
      (await store.stories({ filter: {}, ...request }, order, { first: 10 })).edges.map((edge) => edge.node.id);
    expect(await listed('LATEST')).toEqual([third, second, first]);
    expect(await listed('LARGEST')).toEqual([first, third, second]);
    expect(await listed('LATEST', { filter: { outlets: { any: ['glas'] } } })).toEqual([second]);
    expect(await listed('LATEST', { filter: { search: 'naslov' }, minimumOutlets: 2 })).toEqual([first]);
    expect(await listed('LATEST', { minimumCountries: 2, untoldIn: ['BA'] })).toEqual([first]);
    expect(await store.countStories({ filter: { countries: { any: ['RS'] } } })).toBe(3);
    const page = await store.stories({ filter: {} }, 'LARGEST', { first: 1 });
    const next = await store.stories({ filter: {} }, 'LARGEST', { first: 2, after: page.edges[0]!.cursor });
    expect(next.edges.map((edge) => edge.node.id)).toEqual([third, second]);

    await place(await save('lajme', 5), first, [second]);
    expect(await listed('LARGEST')).toEqual([first, third]);
    expect((await store.storiesByIds([second, first, 999])).map((story) => story?.id)).toEqual([
      first,
      first,
      undefined,
    ]);
    expect((await store.storiesByIds([first]))[0]).toMatchObject({ articleCount: 4, independentOutletCount: 4 });
    expect((await store.storyHeadlines([first])).map((one) => one.articleId)).toEqual([1, 2, 3, 5]);
    expect((await store.storyQuotes([first])).map((one) => one.text)).toEqual([1, 2, 3, 5].map((n) => `Rečeno u ${n}`));
    expect(await store.storyCounts([first], 'publisherCountries')).toHaveLength(4);
    const told = await store.storiesAfter(0, { countries: { any: ['RS'] } }, 10);
    expect(told.map((one) => one.story.id)).toEqual([third, first]);
  });

  it('take one decision at a time, and keep what was decided on', async () => {
    const ids = [await save('dnevnik', 1), await save('vesti', 2)];
    const request = { features: 'f', story: null, absorbed: [], centrality: [] as [number, number][], expected: 0 };
    const both = await Promise.all(ids.map((articleId) => store.placeArticle({ ...request, articleId })));
    expect(both.filter((placed) => placed === null)).toHaveLength(1);
    const { placements, position } = await store.placements(0, NOON, 10);
    expect(placements).toHaveLength(1);
    expect(placements[0]).toMatchObject({ features: 'f', outlet: expect.any(String) });
    expect(position).toBe(1);
    expect(await store.unplacedArticles(0, NOON, 10)).toHaveLength(1);
    expect(await store.newestPlaced()).toBe(placements[0]!.publishedAt);
  });

  it('are all told of, also where more have changed at one position than are asked for at once', async () => {
    const drafts = Array.from({ length: 30 }, (_, index) => {
      const draft = draftOf({ outlet: 'dnevnik', publishedAt: NOON + index * HOUR });
      const first = draft.url;
      return { ...draft, story: { id: 500 + index, first, former: [], features: 'f', centrality: 0 } };
    });
    await store.saveArticles(drafts);
    const told = await store.storiesAfter(0, {}, 10);
    expect(told.map(({ story }) => story.id)).toEqual(drafts.map((_, index) => 500 + index));
    expect(await store.storiesAfter(told.at(-1)!.position, {}, 10)).toEqual([]);
    const late = await place(await save('vesti', 1), 503);
    expect((await store.storiesAfter(told.at(-1)!.position, {}, 10)).map(({ story }) => story.id)).toEqual([late]);
  });
});
