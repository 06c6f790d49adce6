import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { hasBrowser, launch } from './browser.ts';
import { delivering } from './dashboard/delivering.ts';
import { everyone } from './dashboard/everyone.ts';
import { filtering } from './dashboard/filtering.ts';
import { living } from './dashboard/living.ts';
import { seeing } from './dashboard/seeing.ts';
import { Dashboard } from './dashboard/view.ts';
import { openPage } from './open-page.ts';

/* One demo and one browser serve all themes: to poll the demo's outlets takes longer than to look at them. */
const dashboard = new Dashboard();

beforeAll(async () => {
  if (!hasBrowser) return;
  [dashboard.open, dashboard.browser] = await Promise.all([openPage(), launch()]);
}, 240_000);
afterEach(async () => {
  await Promise.all(dashboard.visits.map((one) => one.close()));
  dashboard.visits = [];
});
afterAll(async () => {
  await dashboard.browser?.close();
  await dashboard.open?.close();
});

describe.skipIf(!hasBrowser)('the dashboard in a browser', () => {
  describe('shows', () => seeing(dashboard));
  describe('filters', () => filtering(dashboard));
  describe('lives', () => living(dashboard));
  describe('is for everyone', () => everyone(dashboard));
  describe('is served well', () => delivering(dashboard));
});
