import { expect, test } from 'vitest';
import { answered, type Dashboard, fine, total } from './view.ts';

/** Every click is a filter, and every filter stands in the address. */
export function filtering(dashboard: Dashboard): void {
  test('a click on a country of the map filters everything, and the numbers are the graph’s', async () => {
    const seen = await dashboard.read('?period=all');
    const { page } = seen;
    await page.locator('.land[data-code="XK"]').click();
    await answered(page);
    expect(new URL(page.url()).searchParams.get('about')).toBe('XK');
    const { articles, coverageMatrix } = await dashboard.ask(`{
      articles(filter: { countries: { all: ["XK"] } }) { totalCount facets { persons: actors(kind: PERSON, first: 1) { count actor { name } } } }
      coverageMatrix(filter: { countries: { all: ["XK"] } }) { count publisher { code } about { code } }
    }`);
    expect(await total(page)).toBe(articles.totalCount);
    const [person] = articles.facets.persons;
    expect(await page.getByRole('button', { name: `${person.actor.name} ${person.count} article` }).count()).toBe(1);
    const bars = await page
      .locator('.bars button')
      .evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset['count'])));
    expect(bars.reduce((sum, count) => sum + count, 0)).toBe(articles.totalCount);
    const cells = await page.locator('.coverage td button').allTextContents();
    expect(cells.length).toBe(coverageMatrix.length);
    expect(await page.locator('.land[data-code="XK"]').getAttribute('aria-pressed')).toBe('true');
    await seen.shot('dashboard-kosovo');
    fine(seen);
  });

  test('the map is shaded by where articles are published, too', async () => {
    const { page } = await dashboard.read('?period=all');
    await page.getByRole('button', { name: 'Published in', exact: true }).click();
    await page.locator('.land[data-code="RS"]').click();
    await answered(page);
    expect(new URL(page.url()).searchParams.get('from')).toBe('RS');
    const { articles } = await dashboard.ask(
      '{ articles(filter: { publisherCountries: { any: ["RS"] } }) { totalCount } }',
    );
    expect(await total(page)).toBe(articles.totalCount);
  });

  test('person, topic, language, outlet, cell, bar and words narrow further, and the back button takes each step back', async () => {
    const seen = await dashboard.read('?period=all');
    const { page } = seen;
    const steps: [string, () => Promise<void>][] = [
      ['actor', () => page.locator('.ranking button', { hasText: 'Aleksandar Vučić' }).click()],
      ['language', () => page.locator('.byline button').nth(2).click()],
      ['topic', () => page.locator('.ranking', { hasText: 'Topics' }).locator('button').first().click()],
    ];
    const totals = [await total(page)];
    for (const [name, step] of steps) {
      await step();
      await answered(page);
      expect(new URL(page.url()).searchParams.has(name), name).toBe(true);
      totals.push(await total(page));
      expect(totals.at(-1)).toBeLessThanOrEqual(totals.at(-2)!);
      expect(totals.at(-1)).toBeGreaterThan(0);
    }
    for (const before of totals.slice(0, -1).reverse()) {
      await page.goBack();
      await answered(page);
      expect(await total(page)).toBe(before);
    }
    await page.locator('.coverage td.own button').first().click();
    await answered(page);
    expect(page.url()).toMatch(/about=..&from=../);
    await page.getByRole('button', { name: 'Clear all', exact: true }).click();
    await answered(page);
    const bar = page.locator('.bars button').last();
    const count = Number(await bar.getAttribute('data-count'));
    await bar.click();
    await answered(page);
    expect(new URL(page.url()).searchParams.has('since')).toBe(true);
    expect(await total(page)).toBe(count);
    fine(seen);
  });

  test('one search finds both scripts', async () => {
    const { page } = await dashboard.read('?period=all');
    const found: number[] = [];
    for (const words of ['Beograd', 'Београд']) {
      await page.getByRole('searchbox').fill(words);
      await page.keyboard.press('Enter');
      await answered(page);
      expect(new URL(page.url()).searchParams.get('q')).toBe(words);
      found.push(await total(page));
    }
    expect(found[0]).toBeGreaterThan(3);
    expect(found[1]).toBe(found[0]);
  });

  test('an address restores its view: filters, period, map', async () => {
    const first = await dashboard.read('?about=XK&about=RS&actor=aleksandar-vucic&period=month&map=from');
    const { page } = first;
    for (const name of ['About Kosovo', 'About Serbia', 'Naming Aleksandar Vučić'])
      expect(await page.getByRole('button', { name: `Remove the filter: ${name}` }).count(), name).toBe(1);
    expect(await page.getByRole('button', { name: '30 days' }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByRole('button', { name: 'Published in', exact: true }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    expect(await page.title()).toContain('Kosovo, Serbia, Aleksandar Vučić');
    const shown = await total(page);
    expect(shown).toBeGreaterThan(0);
    await page.reload();
    await answered(page);
    expect(await total(page)).toBe(shown);
    fine(first);
  });
}
