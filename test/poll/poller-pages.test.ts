import { describe, expect, test } from 'vitest';
import { outlet } from './bench.ts';
import { rss, send } from './loopback.ts';
import { ago, at, hour, html, minute, opened, page, paths, withPages } from './primer.ts';
import { site } from './site.ts';

describe('pages', () => {
  const items = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      title: `Vest broj ${n} o gradu`,
      link: at(`/vest/${n}`),
      description: `Sažetak ${n}.`,
      date: ago((n + 1) * hour),
    }));

  test('are read for the text, the newest first, so many a tick; a run reads all', async () => {
    site.answers.set('/feed', send(rss(items(5)), { etag: '"1"' }));
    for (let n = 0; n < 5; n++) site.answers.set(`/vest/${n}`, send(page(`Vest broj ${n} o gradu`), html));
    const bench = await opened([withPages()], { settings: { pagesPerPoll: 2 } });
    const [report] = await bench.poller.tick();
    expect(report).toMatchObject({ new: 2, pagesRead: 2, pending: 3 });
    expect(paths()).toEqual(['/feed', '/robots.txt', '/vest/0', '/vest/1']);
    const feed = await bench.feed('primer');
    expect(feed.nextFetchAt! - bench.time.now).toBeLessThanOrEqual(minute);
    expect((await bench.poller.run(['primer']))[0]).toMatchObject({ new: 3, unchanged: 2 });
    const articles = await bench.articles();
    expect(articles.every((one) => one.body?.includes('pasus 5'))).toBe(true);
    expect(articles[0]!.body).not.toMatch(/Naslovna|©/);
  });

  test('are left alone once known, read again where the feed says something new', async () => {
    const list = items(2);
    site.answers.set('/feed', send(rss(list)));
    for (let n = 0; n < 2; n++) site.answers.set(`/vest/${n}`, send(page(`Vest broj ${n} o gradu`), html));
    const bench = await opened([withPages()]);
    await bench.poller.run();
    site.requests.length = 0;
    bench.time.now += minute;
    site.answers.set('/feed', send(`${rss(list)}<!-- other bytes -->`));
    await bench.poller.run(['primer']);
    expect(paths()).toEqual(['/feed']);
    list[1]!.title = 'Vest broj 1 o gradu i selu';
    site.answers.set('/feed', send(rss(list)));
    await bench.poller.run(['primer']);
    expect(paths()).toEqual(['/feed', '/feed', '/vest/1']);
    // A new process guesses from the store what was read.
    bench.restart();
    site.answers.set('/feed', send(`${rss(list)}<!-- again -->`));
    await bench.poller.run(['primer']);
    expect(paths().slice(3)).toEqual(['/feed']);
  });

  test('of young articles are read a few times more, with growing gaps, even while the feed stands still', async () => {
    site.answers.set('/feed', send(rss(items(1))));
    site.answers.set('/vest/0', send(page('Vest broj 0 o gradu'), html));
    const bench = await opened([withPages()]);
    await bench.poller.run();
    site.answers.set('/vest/0', send(page('Vest broj 0 o gradu', '', 'Dopunjeno'), html));
    const reads: number[] = [];
    for (let step = 1; step <= 60; step++) {
      bench.time.now += 15 * minute;
      site.requests.length = 0;
      await bench.poller.run(['primer']);
      if (paths().includes('/vest/0')) reads.push(step / 4);
    }
    expect(reads).toEqual([0.5, 2.5, 8.5]);
    const [article] = await bench.articles();
    expect(article!.body).toMatch(/^Dopunjeno/);
    expect(article!.revisedAt).not.toBe(null);
  });

  test('that fail leave the text of the feed, and are tried again', async () => {
    site.answers.set('/feed', send(rss(items(2))));
    site.answers.set('/vest/0', send('', {}, 500));
    site.answers.set('/vest/1', send('%PDF', { 'content-type': 'application/pdf' }));
    const bench = await opened([withPages()]);
    const [report] = await bench.poller.run();
    expect(report).toMatchObject({ new: 2, failed: 0, pagesFailed: 2 });
    expect(report!.reasons[0]).toMatch(
      /^2 pages of 2 could not be read; the last: .* is no page but application\/pdf\.$/,
    );
    expect((await bench.articles()).map((one) => [one.summary, one.body])).toEqual([
      ['Sažetak 0.', null],
      ['Sažetak 1.', null],
    ]);
    site.answers.set('/vest/0', send(page('Vest broj 0 o gradu'), html));
    bench.time.now += 11 * minute;
    await bench.poller.run(['primer']);
    const [first] = await bench.articles();
    expect(first!.body).toMatch(/pasus 5/);
    expect(first!.revisedAt).toBe(null);
  });

  test('that robots.txt forbids are not asked for', async () => {
    site.answers.set('/robots.txt', send('User-agent: *\nDisallow: /vest/\n'));
    site.answers.set('/feed', send(rss(items(2))));
    const bench = await opened([withPages()]);
    await bench.poller.tick();
    expect(paths()).toEqual(['/feed', '/robots.txt']);
    expect(await bench.feed('primer')).toMatchObject({
      status: 'HEALTHY',
      consecutiveFailures: 0,
      lastError: '2 pages of 2 could not be read; the last: The robots.txt of 127.0.0.1 forbids reading /vest/1.',
    });
  });

  test('give the date where the feed has none; else it is when it was first seen', async () => {
    const meta = '<meta property="article:published_time" content="2026-01-05T10:00:00+01:00">';
    site.answers.set(
      '/feed',
      send(
        rss([
          { title: 'Vest A o gradu', link: at('/a') },
          { title: 'Vest B o selu', link: at('/b') },
        ]),
      ),
    );
    site.answers.set('/a', send(page('Vest A o gradu', meta), html));
    site.answers.set('/b', send(page('Vest B o selu'), html));
    const bench = await opened([withPages()]);
    await bench.poller.run();
    expect((await bench.articles()).map((one) => [one.publishedAtSource, one.publishedAt])).toEqual([
      ['PAGE', Date.UTC(2026, 0, 5, 9)],
      ['FIRST_SEEN', bench.time.now],
    ]);
  });
});

describe('outlets without a feed', () => {
  test('are found by a listing page and by a sitemap', async () => {
    site.answers.set(
      '/vesti',
      send(
        '<html><body><article><h2><a href="/v/1">Prva vest o mostu</a></h2></article><article><h2><a href="/v/2">Nema je</a></h2></article></body></html>',
        html,
      ),
    );
    const sitemap = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>${at('/v/3')}</loc><news:news><news:publication_date>${ago(hour).toISOString()}</news:publication_date><news:title>Treća vest o reci</news:title></news:news></url></urlset>`;
    site.answers.set(
      '/index.xml',
      send(`<?xml version="1.0"?><sitemapindex><sitemap><loc>${at('/news.xml')}</loc></sitemap></sitemapindex>`),
    );
    site.answers.set('/news.xml', send(sitemap));
    site.answers.set('/v/1', send(page('Prva vest o mostu'), html));
    site.answers.set('/v/3', send(page('Treća vest o reci'), html));
    const bench = await opened([
      outlet('spisak', { homepage: site.origin, feeds: [{ url: at('/vesti'), kind: 'PAGE', links: 'article h2 a' }] }),
      outlet('mapa', { homepage: site.origin, feeds: [{ url: at('/index.xml'), kind: 'SITEMAP' }] }),
    ]);
    await bench.poller.run();
    expect((await bench.articles()).map((one) => one.headline).sort()).toEqual([
      'Prva vest o mostu',
      'Treća vest o reci',
    ]);
    expect((await bench.feed('mapa')).status).toBe('HEALTHY');
  });

  test('fail where the page has lost its links', async () => {
    site.answers.set('/vesti', send('<html><body><p>Nova stranica</p></body></html>', html));
    const bench = await opened([
      outlet('spisak', { feeds: [{ url: at('/vesti'), kind: 'PAGE', links: 'article h2 a' }] }),
    ]);
    await bench.poller.tick();
    expect(await bench.feed('spisak')).toMatchObject({
      status: 'FAILING',
      lastError: expect.stringMatching(/^The page has no article links: .*article h2 a/),
    });
  });
});
