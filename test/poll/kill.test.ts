import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killRounds } from '../faults/kill-rounds.ts';
import { openLoopback, rss, type SampleItem, send } from './loopback.ts';

/** How often the poller is killed; TELAL_TEST_KILLS sets another number. */
const kills = Number(process.env['TELAL_TEST_KILLS'] ?? 20);

test(`killing the poller ${kills} times amid a poll loses nothing and doubles nothing`, {
  timeout: 60_000 + kills * 5_000,
}, async () => {
  const site = await openLoopback();
  const folder = await mkdtemp(join(tmpdir(), 'telal-kill-'));
  const items: (SampleItem & { link: string })[] = [];
  const add = () => {
    const n = items.length;
    const title = `Vest broj ${n} o nečem što se desilo`;
    const link = `${site.origin}/vest/${n}`;
    const date = new Date(Date.now() - 3_600_000 + n * 1_000);
    items.unshift({ title, link, guid: `${n}`, description: `Sažetak ${n}.`, date });
    const body = `<p>${`Pasus vesti ${n}, dovoljno dugačak da bude tekst članka. `.repeat(6)}</p>`.repeat(4);
    const page = `<html><body><article><h1>${title}</h1>${body}</article></body></html>`;
    site.answers.set(`/vest/${n}`, send(page, { 'content-type': 'text/html' }));
    site.answers.set('/feed', send(rss(items), { etag: `"${n}"` }));
  };
  for (let n = 0; n < 20; n++) add();
  try {
    const store = await killRounds(
      {
        databaseUrl: `file:${join(folder, 'telal.db')}`,
        script: new URL('./kill-child.ts', import.meta.url),
        args: [site.origin],
        publish() {
          for (let n = 0; n < 5; n++) add();
          return 'go';
        },
        published: () => items.map((item) => item.link),
      },
      kills,
    );
    const { edges } = await store.articles({}, 'FIRST_SEEN', { first: 10_000 });
    expect(edges.filter(({ node }) => !node.body?.includes('Pasus vesti') || node.revisedAt !== null)).toEqual([]);
    expect(await store.feedsOfOutlets(['primer'])).toMatchObject([{ status: 'HEALTHY', consecutiveFailures: 0 }]);
    await store.close();
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
});
