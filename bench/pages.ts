/**
 * How long one page takes, beside @mozilla/readability on linkedom, on one core and in one run.
 *   node bench/pages.ts [PAGES.ndjson[.gz]]
 * Without a file of pages ({"html", "url"?} a line) the test pages are used, each in furniture of a real page's size.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readPage } from '../src/read/page.ts';

interface Sample {
  url?: string;
  html: string;
}

const LEAST_ROUNDS = 3;
const samples = process.argv[2] ? fromFile(process.argv[2]) : testPages();
const bytes = samples.map(({ html }) => new TextEncoder().encode(html));

const telal = measure(
  (at) => readPage(bytes[at]!, { url: samples[at]!.url ?? 'https://outlet.example/1' }).body?.length ?? 0,
);
const readability = measure((at) => {
  const { document } = parseHTML(new TextDecoder().decode(bytes[at]!));
  return new Readability(document as unknown as Document).parse()?.textContent?.length ?? 0;
});
const size = bytes.reduce((sum, each) => sum + each.length, 0) / bytes.length;
console.log(
  JSON.stringify(
    {
      pages: samples.length,
      meanKb: Math.round(size / 1024),
      telal,
      readability,
      ratio: round(telal.meanMs / readability.meanMs),
    },
    null,
    1,
  ),
);

/** The best of several rounds for each page, so that other work on the machine counts as little as can be. */
function measure(read: (at: number) => number): { meanMs: number; slowestMs: number } {
  const best = samples.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < LEAST_ROUNDS; round++) {
    for (let at = 0; at < samples.length; at++) {
      const started = performance.now();
      read(at);
      best[at] = Math.min(best[at]!, performance.now() - started);
    }
  }
  return {
    meanMs: round(best.reduce((sum, each) => sum + each, 0) / best.length),
    slowestMs: round(Math.max(...best)),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function fromFile(file: string): Sample[] {
  const raw = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sample);
}

function testPages(): Sample[] {
  const folder = new URL('../test/read/fixtures/pages/', import.meta.url);
  const menu = `<nav class="menu">${'<ul><li class="menu-item"><a href="/rubrika/vesti" title="Vesti">Vesti iz zemlje</a></li></ul>'.repeat(150)}</nav>`;
  const script = `<script>${'window.dataLayer=window.dataLayer||[];dataLayer.push({event:"x"});'.repeat(400)}</script>`;
  const teasers = `<div class="sidebar">${'<div class="teaser"><a href="/vest/1"><img src="/s.jpg" alt=""><h3>Naslov jedne druge vesti</h3></a><span class="time">12:30</span></div>'.repeat(250)}</div>`;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(new URL(file, folder), 'utf8');
      return {
        html: html.replace(/<body[^>]*>/, `$&${script}${menu}`).replace('</body>', `${teasers}${script}</body>`),
      };
    });
}
