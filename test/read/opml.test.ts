import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readOpml } from '../../src/read/opml.ts';

const read = (text: string, charset = 'utf-8') => readOpml(iconv.encode(text, charset));

const miniflux = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
    <head>
        <title>Miniflux</title>
        <dateCreated>Sun, 22 Nov 2026 09:00:00 CET</dateCreated>
    </head>
    <body>
        <outline text="Severna Makedonija">
            <outline title="Гласник" text="Гласник" xmlUrl="https://glasnik.example/feed/" htmlUrl="https://glasnik.example/" description="" type="rss"></outline>
        </outline>
        <outline text="All">
            <outline title="Blog" text="Blog" xmlUrl="https://blog.example/atom.xml?a=1&amp;b=2" htmlUrl="" type="rss"></outline>
        </outline>
    </body>
</opml>`;

const freshRss = `<?xml version="1.0" encoding="UTF-8"?>
<opml xmlns:frss="https://freshrss.org/opml" version="2.0">
<head><title>FreshRSS</title><dateCreated>Sun, 22 Nov 2026 09:00:00 +0100</dateCreated></head>
<body>
<outline text="Вести">
  <outline text="Primorski list" type="rss" xmlUrl="https://primorski.example/rss" htmlUrl="https://primorski.example/" description="Vijesti &lt;b&gt;sa mora&lt;/b&gt;" category="crna gora,vijesti" frss:priority="important" frss:cssFullContent="article"/>
</outline>
</body>
</opml>`;

const feedly = `<?xml version="1.0" encoding="UTF-8"?>

<opml version="1.0">
    <head>
        <title>Ana subscriptions in feedly Cloud</title>
    </head>
    <body>
        <outline text="Posao" title="Posao">
            <outline text="Region" title="Region">
                <outline type="rss" text="Kurir sa Save" title="Kurir sa Save" xmlUrl="feed://kurir.example/rss.xml"/>
            </outline>
        </outline>
        <outline type="rss" text="Kurir sa Save" title="Kurir sa Save" xmlUrl="feed:https://kurir.example/sport.xml" htmlUrl="kurir.example"/>
    </body>
</opml>`;

describe('subscription lists', () => {
  test('of Miniflux are read with folder, line and addresses', () => {
    const { title, subscriptions, mistakes } = read(miniflux);
    expect(title).toBe('Miniflux');
    expect(mistakes).toEqual([]);
    expect(subscriptions).toEqual([
      {
        line: 9,
        title: 'Гласник',
        feed: 'https://glasnik.example/feed/',
        site: 'https://glasnik.example/',
        language: null,
        country: null,
        outlet: null,
        folders: ['Severna Makedonija'],
      },
      expect.objectContaining({
        line: 12,
        feed: 'https://blog.example/atom.xml?a=1&b=2',
        site: null,
        folders: ['All'],
      }),
    ]);
  });

  test('of FreshRSS are read beside its own attributes', () => {
    expect(read(freshRss).subscriptions).toMatchObject([
      { line: 6, title: 'Primorski list', feed: 'https://primorski.example/rss', folders: ['Вести'] },
    ]);
  });

  test('of Feedly are read with folders in folders, without htmlUrl and with feed: addresses', () => {
    expect(read(feedly).subscriptions).toMatchObject([
      { line: 10, feed: 'http://kurir.example/rss.xml', site: null, folders: ['Posao', 'Region'] },
      { line: 13, feed: 'https://kurir.example/sport.xml', site: null, folders: [] },
    ]);
  });

  test('are read in any charset, whatever their label says', () => {
    const list = (label: string) =>
      `<?xml version="1.0" encoding="${label}"?><opml version="1.1"><body><outline text="Čačanska žurnalistička kuća" xmlUrl="https://cacanska.example/rss" type="rss"/></body></opml>`;
    for (const [label, charset] of [
      ['windows-1250', 'windows-1250'],
      ['iso-8859-2', 'windows-1250'],
      ['windows-1250', 'utf-8'],
      ['utf-16', 'utf-16'],
    ] as const)
      expect(read(list(label), charset).subscriptions[0]?.title, `${label} ${charset}`).toBe(
        'Čačanska žurnalistička kuća',
      );
    const cyrillic = list('windows-1251').replace('Čačanska žurnalistička kuća', 'Чачанске новине');
    expect(read(cyrillic, 'windows-1251').subscriptions[0]?.title).toBe('Чачанске новине');
  });

  test('are read with capitals, bare ampersands, single quotes and tags left open', () => {
    const list = `<OPML VERSION='1.0'><BODY>
<OUTLINE TEXT='Rad & kapital' TYPE='RSS' XMLURL='http://rad.example/rss?a=1&b=2' HTMLURL='http://rad.example/'>
<outline text="Ostatak"`;
    expect(read(list).subscriptions).toMatchObject([
      { line: 2, title: 'Rad & kapital', feed: 'http://rad.example/rss?a=1&b=2', site: 'http://rad.example/' },
    ]);
  });

  test('say country and language, for one outline or for all below a folder', () => {
    const list = `<opml version="2.0"><body><outline text="x" country="mk">
<outline text="a" xmlUrl="https://a.example/rss" language="sr-Latn"/>
<outline text="b" xmlUrl="https://b.example/rss" language="unknown" country="XK"/></outline></body></opml>`;
    expect(read(list).subscriptions).toMatchObject([
      { country: 'MK', language: 'sr-Latn' },
      { country: 'XK', language: null },
    ]);
  });

  test('leave out what is marked as a comment, with all below it', () => {
    const list = `<opml version="2.0"><body><outline text="x" isComment="true"><outline text="a" xmlUrl="https://a.example/rss"/></outline>
<outline text="b" xmlUrl="https://b.example/rss"/></body></opml>`;
    expect(read(list).subscriptions.map(({ title }) => title)).toEqual(['b']);
  });

  test('tell by line what cannot be a feed', () => {
    const list = `<opml version="2.0"><body>
<outline text="Nigde" type="rss"/>
<outline text="Pošta" type="rss" xmlUrl="mailto:a@b.example"/>
<outline text="A bookmark" type="link" url="https://c.example/"/></body></opml>`;
    expect(read(list).mistakes).toEqual([
      { line: 2, message: '"Nigde" is a feed without an xmlUrl, which says where it is' },
      {
        line: 3,
        message:
          '"Pošta" has no address that can be asked; an http or https xmlUrl was expected, not "mailto:a@b.example"',
      },
    ]);
  });

  test('without any outline are no subscription list', () => {
    for (const text of ['', '<html><body>Not found</body></html>', '<opml version="2.0"><body/></opml>', '{}'])
      expect(() => read(text)).toThrow(/no OPML with subscriptions/);
  });
});
