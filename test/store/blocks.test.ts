import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/domain/store.ts';
import { BLOCK } from '../../src/store/tag-shelf.ts';
import { seeded } from '../seeded.ts';
import { engines, openTestStore, type TestStore } from './engines.ts';
import { type Known, matches } from './plain-evaluation.ts';
import { randomWorld } from './random-world.ts';
import { DAY, HOUR, NOON } from './sample-world.ts';

/** The next article gets the id after this one: as if so many had been removed. */
async function skipTo(url: string, id: number): Promise<void> {
  if (url.startsWith('file:')) {
    const database = new DatabaseSync(url.slice('file:'.length));
    database.exec(`UPDATE sqlite_sequence SET seq = ${id} WHERE name = 'article'`);
    database.close();
    return;
  }
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`SELECT setval(pg_get_serial_sequence('article', 'id'), ${id})`);
  await client.end();
}

describe.each(engines)('Blocks of articles on $name', (engine) => {
  let test: TestStore;
  let store: Store;
  const known: Known[] = [];
  const world = randomWorld(seeded(21));
  const save = async (count: number): Promise<void> => {
    const drafts = Array.from({ length: count }, () => world.draft(0));
    const saved = await store.saveArticles(drafts);
    for (const [i, { id }] of saved.entries()) known.push({ id, draft: drafts[i]!, revisedAt: null });
  };
  beforeAll(async () => {
    test = await openTestStore(engine);
    store = test.store;
    await save(700);
    await skipTo(test.url, BLOCK - 200);
    // Over the end of a block, then over one that stays empty.
    await save(600);
    await skipTo(test.url, 3 * BLOCK - 300);
    await save(256);
    await save(130);
  });
  afterAll(() => test.drop());

  /** One reader has followed all along, the other opens the store as it is. */
  async function check(filters: number, seed: number): Promise<void> {
    const asked = randomWorld(seeded(seed));
    const fresh = await test.open({ readOnly: true });
    for (let i = 0; i < filters; i += 1) {
      const filter = asked.filter(1);
      const found = known.filter((one) => matches(one, filter));
      const told = JSON.stringify({ i, filter });
      const actors = new Map<string, number>();
      for (const { draft } of found)
        for (const { slug } of draft.annotation.actors) actors.set(slug, (actors.get(slug) ?? 0) + 1);
      for (const reader of [store, fresh]) {
        expect(await reader.countArticles(filter), told).toBe(found.length);
        const facet = await reader.facet(filter, 'actors', { first: 50 });
        expect(new Map(facet.map(({ key, count }) => [key, count])), told).toEqual(actors);
        const buckets = await reader.timeline(filter, 'DAY', 'Europe/Skopje');
        expect(
          buckets.reduce((sum, bucket) => sum + bucket.count, 0),
          told,
        ).toBe(found.length);
      }
    }
    await fresh.close();
  }

  it('count as a plain evaluation does, over the ends of blocks and what is not packed yet', () => check(50, 22));

  it('follow changes, removals and what comes between', async () => {
    for (let i = 0; i < known.length; i += 5) {
      const { annotation } = world.draft(0);
      await store.saveAnnotation(known[i]!.id, annotation);
      known[i]!.draft = { ...known[i]!.draft, annotation };
      if (i === 150) await check(8, 23);
    }
    await save(40);
    await check(15, 24);
    const before = NOON - 10 * DAY;
    const old = known.filter(({ draft }) => draft.publishedAt < before);
    expect(await store.removeArticles(before)).toBe(old.length);
    for (const gone of old) known.splice(known.indexOf(gone), 1);
    await check(15, 25);
    await save(300);
    await check(15, 26);
  });

  it('answer right while another process writes', async () => {
    const writer = await test.open();
    let done = false;
    const writing = (async () => {
      for (let i = 0; i < 12; i += 1) await writer.saveArticles(Array.from({ length: 90 }, () => world.draft(0)));
      done = true;
    })();
    let last = 0;
    while (!done) {
      const [all, facet] = await Promise.all([
        store.countArticles({ publishedAt: { from: NOON - 400 * DAY } }),
        store.facet({}, 'outlets', { first: 9 }),
      ]);
      const sum = facet.reduce((n, { count }) => n + count, 0);
      expect(all).toBeGreaterThanOrEqual(last);
      expect((sum - known.length) % 90).toBe(0);
      last = all;
    }
    await writing;
    expect(await store.countArticles({ publishedAt: { from: NOON - 400 * DAY, to: NOON + HOUR } })).toBe(
      known.length + 12 * 90,
    );
  });
});
