import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { answered, type Dashboard, fine } from './view.ts';

/** Phones, darkness, keyboards, screen readers. */
export function everyone(dashboard: Dashboard): void {
  test('fits a phone of 360 points, and its fingers', async () => {
    const seen = await dashboard.read('', { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });
    const { page } = seen;
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const people = page.locator('.ranking', { hasText: 'People' });
    const shown = () => people.locator('li:visible').count();
    expect(await shown()).toBe(5);
    await people.getByRole('button', { name: 'All 10 of People' }).tap();
    expect(await shown()).toBe(10);
    await page.locator('.land[data-code="BA"]').tap();
    await answered(page);
    expect(new URL(page.url()).searchParams.get('about')).toBe('BA');
    await seen.shot('dashboard-phone');
    fine(seen);
  });

  test('is dark where the reader wants it dark', async () => {
    const seen = await dashboard.read('', { colorScheme: 'dark' });
    const colours = await seen.page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      return [backgroundColor, color].map((text) => Number(/\d+/.exec(text)?.[0]));
    });
    expect(colours[0]).toBeLessThan(60);
    expect(colours[1]).toBeGreaterThan(200);
    await seen.shot('dashboard-dark');
    fine(seen);
  });

  test('works by keyboard alone', async () => {
    const seen = await dashboard.read('?period=all');
    const { page } = seen;
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip to the news');
    const reach = async (css: string) => {
      for (let presses = 0; presses < 120; presses++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), css)) return;
      }
      throw new Error(`Tab does not reach ${css}`);
    };
    await reach('.land[data-code="XK"]');
    await page.keyboard.press('Enter');
    await answered(page);
    expect(new URL(page.url()).searchParams.get('about')).toBe('XK');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-code'))).toBe('XK');
    await page.keyboard.press('Space');
    await answered(page);
    expect(new URL(page.url()).searchParams.get('about')).toBe(null);
    await reach('.bars button');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await answered(page);
    expect(new URL(page.url()).searchParams.has('since')).toBe(true);
    fine(seen);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing serious in %s', async (colorScheme) => {
    const { page } = await dashboard.read('?about=XK&actor=albin-kurti&period=all', { colorScheme, bypassCSP: true });
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: {
          run(): Promise<{
            violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
          }>;
        };
      };
      return (await axe.run()).violations.map(({ id, impact, nodes }) => ({
        id,
        impact,
        first: nodes[0]?.html,
        why: nodes[0]?.failureSummary,
        count: nodes.length,
      }));
    });
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  });
}
