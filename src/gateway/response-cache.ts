import { LRUCache } from 'lru-cache';
import type { AnswerStore } from '../domain/answer-store.ts';
import type { Answer } from './answer.ts';

export interface CacheCounts {
  hits: number;
  misses: number;
  shared: number;
}

/** Finished answers by what was asked. */
export interface ResponseCache {
  /** The finished answer, without waiting for anything. */
  peek(key: string): Answer | undefined;
  /** The answer that is kept or being made, else made now. Equal questions at one time are answered once. */
  answer(key: string, make: () => Promise<Answer>): Promise<Answer>;
  readonly counts: CacheCounts;
  bytes(): number;
  close(): void;
}

/**
 * Bounded by bytes, and emptied whenever anything is committed, in this process or another. An answer that was begun
 * before a commit is given to those who asked for it but not kept: it may not show the commit.
 */
export function createResponseCache(store: Pick<AnswerStore, 'watch'>, maxBytes: number): ResponseCache {
  const kept = maxBytes > 0 ? new LRUCache<string, Answer>({ maxSize: maxBytes, sizeCalculation: sizeOf }) : null;
  const making = new Map<string, Promise<Answer>>();
  const counts: CacheCounts = { hits: 0, misses: 0, shared: 0 };
  let epoch = 0;
  const unwatch = store.watch(() => {
    epoch += 1;
    kept?.clear();
    making.clear();
  });

  return {
    counts,
    peek(key) {
      const answer = kept?.get(key);
      if (answer) counts.hits += 1;
      return answer;
    },
    answer(key, make) {
      const running = making.get(key);
      if (running) {
        counts.shared += 1;
        return running;
      }
      counts.misses += 1;
      const begun = epoch;
      const answer = make()
        .then((made) => {
          if (made.keep && begun === epoch) kept?.set(key, made, made.lifeMs === null ? {} : { ttl: made.lifeMs });
          return made;
        })
        .finally(() => {
          if (making.get(key) === answer) making.delete(key);
        });
      making.set(key, answer);
      return answer;
    },
    bytes: () => kept?.calculatedSize ?? 0,
    close() {
      unwatch();
      kept?.clear();
    },
  };
}

/** The bytes, room for their compressed forms, and what the entry itself takes. */
function sizeOf(answer: Answer, key: string): number {
  return Math.ceil(answer.body.length * 1.5) + key.length * 2 + 500;
}
