import { existsSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { EXAMPLE_QUERIES } from '../../src/gateway/example-queries.ts';
import { type OpenGateway, openGateway } from './fixture/open-gateway.ts';

const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

let open: OpenGateway;
beforeAll(async () => {
  open = await openGateway();
});
afterAll(() => open.close());

describe('GraphiQL', () => {
  test('has example queries that are right', async () => {
    expect(EXAMPLE_QUERIES.length).toBeGreaterThanOrEqual(4);
    for (const query of EXAMPLE_QUERIES) {
      expect(validate(schema, parse(query))).toEqual([]);
      if (query.includes('subscription')) continue;
      const answer = await open.ask(query);
      for (const error of answer.errors ?? []) expect(error.message).not.toContain('at most');
    }
  });

  test('comes whole from Telal: page, script, style and workers', async () => {
    const page = await (await fetch(`${open.url}graphql`, { headers: { accept: 'text/html' } })).text();
    const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const file of [
      ...files,
      '/graphiql/editor-worker.js',
      '/graphiql/json-worker.js',
      '/graphiql/graphql-worker.js',
    ]) {
      expect(file).toMatch(/^\/graphiql\//);
      expect((await fetch(new URL(file, open.url))).status, file).toBe(200);
    }
  });

  test.skipIf(!BROWSER)(
    'works in a browser, asks no other host, and opens on a tab for each example',
    async () => {
      let browser: Browser | undefined;
      try {
        browser = await chromium.launch({ executablePath: BROWSER!, args: ['--no-sandbox'] });
        const page = await browser.newPage();
        const asked: string[] = [];
        const wrong: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        page.on('console', (message) => {
          if (message.type() === 'error') wrong.push(message.text());
        });
        page.on('pageerror', (error) => wrong.push(error.message));
        await page.goto(`${open.url}graphql`);
        await page.waitForSelector('[role="tab"]', { timeout: 20_000 });
        expect(await page.locator('[role="tab"]').count()).toBe(EXAMPLE_QUERIES.length);
        await page.waitForSelector('.graphiql-execute-button');
        await page.click('.graphiql-execute-button');
        const shows = (text: string) =>
          expect.poll(() => page.locator('.graphiql-response').textContent(), { timeout: 20_000 }).toContain(text);
        await shows('totalCount');
        await page.locator('[role="tab"]').last().click();
        await new Promise((done) => setTimeout(done, 1500));
        await page.click('.graphiql-execute-button');
        await expect
          .poll(
            async () => {
              open.store.add({ headline: 'Seen as it happens' });
              return page.locator('.graphiql-response').textContent();
            },
            { timeout: 20_000, interval: 500 },
          )
          .toMatch(/Seen\sas\sit\shappens/);
        expect(asked.filter((url) => !url.startsWith(open.url) && !/^(data|blob):/.test(url))).toEqual([]);
        expect(wrong).toEqual([]);
      } finally {
        await browser?.close();
      }
    },
    60_000,
  );
});
