import { type RunCoordinator, schedule } from 'node-cron';
import type { Log } from '../domain/ports.ts';
import type { JobStore } from '../domain/store.ts';
import { pollerName } from '../poll/take-place.ts';

/** Work that is done now and then, by one process of all that share a store. */
export interface Job {
  name: string;
  /** When: a cron expression, in UTC. */
  at: string;
  /** Begins a time anew each so many milliseconds for the run at the start; null where it waits for its time. */
  everyMs: number | null;
  /** Ends early where the signal says so; what is left is for the next time. */
  run(signal: AbortSignal): Promise<void>;
}

/** A killed process' job is free for the next time after so long. */
const LEASE_MS = 60_000;

/** Does each job at its times and, where it has one, at the start; returns how to stop, which waits for what is under way. */
export function startJobs(store: JobStore, jobs: readonly Job[], log: Log): () => Promise<void> {
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  const runCoordinator = coordinator(store);
  const run = (job: Job) => {
    const running = job.run(stopping.signal).catch((error: unknown) => {
      log.error({ err: error, job: job.name }, 'a job failed; it is tried again at its next time');
    });
    underWay.add(running);
    return running.finally(() => underWay.delete(running));
  };
  const tasks = jobs.map((job) =>
    schedule(job.at, () => run(job), {
      name: job.name,
      timezone: 'Etc/UTC',
      noOverlap: true,
      distributed: true,
      distributedLease: LEASE_MS,
      runCoordinator,
      suppressMissedWarning: true,
    }),
  );
  const first = Promise.all(
    jobs.map(async (job) => {
      if (job.everyMs === null) return;
      const key = `${job.name}:${new Date(Math.floor(Date.now() / job.everyMs) * job.everyMs).toISOString()}`;
      if (!(await runCoordinator.shouldRun(key, LEASE_MS))) return;
      await run(job);
      await runCoordinator.onComplete(key);
    }),
  ).catch((error: unknown) => log.error({ err: error }, 'the jobs could not be begun'));
  return async () => {
    stopping.abort();
    await Promise.all(tasks.map((task) => task.destroy()));
    await Promise.all([first, ...underWay]);
    await runCoordinator.close();
  };
}

/** Asks the store whose turn a time of a job is; its keys are `name:time`. */
function coordinator(store: JobStore) {
  const owner = pollerName();
  const renewing = new Map<string, NodeJS.Timeout>();
  const end = async (job: string) => {
    if (!renewing.has(job)) return;
    clearInterval(renewing.get(job));
    renewing.delete(job);
    await store.endJob(job, owner);
  };
  return {
    async shouldRun(key: string, leaseMs: number) {
      const [job = '', ...time] = key.split(':');
      const at = Date.parse(time.join(':'));
      const mine = await store.takeJob({ job, at, owner, now: Date.now(), leaseMs });
      if (!mine) return false;
      const keep = () => store.keepJob({ job, owner, now: Date.now(), leaseMs }).catch(() => {});
      clearInterval(renewing.get(job));
      renewing.set(job, setInterval(keep, leaseMs / 3).unref());
      return true;
    },
    onComplete: (key: string) => end(key.split(':')[0] ?? ''),
    /** Gives back what has ended just now. */
    close: async () => {
      await Promise.all([...renewing.keys()].map(end));
    },
  } satisfies RunCoordinator & { close(): Promise<void> };
}
