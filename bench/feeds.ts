/**
 * Reading feeds against rss-parser alone, on the same generated feeds of about 100 KB, in turns within one run.
 * node bench/feeds.ts [SECONDS]; one core, no network, nothing kept.
 */
import Parser from 'rss-parser';
import { readFeed } from '../src/read/feed.ts';

const SIZE = 100_000;
const seconds = Number(process.argv[2] ?? 1.5);
const sentence = 'Predsednik je izjavio da će vlada „uskoro” razmotriti predlog. ';

function fill(head: string, item: (index: number) => string, tail: string): string {
  let body = '';
  for (let index = 1; body.length < SIZE; index++) body += item(index);
  return head + body + tail;
}

const namespaces =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"';
const rssHead = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" ${namespaces}><channel><title>Vesti</title><link>https://example.com</link><description>d</description><language>sr</language>`;
const rssTail = '</channel></rss>';
const date = (index: number) => new Date(Date.UTC(2024, 0, 1) + index * 600_000).toUTCString();
const basics = (index: number) =>
  `<title>Vest broj ${index} iz Skupštine</title><link>https://example.com/vesti/${index}</link><guid isPermaLink="false">https://example.com/?p=${index}</guid><pubDate>${date(index)}</pubDate><dc:creator><![CDATA[Petar Petrović]]></dc:creator><category><![CDATA[Politika]]></category>`;

const clean: Record<string, string> = {
  'rss, summaries': fill(
    rssHead,
    (index) => `<item>${basics(index)}<description><![CDATA[<p>${sentence.repeat(4)}</p>]]></description></item>\n`,
    rssTail,
  ),
  'rss, whole texts': fill(
    rssHead,
    (index) =>
      `<item>${basics(index)}<description><![CDATA[<p>${sentence}</p>]]></description><content:encoded><![CDATA[<img src="https://example.com/${index}.jpg" width="800"/>${`<p>${sentence}</p>`.repeat(25)}]]></content:encoded></item>\n`,
    rssTail,
  ),
  'rss, enclosures': fill(
    rssHead,
    (index) =>
      `<item>${basics(index)}<description>${sentence.repeat(3)}</description><enclosure url="https://example.com/${index}.jpg" length="1" type="image/jpeg"/></item>\n`,
    rssTail,
  ),
  atom: fill(
    '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Vesti</title><id>urn:x</id><updated>2024-01-01T00:00:00Z</updated><link href="https://example.com/"/>',
    (index) =>
      `<entry><title>Vest broj ${index}</title><id>https://example.com/${index}</id><link rel="alternate" href="https://example.com/${index}"/><updated>${new Date(index * 6e8 + 1e12).toISOString()}</updated><author><name>Petar Petrović</name></author><summary type="html">&lt;p&gt;${sentence.repeat(4)}&lt;/p&gt;</summary></entry>\n`,
    '</feed>',
  ),
};

const broken: Record<string, string> = {
  'bare ampersands, entities': clean['rss, enclosures']!.replaceAll(
    '<description>',
    '<description>Ana & Marko&nbsp;&ndash; ',
  ),
  'markup not escaped': clean['rss, summaries']!.replaceAll('<![CDATA[<p>', '<p>').replaceAll('</p>]]>', '<br></p>'),
  'cut off': clean['rss, whole texts']!.slice(0, -3000),
  'atom, xhtml': clean['atom']!.replaceAll(
    '<summary type="html">&lt;p&gt;',
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>',
  ).replaceAll('&lt;/p&gt;</summary>', '</p></div></content>'),
  'control characters': clean['rss, summaries']!.replaceAll('Predsednik', 'Pred\u0003sednik'),
};

/** Megabytes a second of processor time, so that what else the machine does weighs little. */
async function rate(work: () => Promise<unknown>, bytes: number): Promise<number> {
  const until = performance.now() + (seconds * 1000) / 12;
  const before = process.cpuUsage();
  let runs = 0;
  do {
    await work();
    runs++;
  } while (performance.now() < until);
  const { user, system } = process.cpuUsage(before);
  return (runs * bytes) / (user + system);
}

/** The middle of several turns, the two readers one after the other. */
async function compare(xml: string): Promise<{ own: number; other: number | null }> {
  const bytes = Buffer.from(xml);
  const parser = new Parser();
  const own: number[] = [];
  const other: number[] = [];
  const parses = await parser.parseString(xml).then(
    () => true,
    () => false,
  );
  for (let turn = 0; turn < 12; turn++) {
    own.push(await rate(() => readFeed(bytes, { timeZone: 'Europe/Belgrade', now: Date.now() }), bytes.length));
    if (parses) other.push(await rate(() => parser.parseString(bytes.toString('utf8')), bytes.length));
  }
  const middle = (rates: number[]) => rates.slice(3).sort((a, b) => a - b)[4] ?? null;
  return { own: middle(own)!, other: parses ? middle(other) : null };
}

for (const [kind, feeds] of Object.entries({ clean, broken })) {
  for (const [name, xml] of Object.entries(feeds)) {
    const { own, other } = await compare(xml);
    const against =
      other === null ? 'rss-parser throws' : `rss-parser ${other.toFixed(1)} MB/s, ratio ${(own / other).toFixed(2)}`;
    console.log(`${kind}: ${name}: ${own.toFixed(1)} MB/s (${against})`);
  }
}
