import type { Instant } from '../../domain/text.ts';
import { keyOf, kindOf, levelOf, readHead, roots, termKind } from './terms.ts';

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

/** How long an article's vectors are by now: over what every language shares, and over words. Squared. */
export interface Lengths {
  universal: number;
  stems: number;
}

/** Lengths are measured anew after so many articles: they change slowly, and cost more than a comparison. */
const MEASURED_FOR = 64;

/** Frequencies whose weight is kept ready. */
const TABLED = 1_024;
/** The table is made anew when the window has grown or shrunk by this part. */
const STALE = 1 / 128;

/** The articles of some days with how frequent each term is and where it stands. Forgets the oldest. */
export class Window {
  readonly #frequency = new Map<number, number>();
  readonly #postings = new Map<number, number[]>();
  readonly #held = new Map<number, Held>();
  readonly #table = new Float64Array(EXPECTED.length * TABLED);
  #tabledFor = 0;
  readonly #lengths = new Map<number, Lengths & { at: number }>();
  #taken = 0;

  get size(): number {
    return this.#held.size;
  }

  get(id: number): Held | undefined {
    return this.#held.get(id);
  }

  values(): IterableIterator<Held> {
    return this.#held.values();
  }

  /** How much it tells that an article has a term: what is rare tells much. */
  rarity(key: number): number {
    const kind = kindOf(key);
    const frequency = this.#frequency.get(key) ?? 0;
    if (Math.abs(this.#held.size - this.#tabledFor) > STALE * (this.#held.size + BELIEF)) {
      this.#tabledFor = this.#held.size;
      this.#table.fill(0);
    }
    const place = kind * TABLED + frequency;
    const known = frequency < TABLED ? this.#table[place]! : 0;
    if (known > 0) return known;
    const expected = (EXPECTED[kind]! * BELIEF) / 1_000;
    const found = Math.max(0, Math.log((this.#tabledFor + BELIEF) / (frequency + expected + 0.5))) ** 1.25;
    if (frequency < TABLED) this.#table[place] = found;
    return found;
  }

  /** Lengths of a held article; `measure` is asked where none are known or they are old. */
  lengths(held: Held, measure: (features: Uint32Array) => Lengths): Lengths {
    const known = this.#lengths.get(held.id);
    if (known && this.#taken - known.at < MEASURED_FOR) return known;
    const { universal, stems } = measure(held.features);
    const found = { universal, stems, at: this.#taken };
    this.#lengths.set(held.id, found);
    return found;
  }

  /** The terms that tell most, by which the article can be found. */
  indexTerms(features: Uint32Array): number[] {
    const terms: [number, number][] = [];
    for (let index = 1; index < features.length; index++) {
      const kind = kindOf(keyOf(features[index]!));
      if (kind === termKind.country || kind === termKind.topic) continue;
      const key = keyOf(features[index]!);
      terms.push([key, roots[levelOf(features[index]!)]! * this.rarity(key)]);
    }
    return terms
      .sort((a, b) => b[1] - a[1])
      .slice(0, INDEXED)
      .map(([key]) => key);
  }

  add(held: Held): void {
    this.remove(held.id);
    this.#held.set(held.id, held);
    this.#taken++;
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
    this.#lengths.delete(id);
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
