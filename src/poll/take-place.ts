import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { TelalError } from '../domain/error.ts';
import type { PollStore } from '../domain/poll-store.ts';
import type { Instant } from '../domain/text.ts';

/** How a poller names itself to others: by machine and process, so that they can tell whether it still runs. */
export const pollerName = (): string => `${hostname()}:${process.pid}:${randomUUID()}`;

/** Whether a process that named itself so has ended, as far as this machine can tell. */
function hasEnded(name: string): boolean {
  const [host, pid] = name.split(':');
  if (host !== hostname()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/**
 * Takes the one place of a poller that an embedded store has; a server's store has room for many. Throws where another
 * one has it and is alive; one that was killed leaves it at once on the same machine, else when its lease ends.
 */
export async function takePlace(store: PollStore, name: string, now: Instant, leaseMs: number): Promise<void> {
  const holder = await store.beginPolling(name, now, leaseMs);
  if (holder === null) return;
  if (hasEnded(holder)) {
    await store.releaseLeases(holder);
    if ((await store.beginPolling(name, now, leaseMs)) === null) return;
  }
  const [host, pid] = holder.split(':');
  throw new TelalError(
    'STORE_FAILED',
    `Another Telal polls into this store already (process ${pid} on ${host}); an embedded store has one poller. Stop that one, run this one with --no-poll, or use PostgreSQL (DATABASE_URL=postgres://…) for many.`,
  );
}
