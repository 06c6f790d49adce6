import type { AnswerStore } from '../src/domain/answer-store.ts';
import type { Article } from '../src/domain/article.ts';
import { TelalError } from '../src/domain/error.ts';
import type { ArticleFilter } from '../src/domain/filter.ts';
import type { Story } from '../src/domain/story.ts';
import { withinTime } from './within-time.ts';

export interface ArticleArrival {
  cursor: string;
  node: Article;
}

export interface StoryChange {
  cursor: string;
  node: Story;
}

/** Hands articles and stories to subscribers as they are committed, whichever process stores them. */
export interface Live {
  /** Every matching article after the cursor (from now on without one), in order of arrival, each exactly once. */
  articles(filter: ArticleFilter, after: string | null): Promise<AsyncIterableIterator<ArticleArrival>>;
  /**
   * Every story that changes after the cursor (from now on without one) and holds a matching article. Changes that come
   * close together are one.
   */
  stories(filter: ArticleFilter, after: string | null): Promise<AsyncIterableIterator<StoryChange>>;
  /** Ends every subscription. */
  close(): void;
}

/** Entries fetched at once for a subscriber that has to catch up. */
const CHUNK = 100;

/** Catching up with what was missed may take as long as an answer. */
export function createLive(store: AnswerStore, timeLimitMs: number): Live {
  const articles = createChannel<ArticleArrival>(store, timeLimitMs, {
    head: () => store.lastArrival(),
    after: (filter, cursor, limit) => store.arrivals(filter, cursor, limit),
  });
  const stories = createChannel<StoryChange>(store, timeLimitMs, {
    head: async () => String(await store.storyPosition()),
    after: async (filter, cursor, limit) =>
      (await store.storiesAfter(positionOf(cursor), filter, limit)).map(({ position, story }) => ({
        cursor: String(position),
        node: story,
      })),
  });
  return {
    articles: articles.follow,
    stories: stories.follow,
    close() {
      articles.close();
      stories.close();
    },
  };
}

function positionOf(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new TelalError('BAD_USER_INPUT', `"${cursor.slice(0, 40)}" is no event of storyUpdated.`);
}

/** Where one kind of events comes from. */
interface Spring<T> {
  /** The cursor of the newest. */
  head(): Promise<string>;
  after(filter: ArticleFilter, cursor: string, limit: number): Promise<T[]>;
}

/** What one question from one cursor gave, and where the next one begins. */
interface Step<T> {
  found: T[];
  next: string;
}

/**
 * One watch of the store wakes all subscribers. Those who ask the same question from the same cursor share one answer,
 * and everyone who is up to date stands at the same cursor: a thousand subscribers cost as much as they have different
 * filters.
 */
function createChannel<T extends { cursor: string }>(store: AnswerStore, timeLimitMs: number, spring: Spring<T>) {
  const open = new Set<Subscriber<T>>();
  let steps = new Map<string, Promise<Step<T>>>();
  let unwatch: (() => void) | null = null;
  // Where those stand who have missed nothing.
  let newest = '';

  const ask = async (filter: ArticleFilter, cursor: string): Promise<Step<T>> => {
    // Read before the events: what is stored in between is found again from here, never stepped over.
    const head = await spring.head();
    const found = cursor === newest ? await spring.after(filter, cursor, CHUNK) : await catchUp(filter, cursor, CHUNK);
    newest = head;
    return { found, next: found.at(-1)?.cursor ?? head };
  };

  /** From long ago on, a filter that matches little may meet all that there is. */
  const catchUp = (filter: ArticleFilter, cursor: string, limit: number): Promise<T[]> =>
    withinTime(store, timeLimitMs, () => spring.after(filter, cursor, limit));

  const onCommit = () => {
    steps = new Map();
    for (const subscriber of [...open]) subscriber.wake();
  };

  return {
    async follow(filter: ArticleFilter, after: string | null): Promise<AsyncIterableIterator<T>> {
      unwatch ??= store.watch(onCommit);
      const question = JSON.stringify(filter);
      const subscriber = new Subscriber<T>(
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
        if (after !== null) await catchUp(filter, after, 1);
        subscriber.cursor = after ?? (await spring.head());
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
class Subscriber<T> implements AsyncIterableIterator<T> {
  cursor = '';
  #waiting: T[] = [];
  #stale = true;
  #ended = false;
  #signal: (() => void) | null = null;
  readonly #ask: (cursor: string) => Promise<Step<T>>;
  readonly #onEnd: () => void;

  constructor(ask: (cursor: string) => Promise<Step<T>>, onEnd: () => void) {
    this.#ask = ask;
    this.#onEnd = onEnd;
  }

  /** Something was committed. */
  wake(): void {
    this.#stale = true;
    this.#signal?.();
  }

  async next(): Promise<IteratorResult<T, undefined>> {
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
  async return(): Promise<IteratorResult<T, undefined>> {
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
