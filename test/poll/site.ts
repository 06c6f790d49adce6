import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Loopback, openLoopback } from './loopback.ts';

/** One site on loopback for the file that imports this; it answers nothing when a test begins. */
export let site: Loopback;

beforeAll(async () => {
  site = await openLoopback();
});
afterAll(() => site.close());
beforeEach(() => {
  site.answers.clear();
  site.requests.length = 0;
  site.mostAtOnce = 0;
});
