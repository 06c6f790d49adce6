import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSamples } from '../../src/commands/demo/samples.ts';
import { exportArticles } from '../../src/commands/run-export.ts';
import { importArticles } from '../../src/commands/run-import.ts';
import { readConfig } from '../../src/config.ts';

/**
 * What an export carries into an empty store, table by table: rows that must be the same there, with what stands for the
 * ids that each store gives by itself. A column that is in neither list fails the last test: whoever adds one decides.
 */
const CARRIED: Record<string, { columns: string; from: string }> = {
  article: {
    columns: `a.id, o.slug AS outlet_id, a.url, a.headline, a.summary, a.authors, a.image, a.language, a.sections,
      a.feed_topics, a.word_count, a.published_at, a.published_at_source, a.first_seen_at, a.revised_at, a.copy_of,
      a.agency, a.story, CAST(a.doc AS TEXT) AS doc`,
    from: 'article a JOIN outlet o ON o.id = a.outlet_id',
  },
  article_body: { columns: 'article_id, body, bands', from: 'article_body' },
  article_key: { columns: 'key, article_id', from: 'article_key' },
  revision: { columns: 'article_id, number, seen_at, headline, summary, body', from: 'revision' },
  annotation: { columns: 'article_id, version, countries, actors, topics', from: 'annotation' },
  quote: { columns: 'article_id, place, text, speaker_name, speaker, field, start_at, end_at', from: 'quote' },
  copy_mark: { columns: 'mark, article_id', from: 'copy_mark' },
  article_tag: {
    columns: "article_id, t.kind || ' ' || t.key AS tag_id",
    from: 'article_tag JOIN tag t ON t.id = tag_id',
  },
  posting: {
    columns: "t.kind || ' ' || t.key AS tag_id, published_at, article_id",
    from: 'posting JOIN tag t ON t.id = tag_id',
  },
  tag: { columns: 'kind, key, articles', from: 'tag WHERE articles > 0' },
  story: {
    columns: 'id, merged_into, first_published_at, last_published_at, articles, outlets, countries',
    from: 'story',
  },
  story_article: { columns: 'article_id, features, centrality', from: 'story_article' },
  actor: {
    columns: "r.slug, r.kind, curated, wikidata_id, description, countries, t.kind || ' ' || t.key AS tag_id",
    from: 'actor r JOIN tag t ON t.id = r.tag_id',
  },
  actor_name: {
    columns: 'r.slug AS actor_id, text, language, place, folded',
    from: 'actor_name JOIN actor r ON r.id = actor_id',
  },
  actor_word: { columns: 'word, r.slug AS actor_id', from: 'actor_word JOIN actor r ON r.id = actor_id' },
  actor_country: { columns: 'country, r.slug AS actor_id', from: 'actor_country JOIN actor r ON r.id = actor_id' },
  actor_alias: { columns: 'l.slug, r.slug AS actor_id', from: 'actor_alias l JOIN actor r ON r.id = actor_id' },
  outlet: { columns: 'slug, country, kind, owner, languages, listed', from: 'outlet' },
  topic: { columns: 'slug, path', from: 'topic' },
};

/** What each store has of its own, and why. A table without columns is left out whole. */
const OWN: Record<string, string[]> = {
  // Numbers that each store gives by itself.
  ...{ tag: ['id'], quote: ['id'], actor: ['id'], outlet: ['id', 'tag_id'] },
  // The order in which things were done here.
  ...{
    story: ['position'],
    story_article: ['position'],
    state: [],
    story_state: [],
    migration: [],
    sqlite_sequence: [],
  },
  // How often a form was found is counted anew; a name that others were joined to counts theirs from then on.
  actor_name: ['uses'],
  // Packed from the tags, and made from the texts, of which `check` and the searches tell.
  ...{ tag_block: [], loose_article: [], article_search: [], quote_search: [] },
  // Of polling, which begins anew.
  ...{ feed: [], poll_turn: [], poll_count: [], job: [] },
};

let folder: string;
let before: DatabaseSync;
let after: DatabaseSync;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telal-carried-'));
  const file = (name: string) => join(folder, name);
  const config = (name: string) => readConfig({ DATABASE_URL: `file:${file(name)}`, LOG_LEVEL: 'silent' });
  const take = async (lines: object[]) => {
    await writeFile(file('some.ndjson'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await importArticles(config('a.db'), file('some.ndjson'));
  };
  const { articles } = await loadSamples(fileURLToPath(new URL('../../sources/samples', import.meta.url)));
  const plain = articles.slice(100, 140).map(({ id, headline, summary, body, language }, at) => ({
    ...{
      url: `https://press.example/${id}`,
      outlet: ['b92', 'blic', 'danas'][at % 3],
      headline,
      summary,
      body,
      language,
    },
    ...{ publishedAt: new Date(Date.UTC(2026, 1, 15, at)).toISOString(), sections: ['Vesti'], authors: ['Ana Anić'] },
    ...{ image: `https://press.example/${id}.jpg`, feedTopics: at % 5 === 0 ? ['sport'] : [] },
  }));
  const copy = {
    ...plain[3]!,
    url: 'https://press.example/copy',
    outlet: 'politika',
    publishedAt: '2026-02-18T00:00:00Z',
  };
  await take([...plain, copy]);
  await take(plain.slice(0, 4).map((line) => ({ ...line, headline: `${line.headline} (2)` })));
  const coach = (outlet: string, language: string, body: string) => ({
    ...{ url: `https://press.example/${outlet}`, outlet, headline: body.slice(0, 30), body, language },
    publishedAt: '2026-02-19T12:00:00Z',
  });
  await take([coach('a1on', 'mk', 'Тренерот Валтер Хигинс изјави дека екипата е подготвена за натпреварот.')]);
  await take([coach('agerpres', 'ro', 'Antrenorul Walter Higgins a declarat că echipa este pregătită pentru meci.')]);
  await exportArticles(config('a.db'), file('a.ndjson'), undefined);
  await importArticles(config('b.db'), file('a.ndjson'));
  before = new DatabaseSync(file('a.db'), { readOnly: true });
  after = new DatabaseSync(file('b.db'), { readOnly: true });
}, 120_000);

afterAll(async () => {
  before?.close();
  after?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('an export carries', () => {
  test.for(Object.entries(CARRIED))('%s', ([, { columns, from }]) => {
    const rows = (database: DatabaseSync) =>
      database
        .prepare(`SELECT ${columns} FROM ${from}`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort();
    const there = rows(after);
    expect(there.length).toBeGreaterThan(0);
    expect(there).toEqual(rows(before));
  });
});

test('every column is carried, or is known to be of the store itself', () => {
  const tables = before
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*_search_*'")
    .all()
    .map((row) => String(row['name']));
  const unknown = tables.flatMap((table) => {
    const own = OWN[table];
    if (own?.length === 0) return [];
    const carried = CARRIED[table];
    const names = carried ? before.prepare(`SELECT ${carried.columns} FROM ${carried.from} LIMIT 0`).columns() : [];
    const known = new Set([...names.map(({ name }) => name), ...(own ?? [])]);
    const columns = before.prepare(`SELECT name FROM pragma_table_info(?)`).all(table);
    return columns
      .map(({ name }) => String(name))
      .filter((name) => !known.has(name))
      .map((name) => `${table}.${name}`);
  });
  expect(unknown).toEqual([]);
});
