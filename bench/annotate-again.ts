/**
 * `telal annotate` over a store whose articles were annotated with a former knowledge, while `telal serve --no-poll` answers:
 * articles a second, the most memory, the answers' times meanwhile and without it; killed half way, it goes on.
 * `node bench/annotate-again.ts [ARTICLES] [FIRST]`: killed after so many (half of them); with a third number the second run
 * is killed too, after so many. The articles are sentences of the sample articles in another order. On Linux.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { loadSamples, type SampleArticle } from '../src/commands/demo/samples.ts';
import { openKnowledge } from '../src/commands/open-knowledge.ts';
import { readConfig } from '../src/config.ts';
import type { ArticleDraft } from '../src/domain/draft.ts';
import type { Store } from '../src/domain/store.ts';
import { openStore } from '../src/store/open-store.ts';

const articles = Number(process.argv[2] ?? 100_000);
const first = Number(process.argv[3] ?? articles / 2);
const second = Number(process.argv[4] ?? articles - first);
const PORT = 4977;
const LENGTH = 1800;
const TOGETHER = 1000;
const END = Date.UTC(2026, 9, 31);
const YEAR = 365 * 86_400_000;

const folder = mkdtempSync(join(tmpdir(), 'telal-annotate-'));
const env = { ...process.env, DATABASE_URL: `file:${join(folder, 'telal.db')}`, NODE_ENV: 'production' };
const telal = fileURLToPath(new URL('../bin/telal.js', import.meta.url));
const knowledge = await openKnowledge(readConfig(env));

/** Articles of about so many characters, each of sentences of one language. */
async function* invent(): AsyncGenerator<ArticleDraft> {
  const samples = await loadSamples(fileURLToPath(new URL('../sources/samples', import.meta.url)));
  const byLanguage = Map.groupBy(samples.articles, (article) => article.language);
  const sentences = new Map([...byLanguage].map(([language, own]) => [language, own.flatMap(sentencesOf)]));
  const outlets = [...byLanguage.keys()].map((language) => [language, outletOf(language)] as const);
  let state = 1;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let number = 0; number < articles; number++) {
    const [language, outlet] = outlets[random(outlets.length)]!;
    const all = sentences.get(language)!;
    const own = byLanguage.get(language)!;
    let body = '';
    while (body.length < LENGTH) body += `${all[random(all.length)]} `;
    const url = `https://again.example/${number}`;
    const publishedAt = Math.round(END - YEAR + (YEAR * number) / articles);
    yield {
      ...{ keys: [`url:${url}`], url, outlet, summary: null, body, authors: [], image: null, sections: [] },
      ...{ headline: own[random(own.length)]!.headline, publishedAt, publishedAtSource: 'FEED', seenAt: publishedAt },
      annotation: { language, countries: [], actors: [], topics: [], quotes: [], agency: null, version: 'former' },
      ...{ copyBands: [], copyOf: null },
    };
  }
}

const sentencesOf = ({ body }: SampleArticle): string[] => body.split(/(?<=[.!?“”»"])\s+/).filter(Boolean);

function outletOf(language: string): string {
  const base = language.split('-')[0]!;
  return (knowledge.outlets.find(({ languages }) => languages[0]!.split('-')[0] === base) ?? knowledge.outlets[0]!)
    .slug;
}

async function fill(store: Store): Promise<void> {
  const batch: ArticleDraft[] = [];
  for await (const draft of invent()) {
    batch.push(draft);
    if (batch.length === TOGETHER) await store.saveArticles(batch.splice(0));
  }
  if (batch.length > 0) await store.saveArticles(batch);
}

const questions = [
  '{ articles(first: 20) { nodes { headline publishedAt countries { country { code } } } } }',
  '{ articles(first: 20, filter: { countries: { any: ["RS"] } }) { totalCount nodes { headline } } }',
  '{ articles(first: 20, filter: { topics: { any: ["politics"] } }) { nodes { headline topics { topic { slug } } } } }',
  '{ trendingActors(first: 10) { actor { slug } } }',
];

/** Asks ten times a second until told to stop; the times in milliseconds. */
async function ask(until: () => boolean): Promise<string> {
  const times: number[] = [];
  const failed: string[] = [];
  for (let turn = 0; !until(); turn++) {
    const begun = performance.now();
    const query = `${questions[turn % questions.length]!} # ${turn}`;
    const response = await fetch(`http://127.0.0.1:${PORT}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const answer = (await response.json()) as { errors?: { message: string }[] };
    times.push(performance.now() - begun);
    if (answer.errors) failed.push(answer.errors[0]!.message);
    await sleep(100);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(1);
  const wrong = failed.length > 0 ? `, ${failed.length} wrong (${failed[0]})` : '';
  return `${times.length} answers, median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms${wrong}`;
}

function start(args: string[]): ChildProcess {
  return spawn(process.execPath, [telal, ...args], { env, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** The most memory that the process has had, in MB. */
const memoryOf = (child: ChildProcess) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024;

/** Annotates until `enough` are left, or to the end; then kills. */
async function annotate(store: Store, enough: number): Promise<void> {
  // They are taken in the order of their ids, which begin at 1.
  const stale = async () => {
    const next = (await store.staleArticles(knowledge.version, 0, 1))[0];
    return next === undefined ? 0 : articles - next.id + 1;
  };
  const before = await stale();
  const child = start(['annotate']);
  const ended = new Promise((resolve) => child.once('close', resolve));
  const begun = performance.now();
  let memory = 0;
  let left = before;
  const done = () => child.exitCode !== null || child.signalCode !== null;
  const answers = ask(() => done() || left <= enough);
  while (!done() && left > enough) {
    memory = Math.max(memory, memoryOf(child));
    await Promise.race([ended, sleep(2000)]);
    left = await stale();
  }
  const seconds = (performance.now() - begun) / 1000;
  if (enough > 0) child.kill('SIGKILL');
  await ended;
  left = await stale();
  console.log(
    `${before - left} articles in ${seconds.toFixed(0)} s, ${Math.round((before - left) / seconds)} a second, ${Math.round(memory)} MB; ${left} left`,
  );
  console.log(`  meanwhile ${await answers}`);
}

const store = await openStore(env.DATABASE_URL);
await store.migrate();
await store.syncCatalog(knowledge, Date.now());
await fill(store);
console.log(`${await store.countArticles({})} articles stored`);
const server = start(['serve', '--no-poll', '--port', String(PORT)]);
try {
  for (;;) {
    await sleep(500);
    if (
      await fetch(`http://127.0.0.1:${PORT}/ready`).then(
        (response) => response.ok,
        () => false,
      )
    )
      break;
  }
  const until = performance.now() + 15_000;
  console.log(`alone: ${await ask(() => performance.now() > until)}`);
  await annotate(store, articles - first);
  await annotate(store, articles - first - second);
} finally {
  server.kill();
  await store.close();
  rmSync(folder, { recursive: true });
}
