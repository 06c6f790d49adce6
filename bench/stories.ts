/**
 * How well stories are told apart: BCubed precision, recall and F1 over the demo's sample articles, and over parallel
 * news mixed with them, as `telal import` stores them and GraphQL shows them.
 * `node bench/stories.ts [PARALLEL.jsonl [--same EVENTS]… [--faults]]`; a line of PARALLEL is one language's text of a
 * document: {"doc", "language", "headline", "text"}; a line of EVENTS names documents that tell one event, by spaces;
 * figures are given for each such list.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDemo } from '../src/commands/demo/open-demo.ts';
import { loadSamples } from '../src/commands/demo/samples.ts';
import { openTelal } from '../src/commands/open-telal.ts';
import { importArticles } from '../src/commands/run-import.ts';
import { readConfig } from '../src/config.ts';
import { createGateway } from '../src/gateway/create-gateway.ts';
import { groupQuotes } from '../src/understand/stories/group-quotes.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { same: { type: 'string', multiple: true, default: [] }, faults: { type: 'boolean', default: false } },
});

const HOUR = 3_600_000;
const now = Date.now() - HOUR;

interface Labelled {
  url: string;
  event: string;
  line: object;
}

const { articles, outlets } = await loadSamples(new URL('../sources/samples', import.meta.url).pathname);
const sample = articles.map(({ id, event, outlet, headline, summary, body, section, language, hoursAgo }): Labelled => {
  const url = `https://${outlet}.example/${id}`;
  const publishedAt = new Date(now - hoursAgo * HOUR).toISOString();
  return {
    url,
    event,
    line: { url, outlet, headline, summary, body: body.trim(), language, sections: [section], publishedAt },
  };
});

interface ParallelLine {
  doc: string;
  language: string;
  headline: string;
  text: string;
}

function readParallel(file: string): Labelled[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const documents = lines.map((line) => JSON.parse(line) as ParallelLine);
  return documents.map(({ doc, language, headline, text: body }, index) => {
    const url = `https://parallel.example/${doc}/${language}`;
    const outlet = outlets.find(({ languages }) => languages.includes(language)) ?? outlets[0]!;
    // Over two days, in an order that has nothing to do with the events.
    const publishedAt = new Date(now - ((index * 7919) % 2880) * 60_000).toISOString();
    return {
      url,
      event: doc,
      line: { url, outlet: outlet.slug, headline, body, language, publishedAt },
    };
  });
}

/** The story of each address, as GraphQL tells it. */
async function storiesOf(labelled: readonly Labelled[]): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'telal-stories-'));
  const demo = await openDemo(readConfig({ LOG_LEVEL: 'silent' }));
  try {
    const config = { ...demo.config, databaseUrl: `file:${join(folder, 'stories.db')}` };
    const file = join(folder, 'articles.ndjson');
    const sorted = labelled.toSorted((a, b) => (a.url < b.url ? -1 : 1));
    writeFileSync(file, `${sorted.map(({ line }) => JSON.stringify(line)).join('\n')}\n`);
    const started = performance.now();
    await importArticles(config, file);
    console.error(`${Math.round(labelled.length / ((performance.now() - started) / 1000))} articles a second imported`);
    const telal = await openTelal(config);
    const gateway = createGateway({ store: telal.store, catalog: telal.knowledge, groupQuotes, log: telal.log });
    const url = await gateway.listen({ port: 0, host: '127.0.0.1' });
    const found = new Map<string, string>();
    for (let after: string | null = null; ; ) {
      const query =
        'query ($after: String) { articles(first: 100, after: $after) { nodes { url story { id } } pageInfo { hasNextPage endCursor } } }';
      const answer = await fetch(`${url}graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: { after } }),
      });
      // biome-ignore lint/suspicious/noExplicitAny: an answer of GraphQL
      const { data } = (await answer.json()) as any;
      for (const node of data.articles.nodes) found.set(node.url, node.story?.id ?? node.url);
      if (!data.articles.pageInfo.hasNextPage) break;
      after = data.articles.pageInfo.endCursor;
    }
    await gateway.close();
    await telal.close();
    return found;
  } finally {
    await demo.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function bcubed(labelled: readonly Labelled[], stories: ReadonlyMap<string, string>) {
  const storyOf = ({ url }: Labelled) => stories.get(url)!;
  const byStory = Map.groupBy(labelled, storyOf);
  const byEvent = Map.groupBy(labelled, ({ event }) => event);
  let precision = 0;
  let recall = 0;
  for (const one of labelled) {
    const story = byStory.get(storyOf(one))!;
    const right = story.filter(({ event }) => event === one.event).length;
    precision += right / story.length / labelled.length;
    recall += right / byEvent.get(one.event)!.length / labelled.length;
  }
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

const show = (name: string, figures: object) =>
  console.log(name.padEnd(34), ...Object.entries(figures).map(([key, value]) => `${key} ${value.toFixed(3)}`));

show('sample events', bcubed(sample, await storiesOf(sample)));
/** The same articles, with the documents of each line of a file as one event. */
function together(labelled: readonly Labelled[], file: string | undefined): Labelled[] {
  const lines = file === undefined ? [] : readFileSync(file, 'utf8').trim().split('\n');
  const eventOf = new Map(lines.flatMap((docs) => docs.split(/\s+/).map((doc) => [doc, docs] as const)));
  return labelled.map((one) => ({ ...one, event: eventOf.get(one.event) ?? one.event }));
}

function showFaults(labelled: readonly Labelled[], stories: ReadonlyMap<string, string>): void {
  const storyOf = ({ url }: Labelled) => stories.get(url)!;
  for (const [name, groups, labels] of [
    ['split', Map.groupBy(labelled, ({ event }) => event), storyOf],
    ['glued', Map.groupBy(labelled, storyOf), ({ event }: Labelled) => event],
  ] as const)
    for (const own of groups.values()) {
      const parts = [...Map.groupBy(own, labels).values()];
      if (parts.length > 1) console.log(name, parts.map((part) => `${part.length} ${part[0]!.url}`).join(' | '));
    }
}

const given = positionals[0];
if (given) {
  const parallel = readParallel(given);
  const stories = await storiesOf([...sample, ...parallel]);
  for (const file of options.same.length > 0 ? options.same : [undefined]) {
    console.log(`one event by ${file ?? 'document'}:`);
    const told = together(parallel, file);
    show('  parallel news and sample events', bcubed([...sample, ...told], stories));
    show('  parallel news among them', bcubed(told, stories));
    if (options.faults) showFaults([...sample, ...told], stories);
  }
}
