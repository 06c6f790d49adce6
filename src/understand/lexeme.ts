import type { Reading } from './trie.ts';

/** What the knowledge has for a folded word in texts of one group. */
export interface Lexeme {
  readonly folded: string;
  /** The vocabulary's since it last forgot some. */
  since: object;
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
