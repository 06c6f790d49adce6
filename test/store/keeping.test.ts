import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/domain/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { engines, openTestStore, type TestStore } from './engines.ts';
import { annotationOf, draftOf, HOUR, NOON } from './sample-world.ts';

const DAY = 24 * HOUR;

describe.each(engines)('Keeping a store on $name', (engine) => {
  let test: TestStore;
  let store: Store;
  beforeAll(async () => {
    test = await openTestStore(engine);
    store = test.store;
    for (let day = 0; day < 300; day++) {
      const annotation = annotationOf({ actors: ['bojan-vukic'], countries: day % 2 === 0 ? ['XK'] : ['RS'] });
      await store.saveArticle(draftOf({ annotation, publishedAt: NOON - day * DAY, seenAt: NOON }));
    }
  });
  afterAll(() => test.drop());

  it('gives every article out once, in the order of arrival, with all that is known of it', async () => {
    const first = await store.storedArticles(0, 200);
    const rest = await store.storedArticles(first.at(-1)!.article.id, 200);
    expect([first.length, rest.length]).toEqual([200, 100]);
    expect(rest[0]!.annotation.actors[0]).toMatchObject({ slug: 'bojan-vukic', kind: 'PERSON', curated: true });
    expect(first[0]!.keys.length).toBeGreaterThan(0);
    expect(await store.storedArticles(0, 200, NOON - 3 * DAY)).toHaveLength(4);
  });

  it('finds nothing wrong with a store that is whole', async () => {
    expect(await store.check()).toEqual([]);
  });

  it('removes what is older than an instant, and counts right afterwards', async () => {
    expect(await store.removeArticles(NOON - 49.5 * DAY)).toBe(250);
    expect(await store.countArticles({})).toBe(50);
    expect(await store.countArticles({ actors: { any: ['bojan-vukic'] } })).toBe(50);
    expect(await store.facet({}, 'countries', { first: 5 })).toEqual([
      { key: 'RS', count: 25 },
      { key: 'XK', count: 25 },
    ]);
    expect(await store.check()).toEqual([]);
    expect(await store.removeArticles(NOON - 49.5 * DAY)).toBe(0);
  });

  it('takes removed articles out of their stories, and a story that has none left away', async () => {
    const articles = await store.storedArticles(0, 50);
    const [newest, old, older] = [articles[0]!.article, articles[47]!.article, articles[48]!.article];
    const place = async (id: number, story: number | null) => {
      const expected = await store.storyPosition();
      const request = { articleId: id, features: 'AAAA', story, absorbed: [], centrality: [], expected };
      return (await store.placeArticle(request))!.story;
    };
    const kept = await place(newest.id, null);
    await place(old.id, kept);
    const gone = await place(older.id, null);
    expect(await store.removeArticles(NOON - 46.5 * DAY)).toBe(3);
    const [left, none] = await store.storiesByIds([kept, gone]);
    expect([left?.articleCount, none]).toEqual([1, null]);
    expect(await store.check()).toEqual([]);
    // What was decided before the story went is a story of its own.
    expect(await place(articles[1]!.article.id, gone)).not.toBe(gone);
  });

  it('copies an embedded store while it is open, over nothing that exists', async (context) => {
    if (engine.name !== 'sqlite') return context.skip();
    const file = join(tmpdir(), `telal-backup-${process.pid}-${Date.now()}.db`);
    await store.backup(file);
    expect(existsSync(file)).toBe(true);
    const copy = await openStore(`file:${file}`, { readOnly: true });
    expect(await copy.countArticles({})).toBe(47);
    await copy.close();
    await expect(store.backup(file)).rejects.toThrow('exists already');
    await rm(file);
  });
});
