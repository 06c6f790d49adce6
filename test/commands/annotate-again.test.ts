import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKnowledge } from '../../src/commands/open-knowledge.ts';
import { readConfig } from '../../src/config.ts';
import type { ArticleDraft } from '../../src/domain/draft.ts';
import type { Store } from '../../src/domain/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { runTelal } from './run-telal.ts';

const ARTICLES = 600;
const BEGIN = Date.UTC(2026, 0, 1);
const APART = 3 * 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'telal-annotate-'));
const sources = join(folder, 'sources');
const env = { DATABASE_URL: `file:${join(folder, 'telal.db')}`, TELAL_SOURCES: sources };
const bin = fileURLToPath(new URL('../../bin/telal.js', import.meta.url));
let store: Store;

const draft = (number: number): ArticleDraft => ({
  keys: [`url:https://probni.example/${number}`],
  url: `https://probni.example/${number}`,
  outlet: 'probni',
  headline: `Vučić u Prištini, sastanak broj ${number}`,
  summary: null,
  body: `Predsednik Srbije Aleksandar Vučić razgovarao je u Prištini o izborima.\n\n„To je dobro“, rekao je Vučić posle sastanka broj ${number}.`,
  authors: [],
  image: null,
  sections: [],
  feedTopics: number === 1 ? ['religion'] : [],
  publishedAt: BEGIN + number * APART,
  publishedAtSource: 'FEED',
  seenAt: BEGIN + number * APART,
  annotation: {
    language: 'sr-Latn',
    countries: [],
    actors: [],
    topics: [],
    quotes: [],
    agency: null,
    version: 'former',
  },
  copyBands: [],
  copyOf: null,
});

beforeAll(async () => {
  mkdirSync(join(sources, 'outlets', 'RS'), { recursive: true });
  writeFileSync(
    join(sources, 'outlets', 'RS', 'probni.yaml'),
    'name: Probni list\nhomepage: https://probni.example/\ncountry: RS\nlanguages: [sr-Latn]\nfeeds:\n  - url: https://probni.example/feed\n',
  );
  store = await openStore(env.DATABASE_URL);
  await store.migrate();
  await store.syncCatalog(await openKnowledge(readConfig(env)), Date.now());
  await store.saveArticles(Array.from({ length: ARTICLES }, (_, number) => draft(number)));
}, 60_000);

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const stale = async (version: string) => (await store.staleArticles(version, 0, ARTICLES + 1)).length;

test('annotate, killed amid its work, goes on where it stopped while others read', async () => {
  const { version } = await openKnowledge(readConfig(env));
  expect(await stale(version)).toBe(ARTICLES);
  const child = spawn(process.execPath, [bin, 'annotate'], {
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  while (child.exitCode === null && (await stale(version)) > ARTICLES - 50) await sleep(5);
  child.kill('SIGKILL');
  await ended;
  const left = await stale(version);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(ARTICLES);

  const second = await runTelal(['annotate'], { env });
  expect(second.stderr).toBe('');
  expect(second.stdout).toBe(`${left} articles annotated with version ${version} of the knowledge.\n`);
  expect(await stale(version)).toBe(0);
  expect(await store.countArticles({})).toBe(ARTICLES);

  const third = await runTelal(['annotate'], { env });
  expect(third.stdout).toBe(`0 articles annotated with version ${version} of the knowledge.\n`);
}, 120_000);

test('what was found is there, once for each article', async () => {
  const [first, second] = await store.storedArticles(0, 2);
  expect(first?.annotation.actors.map((actor) => actor.slug)).toContain('aleksandar-vucic');
  expect(first?.annotation.quotes).toHaveLength(1);
  expect(first?.annotation.countries.map((country) => country.code)).toEqual(expect.arrayContaining(['RS', 'XK']));
  // What only the feed says is not forgotten.
  expect(second?.article.feedTopics).toEqual(['religion']);
  expect(second?.annotation.topics.map((topic) => topic.slug)).toContain('religion');
  expect(first?.annotation.topics.map((topic) => topic.slug)).not.toContain('religion');
});

test('a change of the knowledge makes all stale again, and --since takes the newest only', async () => {
  mkdirSync(join(sources, 'actors'));
  writeFileSync(
    join(sources, 'actors', 'mine.yaml'),
    '- { slug: sastanak-broj, kind: organization, names: { en: Sastanak Broj }, countries: [RS] }\n',
  );
  const { version } = await openKnowledge(readConfig(env));
  expect(await stale(version)).toBe(ARTICLES);
  const newest = 60;
  const since = new Date(BEGIN + (ARTICLES - newest) * APART).toISOString();
  const { stdout } = await runTelal(['annotate', '--since', since], { env });
  expect(stdout).toBe(`${newest} articles annotated with version ${version} of the knowledge.\n`);
  expect(await stale(version)).toBe(ARTICLES - newest);
}, 60_000);
