import { expect, test } from 'vitest';
import { answered, type Dashboard, fine, total } from './view.ts';

/** News that comes, and a gateway that goes. */
export function living(dashboard: Dashboard): void {
  test('new articles arrive by themselves and move nothing until one asks for them', async () => {
    const seen = await dashboard.read('?period=all');
    const { page } = seen;
    const before = await total(page);
    const first = await page.locator('.latest h3').first().textContent();
    await page.evaluate(() => scrollTo(0, 700));
    await dashboard.open.publish(3);
    const button = page.getByRole('button', { name: '3 new articles: show them' });
    await button.waitFor();
    expect(await page.locator('.latest h3').first().textContent()).toBe(first);
    expect(await page.evaluate(() => scrollY)).toBe(700);
    expect(await total(page)).toBe(before);
    await seen.shot('dashboard-live');
    await button.click();
    await page.waitForFunction(
      (count) => document.querySelector('[data-total]')?.getAttribute('data-total') === String(count),
      before + 3,
    );
    await button.waitFor({ state: 'detached' });
    expect(await page.locator('.latest h3').first().textContent()).not.toBe(first);
    fine(seen);
  });

  test('a gateway that goes away is told, tried again, and nothing that came meanwhile is missed', async () => {
    const seen = await dashboard.read('?period=all');
    const { page } = seen;
    const before = await total(page);
    await dashboard.open.goAway();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('cannot be reached');
    expect(await total(page)).toBe(before);
    await page.getByRole('button', { name: '24 hours' }).click();
    await dashboard.open.publish(1);
    await dashboard.open.comeBack();
    await answered(page);
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.goBack();
    await answered(page);
    expect(await total(page)).toBe(before + 1);
    // The browser itself logs connections that were refused; nothing else may be wrong.
    expect(
      seen.wrong.filter(
        (text) => !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/.test(text),
      ),
    ).toEqual([]);
    expect(seen.outside).toEqual([]);
  });
}
