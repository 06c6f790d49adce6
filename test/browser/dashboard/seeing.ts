import { expect, test } from 'vitest';
import { visit } from '../browser.ts';
import { answered, type Dashboard, fine, total } from './view.ts';

/** What the page shows at first. */
export function seeing(dashboard: Dashboard): void {
  test('shows the demo’s news with one question, and asks no other host', async () => {
    const seen = await dashboard.read();
    expect(seen.questions).toHaveLength(1);
    expect(await total(seen.page)).toBe(dashboard.open.demo.articleCount);
    for (const heading of [
      'Top stories',
      'Latest',
      'When',
      'People',
      'Rising today',
      'Topics',
      'Who covers whom',
      'In their words',
    ])
      expect(await seen.page.getByRole('heading', { name: heading, exact: true }).count(), heading).toBe(1);
    await seen.shot('dashboard');
    fine(seen);
  });

  test('every headline says its language', async () => {
    const { page } = await dashboard.read();
    const languages = await page.locator('.latest h3').evaluateAll((all) => all.map((one) => one.getAttribute('lang')));
    expect(languages.length).toBeGreaterThan(10);
    expect(languages.every((lang) => /^[a-z]{2,3}(-[A-Z][a-z]{3})?$/.test(lang ?? ''))).toBe(true);
    expect(new Set(languages).size).toBeGreaterThan(3);
  });

  test('what does not exist is told in plain words, with a way out', async () => {
    const none = await dashboard.read('?q=xyzzyplugh');
    await none.page.getByText('No article tells of this.').waitFor();
    await none.page.getByRole('button', { name: 'Clear all filters' }).click();
    await answered(none.page);
    expect(await total(none.page)).toBeGreaterThan(100);
    const unknown = await visit(dashboard.browser, dashboard.open.url);
    dashboard.visits.push(unknown);
    await unknown.page.goto(`${dashboard.open.url}?actor=alexandar-vucic`);
    await unknown.page.getByRole('alert').waitFor();
    expect(await unknown.page.getByRole('alert').textContent()).toContain('aleksandar-vucic');
  });
}
