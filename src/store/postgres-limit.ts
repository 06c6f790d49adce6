import pg from 'pg';
import { ask } from './postgres-rows.ts';
import type { Value } from './rows.ts';

/** Asks like `ask`, until the signal aborts: then the server is told to stop, and the signal's reason is thrown. */
export async function askWithin(
  pool: pg.Pool,
  signal: AbortSignal,
  sql: string,
  values?: readonly Value[],
  prepared?: boolean,
): Promise<pg.QueryResult> {
  const client = await connectWithin(pool, signal);
  let cancelling: Promise<void> | undefined;
  let failed = true;
  const cancel = (): void => {
    cancelling = stop(pool, client);
  };
  const lost = (): void => undefined;
  signal.addEventListener('abort', cancel, { once: true });
  client.on('error', lost);
  try {
    const result = await ask(client, sql, values, prepared);
    failed = false;
    return result;
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener('abort', cancel);
    // What is stopped must be this statement, not the next one of the same connection.
    await cancelling;
    client.removeListener('error', lost);
    client.release(failed);
  }
}

/** Waits for a connection of the pool, but not when the signal has aborted. */
async function connectWithin(pool: pg.Pool, signal: AbortSignal): Promise<pg.PoolClient> {
  signal.throwIfAborted();
  const connecting = pool.connect();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([connecting, aborted]);
  } catch (error) {
    if (signal.aborted)
      connecting.then(
        (client) => client.release(),
        () => undefined,
      );
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** Stops what a connection is doing; where that cannot be, its end does. */
async function stop(pool: pg.Pool, client: pg.PoolClient): Promise<void> {
  const { Client = pg.Client, ...config } = pool.options as pg.PoolConfig & { Client?: typeof pg.Client };
  const other = new Client(config);
  other.on('error', () => undefined);
  try {
    await other.connect();
    await other.query('SELECT pg_cancel_backend($1)', [(client as unknown as { processID: number }).processID]);
  } catch {
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  } finally {
    await other.end().catch(() => undefined);
  }
}
