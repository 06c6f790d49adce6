/**
 * Articles of about 3,000 characters a second through the whole annotation, on one core with all knowledge, beside finding the
 * known names alone, and texts that are seen once only, half of them of words not seen before; the seconds until the first
 * annotation and the memory then. `node bench/understand.ts [SECONDS]`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadCatalog } from '../src/catalog/load-catalog.ts';
import type { ArticleText } from '../src/domain/text.ts';
import { createAnnotator } from '../src/understand/annotate.ts';
import { findKnown } from '../src/understand/find-known.ts';
import { createNameIndex } from '../src/understand/name-index.ts';
import { tokenize } from '../src/understand/text/tokenize.ts';
import { seeded } from '../test/seeded.ts';

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

interface Article {
  language: string;
  text: ArticleText;
}
const bodies = new Map<string, string[]>();
// Of every second event the sentences alone.
const sentences = { seen: new Map<string, string[]>(), fresh: new Map<string, string[]>() };
const events = `${sources}/samples/events`;
readdirSync(events).forEach((file, number) => {
  const { articles } = parse(readFileSync(`${events}/${file}`, 'utf8')) as {
    articles: { language: string; headline: string; body: string }[];
  };
  for (const { language, headline, body } of articles) {
    bodies.set(language, [...(bodies.get(language) ?? []), headline, body]);
    const half = number % 2 === 0 ? sentences.seen : sentences.fresh;
    half.set(language, [...(half.get(language) ?? []), ...body.split(/(?<=[.!?…])\s+/)]);
  }
});

/** Articles of the wanted length, each in one language. */
function articlesOf(texts: ReadonlyMap<string, string>): Article[] {
  const cut: Article[] = [];
  for (const [language, whole] of texts)
    for (let at = 0; at + LENGTH <= whole.length; at += LENGTH) {
      const text = whole.slice(at, at + LENGTH);
      cut.push({ language, text: { headline: text.slice(0, 60), summary: null, body: text.slice(60) } });
    }
  return cut;
}
const articles = articlesOf(new Map([...bodies].map(([language, texts]) => [language, texts.join('\n\n')])));
const random = seeded(1);
const shuffled = (half: ReadonlyMap<string, string[]>) =>
  articlesOf(
    new Map(
      [...half].map(([language, all]) => {
        const keyed = all.map((sentence) => ({ sentence, key: random() })).sort((a, b) => a.key - b.key);
        return [language, keyed.map(({ sentence }) => sentence).join(' ')];
      }),
    ),
  );

const index = createNameIndex(knowledge);
/** Annotates for so many seconds, or each article once; tells how many a second. */
function measure(what: string, all: readonly Article[], work: (article: Article) => unknown, once = false): void {
  if (!once) for (const article of all) work(article);
  const cpu = process.cpuUsage();
  const from = performance.now();
  let done = 0;
  do for (const article of all) if (work(article)) done++;
  while (!once && performance.now() - from < seconds * 1000);
  const passed = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `${what}: ${Math.round(done / passed)} articles a second; ${Math.round(done / ((user + system) / 1e6))} a second of CPU; ${megabytes()} MB`,
  );
}
console.log(`${articles.length} articles of ${LENGTH} characters in ${bodies.size} languages`);
const whole = ({ text }: Article) => annotate(text, {});
const fresh = shuffled(sentences.fresh);
measure('sentences of every second event, shuffled, again and again', shuffled(sentences.seen), whole);
measure(`those of the other events, ${fresh.length} articles seen once, their words too`, fresh, whole, true);
measure('whole annotation', articles, whole);
measure('cutting and known names alone', articles, ({ language, text }) =>
  findKnown({ language, setting: {}, ...tokenize(text, language) }, index),
);
