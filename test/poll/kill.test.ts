import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { openLoopback, rss, send } from './loopback.ts';

/** How often the poller is killed; TELAL_TEST_KILLS sets another number. */
const kills = Number(process.env['TELAL_TEST_KILLS'] ?? 50);
const child = fileURLToPath(new URL('./kill-child.ts', import.meta.url));

test(`killing the poller ${kills} times amid a poll loses nothing and doubles nothing`, {
  timeout: 20_000 + kills * 5_000,
}, async () => {
  const site = await openLoopback();
  const folder = await mkdtemp(join(tmpdir(), 'telal-kill-'));
  const database = `file:${join(folder, 'telal.db')}`;
  const items: { title: string; link: string; guid: string; description: string; date: Date }[] = [];
  const add = () => {
    const n = items.length;
    const title = `Vest broj ${n} o nečem što se desilo`;
    const link = `${site.origin}/vest/${n}`;
    items.unshift({
      title,
      link,
      guid: `${n}`,
      description: `Sažetak ${n}.`,
      date: new Date(Date.now() - 3_600_000 + n * 1000),
    });
    const body = `<p>${`Pasus vesti ${n}, dovoljno dugačak da bude tekst članka. `.repeat(6)}</p>`.repeat(4);
    site.answers.set(
      `/vest/${n}`,
      send(`<html><body><article><h1>${title}</h1>${body}</article></body></html>`, { 'content-type': 'text/html' }),
    );
    site.answers.set('/feed', send(rss(items), { etag: `"${n}"` }));
  };
  for (let n = 0; n < 20; n++) add();

  const start = () => spawn(process.execPath, [child, database, site.origin], { stdio: ['ignore', 'pipe', 'inherit'] });
  const polling = (process: ChildProcess) =>
    new Promise<void>((resolve) => process.stdout!.once('data', () => resolve()));
  const ended = (process: ChildProcess) => new Promise<number | null>((resolve) => process.once('exit', resolve));
  try {
    for (let round = 0; round < kills; round++) {
      for (let n = 0; n < 5; n++) add();
      const process = start();
      const end = ended(process);
      await polling(process);
      await sleep((round * 37) % 300);
      process.kill('SIGKILL');
      await end;
    }
    expect(await ended(start())).toBe(0);

    const store = await openStore(database);
    const page = await store.articles({}, 'FIRST_SEEN', { first: 1000 });
    const articles = page.edges.map((edge) => edge.node);
    expect(articles.map((one) => one.url).sort()).toEqual(items.map((one) => one.link).sort());
    expect(articles.filter((one) => !one.body?.includes('Pasus vesti') || one.revisedAt !== null)).toEqual([]);
    expect(await store.countArticles({})).toBe(items.length);
    expect(await store.countArticles({ outlets: { any: ['primer'] } })).toBe(items.length);
    expect(await store.feedsOfOutlets(['primer'])).toMatchObject([{ status: 'HEALTHY', consecutiveFailures: 0 }]);
    await store.close();
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
});
