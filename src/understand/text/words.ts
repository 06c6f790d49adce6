import { CAPITAL, CAPS, LOWER, MIXED, NUMBER } from '../context.ts';
import type { Lexeme } from '../vocabulary.ts';
import { fold } from './fold.ts';
import { kinds, LETTER, MARK, UPPER } from './letter-kinds.ts';
import { LetterTable } from './letter-table.ts';

/** A word as written: one object for every place where it stands. */
export class Word {
  readonly text: string;
  /** Lower case, homoglyphs repaired, in plain Latin letters. */
  readonly folded: string;
  /** LOWER, CAPITAL, CAPS, MIXED or NUMBER. */
  readonly shape: number;
  /** A lone capital letter, digits beside it or not. */
  readonly initial: boolean;
  /** What the vocabulary that was asked last knows of it. */
  lexeme: Lexeme | null = null;

  constructor(text: string, folded: string) {
    let letters = 0;
    let capitals = 0;
    let opens = false;
    for (let at = 0; at < text.length; at++) {
      const kind = kinds[text.charCodeAt(at)]!;
      if (!(kind & LETTER) || kind & MARK) continue;
      if (kind & UPPER) {
        if (letters === 0) opens = true;
        capitals++;
      }
      letters++;
    }
    this.text = text;
    this.folded = folded;
    this.shape = shapeOf(letters, capitals, opens);
    this.initial = letters === 1 && opens;
  }
}

function shapeOf(letters: number, capitals: number, opens: boolean): number {
  if (letters === 0) return NUMBER;
  if (capitals === 0) return LOWER;
  if (capitals === letters) return letters > 1 ? CAPS : CAPITAL;
  return opens && capitals === 1 ? CAPITAL : MIXED;
}

/** The words of the texts before. */
export const words = new LetterTable(1 << 18, (text) => new Word(text, fold(text)));

/** A word with full stops between its letters, or soft hyphens in it. */
export const rareWord = (text: string): Word => new Word(text, fold(text.replace(/[.\u00ad\u200b-\u200d\ufeff]/g, '')));
