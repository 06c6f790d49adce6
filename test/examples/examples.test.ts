import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { createElement } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CountryNews } from '../../examples/country-news.tsx';
import { type OpenPage, openPage } from '../browser/open-page.ts';

const run = promisify(execFile);
const has = (command: string) => spawnSync(command, ['--version']).status === 0;

let open: OpenPage;
let endpoint: string;
beforeAll(async () => {
  open = await openPage({}, { build: false });
  endpoint = `${open.url}graphql`;
}, 120_000);
afterAll(() => open?.close());

describe('the examples', () => {
  test('Node tells stories of several countries with their headlines', async () => {
    const { stdout } = await run(process.execPath, ['examples/told-across-borders.ts', endpoint]);
    expect(stdout).toMatch(/independent outlets/);
    expect(stdout.match(/^ {2}\p{Lu}/gmu)?.length).toBeGreaterThan(10);
  });

  test('React draws the news about a country', async () => {
    const stream = await renderToReadableStream(createElement(CountryNews, { endpoint, code: 'XK', first: 5 }));
    await stream.allReady;
    const html = await new Response(stream).text();
    expect(html).toContain('Kosovo');
    expect(html.match(/<a href="http/g)).toHaveLength(5);
  });

  test.skipIf(!has('python3'))('Python tells who is named more than usual', async () => {
    const { stdout } = await run('python3', ['examples/trending.py', endpoint, 'RS']);
    expect(stdout).toMatch(/^ +\d+ today, usually +[\d.]+ {2}\S/m);
  });

  test.skipIf(!has('curl'))('curl finds words in both scripts', async () => {
    const found = async (words: string) => {
      const { stdout } = await run('sh', ['examples/search.sh', words, endpoint]);
      return (JSON.parse(stdout) as { data: { articles: { totalCount: number } } }).data.articles.totalCount;
    };
    const latin = await found('Beograd');
    expect(latin).toBeGreaterThan(3);
    expect(await found('Београд')).toBe(latin);
  });
});
