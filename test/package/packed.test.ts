import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installPacked } from './install-packed.ts';

const folder = mkdtempSync(join(tmpdir(), 'telal-packed-'));
const children: ChildProcess[] = [];
let installed = '';

beforeAll(() => {
  installed = installPacked(folder);
}, 120_000);

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const env = { ...process.env, NODE_ENV: undefined, LOG_LEVEL: 'info', DATABASE_URL: 'file:./telal.db' };

/** Runs the installed command; resolves with its address when it has told it. */
function start(args: string[]): Promise<string> {
  const child = spawn(process.execPath, [join(installed, 'bin', 'telal.js'), ...args], { cwd: folder, env });
  children.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
        const url = /"url":"(http[^"]+)"|Dashboard +(http\S+)/.exec(said);
        if (url) resolve(url[1] ?? url[2] ?? '');
      });
    child.once('exit', (status) => reject(new Error(`telal ended with ${status}: ${said}`)));
  });
}

async function ask(url: string, query: string): Promise<unknown> {
  const answer = await fetch(`${url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return answer.json();
}

test('holds the command, JavaScript, the dashboard, the sources and their samples, and no TypeScript or test', () => {
  for (const file of [
    'bin/telal.js',
    'dist/src/main.js',
    'dist/src/commands/poll-worker.js',
    'dist/src/read/page-worker.js',
    'dist/schema/index.js',
    'dashboard/dist/index.html',
    'sources/topics.yaml',
    'sources/samples/events',
    'sources/languages/statistics.json',
    'README.md',
    'LICENSE',
  ])
    expect(existsSync(join(installed, file)), file).toBe(true);
  for (const file of ['src', 'schema', 'test', 'bench', 'dashboard/src'])
    expect(existsSync(join(installed, file)), file).toBe(false);
  const { scripts } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  expect(scripts.prepack).toBe('npm run build');
});

test('serves from a folder without its sources: a query, the dashboard, GraphiQL with its files', async () => {
  const url = await start(['serve', '--no-poll', '--port', '0']);
  expect(await ask(url, '{ outlet(slug: "b92") { name } articles { totalCount } }')).toMatchObject({
    data: { articles: { totalCount: 0 } },
  });
  expect(await (await fetch(url)).text()).toContain('<script type="module"');
  for (const file of ['graphiql.js', 'graphiql.css', 'editor-worker.js'])
    expect((await fetch(`${url}graphiql/${file}`)).status, file).toBe(200);
  expect((await fetch(`${url}ready`)).status).toBe(200);
});

test('plays the demo: its polling thread and the workers that read pages are found', async () => {
  const url = await start(['demo', '--port', '0']);
  // It says so once articles have come in.
  expect(await ask(url, '{ articles(filter: { search: "a*" }) { edges { node { headline } } } }')).toMatchObject({
    data: { articles: { edges: expect.arrayContaining([expect.anything()]) } },
  });
}, 90_000);

test('imports with its threads, and exports what it took in', async () => {
  const line = { url: 'https://b92.example/1', outlet: 'b92', headline: 'Naslov', publishedAt: '2026-02-14T09:30:00Z' };
  const telal = (args: string[], input = '') =>
    execFileSync(process.execPath, [join(installed, 'bin', 'telal.js'), ...args], {
      ...{ cwd: folder, encoding: 'utf8', input, stdio: 'pipe' },
      env: { ...env, DATABASE_URL: 'file:./imported.db' },
    });
  expect(telal(['import', '-'], `${JSON.stringify(line)}\n`)).toBe('1 new, 0 changed, 0 unchanged, 0 rejected.\n');
  expect(JSON.parse(telal(['export']))).toMatchObject({ headline: 'Naslov', story: { id: 1 } });
}, 60_000);

test('tells its version and its help', () => {
  const telal = (...args: string[]) =>
    execFileSync(process.execPath, [join(installed, 'bin', 'telal.js'), ...args], { encoding: 'utf8', cwd: folder });
  expect(telal('--version').trim()).toMatch(/^\d+\.\d+\.\d+$/);
  expect(telal('serve', '--help')).toContain('--no-poll');
});
