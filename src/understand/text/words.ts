import { type Group, groups } from '../forms/language-group.ts';
import type { Lexeme } from '../lexeme.ts';
import type { Evidence } from '../topics/evidence-entry.ts';
import { fold } from './fold.ts';
import { kinds, LETTER, MARK, UPPER } from './letter-kinds.ts';
import { LetterTable } from './letter-table.ts';
import { CAPITAL, CAPS, LOWER, MIXED, NUMBER } from './shapes.ts';

const none: readonly Evidence[] = [];

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
  /** What it may be evidence of in topics, by the index that was asked last. */
  evidence: readonly Evidence[] = none;
  evidenceOf: object | null = null;

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

/** So many words of a group's texts are remembered, and as many that were not seen since. */
const REMEMBERED = 20_000;
const tables = new Map(
  groups.map((group) => [group, new LetterTable(REMEMBERED, (text) => new Word(text, fold(text)))]),
);

/** The words of a group's texts. */
export const wordsOf = (group: Group): LetterTable<Word> => tables.get(group)!;

/** A word with full stops between its letters, or soft hyphens in it. */
export const rareWord = (text: string): Word => new Word(text, fold(text.replace(/[.\u00ad\u200b-\u200d\ufeff]/g, '')));
