import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { startReplica, startServer } from '../postgres/embedded-server.ts';
import { catalogOf, draftOf, NOON } from '../store/sample-world.ts';
import { follow } from './follow.ts';

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}

test('a primary that is lost: its replica is promoted, and no event is lost or told twice', async () => {
  const primary = await startServer();
  onTestFinished(() => primary.stop());
  const replica = await startReplica(primary);
  onTestFinished(() => replica.stop());
  const both = `postgres://telal:telal@127.0.0.1:${primary.port},127.0.0.1:${replica.port}/postgres`;
  // The order in which the addresses stand means nothing.
  const other = `postgres://telal:telal@127.0.0.1:${replica.port},127.0.0.1:${primary.port}/postgres`;
  const [one, two] = [await openStore(both), await openStore(other)];
  await one.migrate();
  await one.syncCatalog(catalogOf(), NOON);
  // A commit is told once the replica has it too; without this the replica may lack the last ones.
  await ask(primary.url, "ALTER SYSTEM SET synchronous_standby_names = '*'");
  await ask(primary.url, 'SELECT pg_reload_conf()');

  const followers = [await follow(one), await follow(two)];
  const told: string[] = [];
  let saving = true;
  const savers = [one, two, one, two].map(async (store, n) => {
    for (let i = 0; saving; i += 1) {
      const url = `https://dnevnik.example/${n}/${i}`;
      // A save that was kept and is done again would not be new.
      expect((await store.saveArticle(draftOf({ url }))).outcome).toBe('new');
      told.push(url);
    }
  });
  await expect.poll(() => told.length, { timeout: 10_000 }).toBeGreaterThan(60);
  await primary.kill();
  const before = told.length;
  await sleep(200);
  await ask(replica.url, 'SELECT pg_promote()');
  await expect.poll(() => told.length, { timeout: 20_000 }).toBeGreaterThan(before + 60);
  saving = false;
  await Promise.all(savers);

  expect(await one.countArticles({})).toBe(told.length);
  for (const follower of followers) {
    await expect.poll(() => follower.seen.length, { timeout: 8_000 }).toBe(told.length);
    await follower.stop();
    expect(new Set(follower.seen)).toEqual(new Set(told));
  }
  expect(await two.check()).toEqual([]);
  await Promise.all([one.close(), two.close()]);
}, 60_000);
