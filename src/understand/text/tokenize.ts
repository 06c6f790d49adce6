import type { ArticleText, LanguageTag, TextField } from '../../domain/text.ts';
import { type DocumentField, GAP, LOWER, NUMBER, type Sentence, type Token } from '../context.ts';
import { groupOf } from '../forms/language-group.ts';
import { isAbbreviation } from './abbreviations.ts';
import { DIGIT, kinds, LETTER, SOFT, UPPER } from './letter-kinds.ts';
import { addToHash, type LetterTable } from './letter-table.ts';
import { rareWord, type Word, wordsOf } from './words.ts';

const gaps = new Uint16Array(65536);
for (let code = 0; code < 65536; code++)
  if ((code < 0x3000 || code > 0xd7ff) && kinds[code] === 0 && !/\s/u.test(String.fromCharCode(code)))
    gaps[code] = GAP.OTHER;
const mark = (characters: string, flag: number) => {
  for (const character of characters) gaps[character.charCodeAt(0)] = flag;
};
mark(',،', GAP.COMMA);
mark('.!?…', GAP.STOP);
mark(':;', GAP.COLON);
mark('–—―−', GAP.DASH);
mark('-‐‑', GAP.HYPHEN);
mark("'’ʼ`´", GAP.APOSTROPHE);
mark('"„“”«»‟‹›‘‚', GAP.QUOTE);
mark('([{', GAP.OPEN_BRACKET);
mark(')]}', GAP.CLOSE_BRACKET);
mark('/', GAP.SLASH);
mark('&', GAP.AMPERSAND);

/** What a word is made of. */
const INSIDE = LETTER | DIGIT;
const FULL_STOP = 46;
const NEW_LINE = 10;

/** The article cut into fields, tokens and sentences; its language tells only whose words are remembered. */
export function tokenize(
  text: ArticleText,
  language: LanguageTag = 'und',
): { fields: DocumentField[]; tokens: Token[]; sentences: Sentence[] } {
  const fields: DocumentField[] = [];
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const words = wordsOf(groupOf(language));
  const add = (name: TextField, content: string | null) => {
    if (!content) return;
    const field: DocumentField = { name, text: content, first: tokens.length, last: 0 };
    fields.push(field);
    cut(content, fields.length - 1, words, tokens, sentences);
    field.last = tokens.length;
  };
  add('HEADLINE', text.headline);
  add('SUMMARY', text.summary);
  add('BODY', text.body);
  return { fields, tokens, sentences };
}

function cut(text: string, field: number, words: LetterTable<Word>, tokens: Token[], sentences: Sentence[]): void {
  const { length } = text;
  let gap: number = GAP.FIRST;
  let previousEnd = -1;
  let position = 0;
  while (position < length) {
    const code = text.charCodeAt(position);
    if (!(kinds[code]! & INSIDE)) {
      if (code === NEW_LINE) gap |= gap & GAP.LINE ? GAP.BLANK : GAP.LINE;
      else gap |= gaps[code]!;
      position++;
      continue;
    }
    const start = position;
    let soft = false;
    let hash = 0;
    while (position < length) {
      const next = text.charCodeAt(position);
      const kind = kinds[next]!;
      if (kind & INSIDE) hash = addToHash(hash, next);
      else if (kind & SOFT && position + 1 < length && kinds[text.charCodeAt(position + 1)]! & LETTER) soft = true;
      else break;
      position++;
    }
    let word = soft ? rareWord(text.slice(start, position)) : words.at(text, start, position, hash);
    // U.S., O.N.U.: the letters with their full stops are one word.
    if (word.initial && text.charCodeAt(position) === FULL_STOP) {
      const end = dottedEnd(text, position);
      if (end > 0) {
        position = end;
        word = rareWord(text.slice(start, position));
      }
    }
    // Only an apostrophe or a hyphen between, nothing else: the parts of one word.
    const joined = start - previousEnd === 1 && (gap === GAP.HYPHEN || gap === GAP.APOSTROPHE);
    if (joined) gap |= GAP.JOINED;
    else if (gap & GAP.HYPHEN) gap = (gap & ~GAP.HYPHEN) | (start - previousEnd > 1 ? GAP.DASH : GAP.HYPHEN);
    const token = new Piece(field, start, position, gap, word);
    if (startsSentence(token, tokens)) {
      const last = sentences.at(-1);
      if (last) last.last = tokens.length;
      sentences.push({ field, first: tokens.length, last: 0, opensParagraph: (gap & (GAP.FIRST | GAP.BLANK)) !== 0 });
    }
    token.sentence = sentences.length - 1;
    tokens.push(token);
    previousEnd = position;
    gap = 0;
  }
  const last = sentences.at(-1);
  if (last) last.last = tokens.length;
}

/** V8 gives objects written as literals a place among the long-lived where it once saw many live; those of a class never. */
class Piece implements Token {
  field: number;
  start: number;
  end: number;
  text: string;
  folded: string;
  shape: number;
  gap: number;
  sentence = 0;
  word: Word;

  constructor(field: number, start: number, end: number, gap: number, word: Word) {
    this.field = field;
    this.start = start;
    this.end = end;
    this.text = word.text;
    this.folded = word.folded;
    this.shape = word.shape;
    this.gap = gap;
    this.word = word;
  }
}

/** Where a word of single capitals with full stops ends, that begins before `position`; 0 where it is none. */
function dottedEnd(text: string, position: number): number {
  let end = position + 1;
  let letters = 1;
  while (kinds[text.charCodeAt(end)]! & UPPER && text.charCodeAt(end + 1) === 46) {
    end += 2;
    letters++;
  }
  return letters > 1 && (kinds[text.charCodeAt(end)]! & LETTER) === 0 ? end : 0;
}

function startsSentence(token: Token, tokens: readonly Token[]): boolean {
  const { gap } = token;
  if (gap & (GAP.FIRST | GAP.LINE)) return true;
  if (!(gap & GAP.STOP)) return false;
  const previous = tokens[tokens.length - 1]!;
  if (gap & GAP.COLON) return false;
  if (token.shape === LOWER) return false;
  // "1. maja", "J. Petrović", "dr. Jović", "U.S."
  if (previous.shape === NUMBER && token.shape === NUMBER) return false;
  if (token.start - previous.end <= 1) return false;
  if ((gap & (GAP.QUOTE | GAP.DASH)) === 0) {
    if (previous.end - previous.start === 1 && previous.shape !== NUMBER) return false;
    if (isAbbreviation(previous.folded)) return false;
  }
  return true;
}
