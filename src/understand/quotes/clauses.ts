import { GAP, LOWER } from '../context.ts';
import type { Reader } from './reader.ts';
import type { RawSpan } from './spans.ts';

/** Tokens, end exclusive. */
export interface Clause {
  first: number;
  last: number;
}

/** The words that belong to a quotation: before it and after it in its sentence, and the sentence before. */
export interface Surroundings {
  head: Clause;
  tail: Clause;
  previous: Clause;
  /** The head ends in a colon. */
  colon: boolean;
  /** What parts the tail from the quotation: a comma or a dash, inside the marks or behind them. */
  parted: boolean;
  /** The quotation is a sentence, or sentences, of its own: it opens one and the sentence does not go on. */
  alone: boolean;
}

const LONGEST = 40;

export function surroundingsOf(reader: Reader, field: number, span: RawSpan, others: readonly RawSpan[]): Surroundings {
  const { tokens } = reader;
  const { text } = reader.document.fields[field]!;
  const before = Math.max(
    span.paragraphStart,
    ...others.map((other) => (other.outerEnd <= span.outerStart ? other.outerEnd : 0)),
  );
  const after = Math.min(
    span.paragraphEnd,
    ...others.map((other) => (other.outerStart >= span.outerEnd ? other.outerStart : text.length)),
  );
  const inside = reader.tokenAt(field, span.start);
  // Backward to the sentence's beginning, not into another quotation.
  const floor = reader.tokenAt(field, before);
  let first = inside;
  const openGap =
    tokens[inside] && inside < reader.document.fields[field]!.last ? text.slice(before, span.outerStart).trimEnd() : '';
  const opensSentence = openGap === '' || /[.!?…]["“”«»)]?$/.test(openGap);
  if (!opensSentence) {
    while (first > floor && inside - first < LONGEST) {
      first--;
      if (first < inside && tokens[first]!.sentence !== tokens[Math.max(floor, first - 1)]!.sentence) break;
    }
  }
  const head = { first, last: inside };
  // The clause between two parts of one sentence belongs to the first, unless a stop parts them.
  const tailStart = reader.tokenAt(field, span.outerEnd);
  const ceiling = reader.tokenAt(field, after);
  let last = tailStart;
  const gapText = tailStart < ceiling ? text.slice(span.outerEnd, tokens[tailStart]!.start) : '.';
  const goesOn = tailStart < ceiling && !/[.!?…;\n]/.test(gapText) && tailStart < reader.document.fields[field]!.last;
  if (goesOn) {
    last++;
    while (last < ceiling && last - tailStart < LONGEST && !endsBefore(reader, last)) last++;
  }
  const tail = { first: tailStart, last };
  let start = first;
  let previousFirst = first;
  if (first > floor) {
    start = first - 1;
    const { sentence } = tokens[start]!;
    previousFirst = start;
    while (previousFirst > floor && tokens[previousFirst - 1]!.sentence === sentence) previousFirst--;
  }
  const inner = text.slice(span.start, span.end);
  return {
    head,
    tail,
    previous: { first: previousFirst, last: first },
    colon: /:\s*[–—-]?\s*$/.test(openGap),
    parted: /[,!?…]$/.test(inner) || /^\s*[,–—-]/.test(text.slice(span.outerEnd, span.outerEnd + 3)),
    alone: opensSentence && !goesOn,
  };
}

function endsBefore(reader: Reader, token: number): boolean {
  const { gap, shape, sentence } = reader.tokens[token]!;
  if (gap & (GAP.LINE | GAP.FIRST)) return true;
  if (sentence !== reader.tokens[token - 1]!.sentence) return true;
  return (gap & GAP.STOP) !== 0 && shape !== LOWER && (gap & GAP.QUOTE) !== 0;
}
