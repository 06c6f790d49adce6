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

  it('copies an embedded store while it is open, over nothing that exists', async (context) => {
    if (engine.name !== 'sqlite') return context.skip();
    const file = join(tmpdir(), `telal-backup-${process.pid}-${Date.now()}.db`);
    await store.backup(file);
    expect(existsSync(file)).toBe(true);
    const copy = await openStore(`file:${file}`, { readOnly: true });
    expect(await copy.countArticles({})).toBe(50);
    await copy.close();
    await expect(store.backup(file)).rejects.toThrow('exists already');
    await rm(file);
  });
});
