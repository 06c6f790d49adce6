import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { FeedDocument, FeedEntry, ReadingHints } from '../../src/domain/document.ts';
import { readFeed } from '../../src/read/feed.ts';

const NOW = Date.UTC(2024, 5, 1);
const read = (xml: string, hints: ReadingHints = {}): Promise<FeedDocument> =>
  readFeed(Buffer.from(xml), { timeZone: 'Europe/Belgrade', now: NOW, ...hints });
const NAMES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:atom="http://www.w3.org/2005/Atom"';
const rss = (items: string, channel = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" ${NAMES}><channel><title>Primer</title><link>https://primer.rs/</link>${channel}${items}</channel></rss>`;
const atom = (entries: string, head = '') =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${head}<title>Primer</title>${entries}</feed>`;
const first = async (xml: string, hints?: ReadingHints): Promise<FeedEntry> => (await read(xml, hints)).entries[0]!;
const image = async (inside: string) =>
  (await first(rss(`<item><link>https://primer.rs/1</link>${inside}</item>`))).image;
const authors = async (inside: string) => (await first(rss(`<item>${inside}</item>`))).authors;

/** The same article in each format. */
const FORMATS: Record<string, string> = {
  'RSS 2.0': rss(
    '<item><title>Vlada &amp; opozicija</title><link>https://primer.rs/1</link><guid>https://primer.rs/1</guid><pubDate>Wed, 01 May 2024 10:00:00 +0200</pubDate><description>Sažetak.</description><author>a@primer.rs (Ana Anić)</author><category>Politika</category></item>',
  ),
  'RSS 0.91': `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Primer</title><link>https://primer.rs/</link><item><title>Vlada &amp; opozicija</title><link>https://primer.rs/1</link><guid>https://primer.rs/1</guid><pubDate>Wed, 01 May 2024 10:00:00 +0200</pubDate><description>Sažetak.</description><author>Ana Anić</author><category>Politika</category></item></channel></rss>`,
  'RDF (RSS 1.0)': `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${NAMES}><channel rdf:about="https://primer.rs/"><title>Primer</title><link>https://primer.rs/</link><items><rdf:Seq><rdf:li resource="https://primer.rs/1"/></rdf:Seq></items></channel><item rdf:about="https://primer.rs/1"><title>Vlada &amp; opozicija</title><link>https://primer.rs/1</link><description>Sažetak.</description><dc:creator>Ana Anić</dc:creator><dc:date>2024-05-01T10:00:00+02:00</dc:date><dc:subject>Politika</dc:subject></item></rdf:RDF>`,
  'Atom 1.0': atom(
    '<entry><title type="html">Vlada &amp;amp; opozicija</title><link href="https://primer.rs/1"/><link rel="self" href="https://primer.rs/1.atom"/><id>https://primer.rs/1</id><updated>2024-05-03T00:00:00Z</updated><published>2024-05-01T08:00:00Z</published><author><name>Ana Anić</name><email>a@primer.rs</email></author><category term="politika" label="Politika"/><summary>Sažetak.</summary></entry>',
    '<link href="https://primer.rs/"/><link rel="self" href="https://primer.rs/atom"/>',
  ),
  'Atom 0.3': `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Primer</title><link rel="alternate" type="text/html" href="https://primer.rs/"/><entry><title mode="escaped">Vlada &amp;amp; opozicija</title><link rel="alternate" type="text/html" href="https://primer.rs/1"/><id>https://primer.rs/1</id><issued>2024-05-01T10:00:00+02:00</issued><author><name>Ana Anić</name></author><dc:subject xmlns:dc="http://purl.org/dc/elements/1.1/">Politika</dc:subject><summary>Sažetak.</summary></entry></feed>`,
  'Atom under a prefix': `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Primer</a:title><a:link href="https://primer.rs/"/><a:entry><a:title>Vlada &amp; opozicija</a:title><a:link href="https://primer.rs/1"/><a:id>https://primer.rs/1</a:id><a:updated>2024-05-01T08:00:00Z</a:updated><a:author><a:name>Ana Anić</a:name></a:author><a:category term="Politika"/><a:summary>Sažetak.</a:summary></a:entry></a:feed>`,
  'RSS in capitals, without version': `<RSS><CHANNEL><TITLE>Primer</TITLE><LINK>https://primer.rs/</LINK><ITEM><TITLE>Vlada & opozicija</TITLE><LINK>https://primer.rs/1</LINK><GUID>https://primer.rs/1</GUID><PUBDATE>1. maj 2024. 10:00</PUBDATE><DESCRIPTION>Sažetak.</DESCRIPTION><AUTHOR>Ana Anić</AUTHOR><CATEGORY>Politika</CATEGORY></ITEM></CHANNEL></RSS>`,
  'JSON Feed': JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Primer',
    home_page_url: 'https://primer.rs/',
    items: [
      {
        id: 'https://primer.rs/1',
        url: 'https://primer.rs/1',
        title: 'Vlada & opozicija',
        summary: 'Sažetak.',
        date_published: '2024-05-01T10:00:00+02:00',
        authors: [{ name: 'Ana Anić' }],
        tags: ['Politika'],
      },
    ],
  }),
};

describe('readFeed', () => {
  it.each(Object.entries(FORMATS))('reads %s', async (_, xml) => {
    const feed = await read(xml);
    expect(feed).toMatchObject({ title: 'Primer', link: 'https://primer.rs/' });
    expect(feed.entries).toEqual([
      {
        id: 'https://primer.rs/1',
        url: 'https://primer.rs/1',
        title: 'Vlada & opozicija',
        summary: 'Sažetak.',
        content: null,
        publishedAt: Date.UTC(2024, 4, 1, 8),
        authors: ['Ana Anić'],
        image: null,
        sections: ['Politika'],
      },
    ]);
  });

  it('tells the same of a clean feed and of one that needs repair', async () => {
    const clean = rss(
      `<item><title>A</title><link>https://primer.rs/a</link><guid isPermaLink="false">77</guid><pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate><description><![CDATA[<p>Kratko <b>i</b> jasno</p>]]></description><content:encoded><![CDATA[<p>Dugo</p><img src="/s.jpg">]]></content:encoded><media:content url="https://primer.rs/a.jpg" medium="image"><media:description>Foto</media:description></media:content><dc:creator>Ana Anić</dc:creator><category>Svet</category><enclosure url="https://primer.rs/a.mp3" type="audio/mpeg"/></item><item><title>B</title><link>https://primer.rs/b</link></item>`,
      '<ttl>15</ttl><language>sr_RS</language><atom:link rel="hub" href="https://hub.primer.rs/"/>',
    );
    const broken = clean.replace('<title>B</title>', '<title>B & &nbsp;</title>');
    const expected = await read(clean);
    expect(expected.entries[0]).toMatchObject({
      image: { url: 'https://primer.rs/a.jpg', caption: 'Foto' },
      id: '77',
      url: 'https://primer.rs/a',
    });
    const repaired = await read(broken);
    repaired.entries[1]!.title = 'B';
    expect(repaired).toEqual(expected);
  });

  it('reads the feed’s own wishes: language, hub, pause', async () => {
    expect(
      await read(rss('', '<ttl> 15 </ttl><language>sr_RS</language><atom:link rel="hub" href="https://hub.rs/"/>')),
    ).toMatchObject({
      ttlMinutes: 15,
      language: 'sr-RS',
      hub: 'https://hub.rs/',
    });
    const daily = '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>';
    expect(await read(rss('', `${daily}<dc:language>mk</dc:language>`))).toMatchObject({
      ttlMinutes: 360,
      language: 'mk',
    });
    expect(await read(rss(`<item><title>A & B</title></item>`, daily))).toMatchObject({ ttlMinutes: 360 });
    expect(await read(rss('', '<ttl>soon</ttl>'))).toMatchObject({ ttlMinutes: null, language: null, hub: null });
    expect(await read('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="bg"><title>x</title></feed>')).toMatchObject(
      { language: 'bg' },
    );
    const burner = '<atom10:link xmlns:atom10="http://www.w3.org/2005/Atom" rel="hub" href="https://hub.rs/"/>';
    expect(await read(rss('', burner))).toMatchObject({ hub: 'https://hub.rs/' });
  });

  it('keeps XHTML in its order', async () => {
    const entry = await first(
      atom(
        '<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Naslov <i>dana</i></div></title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">pre <b>u</b> posle <i>i</i> kraj &amp; &lt;</div></content></entry>',
      ),
    );
    expect(entry.title).toBe('Naslov dana');
    expect(entry.content).toBe('<div>pre <b>u</b> posle <i>i</i> kraj &amp; &lt;</div>');
  });

  it('keeps markup that nobody escaped', async () => {
    const entry = await first(
      rss('<item><title>A</title><description>pre <b>u</b> posle<br/>AT&amp;T</description></item>'),
    );
    expect(entry.summary).toBe('pre <b>u</b> posle<br>AT&amp;T');
  });

  it('tells literal text of an Atom feed from HTML', async () => {
    const entry = await first(
      atom('<entry><title type="text">Znak &lt; je manji</title><summary type="text">a &lt; b</summary></entry>'),
    );
    expect(entry).toMatchObject({ title: 'Znak < je manji', summary: 'a &lt; b' });
  });

  it('resolves addresses against xml:base, then where the feed came from, then its site', async () => {
    const link = '<entry><title>A</title><link href="vesti/1"/></entry>';
    const base = '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://primer.rs/rss/">';
    expect((await first(`${base}<title>x</title>${link}</feed>`, { url: 'https://other.rs/' })).url).toBe(
      'https://primer.rs/rss/vesti/1',
    );
    expect((await first(atom(link), { url: 'https://primer.rs/rss/all' })).url).toBe('https://primer.rs/rss/vesti/1');
    expect((await first(rss('<item><title>A</title><link>/1</link></item>'))).url).toBe('https://primer.rs/1');
    expect((await first(atom(link))).url).toBeNull();
  });

  it('finds the address wherever it is: FeedBurner’s original, the link, a guid that is one', async () => {
    const url = async (inside: string) => (await first(rss(`<item><title>A</title>${inside}</item>`))).url;
    const burner = 'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"';
    expect(
      await url(
        `<link>https://feedproxy.google.com/1</link><feedburner:origLink ${burner}>https://primer.rs/1</feedburner:origLink>`,
      ),
    ).toBe('https://primer.rs/1');
    expect(await url('<guid>https://primer.rs/2</guid>')).toBe('https://primer.rs/2');
    expect(await url('<link></link><guid isPermaLink="true">https://primer.rs/2</guid>')).toBe('https://primer.rs/2');
    expect(await url('<link>https://primer.rs/</link><guid>https://primer.rs/2</guid>')).toBe('https://primer.rs/2');
    expect(await url('<link>https://primer.rs/3</link><guid isPermaLink="false">77</guid>')).toBe(
      'https://primer.rs/3',
    );
    expect(await url('<link>\n https://primer.rs/4?a=1&amp;amp;b=2\n</link>')).toBe('https://primer.rs/4?a=1&b=2');
    expect(await url('<link>https://primer.rs/5?a=1&b=2&copy=3</link>')).toBe('https://primer.rs/5?a=1&b=2&copy=3');
    expect(await url('<atom:link rel="alternate" href="https://primer.rs/6"/>')).toBe('https://primer.rs/6');
    expect(await url('<guid isPermaLink="false">77</guid><link>mailto:a@primer.rs</link>')).toBeNull();
  });

  it.each([
    ['<author>ana@primer.rs (Ana Anić)</author>', ['Ana Anić']],
    ['<author>Ana Anić &lt;ana@primer.rs&gt;</author>', ['Ana Anić']],
    ['<author>Ana Anić (ana@primer.rs)</author>', ['Ana Anić']],
    ['<author>ana@primer.rs</author>', []],
    ['<dc:creator>Ana Anić</dc:creator><dc:creator>Bojan Bojić</dc:creator>', ['Ana Anić', 'Bojan Bojić']],
    ['<dc:creator>Ana Anić, Bojan Bojić</dc:creator>', ['Ana Anić', 'Bojan Bojić']],
    ['<dc:creator>Ана Анић и Бојан Бојић</dc:creator>', ['Ана Анић', 'Бојан Бојић']],
    ['<dc:creator>Ministarstvo rada i socijalne politike</dc:creator>', ['Ministarstvo rada i socijalne politike']],
    ['<dc:creator>admin</dc:creator>', []],
    ['<dc:creator>Piše: A. A.</dc:creator>', ['A. A.']],
    ['<author><name>Ana Anić</name><email>a@primer.rs</email></author>', ['Ana Anić']],
    ['<itunes:author>Ana Anić</itunes:author><author>a@primer.rs (Ana Anić)</author>', ['Ana Anić']],
    ['<dc:creator>&lt;a href="/ana"&gt;Ana Anić&lt;/a&gt;</dc:creator>', ['Ana Anić']],
  ])('reads the author of %s', async (inside, expected) => {
    expect(await authors(inside)).toEqual(expected);
    expect(await authors(`${inside}<description>a & b</description>`)).toEqual(expected);
  });

  it.each([
    ['<enclosure url="https://primer.rs/a.jpg" type="image/jpeg"/>', 'https://primer.rs/a.jpg'],
    ['<enclosure url="https://primer.rs/a.mp3" type="audio/mpeg"/>', null],
    [
      '<media:content url="https://primer.rs/s.jpg" width="100"/><media:content url="https://primer.rs/l.jpg" width="900"/>',
      'https://primer.rs/l.jpg',
    ],
    [
      '<media:content url="https://primer.rs/a.mp4" medium="video"><media:thumbnail url="https://primer.rs/t.jpg"/></media:content>',
      'https://primer.rs/t.jpg',
    ],
    ['<media:group><media:content url="https://primer.rs/g.jpg"/></media:group>', 'https://primer.rs/g.jpg'],
    [
      '<media:thumbnail url="https://primer.rs/t.jpg" width="150"/><enclosure url="https://primer.rs/a.jpg" type="image/jpeg"/>',
      'https://primer.rs/a.jpg',
    ],
    ['<itunes:image href="https://primer.rs/i.jpg"/>', 'https://primer.rs/i.jpg'],
    ['<image>https://primer.rs/p.jpg</image>', 'https://primer.rs/p.jpg'],
    ['<image><url>/u.jpg</url><title>x</title></image>', 'https://primer.rs/u.jpg'],
    ['<description>&lt;img src="https://primer.rs/f.jpg"&gt; tekst</description>', 'https://primer.rs/f.jpg'],
    [
      '<description>&lt;img src="https://stat.rs/x.gif" width="1" height="1"&gt;&lt;img src="https://primer.rs/f.jpg"&gt;</description>',
      'https://primer.rs/f.jpg',
    ],
    [
      '<description>&lt;img src="data:image/gif;base64,R0" data-src="/lazy.jpg"&gt;</description>',
      'https://primer.rs/lazy.jpg',
    ],
    ['<description>&lt;img src="https://feeds.feedburner.com/~r/x/~4/y"&gt;</description>', null],
    ['<media:content url="https://primer.rs/1.gif" width="1" height="1"/>', null],
  ])('finds the picture of %s', async (inside, expected) => {
    expect((await image(inside))?.url ?? null).toBe(expected);
    expect((await image(`${inside}<title>a & b</title>`))?.url ?? null).toBe(expected);
  });

  it('reads dates that no standard knows, in the outlet’s time', async () => {
    const at = async (date: string) =>
      (await first(rss(`<item><title>A</title><pubDate>${date}</pubDate></item>`))).publishedAt;
    expect(await at('сре, 01 мај 2024 10:00:00 +0200')).toBe(Date.UTC(2024, 4, 1, 8));
    expect(await at('01.05.2024. 10:00')).toBe(Date.UTC(2024, 4, 1, 8));
    expect(await at('juče')).toBeNull();
    const odd = atom('<entry><title>A</title><published>1. maja 2024. u 10:00</published></entry>');
    expect((await first(odd)).publishedAt).toBe(Date.UTC(2024, 4, 1, 8));
  });

  it('reads old charsets inside out', async () => {
    const xml = rss('<item><title>Đačka čežnja</title></item>').replace('UTF-8', 'windows-1250');
    const feed = await readFeed(iconv.encode(xml, 'windows-1250'), {});
    expect(feed.entries[0]!.title).toBe('Đačka čežnja');
  });

  it('puts right what old editors leave: control characters and Windows’ quotes', async () => {
    expect((await first(rss('<item><title>A\u0003B &#147;c&#148;</title></item>'))).title).toBe('AB “c”');
  });

  it('takes wrong types in a JSON Feed for nothing', async () => {
    const feed = await read(
      JSON.stringify({ items: [{ id: 5, title: {}, url: [], tags: 'x', authors: 'y', date_published: 7 }, null, 'x'] }),
    );
    expect(feed.entries).toEqual([
      {
        id: '5',
        url: null,
        title: null,
        summary: null,
        content: null,
        publishedAt: null,
        authors: [],
        image: null,
        sections: [],
      },
    ]);
  });
});
