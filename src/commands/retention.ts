import type { Log } from '../domain/ports.ts';
import type { KeepStore } from '../domain/store.ts';
import type { Job } from './jobs.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Removes what is older than `keepDays`, at the start and every hour. */
export const retention = (store: KeepStore, keepDays: number, log: Log): Job => ({
  name: 'retention',
  at: '17 * * * *',
  everyMs: HOUR_MS,
  async run() {
    const removed = await store.removeArticles(Date.now() - keepDays * DAY_MS);
    if (removed > 0) log.info({ removed, keepDays }, 'old articles were removed');
  },
});
