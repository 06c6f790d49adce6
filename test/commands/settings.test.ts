import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';

test('TELAL_TIME_LIMIT is in seconds, ten without it, and at most what the database allows a statement', () => {
  expect(readConfig({}).timeLimitMs).toBe(10_000);
  expect(readConfig({ TELAL_TIME_LIMIT: '0.5' }).timeLimitMs).toBe(500);
  for (const wrong of ['0', '31', 'long'])
    expect(() => readConfig({ TELAL_TIME_LIMIT: wrong })).toThrow(`TELAL_TIME_LIMIT is "${wrong}"`);
});
