import type { Group } from './forms/language-group.ts';
import type { Lexeme } from './lexeme.ts';
import type { Word } from './text/words.ts';
import type { NameTrie, Reading } from './trie.ts';

/** So many words of a group are remembered, and as many that were not seen since. */
const REMEMBERED = 16_000;

/** The words of one group's texts, each looked up once. */
export class Vocabulary {
  readonly #names: NameTrie<unknown>;
  readonly #words: NameTrie<unknown>;
  readonly #group: Group;
  /** Whether lists have the word as somebody's name. */
  readonly #isPersonal: (folded: string) => boolean;
  #young = new Map<string, Lexeme>();
  #old: Map<string, Lexeme> | null = null;
  #since = {};

  constructor(
    names: NameTrie<unknown>,
    words: NameTrie<unknown>,
    group: Group,
    isPersonal: (folded: string) => boolean,
  ) {
    this.#names = names;
    this.#isPersonal = isPersonal;
    this.#words = words;
    this.#group = group;
  }

  /** Forgets what was not seen for long. Between two texts: one text's lexemes must be the same throughout. */
  makeRoom(): void {
    if (this.#young.size < REMEMBERED) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#since = {};
  }

  of(word: Word): Lexeme {
    const known = word.lexeme;
    if (known !== null && known.since === this.#since) return known;
    const lexeme = this.get(word.folded);
    word.lexeme = lexeme;
    return lexeme;
  }

  get(folded: string): Lexeme {
    let lexeme = this.#young.get(folded);
    if (lexeme === undefined) {
      lexeme = this.#old?.get(folded) ?? {
        folded,
        since: this.#since,
        names: undefined,
        words: undefined,
        opensName: undefined,
        opensWord: undefined,
        lower: 0,
        high: 0,
      };
      lexeme.since = this.#since;
      this.#young.set(folded, lexeme);
    }
    return lexeme;
  }

  names(lexeme: Lexeme): readonly Reading[] {
    lexeme.names ??= this.#names.readings(lexeme.folded, this.#group);
    return lexeme.names;
  }

  words(lexeme: Lexeme): readonly Reading[] {
    lexeme.words ??= this.#words.readings(lexeme.folded, this.#group);
    return lexeme.words;
  }

  opensName(lexeme: Lexeme): boolean {
    lexeme.opensName ??= this.#names.opens(this.names(lexeme));
    return lexeme.opensName;
  }

  opensWord(lexeme: Lexeme): boolean {
    lexeme.opensWord ??= this.#words.opens(this.words(lexeme));
    return lexeme.opensWord;
  }

  /** Whether the word, in some form, is in the knowledge of what stands in lower case: a country's adjective, an office; not William, of "princ William". */
  hasWord(folded: string): boolean {
    const lexeme = this.get(folded);
    return this.opensWord(lexeme) || (this.words(lexeme).length > 0 && !this.#isPersonal(folded));
  }
}
