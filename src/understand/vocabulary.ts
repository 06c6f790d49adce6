import type { Group } from './forms/language-group.ts';
import type { Word } from './text/words.ts';
import type { NameTrie, Reading } from './trie.ts';

/** So many words of a group are remembered. */
const REMEMBERED = 30_000;

/** What the knowledge has for a folded word in texts of one group. */
export interface Lexeme {
  readonly folded: string;
  /** The vocabulary's since it was last cleared. */
  readonly since: object;
  /** What it may be in names, and in what stands in lower case; undefined until asked. */
  names: readonly Reading[] | undefined;
  words: readonly Reading[] | undefined;
  /** Whether a name, or what stands in lower case, may begin with it. */
  opensName: boolean | undefined;
  opensWord: boolean | undefined;
  /** Number of the last text that writes it in lower case, and of the last with a capital inside a sentence. */
  lower: number;
  high: number;
}

/** The words of one group's texts, each looked up once. */
export class Vocabulary {
  readonly #names: NameTrie<unknown>;
  readonly #words: NameTrie<unknown>;
  readonly #group: Group;
  readonly #lexemes = new Map<string, Lexeme>();
  #since = {};

  constructor(names: NameTrie<unknown>, words: NameTrie<unknown>, group: Group) {
    this.#names = names;
    this.#words = words;
    this.#group = group;
  }

  /** Forgets all where it is full. Between two texts: one text's lexemes must be the same throughout. */
  makeRoom(): void {
    if (this.#lexemes.size < REMEMBERED) return;
    this.#lexemes.clear();
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
    let lexeme = this.#lexemes.get(folded);
    if (lexeme === undefined) {
      lexeme = {
        folded,
        since: this.#since,
        names: undefined,
        words: undefined,
        opensName: undefined,
        opensWord: undefined,
        lower: 0,
        high: 0,
      };
      this.#lexemes.set(folded, lexeme);
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

  /** Whether the word, in some form, is in the knowledge of what stands in lower case: a country's adjective, an office. */
  hasWord(folded: string): boolean {
    return this.words(this.get(folded)).length > 0;
  }
}
