import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TelalError } from '../../src/domain/error.ts';
import { readPage } from '../../src/read/page.ts';
import { seeded } from '../seeded.ts';

const bytes = (html: string): Uint8Array => new TextEncoder().encode(html);
const paragraph = '<p>Na sednici je usvojen budžet za narednu godinu, rekao je predsednik skupštine opštine.</p>';
const article = `<h1>Usvojen budžet</h1>${paragraph.repeat(4)}`;

/** Milliseconds of processor time, which other work on the machine does not change. */
const spent = (): number => process.cpuUsage().user / 1000;

function timed(html: string): number {
  const started = spent();
  try {
    readPage(bytes(html), { url: 'https://outlet.example/a' });
  } catch (error) {
    expect(error).toBeInstanceOf(TelalError);
  }
  return spent() - started;
}

describe('a page with faults', () => {
  it.each([
    ['100,000 nested divs', `${'<div>'.repeat(100_000)}${article}`],
    ['100,000 nested spans and fonts, never closed', `${'<span><font>'.repeat(50_000)}${article}`],
    ['100,000 nested lists', `${'<ul><li>'.repeat(100_000)}text`],
    [
      'an element with 300,000 attributes',
      `<div ${Array.from({ length: 300_000 }, (_, i) => `a${i}=1`).join(' ')}>${article}</div>`,
    ],
    ['an attribute of 3 MB', `<div class="${'x '.repeat(1_500_000)}">${article}</div>`],
    ['a class of 3 MB without spaces', `<div class="${'related-'.repeat(400_000)}">${article}</div>`],
    ['200,000 links', `${article}${'<a href="/a">Vest</a> '.repeat(200_000)}`],
    ['100,000 paragraphs', `<h1>Usvojen budžet</h1>${'<p>Rekao je to.</p>'.repeat(100_000)}`],
    ['a tag that never ends', `${article}<div ${'a'.repeat(2_000_000)}`],
    ['a comment that never ends', `${article}<!-- ${'- -'.repeat(500_000)}`],
    ['a script that never ends', `${article}<script>${'<p>x</p>'.repeat(200_000)}`],
    ['2 MB of less-than signs', `${article}${'<'.repeat(2_000_000)}`],
    ['2 MB of ampersands', `${article}<p>${'&'.repeat(2_000_000)}</p>`],
    ['2 MB of line breaks', `${article}<p>${'<br>'.repeat(500_000)}</p>`],
    ['one paragraph of 3 MB', `<h1>Usvojen budžet</h1><p>${'reč '.repeat(750_000)}</p>`],
    [
      'JSON-LD nested 50,000 deep',
      `<script type="application/ld+json">${'{"@graph":['.repeat(50_000)}</script>${article}`,
    ],
    [
      'JSON-LD of 2 MB',
      `<script type="application/ld+json">[${'{"@type":"NewsArticle","headline":"x"},'.repeat(50_000)}{}]</script>${article}`,
    ],
    [
      'a payload of 3 MB that is code',
      `<div id="app"></div><script>window.__NUXT__=(function(a){return {x:"${'a\\"b'.repeat(600_000)}"}})</script>`,
    ],
    [
      'a payload nested 20,000 deep',
      `<div id="app"></div><script id="__NEXT_DATA__" type="application/json">${'{"children":['.repeat(20_000)}"x"${']}'.repeat(20_000)}</script>`,
    ],
    ['10,000 headings', `${'<h2>Usvojen budžet za narednu godinu</h2>'.repeat(10_000)}${article}`],
    ['20,000 articles', `${'<article><h2><a href="/x">Vest o budžetu</a></h2></article>'.repeat(20_000)}${article}`],
    ['a title of 1 MB', `<title>${'naslov | '.repeat(110_000)}</title>${article}`],
    ['a headline of 1 MB', `<h1>${'naslov '.repeat(140_000)}</h1>${article}`],
    ['null characters and lone surrogates', `${article}\u0000<p>\ud800\udfff\udc00 \u0000</p>`],
  ])('is read or refused within 2 s: %s', (_, html) => {
    expect(timed(html)).toBeLessThan(2000);
  });

  it('is read for what it says before 100,000 divs begin', () => {
    const page = readPage(bytes(`${article}${'<div>'.repeat(100_000)}`), {});
    expect(page.body).toContain('predsednik skupštine');
  });

  it('is refused in plain words where there is no HTML', () => {
    expect(() => readPage(bytes(''), {})).toThrow(new TelalError('UNREADABLE', 'The page is empty.'));
    expect(() => readPage(bytes('%PDF-1.7 obj'), {})).toThrow('This is no web page: there is no HTML in it.');
  });

  it('has null where it says nothing', () => {
    expect(readPage(bytes('<p></p>'), {})).toEqual({
      url: null,
      headline: null,
      summary: null,
      body: null,
      authors: [],
      publishedAt: null,
      modifiedAt: null,
      image: null,
      language: null,
      sections: [],
      paywalled: false,
    });
  });

  it('crashes nothing and takes no more than 2 s, however it is broken (5,000 mutations)', () => {
    const folder = new URL('./fixtures/pages/', import.meta.url);
    const pages = readdirSync(folder)
      .filter((file) => file.endsWith('.html'))
      .sort()
      .map((file) => readFileSync(new URL(file, folder)));
    const random = seeded(20260);
    const below = (most: number): number => Math.floor(random() * most);
    const pieces = [
      '<',
      '>',
      '"',
      '</div>',
      '<div>',
      '<table>',
      '<p',
      '&#',
      '<!--',
      '-->',
      '<script>',
      '</article>',
      '<a href=',
      '\u0000',
      '<svg>',
      '{"',
      ']]>',
      '<h1>',
    ];
    let slowest = 0;
    for (let round = 0; round < 5000; round++) {
      let page: Buffer = Buffer.from(pages[below(pages.length)]!);
      for (let change = 1 + below(8); change > 0; change--) {
        const at = below(page.length);
        const end = Math.min(page.length, at + below(400));
        const kind = below(5);
        if (kind === 0) page = Buffer.concat([page.subarray(0, at), page.subarray(end)]);
        else if (kind === 1) page = Buffer.concat([page.subarray(0, end), page.subarray(at)]);
        else if (kind === 2)
          page = Buffer.concat([page.subarray(0, at), Buffer.from(pieces[below(pieces.length)]!), page.subarray(at)]);
        else if (kind === 3) for (let i = 0; i < 5; i++) page[below(page.length)] = below(256);
        else if (page.length > 200) page = page.subarray(0, Math.max(100, at));
      }
      const started = spent();
      try {
        readPage(page, { url: 'https://outlet.example/a' });
      } catch (error) {
        expect(error).toBeInstanceOf(TelalError);
      }
      slowest = Math.max(slowest, spent() - started);
    }
    expect(slowest).toBeLessThan(2000);
  }, 180_000);
});
