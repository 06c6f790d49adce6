import type { Rows } from './rows.ts';

const MOST_TOGETHER = 64;

/** What one save writes. It may be run again where nothing of it was kept. */
export type Work = (rows: Rows) => Promise<unknown>;

interface Waiting {
  work: Work;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/** Commits one after another what a process writes; whatever waits by the time the writer is free is committed together. */
export class GroupCommit {
  #persist: (together: readonly Work[]) => Promise<unknown[]>;
  #committed: () => void;
  #meetsAll: (error: unknown) => boolean;
  #waiting: Waiting[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  /** Nothing is written before this ends. */
  before: Promise<unknown> = Promise.resolve();

  /**
   * `persist` keeps all of them and gives their results, or keeps nothing and throws; `committed` is called after it.
   * `meetsAll` tells of an error that is nobody's own: each by itself would only wait for it again.
   */
  constructor(parts: {
    persist: (together: readonly Work[]) => Promise<unknown[]>;
    committed: () => void;
    meetsAll: (error: unknown) => boolean;
  }) {
    this.#persist = parts.persist;
    this.#committed = parts.committed;
    this.#meetsAll = parts.meetsAll;
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
    const failed = await this.#commit(together);
    if (failed === null) return;
    const alone = together.length > 1 && !this.#meetsAll(failed.error);
    for (const one of together) {
      // Where one of them fails, none has left a trace, and each is tried by itself.
      const own = alone ? await this.#commit([one]) : failed;
      if (own !== null) one.reject(own.error);
    }
  }

  async #commit(together: readonly Waiting[]): Promise<{ error: unknown } | null> {
    let results: unknown[];
    try {
      results = await this.#persist(together.map(({ work }) => work));
    } catch (error) {
      return { error };
    }
    for (const [place, { resolve }] of together.entries()) resolve(results[place]);
    this.#committed();
    return null;
  }

  /** Ends when all that waits is committed or has failed, also what has come meanwhile. */
  async idle(): Promise<void> {
    for (let seen: unknown = null; seen !== this.#queue; ) {
      seen = this.#queue;
      await seen;
    }
  }
}
