import { describe, expect, it } from 'vitest';
import { readListing } from '../../src/read/listing.ts';

const bytes = (html: string): Uint8Array => new TextEncoder().encode(html);
const hints = { url: 'https://outlet.example/vesti/', timeZone: 'Europe/Skopje' };

const page = `<!doctype html><html lang="mk"><head><meta charset="utf-8"><title>Вести - Пример</title></head><body>
<nav><a href="/vesti/">Вести</a><a href="/sport/">Спорт</a></nav>
<div class="list">
<article><a href="/vesti/1"><img data-src="/s/1.jpg" src="data:image/gif;base64,R0"></a><h2><a href="/vesti/1?utm_source=list">Нов мост на Вардар</a></h2><time datetime="2026-03-01T10:00:00+01:00">1 март</time><a href="/vesti/1">Повеќе</a></article>
<article><h2><a href="../vesti/2"> Отворена   нова болница </a></h2><time>02.03.2026 08:30</time></article>
<article><h2><a href="javascript:void(0)">Видео</a></h2></article>
<article><h2><a href="https://outlet.example/vesti/">Сите вести</a></h2></article>
<article><h2><a href="#">Горе</a></h2></article>
</div></body></html>`;

describe('readListing', () => {
  it('finds each article once, in the order of the page, with absolute address, title, date and picture', () => {
    expect(readListing(bytes(page), { ...hints, links: 'article a' })).toMatchObject({
      title: 'Вести - Пример',
      link: 'https://outlet.example/vesti/',
      language: 'mk',
      entries: [
        {
          id: null,
          url: 'https://outlet.example/vesti/1',
          title: 'Нов мост на Вардар',
          publishedAt: Date.parse('2026-03-01T09:00:00Z'),
          image: { url: 'https://outlet.example/s/1.jpg', caption: null },
        },
        {
          url: 'https://outlet.example/vesti/2',
          title: 'Отворена нова болница',
          publishedAt: Date.parse('2026-03-02T07:30:00Z'),
          image: null,
        },
      ],
    });
  });

  it('takes a selector of boxes as well as of links', () => {
    const { entries } = readListing(bytes(page), { ...hints, links: '.list h2' });
    expect(entries.map((entry) => entry.url)).toEqual([
      'https://outlet.example/vesti/1?utm_source=list',
      'https://outlet.example/vesti/2',
    ]);
  });

  it('takes the heading of a link that holds a whole teaser', () => {
    const teaser =
      '<a class="t" href="/a"><img src="/1.jpg"><span>Politika</span><h3>Pao je mrak</h3><p>Opis vesti.</p></a>';
    expect(readListing(bytes(teaser), { ...hints, links: 'a.t' }).entries[0]).toMatchObject({ title: 'Pao je mrak' });
  });

  it('heeds a base element', () => {
    const html = '<base href="https://other.example/x/"><h2><a href="1.html">Vest</a></h2>';
    expect(readListing(bytes(html), { ...hints, links: 'h2 a' }).entries[0]?.url).toBe(
      'https://other.example/x/1.html',
    );
  });

  it('takes links in headings and articles of the same site where the outlet names no selector', () => {
    const html = `${page}<h3><a href="https://ads.example/offer">Купете нов автомобил сега</a></h3>`;
    expect(readListing(bytes(html), hints).entries.map((entry) => entry.title)).toEqual([
      'Нов мост на Вардар',
      'Отворена нова болница',
    ]);
  });

  it('says so where the selector finds nothing, so that the source shows as failing', () => {
    expect(() => readListing(bytes(page), { ...hints, links: '.news-item a' })).toThrow(
      'The page has no article links: the selector ".news-item a" finds none in it.',
    );
  });

  it('says so where the selector is none', () => {
    expect(() => readListing(bytes(page), { ...hints, links: 'article >> a[' })).toThrow(
      'is no CSS selector of article links',
    );
  });
});
