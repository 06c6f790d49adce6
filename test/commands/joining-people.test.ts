import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { importArticles } from '../../src/commands/run-import.ts';
import { readConfig } from '../../src/config.ts';
import type { Store } from '../../src/domain/store.ts';
import { openStore } from '../../src/store/open-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'telal-people-'));
const config = readConfig({ DATABASE_URL: `file:${join(folder, 'telal.db')}`, LOG_LEVEL: 'error' });
let store: Store;

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterAll(async () => {
  vi.restoreAllMocks();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Imports articles as a process of its own does: it knows of the earlier ones what the store knows. */
async function take(articles: [outlet: string, language: string, body: string][]): Promise<void> {
  const file = join(folder, 'articles.ndjson');
  const line = ([outlet, language, body]: (typeof articles)[number]) =>
    JSON.stringify({
      url: `https://example.com/${outlet}`,
      outlet,
      headline: body.split(' ').slice(0, 3).join(' '),
      body,
      language,
      publishedAt: '2026-02-15T12:00:00Z',
    });
  writeFileSync(file, articles.map(line).join('\n'));
  await importArticles(config, file);
}

test('a later article in the own letters gives those of earlier ones their name', async () => {
  await take([
    ['a1on', 'mk', 'Тренерот Валтер Хигинс изјави дека екипата е подготвена за натпреварот.'],
    ['danas', 'sr-Latn', 'Trener Valter Higins izjavio je da je ekipa spremna za utakmicu.'],
  ]);
  store = await openStore(config.databaseUrl);
  const [before] = await store.foundPeople({ limit: 5 });
  expect(await store.countArticles({ actors: { any: [before!.slug] } })).toBe(2);

  await take([['agerpres', 'ro', 'Antrenorul Walter Higgins a declarat că echipa este pregătită pentru meci.']]);
  const people = await store.foundPeople({ limit: 5 });
  expect(people).toMatchObject([{ slug: 'walter-higgins', name: 'Walter Higgins' }]);
  expect(await store.countArticles({ actors: { any: ['walter-higgins'] } })).toBe(3);
  expect((await store.actorsBySlugs([before!.slug]))[0]?.slug).toBe('walter-higgins');
}, 60_000);
