import { LRUCache } from 'lru-cache';
import type { AnswerStore } from '../src/domain/answer-store.ts';
import type { StoredActor } from '../src/domain/article.ts';

const MOST_KEPT = 20_000;

/** Actors that only the store knows, kept from one request to the next until anything is committed. */
export interface ActorMemory {
  /** Without asking the store. */
  peek(slug: string): StoredActor | undefined;
  load(slugs: readonly string[]): Promise<(StoredActor | null)[]>;
  close(): void;
}

export function createActorMemory(store: Pick<AnswerStore, 'actorsBySlugs' | 'watch'>): ActorMemory {
  const kept = new LRUCache<string, StoredActor>({ max: MOST_KEPT });
  let epoch = 0;
  const unwatch = store.watch(() => {
    epoch += 1;
    kept.clear();
  });
  return {
    peek: (slug) => kept.get(slug),
    async load(slugs) {
      const begun = epoch;
      const found = await store.actorsBySlugs(slugs);
      // What was asked before a commit may not show it.
      if (begun === epoch) {
        for (const [place, actor] of found.entries()) if (actor) kept.set(slugs[place]!, actor);
      }
      return found;
    },
    close() {
      unwatch();
      kept.clear();
    },
  };
}
