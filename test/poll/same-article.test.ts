import { afterEach, describe, expect, test } from 'vitest';
import { annotate, type Bench, openBench, outlet } from './bench.ts';
import { redirect, rss, type SampleItem, send } from './loopback.ts';
import { site } from './site.ts';

let bench: Bench;
const hour = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hour);
const html = { 'content-type': 'text/html; charset=utf-8' };
const text = (about: string) =>
  Array.from(
    { length: 8 },
    (_, n) => `<p>${about}: u pasusu ${n} stoji ko je šta rekao u gradu i šta će biti sutra, a zatim i prekosutra.</p>`,
  ).join('');
const page = (headline: string, canonical?: string, more = '') =>
  `<!doctype html><html lang="sr"><head><title>${headline}</title>${canonical ? `<link rel="canonical" href="${canonical}">` : ''}</head><body><article><h1>${headline}</h1>${text(headline)}${more}</article></body></html>`;

afterEach(() => bench.close());

const at = (path: string) => site.origin + path;
/** Polls a feed through these states, one after another, and gives the headlines stored. */
async function through(
  states: SampleItem[][],
  options: { readPages?: boolean; feeds?: string[] } = {},
): Promise<string[]> {
  const feeds = (options.feeds ?? ['/feed']).map((path) => ({ url: at(path) }));
  bench = await openBench([outlet('primer', { homepage: site.origin, readPages: options.readPages ?? false, feeds })]);
  for (const items of states) {
    if (!options.feeds) site.answers.set('/feed', send(rss(items)));
    await bench.poller.run(['primer']);
    bench.time.now += hour;
  }
  return (await bench.articles()).map((one) => one.headline);
}

describe('the same article', () => {
  test('is one under http and https, www, tracking parameters, AMP and another guid each time', async () => {
    const spellings = [
      'http://primer.example/vesti/123',
      'https://www.primer.example/vesti/123/',
      'https://primer.example/vesti/123?utm_source=rss&utm_campaign=x',
      'https://amp.primer.example/vesti/123',
      'https://primer.example/vesti/123/amp/',
    ];
    const states = spellings.map((link, n) => [{ title: 'Most je otvoren', link, guid: `random-${n}`, date: ago(1) }]);
    expect(await through(states)).toEqual(['Most je otvoren']);
    expect(await bench.store.articleByUrl('http://primer.example/vesti/123')).not.toBe(null);
    expect(await bench.store.articleByUrl('https://www.primer.example/vesti/123/')).not.toBe(null);
  });

  test('gains what another feed says of it, though nothing else is new', async () => {
    const item = { title: 'Most je otvoren', link: at('/vesti/5'), date: ago(1) };
    const asked: { topics?: readonly string[]; sections?: readonly string[] }[] = [];
    const feeds = [{ url: at('/all') }, { url: at('/sport'), topics: ['sport'] }];
    bench = await openBench([outlet('primer', { homepage: site.origin, feeds })], {
      annotate: (_, { topics = [], sections = [] }) => {
        asked.push({ topics, sections });
        return { ...annotate(), version: String(asked.length) };
      },
    });
    site.answers.set('/all', send(rss([item])));
    site.answers.set('/sport', send(rss([])));
    await bench.poller.run(['primer']);
    site.answers.set('/sport', send(rss([{ ...item, category: 'Fudbal' }])));
    bench.time.now += hour;
    const [report] = await bench.poller.run(['primer']);
    expect(report).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
    expect(await bench.articles()).toMatchObject([{ feedTopics: ['sport'], sections: ['Fudbal'], revisedAt: null }]);
    expect(asked).toEqual([
      { topics: [], sections: [] },
      { topics: ['sport'], sections: ['Fudbal'] },
    ]);
    // Once said, it is nothing new any more.
    bench.time.now += hour;
    await bench.poller.run(['primer']);
    expect(asked).toHaveLength(2);
  });

  test('is one in all section feeds, also where the page names another address as its own', async () => {
    for (const section of ['vesti', 'politika', 'grad']) {
      const link = at(`/${section}/most-123`);
      site.answers.set(
        `/feed/${section}`,
        send(rss([{ title: 'Most je otvoren danas', link, guid: section, date: ago(1) }])),
      );
      site.answers.set(`/${section}/most-123`, send(page('Most je otvoren danas', at('/vesti/most-123')), html));
    }
    const headlines = await through([[], []], {
      readPages: true,
      feeds: ['/feed/vesti', '/feed/politika', '/feed/grad'],
    });
    expect(headlines).toEqual(['Most je otvoren danas']);
    expect((await bench.articles())[0]!.url).toBe(at('/vesti/most-123'));
  });

  test('is one after its address changed, where the guid stayed', async () => {
    const item = { title: 'Most je otvoren za sve', guid: 'https://primer.example/?p=77', date: ago(1) };
    const states = ['https://primer.example/most', 'https://primer.example/most-je-otvoren'].map((link) => [
      { ...item, link },
    ]);
    expect(await through(states)).toEqual(['Most je otvoren za sve']);
  });

  test('is one after the outlet moved to another domain', async () => {
    const links = [
      'https://stari.example/vesti/2026/most-je-otvoren-12345',
      'https://novi.example/vesti/2026/most-je-otvoren-12345',
    ];
    const states = links.map((link) => [{ title: 'Most je otvoren za sve', link, guid: link, date: ago(1) }]);
    expect(await through(states)).toEqual(['Most je otvoren za sve']);
  });
});

describe('two articles', () => {
  test('stay two where only the title is the same', async () => {
    const items = [1, 2, 3].map((n) => ({
      title: 'Vremenska prognoza',
      link: `https://primer.example/vreme/${n}`,
      guid: `${n}`,
      description: `Dan ${n}.`,
      date: ago(n * 24),
    }));
    expect((await through([items])).length).toBe(3);
  });

  test('stay two where one guid stands on all, in one feed or from poll to poll', async () => {
    const item = (n: number) => ({
      title: `Vest ${'abcdefgh'[n]} govori o nečem ${n}`,
      link: `https://primer.example/v/${n}`,
      guid: 'always',
      description: `Sasvim drugi sažetak broj ${n}${n}.`,
      date: ago(n),
    });
    expect((await through([[item(1), item(2)], [item(3)], [item(4)]])).length).toBe(4);
  });

  test('stay two where their pages name one wrong canonical address', async () => {
    for (const [n, word] of ['most', 'škola', 'bolnica'].entries())
      site.answers.set(`/v/${n}`, send(page(`Nova ${word} otvorena u gradu ${n}`, at('/vesti-dana')), html));
    const items = ['most', 'škola', 'bolnica'].map((word, n) => ({
      title: `${word} ${word}ica ${n}`,
      link: at(`/v/${n}`),
      date: ago(n + 1),
    }));
    expect((await through([items], { readPages: true })).length).toBe(3);
  });

  test('stay two where they redirect to one page', async () => {
    for (const n of [1, 2]) site.answers.set(`/v/${n}`, redirect('/prijava/korisnika'));
    site.answers.set('/prijava/korisnika', send(page('Prijava korisnika'), html));
    const items = ['Prva vest o mostu', 'Druga priča, o reci'].map((title, n) => ({
      title,
      link: at(`/v/${n + 1}`),
      date: ago(n + 1),
    }));
    expect((await through([items], { readPages: true })).length).toBe(2);
  });
});

describe('a change', () => {
  test('of a counter, a token or a picture is none', async () => {
    const item = (n: number) => ({
      title: 'Most je otvoren',
      link: at('/v/1'),
      description: `<img src="/p.jpg?token=${n}${n}"> Kratko o mostu. Pregleda: ${1000 + n}`,
      date: ago(1),
    });
    await through([[item(1)], [item(2)], [item(3)]]);
    const [article] = await bench.articles();
    expect(article!.revisedAt).toBe(null);
    expect(await bench.store.revisionsOf([article!.id])).toEqual([]);
  });

  test('of headline, summary or text is kept, with what was there before', async () => {
    const item = (title: string) => [{ title, link: at('/v/1'), description: 'Kratko o mostu.', date: ago(1) }];
    site.answers.set('/v/1', send(page('Most je otvoren'), html));
    await through([item('Most je otvoren'), item('Most je zatvoren'), item('Most je zatvoren')], { readPages: true });
    const [article] = await bench.articles();
    expect(article).toMatchObject({ headline: 'Most je zatvoren' });
    const revisions = await bench.store.revisionsOf([article!.id]);
    expect(revisions.map((one) => one.headline)).toEqual(['Most je otvoren', 'Most je zatvoren']);
    const since = await bench.articles({ revisedSince: article!.revisedAt! });
    expect(since.map((one) => one.id)).toEqual([article!.id]);
  });
});

describe('a copy', () => {
  test('points to the earliest, whichever was polled first', async () => {
    const body = Array.from({ length: 60 }, (_, n) => `reč${n} o mostu${n % 7} i reci${n % 5}`).join(' ');
    const feed = (path: string, hours: number, words = body) =>
      send(
        rss([
          {
            title: `Most ${path}`,
            link: at(`/a${path}`),
            content: `<p>${words}</p>`,
            description: 'Kratko.',
            date: ago(hours),
          },
        ]),
      );
    site.answers.set('/late', feed('/late', 1));
    site.answers.set('/early', feed('/early', 5, `BEOGRAD - ${body}`));
    site.answers.set('/middle', feed('/middle', 3));
    site.answers.set('/other', feed('/other', 2, body.replaceAll('mostu', 'putu')));
    bench = await openBench(
      ['late', 'early', 'middle', 'other'].map((slug) => outlet(slug, { feeds: [{ url: at(`/${slug}`) }] })),
    );
    for (const slug of ['late', 'early', 'middle', 'other']) await bench.poller.run([slug]);
    const articles = await bench.articles();
    const id = (slug: string) => articles.find((one) => one.outlet === slug)!.id;
    expect(Object.fromEntries(articles.map((one) => [one.outlet, one.copyOf]))).toEqual({
      late: id('early'),
      early: null,
      middle: id('early'),
      other: null,
    });
    expect((await bench.articles({ originalsOnly: true })).map((one) => one.outlet).sort()).toEqual(['early', 'other']);
  });
});
