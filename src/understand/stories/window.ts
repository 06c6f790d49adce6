import type { Instant } from '../../domain/text.ts';
import { keyOf, kindOf, levelOf, readHead, termKind } from './terms.ts';

/** An article as the window holds it. */
export interface Held {
  id: number;
  /** Of the outlet that published it. */
  outlet: string;
  publishedAt: Instant;
  features: Uint32Array;
  story: number;
}

/**
 * How many articles of a thousand have such a term before any was counted, by kind (actor, country, number, name, stem,
 * topic, world, concept, place): it keeps a young store from taking everyday words for rare ones.
 */
const EXPECTED = [0.5, 60, 4, 1, 8, 80, 4, 15, 1];
/** The expectation is worth so many articles. */
const BELIEF = 1_500;
/** Articles of one term that are looked through for candidates, the newest first. */
const LONGEST_POSTING = 256;
/** Terms of an article by which it can be found. */
export const INDEXED = 28;

/** The articles of some days with how frequent each term is and where it stands. Forgets the oldest. */
export class Window {
  readonly #frequency = new Map<number, number>();
  readonly #postings = new Map<number, number[]>();
  readonly #held = new Map<number, Held>();

  get size(): number {
    return this.#held.size;
  }

  get(id: number): Held | undefined {
    return this.#held.get(id);
  }

  values(): IterableIterator<Held> {
    return this.#held.values();
  }

  /** How much a term of the article tells: what is rare tells much. */
  weight(packed: number): number {
    const key = keyOf(packed);
    const expected = (EXPECTED[kindOf(key)]! * BELIEF) / 1_000;
    const frequency = (this.#frequency.get(key) ?? 0) + expected;
    return levelOf(packed) ** 0.5 * Math.log((this.#held.size + BELIEF) / (frequency + 0.5)) ** 1.25;
  }

  /** The terms that tell most, by which the article can be found. */
  indexTerms(features: Uint32Array): number[] {
    const terms: [number, number][] = [];
    for (let index = 1; index < features.length; index++) {
      const kind = kindOf(keyOf(features[index]!));
      if (kind === termKind.country || kind === termKind.topic) continue;
      terms.push([keyOf(features[index]!), this.weight(features[index]!)]);
    }
    return terms
      .sort((a, b) => b[1] - a[1])
      .slice(0, INDEXED)
      .map(([key]) => key);
  }

  add(held: Held): void {
    this.remove(held.id);
    this.#held.set(held.id, held);
    const { features } = held;
    for (let index = 1; index < features.length; index++) {
      const key = keyOf(features[index]!);
      this.#frequency.set(key, (this.#frequency.get(key) ?? 0) + 1);
    }
    if (readHead(features[0]!).recurring) return;
    for (const key of this.indexTerms(features)) {
      const list = this.#postings.get(key);
      if (!list) this.#postings.set(key, [held.id]);
      else {
        if (list.length >= 2 * LONGEST_POSTING) list.splice(0, LONGEST_POSTING);
        list.push(held.id);
      }
    }
  }

  remove(id: number): void {
    const held = this.#held.get(id);
    if (!held) return;
    this.#held.delete(id);
    for (let index = 1; index < held.features.length; index++) {
      const key = keyOf(held.features[index]!);
      const left = (this.#frequency.get(key) ?? 1) - 1;
      if (left > 0) this.#frequency.set(key, left);
      else {
        this.#frequency.delete(key);
        this.#postings.delete(key);
      }
    }
  }

  /** Articles that share telling terms, with how much they share. */
  candidates(features: Uint32Array): Map<number, number> {
    const shared = new Map<number, number>();
    const terms = this.indexTerms(features);
    for (const key of terms) {
      const list = this.#postings.get(key);
      if (!list) continue;
      const telling = Math.log((this.#held.size + BELIEF) / ((this.#frequency.get(key) ?? 0) + 1));
      const from = Math.max(0, list.length - LONGEST_POSTING);
      for (let index = list.length - 1; index >= from; index--) {
        const id = list[index]!;
        if (this.#held.has(id)) shared.set(id, (shared.get(id) ?? 0) + telling);
      }
    }
    return shared;
  }

  /** Drops articles published before `until`, in the order they came, while there are more than `least`; tells which. */
  forget(until: Instant, least: number, most: number): Held[] {
    const gone: Held[] = [];
    for (const held of this.#held.values()) {
      const many = this.#held.size;
      if (many <= least || (many <= most && held.publishedAt >= until)) break;
      this.remove(held.id);
      gone.push(held);
    }
    return gone;
  }
}
