import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { annotate, type Bench, catalogOf, openBench, outlet } from './bench.ts';
import { type Loopback, openLoopback, redirect, rss, send } from './loopback.ts';

let site: Loopback;
let bench: Bench | undefined;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

beforeAll(async () => {
  site = await openLoopback();
});
afterAll(() => site.close());
beforeEach(() => {
  site.answers.clear();
  site.requests.length = 0;
});
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

const at = (path: string) => site.origin + path;
const paths = () => site.requests.map((one) => one.path);
const paragraphs = (about: string) =>
  Array.from(
    { length: 6 },
    (_, n) =>
      `<p>${about}: pasus ${n} govori o onome što se desilo u gradu, ko je šta rekao i šta će biti dalje, dovoljno dugo da se vidi kao tekst.</p>`,
  ).join('');
const page = (headline: string, head = '', about = headline) =>
  `<!doctype html><html lang="sr"><head><title>${headline}</title>${head}</head><body><nav><a href="/">Naslovna</a></nav><article><h1>${headline}</h1>${paragraphs(about)}</article><footer>© Primer</footer></body></html>`;
const html = { 'content-type': 'text/html; charset=utf-8' };
const feedOnly = (path = '/feed') => outlet('primer', { homepage: site.origin, feeds: [{ url: at(path) }] });
const withPages = () => outlet('primer', { homepage: site.origin, readPages: true, feeds: [{ url: at('/feed') }] });
const ago = (ms: number) => new Date(Date.now() - ms);

describe('polling a feed', () => {
  test('stores its articles, and tells what was new, changed and unchanged', async () => {
    const items = [
      { title: 'Most je otvoren', link: at('/1'), guid: 'a', description: 'Kratko o mostu.', date: ago(hour) },
      { title: 'Škola je obnovljena', link: at('/2'), guid: 'b', description: 'Kratko o školi.', date: ago(2 * hour) },
    ];
    site.answers.set('/feed', send(rss(items)));
    bench = await openBench([feedOnly()]);
    expect(await bench.poller.run()).toEqual([
      {
        outlet: 'primer',
        feeds: 1,
        new: 2,
        changed: 0,
        unchanged: 0,
        stoodStill: 0,
        failed: 0,
        pagesFailed: 0,
        reasons: [],
        reached: true,
      },
    ]);
    const [first] = await bench.articles();
    expect(first).toMatchObject({
      url: at('/1'),
      headline: 'Most je otvoren',
      summary: 'Kratko o mostu.',
      publishedAtSource: 'FEED',
    });
    expect(await bench.feed('primer')).toMatchObject({ status: 'HEALTHY', lastError: null, consecutiveFailures: 0 });

    items[0]!.title = 'Most je svečano otvoren';
    site.answers.set('/feed', send(rss(items)));
    bench.time.now += hour;
    expect((await bench.poller.run(['primer']))[0]).toMatchObject({ new: 0, changed: 1, unchanged: 1 });
    const changed = (await bench.articles()).find((one) => one.id === first!.id)!;
    expect(changed).toMatchObject({ headline: 'Most je svečano otvoren', revisedAt: bench.time.now });
    const revisions = await bench.store.revisionsOf([first!.id]);
    expect(revisions.map((one) => one.headline)).toEqual(['Most je otvoren', 'Most je svečano otvoren']);
    expect((await bench.store.figures(bench.time.now)).polls).toEqual([
      { outlet: 'primer', result: 'changed', polls: 1 },
      { outlet: 'primer', result: 'new', polls: 1 },
    ]);
  });

  test('takes what is due, and nothing before its time', async () => {
    site.answers.set('/feed', send(rss([{ title: 'A', link: at('/1'), date: ago(hour) }])));
    bench = await openBench([feedOnly()]);
    expect((await bench.poller.tick()).length).toBe(1);
    expect(await bench.poller.tick()).toEqual([]);
    const { nextFetchAt } = await bench.feed('primer');
    bench.time.now = nextFetchAt! - 1;
    expect(await bench.poller.tick()).toEqual([]);
    bench.time.now = nextFetchAt!;
    expect((await bench.poller.tick()).length).toBe(1);
  });

  test('sends its validators, and takes 304, the same tag and the same bytes for unchanged', async () => {
    const body = rss([{ title: 'A', link: at('/1'), date: ago(hour) }]);
    const modified = ago(hour).toUTCString();
    site.answers.set('/feed', send(body, { etag: '"1"', 'last-modified': modified }));
    bench = await openBench([feedOnly()]);
    await bench.poller.tick();
    const again = async () => {
      bench!.time.now += minute;
      site.requests.length = 0;
      return (await bench!.poller.run(['primer'])) && (await bench!.feed('primer'));
    };
    const moved = ago(minute).toUTCString();
    site.answers.set('/feed', send('', { etag: '"1"', 'last-modified': moved }, 304));
    expect((await again()).state).toMatchObject({ etag: '"1"', lastModified: moved });
    expect(site.requests[0]!.headers).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': modified });
    const other = rss([{ title: 'B', link: at('/2'), date: ago(minute) }]);
    site.answers.set('/feed', send(other, { etag: '"1"' }));
    await again();
    site.answers.set('/feed', send(body));
    await again();
    expect((await bench.articles()).map((one) => one.headline)).toEqual(['A']);
    // Once a day all is asked for, whatever the server keeps saying.
    bench.time.now += day;
    site.answers.set('/feed', (request, response) =>
      request.headers['if-none-match'] ? response.writeHead(304).end() : response.end(other),
    );
    await again();
    expect((await bench.articles()).map((one) => one.headline)).toEqual(['A', 'B']);
  });

  test('moves to a new address only after three polls agree, and back when that fails', async () => {
    site.answers.set('/feed', redirect('/new', 301));
    site.answers.set('/new', send(rss([{ title: 'A', link: at('/1'), date: ago(hour) }])));
    bench = await openBench([feedOnly()]);
    for (let round = 0; round < 4; round++) {
      bench.time.now += hour;
      await bench.poller.run(['primer']);
    }
    expect(paths()).toEqual(['/feed', '/new', '/feed', '/new', '/feed', '/new', '/new']);
    site.answers.delete('/new');
    await bench.poller.run(['primer']);
    site.requests.length = 0;
    await bench.poller.run(['primer']);
    expect(paths()).toEqual(['/feed', '/new']);
    expect((await bench.feed('primer')).consecutiveFailures).toBe(2);
  });

  test('ends with 410, and only with it', async () => {
    bench = await openBench([feedOnly()]);
    await bench.poller.tick();
    expect(await bench.feed('primer')).toMatchObject({
      status: 'FAILING',
      lastError: '127.0.0.1 answered with status 404: there is nothing at this address.',
      consecutiveFailures: 1,
    });
    site.answers.set('/feed', send('', {}, 410));
    bench.time.now += hour;
    await bench.poller.tick();
    expect(await bench.feed('primer')).toMatchObject({ status: 'DISABLED', nextFetchAt: null });
    bench.time.now += 100 * day;
    expect(await bench.poller.tick()).toEqual([]);
  });

  test('tries a missing feed again for days, more and more seldom', async () => {
    bench = await openBench([feedOnly()]);
    const times: number[] = [];
    for (let round = 0; round < 12; round++) {
      await bench.poller.tick();
      const { nextFetchAt, status } = await bench.feed('primer');
      expect(status).toBe('FAILING');
      times.push(nextFetchAt! - bench.time.now);
      bench.time.now = nextFetchAt!;
    }
    expect(times[0]).toBeLessThan(10 * minute);
    expect(times[11]).toBeGreaterThan(8 * hour);
    expect(times[11]).toBeLessThan(day);
  });

  test('says silent of a feed that has been quiet for long', async () => {
    const items = Array.from({ length: 8 }, (_, n) => ({
      title: `V${n}`,
      link: at(`/${n}`),
      date: ago((n + 5) * day),
    }));
    site.answers.set('/feed', send(rss(items)));
    bench = await openBench([feedOnly()]);
    await bench.poller.tick();
    expect(await bench.feed('primer')).toMatchObject({ status: 'SILENT', lastError: null });
  });

  test('does not know a feed that has left the sources', async () => {
    site.answers.set('/feed', send(rss([])));
    bench = await openBench([feedOnly()]);
    await bench.poller.tick();
    bench.restart([outlet('primer', { feeds: [{ url: at('/other') }] })]);
    site.answers.set('/other', send(rss([{ title: 'A', link: at('/1') }])));
    bench.time.now += minute;
    await bench.poller.tick();
    const feeds = await bench.store.feedsOfOutlets(['primer']);
    expect(feeds.map((feed) => feed.status)).toEqual(['DISABLED', 'HEALTHY']);
  });
});

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
    bench = await openBench([withPages()], { settings: { pagesPerPoll: 2 } });
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
    bench = await openBench([withPages()]);
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
    bench = await openBench([withPages()]);
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
    bench = await openBench([withPages()]);
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
    bench = await openBench([withPages()]);
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
    bench = await openBench([withPages()]);
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
    bench = await openBench([
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
    bench = await openBench([
      outlet('spisak', { feeds: [{ url: at('/vesti'), kind: 'PAGE', links: 'article h2 a' }] }),
    ]);
    await bench.poller.tick();
    expect(await bench.feed('spisak')).toMatchObject({
      status: 'FAILING',
      lastError: expect.stringMatching(/^The page has no article links: .*article h2 a/),
    });
  });
});

describe('the poller', () => {
  test('leaves a gap between the requests of all feeds and pages of one host', async () => {
    const paths = ['/one', '/two', '/three'];
    for (const path of paths)
      site.answers.set(path, send(rss([{ title: `Vest o gradu ${path}`, link: at(`/v${path}`), date: ago(hour) }])));
    const outlets = paths.map((path) => outlet(path.slice(1), { readPages: true, feeds: [{ url: at(path) }] }));
    bench = await openBench(outlets, { settings: { minHostDelayMs: 120 } });
    site.mostAtOnce = 0;
    await bench.poller.run();
    const times = site.requests.map((one) => one.at);
    const gaps = times.slice(1).map((time, n) => time - times[n]!);
    expect(site.requests.length).toBe(7);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(120);
    expect(site.mostAtOnce).toBe(1);
  });

  test('polls by itself once started, and lets go of all when stopped', async () => {
    site.answers.set('/feed', send(rss([{ title: 'A', link: at('/1'), date: ago(hour) }])));
    site.answers.set('/never', () => {});
    bench = await openBench([feedOnly(), outlet('nem', { feeds: [{ url: at('/never') }] })]);
    await bench.poller.start();
    while ((await bench.articles()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const began = performance.now();
    await bench.poller.stop();
    expect(performance.now() - began).toBeLessThan(1000);
    expect(await bench.feed('nem')).toMatchObject({ status: 'NEW', lastError: null });
    // What was let go is for the next one to take up at once.
    bench.restart();
    site.answers.set('/never', send(rss([{ title: 'B', link: at('/2'), date: ago(hour) }])));
    expect((await bench.poller.tick()).some((report) => report.outlet === 'nem' && report.new === 1)).toBe(true);
  });

  test('takes the feeds it is asked for even where a killed poller left a lease behind', async () => {
    site.answers.set('/feed', send(rss([{ title: 'A', link: at('/1'), date: ago(hour) }])));
    bench = await openBench([feedOnly()]);
    await bench.store.syncCatalog(catalogOf([feedOnly()]), bench.time.now);
    const claim = { now: bench.time.now, limit: 10, owner: 'killed', leaseMs: minute / 2 };
    expect((await bench.store.claimFeeds(claim)).length).toBe(1);
    expect(await bench.poller.tick()).toEqual([]);
    expect((await bench.poller.run())[0]).toMatchObject({ new: 1 });
  });

  test('postpones a feed whose host asked for a pause, without calling it failing', async () => {
    site.answers.set('/a', send(rss([{ title: 'A', link: at('/1'), date: ago(hour) }])));
    site.answers.set('/b', send(rss([{ title: 'B', link: at('/2'), date: ago(hour) }])));
    bench = await openBench([outlet('a', { feeds: [{ url: at('/a') }] }), outlet('b', { feeds: [{ url: at('/b') }] })]);
    await bench.poller.run();
    const { lastSucceededAt } = await bench.feed('b');
    bench.time.now += hour;
    site.answers.set('/a', send('', { 'retry-after': '3600' }, 429));
    await bench.poller.run(['a']);
    site.requests.length = 0;
    await bench.poller.run(['b']);
    expect(paths()).toEqual([]);
    expect(await bench.feed('a')).toMatchObject({ status: 'FAILING', consecutiveFailures: 1 });
    expect(await bench.feed('b')).toMatchObject({
      status: 'HEALTHY',
      consecutiveFailures: 0,
      lastSucceededAt,
      nextFetchAt: bench.time.now + hour,
      lastError: expect.stringMatching(/asked to be left alone until/),
    });
  });

  test('passes over articles that would be removed for their age', async () => {
    site.answers.set(
      '/feed',
      send(rss([1, 40].map((n) => ({ title: `V${n}`, link: at(`/${n}`), date: ago(n * day) })))),
    );
    bench = await openBench([feedOnly()], { settings: { keepDays: 30 } });
    await bench.poller.run();
    expect((await bench.articles()).map((one) => one.headline)).toEqual(['V1']);
  });

  test('goes on where the understanding trips over one article', async () => {
    site.answers.set(
      '/feed',
      send(rss([1, 2, 3].map((n) => ({ title: `V${n}`, link: at(`/${n}`), date: ago(n * hour) })))),
    );
    bench = await openBench([feedOnly()], {
      annotate: (text) => {
        if (text.headline === 'V2') throw new Error('tripped');
        return annotate();
      },
    });
    expect((await bench.poller.run())[0]).toMatchObject({ new: 2, failed: 0 });
  });
});
