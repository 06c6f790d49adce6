import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Store } from '../../src/domain/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { follow } from '../faults/follow.ts';
import { createDatabase } from '../postgres/create-database.ts';
import { type EmbeddedServer, startReplica, startServer } from '../postgres/embedded-server.ts';
import { catalogOf, draftOf, MINUTE, NOON, outlets } from './sample-world.ts';

async function prepared(url: string, readUrl?: string): Promise<Store> {
  const store = await openStore(url, readUrl ? { readUrl } : {});
  await store.migrate();
  await store.syncCatalog(catalogOf(), NOON);
  return store;
}

/** Cuts connections of Telal: all, or one. */
async function cut(url: string, which: 'all' | 'one'): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  const cut = await client.query(
    `SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity
       WHERE application_name = 'telal' AND datname = current_database() ORDER BY random() LIMIT $1) t`,
    [which === 'one' ? 1 : null],
  );
  await client.end();
  return cut.rowCount ?? 0;
}

describe('A store on PostgreSQL whose server fails', () => {
  let server: EmbeddedServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('loses nothing, doubles nothing and tells every arrival once while its connections are cut', async () => {
    const database = await createDatabase(server.url);
    const [store, other] = [await prepared(database.url), await openStore(database.url)];
    const followers = [await follow(store), await follow(other)];
    const urls: string[] = [];
    let saving = true;
    const savers = [store, other].map(async (one, n) => {
      for (let i = 0; saving || i < 20; i += 1) {
        const url = `https://dnevnik.example/${n}/${i}`;
        const saved = await one.saveArticle(draftOf({ url }));
        expect(saved.outcome).toBe('new');
        urls.push(url);
      }
    });
    let lost = 0;
    for (let round = 0; round < 40; round += 1) {
      await sleep(25);
      lost += await cut(database.url, round % 2 === 0 ? 'one' : 'all');
      expect(await store.countArticles({})).toBeGreaterThanOrEqual(0);
    }
    saving = false;
    await Promise.all(savers);
    expect(lost).toBeGreaterThan(40);
    expect(await store.countArticles({})).toBe(urls.length);
    for (const one of followers) {
      await expect.poll(() => one.seen.length, { timeout: 8_000 }).toBe(urls.length);
      await one.stop();
      expect(new Set(one.seen)).toEqual(new Set(urls));
    }
    expect(await store.check()).toEqual([]);
    await Promise.all([store.close(), other.close()]);
    await database.drop();
  });

  it('waits for a server that is restarted, and goes on', async () => {
    const database = await createDatabase(server.url);
    const store = await prepared(database.url);
    const follower = await follow(store);
    await store.saveArticle(draftOf());
    await server.halt();
    const saved = store.saveArticle(draftOf());
    const counted = store.countArticles({});
    await sleep(300);
    await server.resume();
    expect((await saved).outcome).toBe('new');
    expect(await counted).toBeGreaterThanOrEqual(1);
    expect(await store.countArticles({})).toBe(2);
    await expect.poll(() => follower.seen.length, { timeout: 8_000 }).toBe(2);
    await follower.stop();
    await store.close();
    await database.drop();
  });

  it('says in plain words that nobody answers or lets it in', async () => {
    const away = `postgres://telal:telal@127.0.0.1:1/none`;
    await expect(openStore(away)).rejects.toMatchObject({ code: 'STORE_FAILED', message: /does not answer/ });
    const wrong = server.url.replace('telal:telal', 'telal:secret');
    const refused = await openStore(wrong).catch((error: Error) => error);
    expect(refused).toMatchObject({ code: 'STORE_FAILED', message: expect.stringMatching(/user and password/) });
    expect(String(refused)).not.toMatch(/secret/);
    const none = server.url.replace('/postgres', '/nowhere').replace('/nowhere:', '/postgres:');
    await expect(openStore(none)).rejects.toThrow(/no database of that name/);
  });

  it('answers from a replica that is never behind what was shown', async () => {
    const database = await createDatabase(server.url);
    const first = await prepared(database.url);
    await first.close();
    const replica = await startReplica(server);
    let running = true;
    onTestFinished(async () => {
      if (running) await replica.stop();
    });
    const readUrl = new URL(database.url);
    readUrl.port = String(replica.port);
    const [writer, reader] = [await openStore(database.url), await openStore(database.url, { readUrl: readUrl.href })];
    const stop = reader.watch(() => undefined);
    const admin = new pg.Client(readUrl.href);
    await admin.connect();
    for (let round = 0; round < 5; round += 1) {
      await writer.saveArticle(draftOf());
      await expect.poll(() => reader.countArticles({}), { timeout: 5_000 }).toBe(round + 1);
    }
    // A replica that stands still: what one's own process saved is seen all the same, and never unseen.
    await admin.query('SELECT pg_wal_replay_pause()');
    await reader.saveArticle(draftOf());
    for (let i = 0; i < 30; i += 1) {
      expect(await reader.countArticles({})).toBe(6);
      await sleep(5);
    }
    await admin.query('SELECT pg_wal_replay_resume()');
    await sleep(300);
    const asked = `SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = 'telal'
      AND query LIKE '%JOIN tag%' AND query_start > now() - interval '1 second'`;
    for (let i = 0; i < 20; i += 1) expect(await reader.countArticles({})).toBe(6);
    const others = await admin.query(asked);
    expect(Number(others.rows[0].n)).toBeGreaterThan(0);
    await admin.end();
    running = false;
    await replica.stop();
    expect(await reader.countArticles({})).toBe(6);
    stop();
    await Promise.all([writer.close(), reader.close()]);
    await database.drop();
  });
});

describe('Pollers on PostgreSQL', () => {
  let server: EmbeddedServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('never hold one host at the same time, whatever their clocks say, and one that is killed is taken over', async () => {
    const database = await createDatabase(server.url);
    const store = await prepared(database.url);
    const many = Array.from({ length: 40 }, (_, n) => ({
      ...outlets[0]!,
      slug: `list-${n}`,
      feeds: outlets[0]!.feeds.map((feed, i) => ({ ...feed, url: `https://www.host-${n % 20}.example/${n}/${i}` })),
    }));
    await store.syncCatalog(catalogOf({ outlets: many }), NOON);
    const script = fileURLToPath(new URL('./claimer-process.ts', import.meta.url));
    const held = new Map<string, string>();
    const polled = new Set<string>();
    const faults: string[] = [];
    const skewed = new URL('../faults/skewed-clock.ts', import.meta.url).href;
    const start = (name: string, hold: boolean, skewMs: number) => {
      const child = spawn(process.execPath, ['--import', skewed, script, database.url, name, String(hold)], {
        env: { ...process.env, TELAL_TEST_SKEW_MS: String(skewMs) },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      createInterface({ input: child.stdout! }).on('line', (line) => {
        const [what, url] = line.split(' ') as [string, string];
        const host = new URL(url).hostname;
        if (what === 'begin') {
          const other = held.get(host);
          if (other !== undefined && other !== name) faults.push(`${host} is asked by ${other} and ${name}`);
          if (polled.has(url)) faults.push(`${url} is polled twice`);
          held.set(host, name);
        } else polled.add(url);
      });
      return child;
    };
    const killed = start('killed', true, -MINUTE);
    await expect.poll(() => held.size, { timeout: 10_000 }).toBeGreaterThan(0);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const lost = [...held.keys()];
    held.clear();
    const children = [MINUTE, 0, -MINUTE].map((skew, n) => start(`poller-${n}`, false, skew));
    await Promise.all(children.map((child) => once(child, 'exit')));
    expect(faults).toEqual([]);
    // Of two pollers alive none has what the killed one holds, until its lease has ended.
    for (const host of lost) expect(held.has(host)).toBe(false);
    const rest = await store.claimFeeds({ now: Date.now() + MINUTE, limit: 100, owner: 'heir', leaseMs: MINUTE });
    expect(new Set(rest.map((feed) => new URL(feed.url).hostname))).toEqual(new Set(lost));
    expect(polled.size + rest.length).toBe(80);
    await store.close();
    await database.drop();
  });
});
