import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { loadSamples } from '../../src/commands/demo/samples.ts';
import { exportArticles } from '../../src/commands/run-export.ts';
import { importArticles } from '../../src/commands/run-import.ts';
import { readConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createDatabase } from '../postgres/create-database.ts';
import { runTelal } from './run-telal.ts';

const OUTLETS = ['b92', 'blic', 'danas', 'politika', 'rts'];
const bin = fileURLToPath(new URL('../../bin/telal.js', import.meta.url));
let folder: string;
const drops: (() => Promise<void>)[] = [];

const file = (name: string) => join(folder, name);
const sqlite = (name: string) => `file:${file(name)}`;
const configOf = (url: string) => readConfig({ DATABASE_URL: url, LOG_LEVEL: 'silent' });
const linesOf = async (name: string) => (await readFile(file(name), 'utf8')).trimEnd().split('\n');
const write = (name: string, lines: readonly (object | string)[]) =>
  writeFile(file(name), lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));

const coach = (outlet: string, language: string, body: string) => ({
  ...{ url: `https://press.example/${outlet}`, outlet, headline: body.slice(0, 30), body, language },
  publishedAt: '2026-02-15T12:00:00Z',
});
const WALTER = {
  heard: [
    coach('a1on', 'mk', 'Тренерот Валтер Хигинс изјави дека екипата е подготвена за натпреварот.'),
    coach('danas', 'sr-Latn', 'Trener Valter Higins izjavio je da je ekipa spremna za utakmicu.'),
  ],
  own: [coach('agerpres', 'ro', 'Antrenorul Walter Higgins a declarat că echipa este pregătită pentru meci.')],
};

async function postgres(): Promise<string> {
  const database = await createDatabase(inject('postgresUrl'));
  drops.push(database.drop);
  return database.url;
}

/** The lines are the same; the first that is another is shown by itself. */
function expectSame(lines: readonly string[], expected: readonly string[]): void {
  expect(lines.length).toBe(expected.length);
  const at = lines.findIndex((line, place) => line !== expected[place]);
  if (at >= 0) expect(JSON.parse(lines[at]!)).toEqual(JSON.parse(expected[at]!));
}

/** Takes a file into an empty store and everything out of it again. */
async function through(url: string, from: string, to: string): Promise<string[]> {
  await importArticles(configOf(url), file(from));
  await exportArticles(configOf(url), file(to), undefined);
  return linesOf(to);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telal-moving-'));
  const { articles } = await loadSamples(fileURLToPath(new URL('../../sources/samples', import.meta.url)));
  const plain = articles.slice(0, 60).map(({ id, headline, summary, body, language, hoursAgo }) => ({
    url: `https://press.example/${id}`,
    outlet: OUTLETS[id % OUTLETS.length],
    headline,
    summary,
    body: body.trim(),
    language,
    publishedAt: new Date(Date.UTC(2026, 1, 15) - hoursAgo * 3_600_000).toISOString(),
    firstSeenAt: new Date(Date.UTC(2026, 1, 15, 1) - hoursAgo * 3_600_000).toISOString(),
    authors: ['Ana Anić'],
    image: { url: `https://press.example/${id}.jpg`, caption: 'Snimak' },
    sections: ['Vesti'],
  }));
  const long = plain.find(({ body }) => body.split(/\s+/).length > 60)!;
  const copy = { ...long, url: 'https://press.example/copy', outlet: OUTLETS.find((slug) => slug !== long.outlet) };
  const later = new Date(Date.parse(long.publishedAt) + 3_600_000).toISOString();
  await write('plain.ndjson', [...plain, { ...copy, publishedAt: later }]);
  await write(
    'changed.ndjson',
    plain.slice(0, 10).map((line, at) => ({
      ...line,
      headline: `${line.headline} (2)`,
      firstSeenAt: new Date(Date.UTC(2026, 1, 16, at)).toISOString(),
    })),
  );
  await importArticles(configOf(sqlite('a.db')), file('plain.ndjson'));
  await importArticles(configOf(sqlite('a.db')), file('changed.ndjson'));
  // One person in three spellings, the own one last: the former name stays his.
  for (const [name, articles] of Object.entries(WALTER)) {
    await write(`${name}.ndjson`, articles);
    await importArticles(configOf(sqlite('a.db')), file(`${name}.ndjson`));
  }
  await exportArticles(configOf(sqlite('a.db')), file('a.ndjson'), undefined);
}, 180_000);

afterAll(async () => {
  await Promise.all(drops.map((drop) => drop()));
  await rm(folder, { recursive: true, force: true });
});

test('a line holds all that the store knows: states, first sight, quotations, copies, stories', async () => {
  const lines = (await linesOf('a.ndjson')).map((line) => JSON.parse(line));
  expect(lines).toHaveLength(64);
  expect(lines.filter((line) => line.revisions.length === 2)).toHaveLength(10);
  expect(lines.find((line) => line.url.endsWith('/copy')).copyOf).toMatch(/^https:\/\/press\.example\/\d+$/);
  expect(lines.every((line) => line.story !== null)).toBe(true);
  expect(lines.some((line) => line.annotation.quotes.length > 0)).toBe(true);
  expect(lines.slice(-3).map((line) => line.joined)).toEqual(
    Array(3).fill([{ slug: expect.not.stringMatching('walter'), into: 'walter-higgins', name: 'Walter Higgins' }]),
  );
});

test('everything comes back, store to store, in all four directions', async () => {
  const expected = await linesOf('a.ndjson');
  const server = await postgres();
  expectSame(await through(server, 'a.ndjson', 'b.ndjson'), expected);
  expectSame(await through(sqlite('c.db'), 'b.ndjson', 'c.ndjson'), expected);
  expectSame(await through(await postgres(), 'b.ndjson', 'd.ndjson'), expected);
  expectSame(await through(sqlite('e.db'), 'a.ndjson', 'e.ndjson'), expected);
  // Stories can go on where they were: the next one begun has an id of its own.
  const store = await openStore(server);
  expect(await store.check()).toEqual([]);
  const stories = await store.countStories({ filter: {} });
  const url = 'https://press.example/new';
  await store.close();
  await write('new.ndjson', [
    { url, outlet: 'b92', headline: 'Sasvim nova vest o nečemu', publishedAt: '2026-02-16T00:00:00Z' },
  ]);
  await importArticles(configOf(server), file('new.ndjson'));
  const again = await openStore(server);
  expect(await again.countStories({ filter: {} })).toBe(stories + 1);
  await again.close();
}, 240_000);

test('taken in a second time, nothing changes', async () => {
  await exportArticles(configOf(sqlite('a.db')), file('once.ndjson'), undefined);
  const { stdout, status } = await runTelal(['import', file('once.ndjson')], {
    env: { DATABASE_URL: sqlite('a.db') },
  });
  expect({ stdout, status }).toEqual({ stdout: '0 new, 0 changed, 64 unchanged, 0 rejected.\n', status: 0 });
}, 60_000);

test('a story joins the one that its first article has in a store with stories of its own', async () => {
  const lines = (await linesOf('a.ndjson')).map((line) => JSON.parse(line));
  const sizes = Map.groupBy(lines, (line) => line.story.id as number);
  const [id, members] = [...sizes].find(([, its]) => its.length >= 3)!;
  const other = lines.find((line) => line.story.id !== id && line.story.first === line.url);
  // In the other store the id is another story's.
  await write('other.ndjson', [{ ...other, story: { ...other.story, id, former: [] } }]);
  await write('head.ndjson', members.slice(0, 2));
  await write('tail.ndjson', members.slice(2));
  for (const name of ['other', 'head', 'tail']) await importArticles(configOf(sqlite('f.db')), file(`${name}.ndjson`));
  const store = await openStore(sqlite('f.db'));
  const stored = await store.storedArticles(0, 100);
  const stories = Map.groupBy(stored, ({ article }) => article.story);
  expect([...stories.values()].map((its) => its.length).sort()).toEqual([1, members.length].sort());
  const [story] = await store.storiesByIds([stored.at(-1)!.article.story!]);
  expect(story?.articleCount).toBe(members.length);
  await store.close();
}, 120_000);

test('killed amid an import and run again, it stores what it would have stored at once', async () => {
  const some = (await linesOf('a.ndjson')).slice(0, 60).map((line) => JSON.parse(line));
  const many = Array.from({ length: 42 }, (_, round) =>
    some.map((line) => {
      const moved = (url: string) => url.replace('press.example', `press${round}.example`);
      const story = { ...line.story, id: line.story.id + round * 1000, first: moved(line.story.first), former: [] };
      return { ...line, url: moved(line.url), copyOf: null, keys: line.keys.map(moved), story };
    }),
  ).flat();
  await write('many.ndjson', many);
  const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: sqlite('g.db'), LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [bin, 'import', file('many.ndjson')], { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let stored = 0;
  while (stored === 0 && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const store = await openStore(sqlite('g.db'), { readOnly: true }).catch(() => null);
    stored = (await store?.countArticles({}).catch(() => 0)) ?? 0;
    await store?.close();
  }
  child.kill('SIGKILL');
  await ended;
  expect(stored).toBeLessThan(many.length);
  const { stdout } = await runTelal(['import', file('many.ndjson')], { env: { DATABASE_URL: sqlite('g.db') } });
  const [, fresh, unchanged] = /^(\d+) new, 0 changed, (\d+) unchanged, 0 rejected/.exec(stdout) ?? [];
  expect(Number(fresh) + Number(unchanged)).toBe(many.length);
  expect(Number(unchanged)).toBeGreaterThan(0);
  await exportArticles(configOf(sqlite('g.db')), file('g.ndjson'), undefined);
  const whole = await through(sqlite('h.db'), 'many.ndjson', 'h.ndjson');
  expectSame(await linesOf('g.ndjson'), whole);
}, 180_000);

test('wrong lines are told by their number and kept in a rejects file; the rest go in', async () => {
  const good = (n: number) => ({
    url: `https://press.example/good/${n}`,
    outlet: 'b92',
    headline: `Vest ${n}`,
    publishedAt: '2026-02-14T09:30:00Z',
  });
  await write('mixed.ndjson', [
    good(1),
    'no JSON',
    '',
    { ...good(4), outlet: 'b93' },
    { ...good(5), publishedAt: 'yesterday' },
    { ...good(6), headline: ' ' },
    { ...good(7), url: 'ftp://press.example/7' },
    good(8),
  ]);
  const { stdout, stderr, status } = await runTelal(['import', '--no-annotate', file('mixed.ndjson')], {
    env: { DATABASE_URL: sqlite('i.db') },
  });
  expect({ stdout, status }).toEqual({ stdout: '2 new, 0 changed, 0 unchanged, 5 rejected.\n', status: 0 });
  expect(stderr).toContain('line 2: The line is not JSON.');
  expect(stderr).toMatch(/line 4: "outlet": there is no outlet "b93"\. Like it: .*b92/);
  expect(stderr).toContain('line 5: "publishedAt": an RFC 3339 instant such as 2026-02-14T09:30:00Z was expected.');
  expect(stderr).toContain('line 6: "headline": a headline was expected.');
  expect(stderr).toContain('line 7: "url": ftp://press.example/7 is no http or https address.');
  const rejects = (await linesOf('mixed.ndjson.rejects.ndjson')).map((line) => JSON.parse(line));
  expect(rejects.map((reject) => reject.line)).toEqual([2, 4, 5, 6, 7]);
  expect(rejects[0]).toEqual({ line: 2, error: 'The line is not JSON.', text: 'no JSON' });
  const store = await openStore(sqlite('i.db'));
  // Left to `telal annotate`.
  expect(await store.staleArticles('any', 0, 10)).toHaveLength(2);
  await store.close();
}, 60_000);
