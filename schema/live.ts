import type { Article } from '../src/domain/article.ts';
import type { ArticleFilter } from '../src/domain/filter.ts';
import type { AnswerStore } from '../src/domain/store.ts';

export interface ArticleArrival {
  cursor: string;
  node: Article;
}

/** Hands articles to subscribers as they are committed, whichever process stores them. */
export interface Live {
  /** Every matching article after the cursor (from now on without one), in order of arrival, each exactly once. */
  articles(filter: ArticleFilter, after: string | null): Promise<AsyncIterableIterator<ArticleArrival>>;
  /** Ends every subscription. */
  close(): void;
}

/** Articles fetched at once for a subscriber that has to catch up. */
const CHUNK = 100;

/** What one question from one cursor gave, and where the next one begins. */
interface Step {
  found: ArticleArrival[];
  next: string;
}

/**
 * One watch of the store wakes all subscribers. Those who ask the same question from the same cursor share one answer,
 * and everyone who is up to date stands at the same cursor: a thousand subscribers cost as much as they have different
 * filters.
 */
export function createLive(store: AnswerStore): Live {
  const open = new Set<Subscriber>();
  let steps = new Map<string, Promise<Step>>();
  let unwatch: (() => void) | null = null;

  const ask = async (filter: ArticleFilter, cursor: string): Promise<Step> => {
    // Read before the articles: what is stored in between is found again from here, never stepped over.
    const head = await store.lastArrival();
    const found = await store.arrivals(filter, cursor, CHUNK);
    return { found, next: found.at(-1)?.cursor ?? head };
  };

  const onCommit = () => {
    steps = new Map();
    for (const subscriber of [...open]) subscriber.wake();
  };

  return {
    async articles(filter, after) {
      unwatch ??= store.watch(onCommit);
      const question = JSON.stringify(filter);
      const subscriber = new Subscriber(
        (cursor) => {
          const key = `${cursor}\n${question}`;
          let step = steps.get(key);
          if (!step) {
            step = ask(filter, cursor);
            steps.set(key, step);
          }
          return step;
        },
        () => {
          open.delete(subscriber);
          if (open.size > 0 || !unwatch) return;
          unwatch();
          unwatch = null;
          steps = new Map();
        },
      );
      open.add(subscriber);
      try {
        // A cursor that is none of this store's is refused now, not at the first event.
        if (after !== null) await store.arrivals(filter, after, 1);
        subscriber.cursor = after ?? (await store.lastArrival());
      } catch (error) {
        await subscriber.return();
        throw error;
      }
      return subscriber;
    },
    close() {
      for (const subscriber of [...open]) void subscriber.return();
    },
  };
}

/** Asks only when its reader wants more, so a slow reader holds no more than one chunk. */
class Subscriber implements AsyncIterableIterator<ArticleArrival> {
  cursor = '';
  #waiting: ArticleArrival[] = [];
  #stale = true;
  #ended = false;
  #signal: (() => void) | null = null;
  readonly #ask: (cursor: string) => Promise<Step>;
  readonly #onEnd: () => void;

  constructor(ask: (cursor: string) => Promise<Step>, onEnd: () => void) {
    this.#ask = ask;
    this.#onEnd = onEnd;
  }

  /** Something was committed. */
  wake(): void {
    this.#stale = true;
    this.#signal?.();
  }

  async next(): Promise<IteratorResult<ArticleArrival, undefined>> {
    while (!this.#ended) {
      const arrival = this.#waiting.shift();
      if (arrival) return { value: arrival, done: false };
      if (this.#stale) {
        this.#stale = false;
        const { found, next } = await this.#ask(this.cursor);
        this.cursor = next;
        this.#waiting = [...found];
        if (found.length > 0) this.#stale = true;
      } else {
        await new Promise<void>((resolve) => {
          this.#signal = resolve;
        });
        this.#signal = null;
      }
    }
    return { value: undefined, done: true };
  }

  /** Ends it at once, also while `next` waits. */
  async return(): Promise<IteratorResult<ArticleArrival, undefined>> {
    if (!this.#ended) {
      this.#ended = true;
      this.#waiting = [];
      this.#onEnd();
      this.#signal?.();
    }
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
