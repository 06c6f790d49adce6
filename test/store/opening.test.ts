import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { engines, openTestStore } from './engines.ts';
import { catalogOf, draftOf, NOON } from './sample-world.ts';

describe.each(engines)('A store on $name', (engine) => {
  it('is migrated once, whoever calls and however many at once', async () => {
    const database = await engine.create();
    const stores = await Promise.all([1, 2, 3].map(() => openStore(database.url)));
    await expect(stores[0]!.ready()).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await expect(stores[0]!.ready()).rejects.toThrow(/telal migrate/);
    const ran = await Promise.all(stores.map((store) => store.migrate()));
    expect(ran.filter((count) => count > 0)).toHaveLength(1);
    expect(await stores[1]!.migrate()).toBe(0);
    for (const store of stores) await store.ready();
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });

  it('can be opened for reading only', async () => {
    const test = await openTestStore(engine);
    await test.store.saveArticle(draftOf());
    const reader = await test.open({ readOnly: true });
    expect(await reader.countArticles({})).toBe(1);
    await expect(reader.saveArticle(draftOf())).rejects.toThrow(/reading only/);
    await test.store.saveArticle(draftOf());
    expect(await reader.countArticles({})).toBe(2);
    await test.drop();
  });

  it('calls its watchers until they stop, one that fails beside the others', async () => {
    const test = await openTestStore(engine);
    const errors: object[] = [];
    const silent = () => undefined;
    const log = { debug: silent, info: silent, warn: silent, error: (fields: object) => errors.push(fields) };
    const store = await test.open({ log });
    let calls = 0;
    const stopBad = store.watch(() => {
      throw new Error('no');
    });
    const stop = store.watch(() => {
      calls += 1;
    });
    await store.saveArticle(draftOf());
    expect(calls).toBe(1);
    expect(errors).toHaveLength(1);
    stopBad();
    await test.store.saveArticle(draftOf());
    await expect.poll(() => calls, { timeout: 1_000, interval: 5 }).toBe(2);
    stop();
    stop();
    await store.saveArticle(draftOf());
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(calls).toBe(2);
    await test.drop();
  });

  it('asks for many articles, mentions, quotations and feeds in one statement each', async () => {
    const test = await openTestStore(engine);
    const { store } = test;
    const ids: number[] = [];
    for (let i = 0; i < 120; i += 1) ids.push((await store.saveArticle(draftOf())).id);
    const calls = [
      () => store.articlesByIds(ids),
      () => store.countryMentions(ids),
      () => store.actorMentions(ids),
      () => store.topicMentions(ids),
      () => store.quotesOf(ids),
      () => store.revisionsOf(ids),
      () => store.quotesByIds(ids),
      () => store.feedsByIds(ids),
      () => store.feedsOfOutlets(['vesti', 'glas']),
      () => store.knownArticles(ids.map(String)),
    ];
    for (const call of calls) {
      const before = store.statementCount();
      await call();
      expect(store.statementCount() - before).toBe(1);
    }
    const few: [number, () => Promise<unknown>][] = [
      [2, () => store.actorsBySlugs(['ana-djoric', 'bojan-vukic'])],
      [2, () => store.actors({ search: 'ana' }, { first: 10 })],
      [2, () => store.quotes({ filter: {} }, { first: 10 })],
      [2, () => store.outletHealth(['vesti', 'glas', 'dnevnik'], NOON)],
      [2, () => store.facet({}, 'actors', { first: 10 })],
      [2, () => store.coverageMatrix({})],
      [2, () => store.coActors('ana-djoric', {}, { first: 10 })],
      [2, () => store.trendingActors({}, { from: NOON - 1, to: NOON }, 10)],
      [4, () => store.timeline({}, 'DAY', 'UTC')],
      [1, () => store.nearestActors('ana')],
    ];
    for (const [most, call] of few) {
      const before = store.statementCount();
      await call();
      expect(store.statementCount() - before).toBeLessThanOrEqual(most);
    }
    await test.drop();
  });
});

describe('A store in a file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'telal-opening-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('makes the folder of a relative path', async () => {
    const path = join(folder, 'some', 'where', 'telal.db');
    const store = await openStore(`file:./${relative(process.cwd(), path)}`);
    await store.migrate();
    await store.close();
    expect((await stat(path)).size).toBeGreaterThan(0);
    await store.close();
    await expect(store.countArticles({})).rejects.toThrow(/closed/);
  });

  it('says in plain words why it cannot be opened', async () => {
    await writeFile(join(folder, 'note.txt'), 'this is no database, '.repeat(100));
    await expect(openStore(`file:${join(folder, 'note.txt')}`)).rejects.toMatchObject({
      code: 'STORE_FAILED',
      message: expect.stringMatching(/not a Telal store/),
    });
    await expect(openStore(`file:${folder}`)).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await expect(openStore(`file:${join(folder, 'none.db')}`, { readOnly: true })).rejects.toMatchObject({
      code: 'STORE_FAILED',
    });
    await expect(openStore('mysql://user:secret@host/db')).rejects.toMatchObject({ code: 'BAD_SETTING' });
    await expect(openStore('mysql://user:secret@host/db')).rejects.not.toThrow(/secret/);
  });

  it('refuses one that a newer Telal made', async () => {
    const url = `file:${join(folder, 'new.db')}`;
    const store = await openStore(url);
    await store.migrate();
    const database = new DatabaseSync(join(folder, 'new.db'));
    database.exec("INSERT INTO migration (number, name) VALUES (999, 'later')");
    database.close();
    await expect(store.ready()).rejects.toThrow(/newer Telal/);
    await expect(store.migrate()).rejects.toThrow(/newer Telal/);
    await store.close();
  });
});

describe('A store in memory', () => {
  it('works as one in a file does, and shows nothing of a save before it is whole', async () => {
    const store = await openStore(':memory:');
    await store.migrate();
    await store.syncCatalog(catalogOf(), NOON);
    let calls = 0;
    const stop = store.watch(() => {
      calls += 1;
    });
    const saves = Promise.all(Array.from({ length: 20 }, () => store.saveArticle(draftOf())));
    const during: number[] = [];
    for (let i = 0; i < 10; i += 1) {
      const [count, listed] = await Promise.all([
        store.countArticles({}),
        store.articles({}, 'NEWEST', { first: 100 }),
      ]);
      expect(listed.edges.length).toBeGreaterThanOrEqual(count);
      during.push(count);
    }
    await saves;
    expect(during.every((count) => count === 0 || count === 20)).toBe(true);
    expect(await store.countArticles({ outlets: { any: ['dnevnik'] } })).toBe(20);
    expect(calls).toBeGreaterThan(0);
    stop();
    await store.close();
  });
});
