import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { TelalError } from '../domain/error.ts';
import { GroupCommit, type Work } from './group-commit.ts';
import { isAway, isCollision, postgresFailure } from './postgres-failure.ts';
import { CHANNEL } from './postgres-listener.ts';
import { PostgresRows } from './postgres-rows.ts';

/** How long a save waits for a server that is away. */
const WAIT_FOR_SERVER_MS = 30_000;
const MOST_COLLISIONS = 5;

/** The connection went while it was committing: whether it did is to be asked. */
class Unsure extends Error {}

// With each transaction that wrote anything goes the writer's own count of them. What a number of PostgreSQL's says is
// not enough: a replica that was promoted gives those anew that it had not heard of.
const markSql = `WITH told AS (SELECT pg_current_xact_id_if_assigned() IS NOT NULL AS wrote),
  marked AS (INSERT INTO commit_mark (owner, mark, at) SELECT $1, $2, now() FROM told WHERE wrote
    ON CONFLICT (owner) DO UPDATE SET mark = excluded.mark, at = excluded.at)
  SELECT wrote, CASE WHEN wrote THEN pg_notify('${CHANNEL}', $1) END FROM told`;

// Writing the row as it is waits for a transaction that is still at it.
const readMarkSql = `INSERT INTO commit_mark (owner, mark, at) VALUES ($1, 0, now())
  ON CONFLICT (owner) DO UPDATE SET mark = commit_mark.mark RETURNING mark`;

/** Its own mark, and those of processes that were killed. */
const forgetSql = "DELETE FROM commit_mark WHERE owner = $1 OR at < now() - interval '2 days'";

/** Writes through one connection, and through a new one where it was lost. */
export class PostgresWriter {
  #pool: pg.Pool;
  #own: string;
  #count: () => void;
  #mark = 0;
  readonly commits: GroupCommit;

  /** `own` is told to every listener with each commit; `committed` is called after it. */
  constructor(pool: pg.Pool, own: string, count: () => void, committed: () => void) {
    this.#pool = pool;
    this.#own = own;
    this.#count = count;
    this.commits = new GroupCommit({
      persist: (together) => this.#persist(together).catch((error) => Promise.reject(postgresFailure(error))),
      committed,
      meetsAll: isAway,
    });
  }

  /** A server that went away is waited for, and what it did not commit is done again. */
  async #persist(together: readonly Work[]): Promise<unknown[]> {
    const until = Date.now() + WAIT_FOR_SERVER_MS;
    let collisions = 0;
    for (let wait = 20; ; wait = Math.min(wait * 2, 1_000)) {
      const results: unknown[] = [];
      try {
        await this.#try(together, results);
        return results;
      } catch (error) {
        if (error instanceof Unsure) {
          if (await this.#wasCommitted(until)) return results;
        } else if (isCollision(error)) {
          collisions += 1;
          if (collisions > MOST_COLLISIONS) throw error;
        } else if (!isAway(error)) throw error;
        if (Date.now() > until) throw error;
        await sleep(wait);
      }
    }
  }

  async #try(together: readonly Work[], results: unknown[]): Promise<void> {
    const client = await this.#pool.connect();
    let broken = true;
    const lost = (): void => undefined;
    client.on('error', lost);
    try {
      await client.query('BEGIN');
      const rows = new PostgresRows(client, this.#count);
      for (const work of together) results.push(await work(rows));
      // Told with the commit itself, to all who listen; nothing where nothing was written.
      this.#mark += 1;
      const told = await client.query<{ wrote: boolean }>(markSql, [this.#own, this.#mark]);
      try {
        await client.query('COMMIT');
      } catch (error) {
        const unsure = told.rows[0]!.wrote && isAway(error);
        throw unsure ? new Unsure('The connection was lost while committing.', { cause: error }) : error;
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

  async #wasCommitted(until: number): Promise<boolean> {
    for (let wait = 20; ; wait = Math.min(wait * 2, 1_000)) {
      try {
        const answer = await this.#pool.query<{ mark: number }>(readMarkSql, [this.#own]);
        return answer.rows[0]!.mark === this.#mark;
      } catch (error) {
        if (!isAway(error)) throw error;
      }
      if (Date.now() > until) {
        throw new TelalError('STORE_FAILED', 'The server of the store went away; it is not known what it kept.');
      }
      await sleep(wait);
    }
  }

  /** Leaves nothing of this writer behind. */
  async close(): Promise<void> {
    await this.commits.idle();
    if (this.#mark > 0) await this.#pool.query(forgetSql, [this.#own]).catch(() => undefined);
    await this.#pool.end();
  }
}
