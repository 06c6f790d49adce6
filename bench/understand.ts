/**
 * Articles of about 3,000 characters a second through the whole annotation, on one core with all knowledge, beside finding the
 * known names alone; the seconds until the first annotation and the memory then. `node bench/understand.ts [SECONDS]`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadCatalog } from '../src/catalog/load-catalog.ts';
import type { ArticleText } from '../src/domain/text.ts';
import { createAnnotator } from '../src/understand/annotate.ts';
import { findKnown } from '../src/understand/find-known.ts';
import { createNameIndex } from '../src/understand/name-index.ts';
import { tokenize } from '../src/understand/text/tokenize.ts';

const LENGTH = 3000;
const seconds = Number(process.argv[2] ?? 5);
const megabytes = () => Math.round(process.memoryUsage.rss() / 1e6);
const sources = new URL('../sources', import.meta.url).pathname;

const started = performance.now();
const knowledge = await loadCatalog({ folders: [sources], outletFolders: [] });
const annotate = createAnnotator(knowledge);
annotate({ headline: 'Vučić u Briselu', summary: null, body: 'Predsednik Srbije sastao se sa zvaničnicima.' }, {});
const ready = (performance.now() - started) / 1000;
console.log(
  `ready in ${ready.toFixed(2)} s (the process ${(performance.now() / 1000).toFixed(2)} s), ${megabytes()} MB`,
);

const bodies = new Map<string, string[]>();
const events = `${sources}/samples/events`;
for (const file of readdirSync(events)) {
  const { articles } = parse(readFileSync(`${events}/${file}`, 'utf8')) as {
    articles: { language: string; headline: string; body: string }[];
  };
  for (const { language, headline, body } of articles)
    bodies.set(language, [...(bodies.get(language) ?? []), headline, body]);
}
// Articles of the wanted length, each in one language.
const articles: { language: string; text: ArticleText }[] = [];
for (const [language, texts] of bodies) {
  const whole = texts.join('\n\n');
  for (let at = 0; at + LENGTH <= whole.length; at += LENGTH) {
    const text = whole.slice(at, at + LENGTH);
    articles.push({ language, text: { headline: text.slice(0, 60), summary: null, body: text.slice(60) } });
  }
}

const index = createNameIndex(knowledge);
function measure(what: string, work: (article: (typeof articles)[number]) => unknown): void {
  for (const article of articles) work(article);
  const cpu = process.cpuUsage();
  const from = performance.now();
  let done = 0;
  while (performance.now() - from < seconds * 1000) for (const article of articles) if (work(article)) done++;
  const passed = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `${what}: ${Math.round(done / passed)} articles a second; ${Math.round(done / ((user + system) / 1e6))} a second of CPU; ${megabytes()} MB`,
  );
}
console.log(`${articles.length} articles of ${LENGTH} characters in ${bodies.size} languages`);
measure('whole annotation', ({ text }) => annotate(text, {}));
measure('cutting and known names alone', ({ language, text }) =>
  findKnown({ language, setting: {}, ...tokenize(text, language) }, index),
);
