// How well the topics of the sample articles are told, beside their labels, and how fast: node bench/topics.ts [--wrong]
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Knowledge } from '../src/catalog/knowledge.ts';
import { loadCatalog } from '../src/catalog/load-catalog.ts';
import type { ArticleSetting, TopicTag } from '../src/domain/annotation.ts';
import type { ArticleText } from '../src/domain/text.ts';
import { createAnnotator } from '../src/understand/annotate.ts';
import { tokenize } from '../src/understand/text/tokenize.ts';
import { createTopicFinder } from '../src/understand/topics.ts';

interface Sample {
  language: string;
  headline: string;
  summary?: string;
  body: string;
  section?: string;
  labels: { topics: string[] };
}

const knowledge = await loadCatalog({ folders: ['sources'] });
const annotate = createAnnotator(knowledge);
const counts = new Map<string, { hit: number; said: number; gold: number }>();
const count = (slug: string, said: boolean, gold: boolean) => {
  const row = counts.get(slug) ?? { hit: 0, said: 0, gold: 0 };
  if (said) row.said++;
  if (gold) row.gold++;
  if (said && gold) row.hit++;
  counts.set(slug, row);
};

const tops = knowledge.topics.filter((topic) => topic.parent === null).map((topic) => topic.slug);

const folder = 'sources/samples/events';
const texts: { text: ArticleText; language: string }[] = [];
for (const file of readdirSync(folder)) {
  const { articles } = parse(readFileSync(`${folder}/${file}`, 'utf8')) as { articles: Sample[] };
  for (const article of articles) {
    const text = { headline: article.headline, summary: article.summary ?? null, body: article.body };
    const setting: ArticleSetting = { language: article.language, sections: article.section ? [article.section] : [] };
    texts.push({ text, language: article.language });
    const said = annotate(text, setting).topics;
    const saidAll = withAncestors(
      knowledge,
      said.map((topic) => topic.slug),
    );
    const goldAll = withAncestors(knowledge, article.labels.topics);
    for (const slug of new Set([...saidAll, ...goldAll])) count(slug, saidAll.has(slug), goldAll.has(slug));
    if (process.argv.includes('--wrong')) report(file, article, said, goldAll);
  }
}

const labelled: string[] = [...counts].filter(([, row]) => row.gold > 0).map(([slug]) => slug);
console.table(
  Object.fromEntries(
    [...counts]
      .filter(([slug]) => labelled.includes(slug) || tops.includes(slug))
      .map(([slug, row]) => [slug, { ...row, f1: f1(row) }]),
  ),
);
const mean = (slugs: string[]) => slugs.reduce((sum, slug) => sum + f1(counts.get(slug)!), 0) / slugs.length;
console.log('macro-F1 of the top topics:', mean(tops.filter((slug) => labelled.includes(slug))).toFixed(3));
console.log('macro-F1 of those below:', mean(labelled.filter((slug) => !tops.includes(slug))).toFixed(3));

const find = createTopicFinder(knowledge);
const documents = texts.map(({ text, language }) => ({
  language,
  setting: {},
  ...tokenize({ ...text, body: text.body!.repeat(5).slice(0, 3000) }),
}));
const nothing = { mentions: [], countries: [] };
for (let round = 0; round < 5; round++) for (const document of documents) find(document, nothing);
const started = performance.now();
for (let round = 0; round < 10; round++) for (const document of documents) find(document, nothing);
console.log(
  'articles of 3,000 characters a second:',
  Math.round((10_000 * documents.length) / (performance.now() - started)),
);

function f1({ hit, said, gold }: { hit: number; said: number; gold: number }): number {
  return said + gold === 0 ? 0 : Math.round((2000 * hit) / (said + gold)) / 1000;
}

function withAncestors(from: Knowledge, slugs: readonly string[]): Set<string> {
  return new Set(slugs.flatMap((slug) => from.topicPath(slug).map((topic) => topic.slug)));
}

function report(file: string, article: Sample, said: readonly TopicTag[], gold: ReadonlySet<string>): void {
  const wrong = said.filter((topic) => !gold.has(topic.slug));
  const slugs = withAncestors(
    knowledge,
    said.map((topic) => topic.slug),
  );
  const missed = article.labels.topics.filter((slug) => !slugs.has(slug));
  if (missed.length === 0 && wrong.length === 0) return;
  console.log(`${file} ${article.language} ${article.headline}\n  missed: ${missed.join(' ')}`);
  for (const topic of wrong)
    console.log(`  wrong: ${topic.slug} ${topic.confidence} ${topic.evidence.map((span) => span.text).join(' | ')}`);
}
