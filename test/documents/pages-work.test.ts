import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, type DocumentNode, Kind, OperationTypeNode, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type OpenPage, openPage } from '../browser/open-page.ts';
import { type Loopback, openLoopback, rss, send } from '../poll/loopback.ts';
import { createDatabase } from '../postgres/create-database.ts';
import { emptyLists, expectShape } from './answer-shape.ts';
import { type Block, blocks, read, where } from './pages.ts';
import { reasonOf, runBlock, shells, writeShims } from './run-block.ts';

/*
 * Every query that a page shows is asked of the demo; where an answer is shown below it, the real one has that shape.
 * Every shell block of every page is run, one page's after another in one folder, as a reader would. Addresses that pages
 * make up stand for a site on loopback, the demo's gateway and a database of the tests' own.
 */

const schema = buildSchema(read('schema/schema.graphql'));
const queries = blocks.filter(({ language }) => language === 'graphql');
const files = [...new Set(shells.map(({ file }) => file))];

let open: OpenPage;
let site: Loopback;
let database: Awaited<ReturnType<typeof createDatabase>>;
let shims: string;

beforeAll(async () => {
  [site, shims, database] = await Promise.all([openLoopback(), writeShims(), createDatabase(inject('postgresUrl'))]);
  const titles = ['Собранието го усвои буџетот за следната година', 'Градоначалникот вети нови автобуси'];
  const items = titles.map((title, i) => ({ title, link: `${site.origin}/${i}`, date: new Date(Date.now() - i) }));
  site.answers.set('/', send('<html lang="mk"><title>Moj portal</title></html>', { 'content-type': 'text/html' }));
  site.answers.set('/feed/', send(rss(items).replace('Sample', 'Moj portal')));
  open = await openPage({}, { build: false });
}, 240_000);
afterAll(() =>
  Promise.all([open?.close(), site?.close(), database?.drop(), rm(shims, { recursive: true, force: true })]),
);

const ask = (query: string, accept = 'application/json') =>
  fetch(`${open.url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
  });

const isSubscription = (document: DocumentNode) =>
  document.definitions.some(
    (one) => one.kind === Kind.OPERATION_DEFINITION && one.operation === OperationTypeNode.SUBSCRIPTION,
  );

/** The block that directly follows, where it is JSON. */
function answerBelow(query: Block): Block | undefined {
  const all = blocks.filter(({ file }) => file === query.file);
  const next = all[all.indexOf(query) + 1];
  return next?.language === 'json' ? next : undefined;
}

describe.each(queries)('the query of $file, line $line', (block) => {
  const document = parse(block.text);

  test('is valid and answered without an error', async () => {
    expect(validate(schema, document)).toEqual([]);
    if (isSubscription(document)) {
      const response = await ask(block.text, 'text/event-stream');
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('text/event-stream');
      await response.body?.cancel();
      return;
    }
    const { data, errors } = (await (await ask(block.text)).json()) as { data: unknown; errors?: unknown };
    expect(errors, where(block)).toBeUndefined();
    expect(emptyLists(data), `${where(block)} answers with nothing on the demo`).toEqual([]);
  });

  test.runIf(answerBelow(block))('has the shape of the answer shown below it', async () => {
    const shown = JSON.parse(answerBelow(block)?.text ?? '') as { data: unknown };
    const { data } = (await (await ask(block.text)).json()) as { data: unknown };
    expectShape(data, shown.data, 'data');
  });
});

test('the README shows at least five queries with their answers', () => {
  expect(queries.filter((block) => block.file === 'README.md' && answerBelow(block)).length).toBeGreaterThanOrEqual(5);
});

/** The block with the addresses of this test in the place of those that the page makes up. */
const here = (text: string) =>
  text
    .replaceAll('http://127.0.0.1:4000/', open.url)
    .replaceAll('http://127.0.0.1:4000', open.url.replace(/\/$/, ''))
    .replace(/https:\/\/mojportal\.example/g, site.origin)
    .replace(/\bmojportal\b(?=\s|$)/g, 'moj-portal')
    .replace(/postgres:\/\/[^\s"'|;)]+/g, database.url);

describe.each(files)('the commands of %s', (file) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'telal-page-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  for (const block of shells.filter((one) => one.file === file)) {
    const reason = reasonOf(block);
    test.skipIf(reason)(
      `run: ${where(block)}${reason ? ` (not here: ${reason})` : ''}`,
      { timeout: 180_000 },
      async () => {
        const { status, said } = await runBlock(here(block.text), { cwd: folder, shims });
        expect(status, `${where(block)} said:\n${said}`).toBe(0);
        // An entry that a page teaches to write is found in the text that it is tried on.
        const taught = /- slug: (\S+)[\s\S]*inspect text/.exec(block.text)?.[1];
        if (taught) expect(said).toContain(`"slug": "${taught}"`);
      },
    );
  }
});

test('the README’s first block is the two commands that start Telal', () => {
  expect(shells.find(({ file }) => file === 'README.md')?.text).toMatch(/npm run demo[\s\S]*npm start/);
});
