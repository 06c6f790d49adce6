import { chmod } from 'node:fs/promises';
import pg from 'pg';
import { expect, onTestFinished, type TestContext, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { startServer } from '../postgres/embedded-server.ts';
import { catalogOf, draftOf, NOON } from '../store/sample-world.ts';
import { follow } from './follow.ts';
import { openSmallDisk } from './small-disk.ts';

/** Room for a new server and some segments of its log, which is not cut meanwhile. */
const MEGABYTES = 125;
const KEEP_LOG = ['-c', 'max_wal_size=100GB', '-c', 'checkpoint_timeout=1h'];

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

// Texts that do not pack well.
const text = (n: number) =>
  Array.from({ length: 30_000 }, (_, i) => ((n * 7_919 + i * 104_729) * 2_654_435_761).toString(36)).join(' ');

test("a disk that PostgreSQL's own log has filled: the server stops, and nothing is lost or doubled when it is back", async (context: TestContext) => {
  const disk = await openSmallDisk(MEGABYTES);
  if (disk === null) return context.skip('this user may not mount a small disk');
  onTestFinished(() => disk.remove());
  await chmod(disk.folder, 0o755);
  const server = await startServer(KEEP_LOG, disk.folder);
  onTestFinished(() => server.stop().catch(() => {}));
  const store = await openStore(server.url);
  onTestFinished(() => store.close());
  await store.migrate();
  await store.syncCatalog(catalogOf(), NOON);
  const follower = await follow(store);

  const urlOf = (n: number) => `https://dnevnik.example/${n}`;
  const save = (n: number) => store.saveArticle(draftOf({ url: urlOf(n), body: text(n) }));
  let kept = 0;
  let failure: unknown = null;
  while (failure === null && kept < 1_000) {
    failure = await save(kept).then(
      () => null,
      (error: unknown) => error,
    );
    if (failure === null) kept += 1;
  }
  expect(kept).toBeGreaterThan(3);
  expect(failure).toMatchObject({ code: 'STORE_FAILED' });

  disk.grow(1_500);
  // It may have come back by itself, be still on its way down, or have given up.
  const back = async () =>
    (await answers(server.url)) ||
    (await server.resume().then(
      () => true,
      () => false,
    ));
  await expect.poll(back, { timeout: 30_000, interval: 500 }).toBe(true);
  // Whoever was told that it failed does it again; it was not kept, or is known.
  for (let n = kept; n < kept + 5; n += 1) await save(n);
  const all = Array.from({ length: kept + 5 }, (_, n) => urlOf(n));
  expect(await store.countArticles({})).toBe(all.length);
  await expect.poll(() => follower.seen, { timeout: 10_000 }).toEqual(all);
  await follower.stop();
  expect(await store.check()).toEqual([]);
}, 120_000);
