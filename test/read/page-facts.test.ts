import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { PageHints } from '../../src/domain/ports.ts';
import { readPage } from '../../src/read/page.ts';

const read = (html: string, hints: PageHints = {}) =>
  readPage(new TextEncoder().encode(html), {
    url: 'https://www.primer.example/vesti/1',
    timeZone: 'Europe/Belgrade',
    ...hints,
  });
const text = `<p>${'Na sednici skupštine opštine usvojen je budžet za narednu godinu, rekao je predsednik. '.repeat(3)}</p>`;
const linked = (data: object): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('the headline', () => {
  it.each<[string, string, string]>([
    [
      'is the h1 that the title repeats',
      '<title>Usvojen budžet | Primer</title><h1>Primer</h1><h1>Usvojen budžet</h1>',
      'Usvojen budžet',
    ],
    [
      'is no logo in an h1',
      '<title>Usvojen budžet - Primer</title><h1 class="logo">Primer</h1><h2>Usvojen budžet</h2>',
      'Usvojen budžet',
    ],
    [
      'loses the outlet behind it',
      '<title>Usvojen budžet za narednu godinu – Primer</title>',
      'Usvojen budžet za narednu godinu',
    ],
    [
      'loses the outlet before it',
      '<title>Primer: x</title><meta property="og:title" content="Primer | Usvojen budžet">',
      'Usvojen budžet',
    ],
    [
      'keeps a dash of its own',
      '<title>Budžet usvojen - opozicija protiv | Primer</title>',
      'Budžet usvojen - opozicija protiv',
    ],
    [
      'is whole where structured data cuts it off',
      `${linked({ '@type': 'NewsArticle', headline: 'Usvojen budžet za narednu godinu, opozicija' })}<title>Usvojen budžet za narednu godinu, opozicija napustila salu</title><h1>Usvojen budžet za narednu godinu, opozicija napustila salu</h1>`,
      'Usvojen budžet za narednu godinu, opozicija napustila salu',
    ],
    [
      'has no markup and no entities',
      '<meta property="og:title" content="Budžet &amp;quot;usvojen&amp;quot; &lt;b&gt;danas&lt;/b&gt;">',
      'Budžet "usvojen" danas',
    ],
  ])('%s', (_, head, headline) => {
    expect(read(`<meta property="og:site_name" content="Primer">${head}${text}`).headline).toBe(headline);
  });
});

describe('the authors', () => {
  it.each<[string, string, string[]]>([
    [
      'come from structured data',
      linked({ '@type': 'NewsArticle', author: [{ '@type': 'Person', name: 'Ana Anić' }, { name: 'Ivo Ivić' }] }),
      ['Ana Anić', 'Ivo Ivić'],
    ],
    [
      'are parted',
      '<meta name="author" content="Ana Anić i Ivo Ivić, Mia Mijić">',
      ['Ana Anić', 'Ivo Ivić', 'Mia Mijić'],
    ],
    ['lose their label', '<span itemprop="author">Piše: Ana Anić</span>', ['Ana Anić']],
    [
      'are not the outlet, its software or an address',
      '<meta name="author" content="Primer"><meta property="article:author" content="https://facebook.com/primer"><a rel="author">admin</a>',
      [],
    ],
    [
      'are found in an unmarked line',
      '<div><h1>Usvojen budžet za narednu godinu</h1><div>Autor: Ana Anić</div></div>',
      ['Ana Anić'],
    ],
    [
      'are the agency, where only a source is named',
      '<div><h1>Usvojen budžet za narednu godinu</h1><div>Izvor: Tanjug</div></div>',
      ['Tanjug'],
    ],
    ['are not who fills in the comment form', '<form><label class="author">Ime (obavezno)</label></form>', []],
  ])('%s', (_, head, authors) => {
    expect(read(`<meta property="og:site_name" content="Primer">${head}${text}`).authors).toEqual(authors);
  });
});

describe('the times', () => {
  const at = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

  it.each<[string, string, string | null, string | null]>([
    [
      'from structured data',
      linked({
        '@type': 'NewsArticle',
        datePublished: '2026-01-02T10:00:00+01:00',
        dateModified: '2026-01-03T10:00:00+01:00',
      }),
      '2026-01-02T09:00:00.000Z',
      '2026-01-03T09:00:00.000Z',
    ],
    [
      'from meta elements',
      '<meta property="article:published_time" content="2026-01-02T10:00:00+01:00">',
      '2026-01-02T09:00:00.000Z',
      null,
    ],
    [
      'from a time element near the headline, not one of a teaser above',
      '<div><time datetime="2025-01-01">x</time></div><div><h1>Usvojen budžet</h1><time datetime="2026-01-02T10:00">2. 1.</time></div>',
      '2026-01-02T09:00:00.000Z',
      null,
    ],
    [
      'from words',
      '<div><h1>Usvojen budžet</h1><span class="datum">2. januar 2026. 10:00</span></div>',
      '2026-01-02T09:00:00.000Z',
      null,
    ],
    [
      'without a change that was before',
      linked({ '@type': 'NewsArticle', datePublished: '2026-01-02', dateModified: '2025-01-02' }),
      '2026-01-01T23:00:00.000Z',
      null,
    ],
    ['not where there are none', '', null, null],
  ])('are read %s', (_, head, published, modified) => {
    const found = read(`${head}${text}`);
    expect([at(found.publishedAt), at(found.modifiedAt)]).toEqual([published, modified]);
  });

  it('are not believed in the future', () => {
    const html = `<meta property="article:published_time" content="2027-01-01T00:00:00Z">${text}`;
    expect(read(html, { now: Date.parse('2026-01-01T00:00:00Z') }).publishedAt).toBeNull();
  });
});

describe('the address', () => {
  it.each<[string, string, string | null]>([
    [
      'is the canonical link, made absolute',
      '<link rel="canonical" href="/vesti/1-usvojen">',
      'https://www.primer.example/vesti/1-usvojen',
    ],
    [
      'is not the front page',
      '<link rel="canonical" href="https://www.primer.example/"><meta property="og:url" content="https://www.primer.example/v/1">',
      'https://www.primer.example/v/1',
    ],
    ['is no script', '<link rel="canonical" href="javascript:alert(1)">', null],
    ['is null where the page names none', '', null],
  ])('%s', (_, head, url) => {
    expect(read(`${head}${text}`).url).toBe(url);
  });
});

describe('the picture', () => {
  it.each<[string, string, object | null]>([
    [
      'is the one for sharing, with the caption of its figure',
      '<meta property="og:image" content="/s/a-1200x630.jpg"><figure><img data-src="/s/a-300x200.jpg"><figcaption>Sala skupštine</figcaption></figure>',
      { url: 'https://www.primer.example/s/a-1200x630.jpg', caption: 'Sala skupštine' },
    ],
    [
      'is the first of the text where none is named',
      `<article>${text}<img src="data:image/gif;base64,R0" data-lazy-src="/s/b.jpg" width="600"></article>`,
      { url: 'https://www.primer.example/s/b.jpg', caption: null },
    ],
    [
      'is no logo and no pixel',
      '<meta property="og:image" content="https://www.primer.example/img/logo.png"><img src="/1x1.gif" width="1" height="1">',
      null,
    ],
  ])('%s', (_, head, image) => {
    expect(read(`${head}${text}`).image).toEqual(image);
  });
});

describe('the language', () => {
  it.each<[string, string, string | null]>([
    ['is the page’s', '<html lang="hr-HR">', 'hr'],
    ['has its script where it is Serbian', '<html lang="sr_RS">', 'sr-Latn'],
    ['is what outlets mean by other codes', '<html lang="me">', 'cnr'],
    ['comes from og:locale too', '<meta property="og:locale" content="bs_BA">', 'bs'],
    [
      'is not the one that the system came with, where the text is not in it',
      '<html lang="en-US"><meta property="og:locale" content="sr_RS">',
      'sr-Latn',
    ],
    ['is not one of another script', '<html lang="mk">', null],
  ])('%s', (_, head, language) => {
    expect(read(`${head}${text}`).language).toBe(language);
  });
});

describe('the sections', () => {
  it('are the outlet’s own, each once, sections before tags', () => {
    const head = `${linked({ '@type': 'NewsArticle', articleSection: ['Politika'], keywords: 'budžet, skupština' })}<meta property="article:section" content="Politika"><meta property="article:tag" content="Budžet"><meta property="article:tag" content="Užice">`;
    expect(read(`${head}${text}`).sections).toEqual(['Politika', 'Budžet', 'Užice', 'skupština']);
  });
});

describe('the letters', () => {
  const cyrillic = 'Општина Пирот купила је три нова аутобуса, рекао је председник општине у четвртак.';

  it.each<[string, string, PageHints]>([
    ['that the page names', 'windows-1251', {}],
    ['that the server names', 'windows-1251', { contentType: 'text/html; charset=windows-1251' }],
    ['that the outlet is known for', 'windows-1251', { charset: 'windows-1251' }],
  ])('are read in the charset %s', (_, charset, hints) => {
    const label = hints.contentType || hints.charset ? '' : `<meta charset="${charset}">`;
    const bytes = iconv.encode(
      `<html lang="sr">${label}<h1>Нови аутобуси у Пироту</h1><p>${cyrillic}</p><p>${cyrillic}</p>`,
      charset,
    );
    expect(readPage(bytes, hints)).toMatchObject({
      headline: 'Нови аутобуси у Пироту',
      body: `${cyrillic}\n\n${cyrillic}`,
      language: 'sr',
    });
  });
});
