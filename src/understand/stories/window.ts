import type { Instant } from '../../domain/text.ts';
import { Frequencies } from './frequencies.ts';
import { Postings } from './postings.ts';
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
/** Terms of an article by which it can be found. */
const INDEXED = 28;

/** How long an article's vectors are by now: over what every language shares, and over words. Squared. */
export interface Lengths {
  universal: number;
  stems: number;
}

/** Lengths are measured anew after so many articles: they change slowly, and cost more than a comparison. */
const MEASURED_FOR = 64;

/** Frequencies whose weight is kept ready. */
const TABLED = 1_024;
/** Terms of articles that are gone are forgotten after so many. */
const SWEPT_AFTER = 5_000;
/** The table is made anew when the window has grown or shrunk by this part. */
const STALE = 1 / 128;

/** The articles of some days with how frequent each term is and where it stands. Forgets the oldest. */
export class Window {
  readonly #frequencies = new Frequencies();
  readonly #postings = new Postings();
  readonly #held = new Map<number, Held>();
  readonly #table = new Float64Array(EXPECTED.length * TABLED);
  #tabledFor = 0;
  readonly #lengths = new Map<number, Lengths & { at: number }>();
  #taken = 0;
  #gone = 0;

  get size(): number {
    return this.#held.size;
  }

  get(id: number): Held | undefined {
    return this.#held.get(id);
  }

  /** How much it tells that an article has a term: what is rare tells much. */
  rarity(key: number): number {
    const kind = kindOf(key);
    const frequency = this.#frequencies.get(key);
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

  /** The terms that tell most, by which the article can be found, with how rare each is. */
  #indexTerms(features: Uint32Array): [key: number, rarity: number][] {
    const terms: [key: number, rarity: number, weight: number][] = [];
    for (let index = 1; index < features.length; index++) {
      const key = keyOf(features[index]!);
      const kind = kindOf(key);
      if (kind === termKind.country || kind === termKind.topic) continue;
      const rarity = this.rarity(key);
      terms.push([key, rarity, roots[levelOf(features[index]!)]! * rarity]);
    }
    terms.sort((a, b) => b[2] - a[2]);
    return terms.slice(0, INDEXED).map(([key, rarity]) => [key, rarity]);
  }

  add(held: Held): void {
    this.remove(held.id);
    this.#held.set(held.id, held);
    this.#taken++;
    const { features } = held;
    for (let index = 1; index < features.length; index++) this.#frequencies.add(keyOf(features[index]!));
    if (readHead(features[0]!).recurring) return;
    for (const [key] of this.#indexTerms(features)) this.#postings.add(key, held.id);
  }

  remove(id: number): void {
    const held = this.#held.get(id);
    if (!held) return;
    this.#held.delete(id);
    this.#lengths.delete(id);
    for (let index = 1; index < held.features.length; index++) this.#frequencies.remove(keyOf(held.features[index]!));
    this.#gone++;
    if (this.#gone % SWEPT_AFTER === 0) this.#postings.sweep((one) => this.#held.has(one));
  }

  /** Held articles that share telling terms, but for the article itself; at most `count`, the nearest first. */
  nearest(article: Pick<Held, 'id' | 'features'>, count: number): number[] {
    const wanted = (id: number) => id !== article.id && this.#held.has(id);
    return this.#postings.nearest(this.#indexTerms(article.features), count, wanted);
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
