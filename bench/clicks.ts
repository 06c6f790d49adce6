/**
 * How long the dashboard takes from a click on a country to its new numbers, in Chromium on the demo: in all, waiting for
 * the gateway's answer, and in scripts, style and layout. `node bench/clicks.ts [ROUNDS]`
 */
import { launch, visit } from '../test/browser/browser.ts';
import { openPage } from '../test/browser/open-page.ts';

const rounds = Number(process.argv[2] ?? 2);
const countries = ['RS', 'AL', 'MK', 'BA', 'HR', 'ME', 'XK', 'SI', 'GR', 'BG', 'RO'];
const open = await openPage();
const browser = await launch();
const { page } = await visit(browser, open.url);
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable');

async function spent(): Promise<Record<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]));
}

/** Presses a country; milliseconds until the page shows its answer, and of them those of the request. */
const press = (country: string) =>
  page.evaluate(async (code) => {
    performance.clearResourceTimings();
    const before = document.querySelector('main')?.getAttribute('data-answers');
    const begun = performance.now();
    document.querySelector(`.land[data-code="${code}"]`)?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    const answers = () => document.querySelector('main')?.getAttribute('data-answers');
    while (answers() !== location.search || answers() === before) await new Promise(requestAnimationFrame);
    const all = performance.now() - begun;
    const request = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/graphql'));
    return { all, request: request?.duration ?? 0 };
  }, country);

const rows: { all: number; request: number; script: number; layout: number }[] = [];
try {
  for (let round = 0; round < rounds; round++) {
    // Each period asks other questions, so that no answer is a kept one.
    await page.goto(`${open.url}?period=${['week', 'month', 'year', 'all'][round % 4]}`);
    await page.waitForFunction(() => document.querySelector('main')?.getAttribute('data-answers') === location.search);
    for (const country of countries) {
      const before = await spent();
      const { all, request } = await press(country);
      const after = await spent();
      const of = (name: string) => (after[name] ?? 0) - (before[name] ?? 0);
      rows.push({
        all,
        request,
        script: of('ScriptDuration'),
        layout: of('LayoutDuration') + of('RecalcStyleDuration'),
      });
      await press(country);
    }
  }
} finally {
  await browser.close();
  await open.close();
}

for (const part of ['all', 'request', 'script', 'layout'] as const) {
  const sorted = rows.map((row) => row[part]).toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  console.log(
    `${part.padEnd(8)} median ${at(0.5)} ms, p90 ${at(0.9)} ms, longest ${at(1)} ms (${sorted.length} clicks)`,
  );
}
process.exit(0);
