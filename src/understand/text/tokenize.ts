import type { ArticleText, TextField } from '../../domain/text.ts';
import { CAPITAL, CAPS, type DocumentField, GAP, LOWER, MIXED, NUMBER, type Sentence, type Token } from '../context.ts';
import { isAbbreviation } from './abbreviations.ts';
import { fold } from './fold.ts';
import { addToHash, wordAt } from './words.ts';

// Classes of characters: what parts tokens and what is inside them.
const LETTER = 1;
const DIGIT = 2;
const classes = new Uint8Array(65536);
const gaps = new Uint16Array(65536);
for (let code = 0; code < 65536; code++) {
  const character = String.fromCharCode(code);
  if (code < 0x3000 || code > 0xd7ff) {
    if (/[\p{L}\p{M}]/u.test(character)) classes[code] = LETTER;
    else if (/\p{N}/u.test(character)) classes[code] = DIGIT;
    else if (!/\s/u.test(character)) gaps[code] = GAP.OTHER;
  } else classes[code] = LETTER;
}
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
mark('\u00ad\u200b\u200c\u200d\ufeff', 0);
const SOFT = new Set([0xad, 0x200b, 0x200c, 0x200d, 0xfeff]);

/** The article cut into fields, tokens and sentences. */
export function tokenize(text: ArticleText): { fields: DocumentField[]; tokens: Token[]; sentences: Sentence[] } {
  const fields: DocumentField[] = [];
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const add = (name: TextField, content: string | null) => {
    if (!content) return;
    const field: DocumentField = { name, text: content, first: tokens.length, last: 0 };
    fields.push(field);
    cut(content, fields.length - 1, tokens, sentences);
    field.last = tokens.length;
  };
  add('HEADLINE', text.headline);
  add('SUMMARY', text.summary);
  add('BODY', text.body);
  return { fields, tokens, sentences };
}

function cut(text: string, field: number, tokens: Token[], sentences: Sentence[]): void {
  const { length } = text;
  let gap: number = GAP.FIRST;
  let previousEnd = -1;
  let position = 0;
  while (position < length) {
    const code = text.charCodeAt(position);
    const kind = classes[code]!;
    if (kind === 0) {
      if (code === 10) gap |= gap & GAP.LINE ? GAP.BLANK : GAP.LINE;
      else gap |= gaps[code]!;
      position++;
      continue;
    }
    const start = position;
    let uppers = 0;
    let letters = 0;
    let firstUpper = false;
    let soft = false;
    let hash = 0;
    while (position < length) {
      const next = text.charCodeAt(position);
      const nextKind = classes[next]!;
      if (nextKind === 0) {
        // A soft hyphen or a zero-width space does not part a word.
        if (SOFT.has(next) && position + 1 < length && classes[text.charCodeAt(position + 1)] === LETTER) {
          soft = true;
          position++;
          continue;
        }
        break;
      }
      if (nextKind === LETTER && isLetter(next)) {
        if (isUpper(next)) {
          if (letters === 0) firstUpper = true;
          uppers++;
        }
        letters++;
      }
      hash = addToHash(hash, next);
      position++;
    }
    // U.S., O.N.U.: the letters with their full stops are one word.
    const dotted = letters === 1 && firstUpper && text.charCodeAt(position) === 46 ? dottedEnd(text, position) : 0;
    if (dotted > 0) {
      letters = uppers = 2;
      position = dotted;
    }
    const shape =
      letters === 0
        ? NUMBER
        : uppers === 0
          ? LOWER
          : uppers === letters
            ? letters > 1
              ? CAPS
              : CAPITAL
            : firstUpper && uppers === 1
              ? CAPITAL
              : MIXED;
    // Only an apostrophe or a hyphen between, nothing else: the parts of one word.
    const joined = start - previousEnd === 1 && (gap === GAP.HYPHEN || gap === GAP.APOSTROPHE);
    if (joined) gap |= GAP.JOINED;
    else if (gap & GAP.HYPHEN) gap = (gap & ~GAP.HYPHEN) | (start - previousEnd > 1 ? GAP.DASH : GAP.HYPHEN);
    const plain = dotted === 0 && !soft;
    const word = plain ? wordAt(text, start, position, hash) : rareWord(text.slice(start, position), dotted > 0);
    const token: Token = { field, start, end: position, text: word.text, folded: word.folded, shape, gap, sentence: 0 };
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

/** Where a word of single capitals with full stops ends, that begins before `position`; 0 where it is none. */
function dottedEnd(text: string, position: number): number {
  let end = position + 1;
  let letters = 1;
  while (isUpper(text.charCodeAt(end)) && text.charCodeAt(end + 1) === 46) {
    end += 2;
    letters++;
  }
  return letters > 1 && classes[text.charCodeAt(end)] !== LETTER ? end : 0;
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

function isLetter(code: number): boolean {
  return code < 0x300 || code > 0x36f;
}

function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  return uppers[code] === 1;
}

const uppers = new Uint8Array(65536);
for (let code = 128; code < 0x2200; code++) if (/\p{Lu}/u.test(String.fromCharCode(code))) uppers[code] = 1;

/** With full stops between its letters, or soft hyphens in it. */
function rareWord(text: string, dotted: boolean): { text: string; folded: string } {
  return { text, folded: fold(dotted ? text.replaceAll('.', '') : text.replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')) };
}
