import { chown, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, type TestContext, test } from 'vitest';
import { type Bench, openBench, outlet } from '../poll/bench.ts';
import { type Loopback, openLoopback, rss, send } from '../poll/loopback.ts';
import { draftOf, MINUTE } from '../store/sample-world.ts';
import { follow } from './follow.ts';
import { openSmallDisk, type SmallDisk } from './small-disk.ts';

const ARTICLES = 200;
const MEGABYTES = 20;

async function asAdmin(run: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(inject('postgresUrl'));
  await client.connect();
  await run(client);
  await client.end();
}

/** Where the store lies on the small disk. */
const places: { name: string; open(disk: SmallDisk): Promise<{ url: string; drop(): Promise<void> }> }[] = [
  { name: 'SQLite', open: async ({ folder }) => ({ url: `file:${join(folder, 'telal.db')}`, drop: async () => {} }) },
  {
    // The tables lie there; a server whose log has no room left stops altogether, and is waited for like any other.
    name: 'PostgreSQL',
    async open({ folder }) {
      await asAdmin(async (client) => {
        const { rows } = await client.query('SHOW data_directory');
        const { uid, gid } = await stat(rows[0].data_directory);
        await chown(folder, uid, gid);
        await client.query(`CREATE TABLESPACE small LOCATION '${folder}'`);
        await client.query('CREATE DATABASE small TABLESPACE small');
      });
      const url = new URL(inject('postgresUrl'));
      url.pathname = '/small';
      const drop = () =>
        asAdmin(async (client) => {
          await client.query('DROP DATABASE small WITH (FORCE)');
          await client.query('DROP TABLESPACE small');
        });
      return { url: url.href, drop };
    },
  },
];

describe.each(places)('A full disk under $name', ({ open }) => {
  let site: Loopback;
  let bench: Bench | undefined;
  let disk: SmallDisk | null;
  let drop = async () => {};
  beforeEach(async () => {
    site = await openLoopback();
    disk = await openSmallDisk(MEGABYTES);
  });
  afterEach(async () => {
    await bench?.close();
    await drop();
    await Promise.all([site.close(), disk?.remove()]);
  });

  test('is told in plain words; reads go on, and so does the poller when there is space again', async (context: TestContext) => {
    if (disk === null) return context.skip('this user may not mount a small disk');
    const place = await open(disk);
    drop = place.drop;
    // Texts that do not pack well, so that the disk is soon full.
    const text = (n: number) =>
      Array.from({ length: 3_000 }, (_, i) => ((n * 7_919 + i * 104_729) * 2_654_435_761).toString(36)).join(' ');
    const items = Array.from({ length: ARTICLES }, (_, n) => ({
      title: `Vest broj ${n} o nečem što se desilo`,
      link: `${site.origin}/vest/${n}`,
      guid: `${n}`,
      content: `<p>${text(n)}</p>`,
      date: new Date(Date.now() - n * MINUTE),
    }));
    site.answers.set('/feed', send(rss(items)));
    const feeds = [{ url: `${site.origin}/feed` }];
    bench = await openBench([outlet('primer', { homepage: site.origin, feeds }), outlet('dnevnik', {})], {
      databaseUrl: place.url,
    });
    const { store, time, poller } = bench;
    const follower = await follow(store);
    expect(await poller.tick()).toEqual([]);

    const full = await store.saveArticle(draftOf({ body: text(-1).repeat(40) })).catch((error: Error) => error);
    expect(full).toMatchObject({ code: 'STORE_FAILED', message: expect.stringMatching(/^The disk .*is full/) });
    const before = await store.countArticles({});
    expect(before).toBeGreaterThan(10);
    expect((await bench.articles({ search: 'vest' }, 1_000)).length).toBe(before);
    expect(await store.check()).toEqual([]);

    disk.grow(400);
    // What was lost may be polled again when its lease has ended, by the same poller too.
    time.now += MINUTE;
    const [report] = await poller.tick();
    expect(report).toMatchObject({ failed: false, new: ARTICLES - before });
    const urls = (await bench.articles({}, 1_000)).map((article) => article.url);
    expect(urls.toSorted()).toEqual(items.map((item) => item.link).toSorted());
    await expect.poll(() => follower.seen, { timeout: 10_000 }).toEqual(urls);
    await follower.stop();
    expect(await store.check()).toEqual([]);
  }, 60_000);
});
