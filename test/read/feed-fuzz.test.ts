import { describe, expect, it } from 'vitest';
import { TelalError } from '../../src/domain/error.ts';
import { readFeed } from '../../src/read/feed.ts';
import { seeded } from '../seeded.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 15_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_240_501);

const SEEDS = [
  '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Primer</title><link>https://primer.rs/</link><ttl>15</ttl><image><url>x</url></image><item><title>Vlada &amp; opozicija</title><link>https://primer.rs/1</link><guid isPermaLink="false">1</guid><pubDate>Wed, 01 May 2024 10:00:00 +0200</pubDate><dc:creator><![CDATA[Ana Anić]]></dc:creator><category>Politika</category><media:content url="https://primer.rs/1.jpg" width="600"/><description><![CDATA[<p>Tekst <b>vesti</b></p>]]></description></item><item><title>Друга</title><link>https://primer.rs/2</link></item></channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://primer.rs/"><title type="html">Primer &amp;amp; x</title><link rel="hub" href="h"/><entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <i>b</i></div></title><link href="1"/><id>tag:1</id><updated>2024-05-01T08:00:00Z</updated><author><name>Ana Anić</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x<br/>y</p></div></content></entry></feed>',
  '<!DOCTYPE x [<!ENTITY a "b">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>T</title></channel><item rdf:about="https://primer.rs/1"><title>&eacute;</title><link>https://primer.rs/1</link></item></rdf:RDF>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://primer.rs/1","title":"A","content_html":"<p>x</p>","date_published":"2024-05-01T08:00:00Z","authors":[{"name":"Ana Anić"}],"tags":["a"]}]}',
].map((text) => Buffer.from(text));
const SCRAPS = [
  '<',
  '>',
  '&',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '</item>',
  '<item>',
  '&#x0;',
  '&#xD800;',
  '&lt;',
  '"',
  "'",
  '\0',
  '<?xml?>',
  '<!DOCTYPE [',
  'xmlns="x"',
  ' type="xhtml"',
  ' mode="base64"',
  '\u{1f4f0}',
  'Ž',
  '{',
  '}',
  '<title>',
  '<rss>',
  '<__proto__>x</__proto__>',
  '<constructor/>',
  '<link/>',
  '<toString>',
].map((text) => Buffer.from(text));

/** Whole numbers below a limit. */
function numbers(seed: number): (below: number) => number {
  const random = seeded(seed);
  return (below) => Math.floor(random() * below);
}

function mutate(bytes: Buffer, below: (limit: number) => number): Buffer {
  let result = bytes;
  for (let times = 1 + below(6); times > 0; times--) {
    const at = below(result.length + 1);
    const to = Math.min(result.length, at + below(40));
    const scrap = SCRAPS[below(SCRAPS.length)]!;
    const other = SEEDS[below(SEEDS.length)]!;
    const from = below(other.length);
    const middle = [
      () => [scrap],
      () => [],
      () => [Buffer.from([below(256)]), result.subarray(at)],
      () => [result.subarray(at, to), result.subarray(at, to), result.subarray(at)],
      () => [other.subarray(from, from + below(200)), result.subarray(to)],
      () => [scrap, result.subarray(at)],
    ][below(6)]!();
    result = Buffer.concat([result.subarray(0, at), ...middle, ...(middle.length < 2 ? [result.subarray(to)] : [])]);
    if (result.length > 20_000) result = result.subarray(0, 20_000);
  }
  return result;
}

describe('readFeed', () => {
  it(`survives ${RUNS} mutated feeds: each is read or unreadable, at once`, { timeout: 600_000 }, async () => {
    const below = numbers(SEED);
    for (let run = 0; run < RUNS; run++) {
      const bytes = mutate(SEEDS[run % SEEDS.length]!, below);
      const start = performance.now();
      try {
        const feed = await readFeed(bytes, {
          now: Date.UTC(2024, 5, 1),
          url: 'https://primer.rs/rss',
          timeZone: 'Europe/Belgrade',
        });
        for (const entry of feed.entries) {
          expect(entry.url === null || URL.canParse(entry.url)).toBe(true);
          expect(entry.title === null || typeof entry.title === 'string').toBe(true);
          expect(entry.publishedAt === null || Number.isSafeInteger(entry.publishedAt)).toBe(true);
          expect(entry.authors.every((name) => typeof name === 'string' && name !== '')).toBe(true);
        }
      } catch (error) {
        if (!(error instanceof TelalError) || error.code !== 'UNREADABLE') {
          throw new Error(`run ${run} of seed ${SEED}: ${bytes.toString('base64')}`, { cause: error });
        }
      }
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});
