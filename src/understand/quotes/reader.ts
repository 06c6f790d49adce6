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
import { foldName } from '../text/fold.ts';

/** A document with what the search for speakers asks of it again and again. */
export interface Reader {
  document: TextDocument;
  tokens: readonly Token[];
  mentions: readonly ActorMention[];
  /** Index of the first token of a field that starts at or after an offset; the field's end where none does. */
  tokenAt(field: number, offset: number): number;
  /** The mention that covers a token. */
  mentionOf(token: number): ActorMention | undefined;
  /** Whether a word is written with a capital in the middle of a sentence somewhere, and so is a name. */
  isName(folded: string): boolean;
  /** The person whose surname a name that no mention covers ends in. */
  personNamed(folded: string): ActorMention | undefined;
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
  let names: Set<string> | undefined;
  let surnames: Map<string, ActorMention> | undefined;
  return {
    isName(folded) {
      names ??= new Set(
        tokens
          .filter((token) => isCapital(token) && !stops(token) && !(token.gap & (GAP.QUOTE | GAP.COLON)))
          .map((token) => token.folded),
      );
      return names.has(folded);
    },
    personNamed(folded) {
      if (surnames === undefined) {
        surnames = new Map();
        for (const mention of mentions)
          if (mention.kind === 'PERSON' && mention.by === 'name') {
            const surname = foldName(mention.name).at(-1) ?? '';
            const known = surnames.get(surname);
            if (!known || mention.name.length > known.name.length) surnames.set(surname, mention);
          }
      }
      return surnames.get(folded);
    },
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
