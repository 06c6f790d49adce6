import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Visit, visit } from '../browser.ts';
import type { OpenPage } from '../open-page.ts';

/** What all tests of the dashboard share: the demo behind a gateway, and a browser. */
export class Dashboard {
  open!: OpenPage;
  browser!: Browser;
  /** Closed after each test. */
  visits: Visit[] = [];

  /** Opens the dashboard and waits for its first numbers. */
  async read(path = '', options: Parameters<typeof visit>[2] = {}): Promise<Visit> {
    const one = await visit(this.browser, this.open.url, options);
    this.visits.push(one);
    await one.page.goto(this.open.url + path);
    await answered(one.page);
    return one;
  }

  // biome-ignore lint/suspicious/noExplicitAny: answers of GraphQL are looked at field by field
  async ask(query: string): Promise<any> {
    const response = await fetch(`${this.open.url}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return ((await response.json()) as { data: unknown }).data;
  }
}

/** Until what is shown answers what the address says. */
export const answered = (page: Page) =>
  page.waitForFunction(() => document.querySelector('main')?.getAttribute('data-answers') === location.search);

export const total = async (page: Page) => Number(await page.locator('[data-total]').getAttribute('data-total'));

export const fine = ({ wrong, outside }: Visit) => expect({ wrong, outside }).toEqual({ wrong: [], outside: [] });
