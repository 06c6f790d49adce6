import { schedule } from 'node-cron';
import type { Log } from '../domain/ports.ts';
import type { KeepStore } from '../domain/store.ts';

const DAY_MS = 86_400_000;

/** Removes what is older than `keepDays`, now and every hour; returns how to stop. Two processes that do it disturb no one. */
export function startRetention(store: KeepStore, keepDays: number | null, log: Log): () => Promise<void> {
  if (keepDays === null) return async () => {};
  let running: Promise<void> = Promise.resolve();
  const remove = () => {
    running = store
      .removeArticles(Date.now() - keepDays * DAY_MS)
      .then((removed) => removed > 0 && log.info({ removed, keepDays }, 'old articles were removed'))
      .then(
        () => {},
        (error) => log.error({ err: error }, 'old articles could not be removed'),
      );
  };
  const task = schedule('17 * * * *', remove, { timezone: 'Etc/UTC', noOverlap: true });
  remove();
  return async () => {
    await task.destroy();
    await running;
  };
}
