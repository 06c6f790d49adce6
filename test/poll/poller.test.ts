import { describe, expect, test } from 'vitest';
import { annotate, catalogOf, outlet } from './bench.ts';
import { redirect, rss, send } from './loopback.ts';
import { ago, at, day, feedOnly, hour, minute, opened, paths } from './primer.ts';
import { site } from './site.ts';

describe('polling a feed', () => {
  test('stores its articles, and tells what was new, changed and unchanged', async () => {
    const items = [
      { title: 'Most je otvoren', link: at('/1'), guid: 'a', description: 'Kratko o mostu.', date: ago(hour) },
      { title: 'Škola je obnovljena', link: at('/2'), guid: 'b', description: 'Kratko o školi.', date: ago(2 * hour) },
    ];
    site.answers.set('/feed', send(rss(items)));
    const bench = await opened([feedOnly()]);
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
    const bench = await opened([feedOnly()]);
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
    const bench = await opened([feedOnly()]);
    await bench.poller.tick();
    const again = async () => {
      bench.time.now += minute;
      site.requests.length = 0;
      return (await bench.poller.run(['primer'])) && (await bench.feed('primer'));
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
    const bench = await opened([feedOnly()]);
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
    const bench = await opened([feedOnly()]);
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
    const bench = await opened([feedOnly()]);
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
    const bench = await opened([feedOnly()]);
    await bench.poller.tick();
    expect(await bench.feed('primer')).toMatchObject({ status: 'SILENT', lastError: null });
  });

  test('does not know a feed that has left the sources', async () => {
    site.answers.set('/feed', send(rss([])));
    const bench = await opened([feedOnly()]);
    await bench.poller.tick();
    bench.restart([outlet('primer', { feeds: [{ url: at('/other') }] })]);
    site.answers.set('/other', send(rss([{ title: 'A', link: at('/1') }])));
    bench.time.now += minute;
    await bench.poller.tick();
    const feeds = await bench.store.feedsOfOutlets(['primer']);
    expect(feeds.map((feed) => feed.status)).toEqual(['DISABLED', 'HEALTHY']);
  });
});

describe('the poller', () => {
  test('leaves a gap between the requests of all feeds and pages of one host', async () => {
    const paths = ['/one', '/two', '/three'];
    for (const path of paths)
      site.answers.set(path, send(rss([{ title: `Vest o gradu ${path}`, link: at(`/v${path}`), date: ago(hour) }])));
    const outlets = paths.map((path) => outlet(path.slice(1), { readPages: true, feeds: [{ url: at(path) }] }));
    const bench = await opened(outlets, { settings: { minHostDelayMs: 120 } });
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
    const bench = await opened([feedOnly(), outlet('nem', { feeds: [{ url: at('/never') }] })]);
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
    const bench = await opened([feedOnly()]);
    await bench.store.syncCatalog(catalogOf([feedOnly()]), bench.time.now);
    const claim = { now: bench.time.now, limit: 10, owner: 'killed', leaseMs: minute / 2 };
    expect((await bench.store.claimFeeds(claim)).length).toBe(1);
    expect(await bench.poller.tick()).toEqual([]);
    expect((await bench.poller.run())[0]).toMatchObject({ new: 1 });
  });

  test('postpones a feed whose host asked for a pause, without calling it failing', async () => {
    site.answers.set('/a', send(rss([{ title: 'A', link: at('/1'), date: ago(hour) }])));
    site.answers.set('/b', send(rss([{ title: 'B', link: at('/2'), date: ago(hour) }])));
    const bench = await opened([
      outlet('a', { feeds: [{ url: at('/a') }] }),
      outlet('b', { feeds: [{ url: at('/b') }] }),
    ]);
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
    const bench = await opened([feedOnly()], { settings: { keepDays: 30 } });
    await bench.poller.run();
    expect((await bench.articles()).map((one) => one.headline)).toEqual(['V1']);
  });

  test('goes on where the understanding trips over one article', async () => {
    site.answers.set(
      '/feed',
      send(rss([1, 2, 3].map((n) => ({ title: `V${n}`, link: at(`/${n}`), date: ago(n * hour) })))),
    );
    const bench = await opened([feedOnly()], {
      annotate: (text) => {
        if (text.headline === 'V2') throw new Error('tripped');
        return annotate();
      },
    });
    expect((await bench.poller.run())[0]).toMatchObject({ new: 2, failed: 0 });
  });
});
