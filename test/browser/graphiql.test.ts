import { Kind, parse } from 'graphql';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_QUERIES } from '../../src/gateway/example-queries.ts';
import { hasBrowser, launch, visit } from './browser.ts';
import { type OpenPage, openPage } from './open-page.ts';

let open: OpenPage;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  [open, browser] = await Promise.all([openPage({}, { build: false }), launch()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await open?.close();
});

/** The first field of an example's answer. */
function answerKey(query: string): string {
  const [operation] = parse(query).definitions;
  const field = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections[0] : undefined;
  return field?.kind === Kind.FIELD ? (field.alias ?? field.name).value : '';
}

describe.skipIf(!hasBrowser)('GraphiQL on the demo', () => {
  test('every example tab runs, the documentation opens, and the subscription shows events', async () => {
    const seen = await visit(browser, open.url);
    const { page } = seen;
    await page.goto(`${open.url}graphql`);
    const tabs = page.locator('[role="tab"]');
    await tabs.first().waitFor({ timeout: 20_000 });
    expect(await tabs.count()).toBe(EXAMPLE_QUERIES.length);
    await page.locator('.graphiql-execute-button').waitFor();
    const response = page.locator('.graphiql-response');
    for (const [place, query] of EXAMPLE_QUERIES.entries()) {
      if (query.includes('subscription')) continue;
      await tabs.nth(place).click();
      await expect
        .poll(
          async () => {
            await page.locator('.graphiql-execute-button').click();
            await page.waitForTimeout(700);
            return response.textContent();
          },
          { timeout: 20_000 },
        )
        .toMatch(new RegExp(`"data":\\s*\\{\\s*"${answerKey(query)}"`));
      expect(await response.textContent(), query).not.toContain('"errors"');
    }
    await tabs.first().click();
    await page.waitForTimeout(300);
    await page.locator('.graphiql-execute-button').click();
    await expect.poll(() => response.textContent(), { timeout: 15_000 }).toContain('"data"');
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).first().click();
    await page.getByText('Docs', { exact: true }).first().waitFor();
    await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).first().click();
    await page.locator('.graphiql-doc-explorer').getByText('coverageMatrix').first().waitFor();
    await seen.shot('graphiql');

    const live = EXAMPLE_QUERIES.findIndex((query) => query.includes('articlePublished'));
    await tabs.nth(live).click();
    await page.waitForTimeout(500);
    await page.locator('.graphiql-execute-button').click();
    await page.waitForTimeout(1500);
    await open.publish(6);
    await expect.poll(() => response.textContent(), { timeout: 20_000 }).toContain('headline');
    expect({ wrong: seen.wrong, outside: seen.outside }).toEqual({ wrong: [], outside: [] });
    await seen.close();
  }, 120_000);
});
