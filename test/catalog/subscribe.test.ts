import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openKnowledge } from '../../src/commands/open-knowledge.ts';
import { writeOpml } from '../../src/commands/write-opml.ts';
import { readConfig } from '../../src/config.ts';

const sources = fileURLToPath(new URL('../../sources', import.meta.url));

/** The catalog of a folder with these outlets, then of the list. */
async function subscribed(opml: string | Uint8Array, outlets: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'telal-opml-'));
  const list = join(folder, 'feeds.opml');
  writeFileSync(list, opml);
  mkdirSync(join(folder, 'outlets'));
  for (const [path, text] of Object.entries(outlets)) {
    mkdirSync(join(folder, 'outlets', dirname(path)), { recursive: true });
    writeFileSync(join(folder, 'outlets', path), text);
  }
  const config = { ...readConfig({}), sources: [folder, list], outletSources: [folder, list] };
  return openKnowledge(config);
}

const opml = (...outlines: string[]) =>
  `<?xml version="1.0"?>\n<opml version="2.0"><body>\n${outlines.join('\n')}\n</body></opml>`;
const glasnik =
  'name: Glasnik\nhomepage: https://www.glasnik.example/\ncountry: MK\nlanguages: [mk]\nfeeds:\n  - url: https://glasnik.example/feed/\n';

test('all of our outlets go out as OPML and come back the same', async () => {
  const own = await openKnowledge(readConfig({}));
  const list = writeOpml(own.outlets, (code) => own.country(code)?.names['en'] ?? code);
  const shape = (outlets: typeof own.outlets) =>
    outlets
      .map(({ slug, name, homepage, country, feeds }) => ({
        slug,
        name,
        homepage,
        country,
        feeds: feeds.filter(({ kind }) => kind === 'FEED').map(({ url }) => url),
      }))
      .filter(({ feeds }) => feeds.length > 0)
      .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  expect(shape((await subscribed(list)).outlets)).toEqual(shape(own.outlets));

  const folder = mkdtempSync(join(tmpdir(), 'telal-opml-'));
  writeFileSync(join(folder, 'all.opml'), list);
  const both = await openKnowledge(readConfig({ TELAL_SOURCES: join(folder, 'all.opml') }));
  expect(both.outlets).toEqual(own.outlets);
  expect(sources).toBe(readConfig({}).sources[0]);
});

test('a feed of a known site becomes a feed of its outlet, once', async () => {
  const { outlets } = await subscribed(
    opml(
      '<outline text="a" xmlUrl="https://glasnik.example/feed"/>',
      '<outline text="b" xmlUrl="https://feeds.glasnik.example/sport" language="sq"/>',
      '<outline text="b again" xmlUrl="http://feeds.glasnik.example/sport/"/>',
      '<outline text="c" xmlUrl="https://other.example/rss" htmlUrl="http://glasnik.example/kultura"/>',
    ),
    { 'MK/glasnik.yaml': glasnik },
  );
  expect(outlets).toHaveLength(1);
  expect(outlets[0]).toMatchObject({ slug: 'glasnik', name: 'Glasnik', languages: ['mk', 'sq'] });
  expect(outlets[0]?.feeds.map(({ url, language }) => [url, language])).toEqual([
    ['https://glasnik.example/feed/', null],
    ['https://feeds.glasnik.example/sport', 'sq'],
    ['https://other.example/rss', null],
  ]);
});

test('feeds of an unknown site become one outlet, with country and language by what there is to go by', async () => {
  const { outlets } = await subscribed(
    opml(
      '<outline text="Vesti" xmlUrl="https://www.moj-portal.co.rs/rss" htmlUrl="https://www.moj-portal.co.rs/"/>',
      '<outline text="Sport" xmlUrl="https://moj-portal.co.rs/sport/rss"/>',
      '<outline text="North Macedonia"><outline text="x" xmlUrl="https://novine.example/rss"/></outline>',
      '<outline text="y" country="xk" language="sr" xmlUrl="https://gracanica.example/rss"/>',
      '<outline text="z" xmlUrl="https://glasnik.mk/rss" />',
    ),
    { 'MK/glasnik.yaml': glasnik },
  );
  const shown = outlets.map(({ slug, name, country, languages, timeZone, feeds }) => ({
    ...{ slug, name, country, language: languages.join(), timeZone },
    feeds: feeds.length,
  }));
  expect(shown.slice(1)).toEqual([
    { slug: 'moj-portal', name: 'Vesti', country: 'RS', language: 'sr', timeZone: 'Europe/Belgrade', feeds: 2 },
    { slug: 'novine', name: 'x', country: 'MK', language: 'mk', timeZone: 'Europe/Skopje', feeds: 1 },
    { slug: 'gracanica', name: 'y', country: 'XK', language: 'sr', timeZone: 'Europe/Belgrade', feeds: 1 },
    { slug: 'glasnik-mk', name: 'z', country: 'MK', language: 'mk', timeZone: 'Europe/Skopje', feeds: 1 },
  ]);
});

test('what is not known is told with file, line and what to write, and nothing is dropped in silence', async () => {
  const list = opml(
    '<outline text="Good" xmlUrl="https://dobar.mk/rss"/>',
    '<outline text="World" xmlUrl="https://world.example/rss"/>',
    '<outline text="Nowhere" type="rss"/>',
    '<outline text="Far" country="JP" xmlUrl="https://far.example/rss"/>',
  );
  await expect(subscribed(list)).rejects.toThrow(
    /3 mistakes.*\n.*feeds\.opml:5: "Nowhere" is a feed without an xmlUrl.*\n.*feeds\.opml:4: "World" \(https:\/\/world\.example\/rss\): its country is not known; write country="MK".*\n.*feeds\.opml:6: "Far".*language is not known/,
  );
  await expect(subscribed('<html></html>')).rejects.toThrow(/feeds\.opml:1: This is no OPML with subscriptions/);
  await expect(openKnowledge(readConfig({ TELAL_SOURCES: '/no/such/list.opml' }))).rejects.toThrow(
    /The subscription list \/no\/such\/list\.opml cannot be read/,
  );
});
