import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { TelalError } from '../../src/domain/error.ts';

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'telal-sources-test-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function mistakesOf(files: Record<string, string>): Promise<string> {
  try {
    await loadCatalog({ folders: [folderOf(files)] });
  } catch (error) {
    expect(error).toBeInstanceOf(TelalError);
    expect((error as TelalError).code).toBe('BAD_SOURCE');
    return (error as TelalError).message;
  }
  throw new Error('no mistake was told');
}

const outlet =
  'name: Example Daily\nhomepage: https://example.com/\ncountry: MK\nlanguages: [mk, sq]\nfeeds:\n  - url: https://example.com/feed/\n';
const actor =
  '- slug: jovan-primer\n  kind: person\n  gender: m\n  names: { en: Jovan Primer, sr: Јован Пример }\n  countries: [RS]\n';

test('An outlet takes its slug from its file and its time zone from its country', async () => {
  const catalog = await loadCatalog({ folders: [folderOf({ 'outlets/MK/example-daily.yaml': outlet })] });
  expect(catalog.outlet('example-daily')).toMatchObject({
    name: 'Example Daily',
    timeZone: 'Europe/Skopje',
    readPages: true,
    feeds: [{ url: 'https://example.com/feed/', kind: 'FEED', topics: [], language: null, links: null }],
  });
});

test('A later folder replaces by slug, adds, and removes with enabled: false', async () => {
  const first = folderOf({
    'outlets/MK/one.yaml': outlet,
    'outlets/MK/two.yaml': outlet,
    'actors/rs.yaml': actor,
  });
  const second = folderOf({
    'outlets/one.yaml': outlet.replace('Example Daily', 'Another'),
    'outlets/two.yaml': 'enabled: false\n',
    'outlets/three.yaml': outlet,
    'actors/own.yaml': '- slug: jovan-primer\n  enabled: false\n',
  });
  const catalog = await loadCatalog({ folders: [first, second] });
  expect(catalog.outlets.map((each) => each.slug).sort()).toEqual(['one', 'three']);
  expect(catalog.outlet('one')?.name).toBe('Another');
  expect(catalog.actor('jovan-primer')).toBeUndefined();
});

test('Every mistake is told with its file, its line and what was expected', async () => {
  const message = await mistakesOf({
    'outlets/MK/bad.yaml': outlet.replace('country: MK', 'country: Macedonia').replace('feeds:', 'feds:'),
    'actors/rs.yaml': `${actor}- slug: second\n  kind: persn\n  names: { en: Second }\n`,
  });
  expect(message).toMatch(/^3 mistakes/);
  expect(message).toMatch(/bad\.yaml:3: country: an ISO 3166-1/);
  expect(message).toMatch(/bad\.yaml:5: there is no key "feds" here/);
  expect(message).toMatch(/rs\.yaml:7: /);
});

test('YAML that cannot be read is told by line', async () => {
  expect(await mistakesOf({ 'actors/rs.yaml': '- slug: a\n  names: { en: [x }\n' })).toMatch(/rs\.yaml:2: /);
});

test('A line of places that is no JSON is told by line', async () => {
  const place = '{"name":"Bitola","country":"MK","type":"town"}';
  expect(await mistakesOf({ 'places/mk.jsonl': `${place}\n{oops\n` })).toMatch(
    /mk\.jsonl:2: one JSON object was expected/,
  );
  expect(await mistakesOf({ 'places/mk.jsonl': `${place}\n\n${place.replace('MK', 'Mk')}\n` })).toMatch(
    /mk\.jsonl:3: country: /,
  );
});

test('An organ’s parent must be an actor', async () => {
  const organ = '- slug: council\n  kind: organization\n  parent: nobody\n  names: { en: Council }\n';
  expect(await mistakesOf({ 'actors/a.yaml': organ })).toMatch(/a\.yaml:3: "nobody" is no actor of sources\/actors/);
});

test('Two actors of one slug are a mistake, two of one full name a warning', async () => {
  expect(await mistakesOf({ 'actors/a.yaml': actor, 'actors/b.yaml': actor })).toMatch(
    /b\.yaml:1: the slug "jovan-primer" is already taken in .*a\.yaml/,
  );
  const catalog = await loadCatalog({
    folders: [folderOf({ 'actors/a.yaml': actor, 'actors/b.yaml': actor.replace('jovan-primer', 'jovan-primer-2') })],
  });
  expect(catalog.warnings).toHaveLength(1);
  expect(catalog.warnings[0]).toMatch(/jovan-primer-2 and jovan-primer share the name "Jovan Primer"/);
});

test('A topic without its parent, and one above itself, are mistakes', async () => {
  const topic = (slug: string, parent: string) => `- slug: ${slug}\n  parent: ${parent}\n  labels: { en: ${slug} }\n`;
  expect(await mistakesOf({ 'topics.yaml': topic('one', 'none') })).toMatch(
    /topics\.yaml:2: the parent "none" is no topic/,
  );
  expect(await mistakesOf({ 'topics.yaml': topic('one', 'two') + topic('two', 'one') })).toMatch(/stands above itself/);
});

test('A topic of an actor that no file has is a mistake; one that a later folder switches off is none', async () => {
  const topics = '- slug: one\n  labels: { en: one }\n  actors:\n    - jovan-primer\n    - nobody\n';
  expect(await mistakesOf({ 'actors/a.yaml': actor, 'topics.yaml': topics })).toMatch(
    /1 mistake.*\n.*topics\.yaml:5: "nobody" is no actor of sources\/actors/,
  );
  const ours = folderOf({ 'actors/a.yaml': actor, 'topics.yaml': topics.replace('    - nobody\n', '') });
  const theirs = folderOf({ 'actors/a.yaml': '- { slug: jovan-primer, enabled: false }\n' });
  expect((await loadCatalog({ folders: [ours, theirs] })).actors).toEqual([]);
});

test('Topics come parents first, with their path and children', async () => {
  const catalog = await loadCatalog({
    folders: [
      folderOf({
        'topics.yaml':
          '- slug: elections\n  parent: politics\n  mediaTopic: medtop:20000574\n  labels: { en: elections }\n- slug: politics\n  labels: { en: politics }\n',
      }),
    ],
  });
  expect(catalog.topics.map((topic) => topic.slug)).toEqual(['politics', 'elections']);
  expect(catalog.topicPath('elections').map((topic) => topic.slug)).toEqual(['elections', 'politics']);
  expect(catalog.topicChildren('politics').map((topic) => topic.slug)).toEqual(['elections']);
  expect(catalog.topicByMediaTopic('medtop:20000574')?.slug).toBe('elections');
});

test('Countries have names in every language, Kosovo among them', async () => {
  const catalog = await loadCatalog({ folders: [folderOf({ 'roles.yaml': '[]\n' })] });
  expect(catalog.country('XK')?.names).toMatchObject({ en: 'Kosovo', mk: 'Косово' });
  expect(Object.keys(catalog.country('RS')?.names ?? {})).toHaveLength(12);
  expect(catalog.country('UK')).toBeUndefined();
});

test('The version changes with the knowledge and not with the outlets', async () => {
  const version = async (files: Record<string, string>) => (await loadCatalog({ folders: [folderOf(files)] })).version;
  const one = await version({ 'actors/a.yaml': actor, 'outlets/a.yaml': outlet });
  expect(await version({ 'actors/a.yaml': actor, 'outlets/b.yaml': outlet })).toBe(one);
  expect(await version({ 'actors/a.yaml': actor.replace('m\n', 'f\n') })).not.toBe(one);
});

test('A folder that is not there is told', async () => {
  await expect(loadCatalog({ folders: ['/no/such/folder'] })).rejects.toThrow(/\/no\/such\/folder cannot be read/);
});

test('The project’s own knowledge has no mistakes', async () => {
  const sources = new URL('../../sources', import.meta.url).pathname;
  const catalog = await loadCatalog({ folders: [sources, join(sources, 'samples')] });
  expect(catalog.actors.length).toBeGreaterThan(40);
});
