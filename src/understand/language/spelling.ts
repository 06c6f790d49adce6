import type { Scores } from './variants.ts';

/** A lower-case word of a text, with what the detection's parts found of it; undefined until they look. */
export class Spelling {
  readonly text: string;
  /** Where a scorer keeps the sums of its features, and since which clearing of them that holds. */
  place = 0;
  since: object | null = null;
  /** Number of the row of letters that few languages write, -1 for none. */
  letters: number | undefined;
  /** What it says for each variant of Serbo-Croatian; null for nothing. */
  variants: Scores | null | undefined;

  constructor(text: string) {
    this.text = text;
  }
}
