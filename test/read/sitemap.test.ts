import { describe, expect, it } from 'vitest';
import { readSitemap } from '../../src/read/sitemap.ts';

const bytes = (xml: string): Uint8Array => new TextEncoder().encode(xml);
const news = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://outlet.example/lajme/1?a=1&amp;b=2</loc><lastmod>2026-02-02T12:00:00+01:00</lastmod>
<news:news><news:publication><news:name>Shembull</news:name><news:language>sq</news:language></news:publication><news:publication_date>2026-02-02T09:15:00+01:00</news:publication_date><news:title><![CDATA[Ura & rruga]]></news:title><news:keywords>Kukës, ura</news:keywords></news:news>
<image:image><image:loc>https://outlet.example/1.jpg</image:loc><image:caption>Ura</image:caption></image:image></url>
<url><loc> https://outlet.example/lajme/2 </loc><lastmod>2026-02-01</lastmod></url>
<url><lastmod>2026-02-01</lastmod></url>
</urlset>`;

describe('readSitemap', () => {
  it('reads the articles of a news sitemap', () => {
    const { entries, sitemaps, language } = readSitemap(bytes(news));
    expect(language).toBe('sq');
    expect(sitemaps).toEqual([]);
    expect(entries).toEqual([
      {
        id: null,
        url: 'https://outlet.example/lajme/1?a=1&b=2',
        title: 'Ura & rruga',
        summary: null,
        content: null,
        publishedAt: Date.parse('2026-02-02T08:15:00Z'),
        authors: [],
        image: { url: 'https://outlet.example/1.jpg', caption: 'Ura' },
        sections: ['Kukës', 'ura'],
      },
      // lastmod is when a page changed, and no date of publication
      expect.objectContaining({ url: 'https://outlet.example/lajme/2', title: null, publishedAt: null }),
    ]);
  });

  it('tells which sitemaps an index leads to, the newest first', () => {
    const index = `<sitemapindex><sitemap><loc>https://o.example/old.xml</loc><lastmod>2024-01-01</lastmod></sitemap><sitemap><loc>https://o.example/undated.xml</loc></sitemap><sitemap><loc>/new.xml</loc><lastmod>2026-01-01</lastmod></sitemap></sitemapindex>`;
    const { entries, sitemaps } = readSitemap(bytes(index), { url: 'https://o.example/sitemap.xml' });
    expect(entries).toEqual([]);
    expect(sitemaps.map((each) => each.url)).toEqual([
      'https://o.example/new.xml',
      'https://o.example/old.xml',
      'https://o.example/undated.xml',
    ]);
  });

  it('survives other prefixes, missing namespaces and a file cut off in the middle', () => {
    const odd = news.replaceAll('news:', 'n:').slice(0, -60);
    expect(readSitemap(bytes(odd)).entries[0]).toMatchObject({ title: 'Ura & rruga' });
  });

  it('reads a plain list of addresses', () => {
    const list = 'https://o.example/1\r\nhttps://o.example/2\n';
    expect(readSitemap(bytes(list)).entries.map((entry) => entry.url)).toEqual([
      'https://o.example/1',
      'https://o.example/2',
    ]);
  });

  it('does not read external entities or blow up inner ones', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><urlset><url><loc>https://o.example/1</loc><news:title>&b;&f;</news:title></url></urlset>`;
    expect(readSitemap(bytes(bomb)).entries[0]).toMatchObject({ url: 'https://o.example/1', title: '&b;&f;' });
  });

  it('says so where the bytes are no sitemap', () => {
    expect(() => readSitemap(bytes('<html><body>Prijavite se</body></html>'))).toThrow('This is no sitemap');
    expect(() => readSitemap(bytes(' '))).toThrow('The sitemap is empty.');
  });
});
