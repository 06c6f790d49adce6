import type pg from 'pg';
import { isAway } from './postgres-failure.ts';
import { readGeneration } from './postgres-listener.ts';

/** A replica that is behind or away is asked again after so long. */
const BEHIND_MS = 50;
const AWAY_MS = 2_000;

/**
 * Chooses between a primary and its replica for each read: the replica, as long as it has all that this process may
 * have shown. So no list goes back in time, whichever of them a page comes from.
 */
export class PostgresReplica {
  readonly pool: pg.Pool;
  #primary: pg.Pool;
  /** Nothing above this generation has been shown. */
  #shown = 0;
  /** The primary has answered, or something was committed, since `#shown` was read. */
  #stale = true;
  #reached = -1;
  #notBefore = 0;
  #choosing: Promise<pg.Pool> | null = null;

  constructor(primary: pg.Pool, replica: pg.Pool) {
    this.#primary = primary;
    this.pool = replica;
  }

  /** Something was committed, by whomever: readers know of it from now on. */
  heard(): void {
    this.#stale = true;
  }

  /** Where the next read goes. */
  choose(): Promise<pg.Pool> {
    if (!this.#stale && this.#reached >= this.#shown) return Promise.resolve(this.pool);
    if (performance.now() < this.#notBefore) return Promise.resolve(this.#takePrimary());
    // Many reads at once ask once.
    this.#choosing ??= this.#compare().finally(() => {
      this.#choosing = null;
    });
    return this.#choosing;
  }

  async #compare(): Promise<pg.Pool> {
    try {
      if (this.#stale) {
        this.#stale = false;
        this.#shown = Math.max(this.#shown, await readGeneration(this.#primary));
      }
      this.#reached = await readGeneration(this.pool);
      if (this.#reached >= this.#shown && !this.#stale) return this.pool;
      this.#notBefore = performance.now() + BEHIND_MS;
    } catch {
      this.lost();
    }
    return this.#takePrimary();
  }

  /** What the primary shows may be newer than what is known of it. */
  #takePrimary(): pg.Pool {
    this.#stale = true;
    return this.#primary;
  }

  /** The replica did not answer. */
  lost(): void {
    this.#notBefore = performance.now() + AWAY_MS;
    this.#reached = -1;
    this.#stale = true;
  }

  /** Whether an error of a read came of the replica, so that the primary is to be asked instead. */
  isOwnFault(pool: pg.Pool, error: unknown): boolean {
    if (pool !== this.pool) return false;
    // Rows that the primary has removed meanwhile end a long read there.
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    const conflict = cause instanceof Error && 'code' in cause && cause.code === '40001';
    if (isAway(error)) this.lost();
    return conflict || isAway(error);
  }
}
