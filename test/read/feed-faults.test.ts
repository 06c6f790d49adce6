import { describe, expect, it } from 'vitest';
import { TelalError } from '../../src/domain/error.ts';
import { readFeed } from '../../src/read/feed.ts';

const NOW = Date.UTC(2024, 5, 1);
const read = (text: string) => readFeed(Buffer.from(text), { now: NOW, url: 'https://primer.rs/rss' });
const rss = (items: string) => `<rss version="2.0"><channel><title>Primer</title>${items}</channel></rss>`;
const item = (index: number, more = '') =>
  `<item><title>Vest ${index}</title><link>https://primer.rs/${index}</link>${more}</item>`;
const items = (count: number, more?: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => item(index, more?.(index))).join('');

describe('a feed with faults', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['an HTML page', '<!DOCTYPE html><html><head><title>Prijava</title></head><body><form></form></body></html>'],
    ['an HTML page without a document type', '\n<html lang="sr"><body>Greška</body></html>'],
    ['XHTML', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'],
    ['a challenge', '<html><head><title>Just a moment...</title></head><body><script>x()</script></body></html>'],
    [
      'a page that speaks of feeds',
      '<!doctype html><html><body><a href="/rss">RSS</a><pre>&lt;rss></pre><rss></rss></body></html>',
    ],
    ['a piece of HTML', '<p>Baza podataka nije dostupna</p>'],
    ['a plain sentence', 'Error establishing a database connection'],
    ['broken JSON', '{"version":"https://jsonfeed.org/version/1","items":['],
    ['other JSON', '{"error":"not found"}'],
    ['a JSON list', '[1,2,3]'],
    ['a picture', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
  ])('that is %s is unreadable, and says so', async (_, text) => {
    const failure = await read(text).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TelalError);
    expect(failure).toMatchObject({ code: 'UNREADABLE', message: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  it.each([
    ['RSS', rss('')],
    ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>'],
    ['a channel cut before its first item', '<?xml version="1.0"?><rss version="2.0"><channel><title>Pri'],
    ['OPML', '<?xml version="1.0"?><opml version="2.0"><body><outline text="x"/></body></opml>'],
    ['an empty element', '<rss/>'],
    ['a JSON Feed', '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}'],
  ])('but that is %s without items is an empty feed', async (_, text) => {
    expect((await read(text)).entries).toEqual([]);
  });

  it('keeps the whole items of a truncated feed, and of the last only what is whole', async () => {
    const whole = rss(items(3, () => '<description>Tekst</description>'));
    for (let length = whole.length - 1; length > 120; length--) {
      const { entries } = await read(whole.slice(0, length));
      for (const [index, entry] of entries.entries()) {
        expect([null, `Vest ${index}`]).toContain(entry.title);
        expect([null, `https://primer.rs/${index}`]).toContain(entry.url);
      }
    }
    expect((await read(whole.slice(0, whole.indexOf('</item>', whole.indexOf('Vest 1'))))).entries).toHaveLength(2);
  });

  it('defuses a bomb of entities', async () => {
    const levels = Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${levels}]>${rss(item(1, '<description>&l12;</description>'))}`;
    const start = performance.now();
    const { entries } = await read(bomb);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(entries).toHaveLength(1);
    expect(entries[0]!.summary?.length ?? 0).toBeLessThan(100);
  });

  it('loads no external entity', async () => {
    const text = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://169.254.169.254/"> %y;]>${rss(item(1, '<description>pre &x; posle</description>'))}`;
    const [entry] = (await read(text)).entries;
    expect(entry!.summary).toBe('pre &x; posle');
  });

  it('reads 10,000 items', async () => {
    const start = performance.now();
    expect((await read(rss(items(10_000)))).entries).toHaveLength(10_000);
    expect((await read(rss(items(10_000, () => '<description>a & b</description>')))).entries).toHaveLength(10_000);
    expect(performance.now() - start).toBeLessThan(8000);
  });

  it('lives with items that have no date, no link or no title', async () => {
    const { entries } = await read(
      rss('<item/><item><title>Samo naslov</title></item><item><link>/samo-adresa</link></item><item></item>'),
    );
    expect(entries.map(({ title, url, publishedAt }) => [title, url, publishedAt])).toEqual([
      [null, null, null],
      ['Samo naslov', null, null],
      [null, 'https://primer.rs/samo-adresa', null],
      [null, null, null],
    ]);
  });

  it('believes no date of the future and takes the next best', async () => {
    const future = '<pubDate>Fri, 01 Jan 2077 00:00:00 GMT</pubDate>';
    const { entries } = await read(rss(item(1, future) + item(2, `${future}<date>2024-05-01T00:00:00Z</date>`)));
    expect(entries.map((entry) => entry.publishedAt)).toEqual([null, Date.UTC(2024, 4, 1)]);
  });

  it('believes no date that all items share', async () => {
    const same = () => '<pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate>';
    expect((await read(rss(items(5, same)))).entries.map((entry) => entry.publishedAt)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    const two = (await read(rss(items(2, same)))).entries;
    expect(two.map((entry) => entry.publishedAt)).toEqual([Date.UTC(2024, 4, 1, 10), Date.UTC(2024, 4, 1, 10)]);
  });

  it('keeps items apart that all have one guid', async () => {
    const { entries } = await read(rss(items(4, () => '<guid isPermaLink="false">0</guid>')));
    expect(new Set(entries.map((entry) => entry.url)).size).toBe(4);
    expect(entries.every((entry) => entry.id === '0')).toBe(true);
  });

  it('takes a guid for the address only where the items’ own is missing', async () => {
    const { entries } = await read(rss(items(2, () => '<guid>https://primer.rs/</guid>')));
    expect(entries.map((entry) => entry.url)).toEqual(['https://primer.rs/0', 'https://primer.rs/1']);
  });

  it.each([
    [
      'a warning of PHP before it',
      `<br />\n<b>Warning</b>: mysql in <b>/x.php</b> on line <b>1</b><br />\n<?xml version="1.0"?>${rss(items(2))}`,
    ],
    ['blank lines before the declaration', `\n\n  <?xml version="1.0"?>${rss(items(2))}`],
    ['text after the end', `${rss(items(2))}\n<!-- cached --> 0.2 s`],
    ['a second root', rss(item(1)) + rss(item(2))],
    ['items outside the channel', `<rss version="2.0"><channel><title>Primer</title></channel>${items(2)}</rss>`],
    ['items never closed', rss(items(2).replaceAll('</item>', ''))],
    ['titles never closed', rss(items(2).replaceAll('</title>', ''))],
    ['attributes without quotes', rss(items(2, () => '<enclosure url=https://primer.rs/a.jpg type=image/jpeg>'))],
    ['prefixes that nobody declared', rss(items(2, () => '<dc:creator>Ana Anić</dc:creator><x:y>z</x:y>'))],
    ['closing tags of something else', rss(items(2, () => '</b></div></p>'))],
    ['zero bytes', rss(items(2)).replaceAll('Vest', 'V\0est')],
  ])('reads a feed with %s', async (_, text) => {
    const { entries } = await read(text);
    expect(entries).toHaveLength(2);
    expect(entries.every((entry) => /^Vest \d$/.test(entry.title ?? ''))).toBe(true);
    expect(entries.every((entry) => /^https:\/\/primer\.rs\/\d$/.test(entry.url ?? ''))).toBe(true);
  });

  it.each([
    ['elements in one another', '<rss version="2.0"><channel><item><description>'.concat('<a>'.repeat(100_000))],
    ['closing tags of nothing', `<rss version="2.0"><channel><item>${'<a>'.repeat(60_000)}${'</b>'.repeat(100_000)}`],
    ['items in one another', `<rss version="2.0"><channel>${'<item><title>x</title>'.repeat(30_000)}`],
    ['opened comments', rss('<!--'.repeat(100_000))],
    ['opened CDATA', rss('<![CDATA['.repeat(100_000))],
    ['namespaces', rss(Array.from({ length: 20_000 }, (_, n) => `<a xmlns:p${n}="http://x/${n}"/>`).join(''))],
    ['attributes', rss(`<item ${Array.from({ length: 50_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`)],
    ['document types', `<?xml version="1.0"?>${'<!DOCTYPE ['.repeat(50_000)}${rss('')}`],
    ['ampersands', rss(item(1, `<description>${'&'.repeat(300_000)}</description>`))],
    ['brackets', rss(item(1, `<description>${'<'.repeat(300_000)}</description>`))],
    ['unclosed pictures', rss(item(1, `<description>${'&lt;img '.repeat(60_000)}</description>`))],
    [
      'paragraphs in plain text',
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="text">${'&lt;p>'.repeat(60_000)}</title></entry></feed>`,
    ],
    ['commas in an author', rss(item(1, `<author>${'A, '.repeat(50_000)}</author>`))],
    ['brackets in an author', rss(item(1, `<author>${'a@b('.repeat(50_000)}</author>`))],
    ['blanks in an author', rss(item(1, `<author>x${' '.repeat(100_000)}y</author>`))],
    ['JSON in itself', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('is not held up by 100,000 %s', async (_, text) => {
    // The thread's own time: on a busy machine the clock tells of others.
    const start = process.cpuUsage();
    await read(text).catch((error: unknown) => expect(error).toBeInstanceOf(TelalError));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  });
});
