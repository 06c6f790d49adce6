import {
  type ActorMention,
  CAPITAL,
  CAPS,
  type Findings,
  GAP,
  MIXED,
  type TextDocument,
  type Token,
} from '../context.ts';

/** A document with what the search for speakers asks of it again and again. */
export interface Reader {
  document: TextDocument;
  tokens: readonly Token[];
  mentions: readonly ActorMention[];
  /** Index of the first token of a field that starts at or after an offset; the field's end where none does. */
  tokenAt(field: number, offset: number): number;
  /** The mention that covers a token. */
  mentionOf(token: number): ActorMention | undefined;
}

export function createReader(document: TextDocument, { mentions }: Findings): Reader {
  const { tokens, fields } = document;
  const covering = new Map<number, ActorMention>();
  for (const mention of mentions)
    for (let token = mention.first; token < mention.last; token++) {
      const other = covering.get(token);
      // The longer one; a name before a role.
      if (!other || mention.last - mention.first > other.last - other.first) covering.set(token, mention);
    }
  return {
    document,
    tokens,
    mentions,
    tokenAt(field, offset) {
      let low = fields[field]!.first;
      let high = fields[field]!.last;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (tokens[middle]!.start < offset) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    mentionOf: (token) => covering.get(token),
  };
}

export const isCapital = ({ shape }: Token): boolean => shape === CAPITAL || shape === CAPS || shape === MIXED;
export const stops = (token: Token): boolean => (token.gap & (GAP.STOP | GAP.LINE | GAP.FIRST)) !== 0;
