import type { Surroundings } from './clauses.ts';
import { isCapital, type Reader } from './reader.ts';
import type { RawSpan } from './spans.ts';

/** What tells words said from scare quotes, titles and names. */
export interface Signs {
  /** A verb of saying, or "according to", brings the words in: behind them, or before. */
  verbAfter: boolean;
  verbBefore: boolean;
  /** Behind them, close by. */
  verbNear: boolean;
  /** The very next word, in a language whose verb stands last. */
  verbNext: boolean;
}

/** Whether somebody says these words. */
export function isQuotation(reader: Reader, field: number, span: RawSpan, around: Surroundings, signs: Signs): boolean {
  if (span.continues) return true;
  const { text, name } = reader.document.fields[field]!;
  const inner = text.slice(span.start, span.end);
  const first = reader.tokenAt(field, span.start);
  const last = reader.tokenAt(field, span.end);
  const count = last - first;
  if (count === 0) return false;
  if (span.by === 'dash') return true;
  const tokens = reader.tokens.slice(first, last);
  const sentence = /[.!?…]$/.test(inner) || /[.!?…]\s+\p{Lu}/u.test(inner);
  const opensCapital = isCapital(tokens[0]!) || /^[\d…]/.test(inner);
  const { tail } = around;
  const named = isTitle(tokens.map((token) => (token.end - token.start > 3 ? isCapital(token) : null)));
  if (!span.closed && count < 4) return false;
  // "…", said X; said X: "…".
  if (signs.verbNear && around.parted && (count >= 2 || sentence || around.alone || tail.first < tail.last))
    return !named || count > 5 || sentence;
  if (signs.verbNext && count >= 2 && (!named || count > 3)) return true;
  if (around.parted && opensCapital && count >= 4 && !named && around.head.first === around.head.last) return true;
  if (around.colon && (signs.verbBefore || count >= 4)) return count >= 2 && (!named || count > 5);
  if (signs.verbNear && opensCapital && count >= 3 && !named && around.head.first === around.head.last) return true;
  if (around.alone)
    return (count >= 3 && sentence) || (count >= 5 && opensCapital && !named) || (count >= 4 && /,$/.test(inner));
  if (named) return false;
  // In a sentence's middle, with a capital, short, nothing before it that brings words in: a name.
  if (opensCapital && count <= 5 && !sentence && name !== 'HEADLINE') return false;
  if (name === 'HEADLINE')
    return count >= 4 || (signs.verbBefore && count >= 3) || (around.parted && opensCapital && count >= 3);
  if (signs.verbBefore) return count >= 3;
  return count >= 5 && (sentence || !opensCapital || count >= 7);
}

/** Nearly all its longer words have capitals, the first at any rate. */
function isTitle(capitals: readonly (boolean | null)[]): boolean {
  const long = capitals.filter((capital) => capital !== null);
  if (long[0] === false) return false;
  const high = long.filter(Boolean).length;
  return long.length === 0
    ? capitals.length < 3
    : high / long.length > 0.66 && (long.length > 1 || capitals.length < 3);
}
