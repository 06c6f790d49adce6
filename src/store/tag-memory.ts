import { LRUCache } from 'lru-cache';
import type { FoundTags } from './tags.ts';

const MOST_KEPT = 2_000;

/**
 * Tags as they were found last, by what was wanted. They are right for as long as the store is of the generation that
 * they are of; whoever uses them asks for that with the same statement, so that a page costs one instead of two.
 */
export class TagMemory {
  #kept = new LRUCache<string, FoundTags>({ max: MOST_KEPT });
  #newest = 0;

  recall(wanted: string): FoundTags | null {
    const found = this.#kept.get(wanted);
    // Where the store is known to have gone on it is not worth the try.
    return found !== undefined && found.generation >= this.#newest ? found : null;
  }

  keep(wanted: string, found: FoundTags): void {
    this.#newest = Math.max(this.#newest, found.generation);
    this.#kept.set(wanted, found);
  }
}
