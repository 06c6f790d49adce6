import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { TelalError } from '../domain/error.ts';
import { isAway, isCollision, postgresFailure } from './postgres-failure.ts';
import { CHANNEL } from './postgres-listener.ts';
import { PostgresRows } from './postgres-rows.ts';
import type { Rows } from './rows.ts';

const MOST_TOGETHER = 64;
/** How long a save waits for a server that is away. */
const WAIT_FOR_SERVER_MS = 30_000;
const MOST_COLLISIONS = 5;

type Work = (rows: Rows) => Promise<unknown>;

interface Waiting {
  work: Work;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/** The connection went while it was committing: whether it did is to be asked. */
class Unsure extends Error {
  readonly transaction: string;

  constructor(transaction: string, cause: unknown) {
    super('The connection was lost while committing.', { cause });
    this.transaction = transaction;
  }
}

/** Commits one after another what the process writes; whatever waits by then is committed together. */
export class PostgresWriter {
  #pool: pg.Pool;
  #own: string;
  #count: () => void;
  #committed: () => void;
  #waiting: Waiting[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  /** Nothing is written before this ends. */
  before: Promise<unknown> = Promise.resolve();

  /** `own` is told to every listener with each commit; `committed` is called after it. */
  constructor(pool: pg.Pool, own: string, count: () => void, committed: () => void) {
    this.#pool = pool;
    this.#own = own;
    this.#count = count;
    this.#committed = committed;
  }

  transaction<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#waiting.push({ work, resolve: resolve as (result: unknown) => void, reject });
    if (this.#waiting.length === 1) this.#queue = this.#queue.then(() => this.#commitWaiting());
    return promise;
  }

  async #commitWaiting(): Promise<void> {
    await this.before;
    const together = this.#waiting.splice(0, MOST_TOGETHER);
    if (this.#waiting.length > 0) this.#queue = this.#queue.then(() => this.#commitWaiting());
    // Where one of them fails, none has left a trace, and each is tried by itself.
    if (together.length > 1 && (await this.#commit(together)) === null) return;
    for (const one of together) {
      const failed = await this.#commit([one]);
      if (failed !== null) one.reject(failed.error);
    }
  }

  /** Commits all of them, or nothing and tells why. */
  async #commit(together: readonly Waiting[]): Promise<{ error: unknown } | null> {
    try {
      const results = await this.#persist(together);
      for (const [place, { resolve }] of together.entries()) resolve(results[place]);
    } catch (error) {
      return { error: postgresFailure(error) };
    }
    this.#committed();
    return null;
  }

  /** A server that went away is waited for, and what it did not commit is done again. */
  async #persist(together: readonly Waiting[]): Promise<unknown[]> {
    const until = Date.now() + WAIT_FOR_SERVER_MS;
    let collisions = 0;
    for (let wait = 20; ; wait = Math.min(wait * 2, 1_000)) {
      const results: unknown[] = [];
      try {
        await this.#try(together, results);
        return results;
      } catch (error) {
        if (error instanceof Unsure) {
          if (await this.#wasCommitted(error.transaction, until)) return results;
        } else if (isCollision(error)) {
          collisions += 1;
          if (collisions > MOST_COLLISIONS) throw error;
        } else if (!isAway(error)) throw error;
        if (Date.now() > until) throw error;
        await sleep(wait);
      }
    }
  }

  async #try(together: readonly Waiting[], results: unknown[]): Promise<void> {
    const client = await this.#pool.connect();
    let broken = true;
    const lost = (): void => undefined;
    client.on('error', lost);
    try {
      await client.query('BEGIN');
      const rows = new PostgresRows(client, this.#count);
      for (const { work } of together) results.push(await work(rows));
      // Told with the commit itself, to all who listen; nothing where nothing was written.
      const told = await client.query(
        `SELECT x::text AS xid, CASE WHEN x IS NOT NULL THEN pg_notify('${CHANNEL}', $1) END
         FROM (SELECT pg_current_xact_id_if_assigned() AS x) t`,
        [this.#own],
      );
      const transaction: string | null = told.rows[0].xid;
      try {
        await client.query('COMMIT');
      } catch (error) {
        throw transaction !== null && isAway(error) ? new Unsure(transaction, error) : error;
      }
      broken = false;
    } catch (error) {
      if (!(error instanceof Unsure) && !isAway(error)) {
        broken = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        );
      }
      throw error;
    } finally {
      client.removeListener('error', lost);
      client.release(broken);
    }
  }

  async #wasCommitted(transaction: string, until: number): Promise<boolean> {
    for (let wait = 20; ; wait = Math.min(wait * 2, 1_000)) {
      try {
        const answer = await this.#pool.query('SELECT pg_xact_status($1::xid8) AS status', [transaction]);
        const status: string | null = answer.rows[0].status;
        if (status !== 'in progress') return status === 'committed';
      } catch (error) {
        if (!isAway(error)) throw error;
      }
      if (Date.now() > until) {
        throw new TelalError('STORE_FAILED', 'The server of the store went away; it is not known what it kept.');
      }
      await sleep(wait);
    }
  }

  /** Ends when all that waits is committed or has failed. */
  async idle(): Promise<void> {
    while (this.#waiting.length > 0) await this.#queue;
    await this.#queue;
  }
}
