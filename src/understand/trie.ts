import { baseForms } from './forms/base-forms.ts';
import type { Group } from './forms/language-group.ts';

/** What a word of the text may be: words of the vocabulary, each as itself, a case form or a possessive. */
export interface Reading {
  word: number;
  /** 0 as itself, 1 a case form, 2 a possessive. */
  how: number;
}

/** A way through the trie: `payloads` are what ends there. */
export interface Match<T> {
  /** One past the last word. */
  end: number;
  /** The least certain reading on the way: 0 all words as they are, 1 case forms, 2 a possessive. */
  how: number;
  payloads: readonly T[];
}

/** Most nodes have one child or none: a map only where there are more. */
interface Node<T> {
  word: number;
  child: Node<T> | null;
  more: Map<number, Node<T>> | null;
  payloads: T[] | null;
}

const childOf = <T>(node: Node<T>, word: number): Node<T> | undefined =>
  node.word === word ? node.child! : node.more?.get(word);

function adopt<T>(node: Node<T>, word: number, child: Node<T>): void {
  if (node.child === null) {
    node.word = word;
    node.child = child;
  } else {
    node.more ??= new Map();
    node.more.set(word, child);
  }
}

/** The Albanian linking article, in its cases: Lidhja e …, Lidhjes së …. */
const linkers: readonly string[] = ['e', 'i', 'te', 'se'];

const none: readonly never[] = [];

/** The words that a name may go over. */
export interface Path {
  /** What the word at a place may be, for a name that began at `first`; undefined where no name goes on. */
  readingsAt(place: number, first: number): readonly Reading[] | undefined;
}

/** Names of several words by their folded words. Case forms are found by the grammar of the text's language, not stored. */
export class NameTrie<T> {
  readonly #words = new Map<string, number>();
  readonly #roots: (Node<T> | undefined)[] = [];

  add(words: readonly string[], payload: T): void {
    let node: Node<T> | undefined;
    for (const text of words) {
      let word = this.#words.get(text);
      if (word === undefined) {
        word = this.#words.size;
        this.#words.set(text, word);
      }
      const following: Node<T> | undefined = node ? childOf(node, word) : this.#roots[word];
      if (following) node = following;
      else {
        const fresh: Node<T> = { word: -1, child: null, more: null, payloads: null };
        if (node) adopt(node, word, fresh);
        else this.#roots[word] = fresh;
        node = fresh;
      }
    }
    if (!node) return;
    if (node.payloads) node.payloads.push(payload);
    else node.payloads = [payload];
  }

  /** The vocabulary's words that `folded` may be a form of. */
  readings(folded: string, group: Group): readonly Reading[] {
    const found: Reading[] = [];
    const own = this.#words.get(folded);
    if (own !== undefined) found.push({ word: own, how: 0 });
    for (const { base, possessive } of baseForms(folded, group)) {
      const word = this.#words.get(base);
      if (word !== undefined && !found.some((reading) => reading.word === word))
        found.push({ word, how: possessive ? 2 : 1 });
    }
    if (group === 'sq' && linkers.includes(folded)) {
      for (const linker of linkers) {
        const word = this.#words.get(linker);
        if (word !== undefined && linker !== folded) found.push({ word, how: 1 });
      }
    }
    return found.length > 0 ? found : none;
  }

  /** Whether a name may begin with a word of these readings. */
  opens(readings: readonly Reading[]): boolean {
    return readings.some(({ word }) => this.#roots[word] !== undefined);
  }

  /** Every name that begins at the word. */
  matches(at: number, path: Path): readonly Match<T>[] {
    const readings = path.readingsAt(at, at);
    if (readings === undefined) return none;
    let found: Match<T>[] | null = null;
    for (let each = 0; each < readings.length; each++) {
      const { word, how } = readings[each]!;
      const node = this.#roots[word];
      if (node !== undefined) found = this.#walk(node, at, at + 1, how, path, found);
    }
    return found ?? none;
  }

  #walk(
    node: Node<T>,
    first: number,
    at: number,
    how: number,
    path: Path,
    before: Match<T>[] | null,
  ): Match<T>[] | null {
    let found = before;
    if (node.payloads !== null) {
      const match = { end: at, how, payloads: node.payloads };
      if (found === null) found = [match];
      else found.push(match);
    }
    if (node.child === null) return found;
    const readings = path.readingsAt(at, first);
    if (readings === undefined) return found;
    for (let each = 0; each < readings.length; each++) {
      const reading = readings[each]!;
      const next = childOf(node, reading.word);
      if (next !== undefined) found = this.#walk(next, first, at + 1, Math.max(how, reading.how), path, found);
    }
    return found;
  }
}
