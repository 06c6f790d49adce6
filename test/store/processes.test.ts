import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sqlitePath } from '../../src/store/sqlite-engine.ts';
import { engines, openTestStore } from './engines.ts';
import { draftOf } from './sample-world.ts';

const script = fileURLToPath(new URL('./writer-process.ts', import.meta.url));
const startWriter = (url: string, name: string, count: number): ChildProcess =>
  spawn(process.execPath, [script, url, name, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });

/** Each id that the writer has told as saved, with the time it was told. */
function told(writer: ChildProcess): { id: number; at: number }[] {
  const ids: { id: number; at: number }[] = [];
  createInterface({ input: writer.stdout! }).on('line', (line) => ids.push({ id: Number(line), at: Date.now() }));
  return ids;
}

describe.each(engines)('Several processes on $name', (engine) => {
  it('see each commit soon, in order and once', async () => {
    const test = await openTestStore(engine);
    const { store } = test;
    let after = await store.lastArrival();
    const seen: { id: number; at: number }[] = [];
    let reading: Promise<void> = Promise.resolve();
    const generations: number[] = [];
    const stop = store.watch(() => {
      reading = reading.then(async () => {
        generations.push(await store.generation());
        for (const { cursor, node } of await store.arrivals({}, after, 1_000)) {
          after = cursor;
          seen.push({ id: node.id, at: Date.now() });
        }
      });
    });
    const writer = startWriter(test.url, 'one', 300);
    const saved = told(writer);
    await once(writer, 'exit');
    await sleep(60);
    await reading;
    stop();
    expect(seen.map((one) => one.id)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
    expect(generations).toEqual([...generations].sort((one, other) => one - other));
    const late = saved.map((one, i) => seen[i]!.at - one.at).sort((one, other) => one - other);
    expect(late[Math.floor(late.length / 2)]).toBeLessThan(100);
    const calls = generations.length;
    await store.saveArticle(draftOf());
    expect(generations).toHaveLength(calls);
    await test.drop();
  });

  it('write at the same time without loss', async () => {
    const test = await openTestStore(engine);
    const writers = ['a', 'b'].map((name) => startWriter(test.url, name, 150));
    const ends = writers.map((writer) => once(writer, 'exit'));
    for (let i = 0; i < 50; i += 1) await test.store.saveArticle(draftOf());
    for (const [code] of await Promise.all(ends)) expect(code).toBe(0);
    expect(await test.store.countArticles({})).toBe(350);
    expect(await test.store.countArticles({ actors: { any: ['ana-djoric'] } })).toBe(300);
    await test.drop();
  });

  it('lose nothing that was saved when one is killed, and leave nothing half done', async () => {
    const test = await openTestStore(engine);
    for (let round = 0; round < 4; round += 1) {
      const writer = startWriter(test.url, `round${round}`, 100_000);
      const saved = told(writer);
      while (saved.length < 40) await sleep(5);
      writer.kill('SIGKILL');
      await once(writer, 'exit');
      const { store } = test;
      const ids = saved.map((one) => one.id);
      expect((await store.articlesByIds(ids)).every((article) => article !== null)).toBe(true);
      const count = await store.countArticles({});
      expect((await store.articles({}, 'FIRST_SEEN', { first: 100_000 })).edges).toHaveLength(count);
      for (const filter of [
        { search: 'naslov' },
        { topics: { any: ['politics'] } },
        { actors: { all: ['ana-djoric'] }, countries: { all: ['MK'] } },
        { speakers: { any: ['ana-djoric'] } },
      ]) {
        expect(await store.countArticles(filter)).toBe(count);
        expect((await store.articles(filter, 'NEWEST', { first: 100_000 })).edges).toHaveLength(count);
      }
      expect(await store.countQuotes({ filter: {}, search: 'dobro' })).toBe(count);
    }
    if (engine.name === 'sqlite') {
      const database = new DatabaseSync(sqlitePath(test.url));
      expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
      expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
      database.exec("INSERT INTO article_search(article_search) VALUES ('integrity-check')");
      database.close();
    }
    await test.drop();
  });
});
