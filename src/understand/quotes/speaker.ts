import { type ActorMention, GAP } from '../context.ts';
import type { Reader } from './reader.ts';
import type { SpeechWords } from './words.ts';

/** What the text says of who speaks: a person or body, a pronoun or a verb's gender alone, or a noun. */
export interface Speaker {
  mention: ActorMention | null;
  /** As the article has it. */
  name: string | null;
  /** Set where a pronoun stands for the speaker: whom it means is not said here. */
  pronoun?: 'm' | 'f' | 'any';
  /** A noun stands there, an office perhaps. */
  noun?: boolean;
  /** First token of a name that no mention covers. */
  at?: number;
}

/** The name as it stands there; its base form where it is inflected. */
export function spoken(reader: Reader, mention: ActorMention): Speaker {
  const text = slice(reader, mention.first, mention.last);
  if (mention.by === 'role') return { mention, name: text };
  const base = new Set(mention.name.split(/[\s-]+/));
  return { mention, name: text.split(/[\s-]+/).every((word) => base.has(word)) ? text : mention.name };
}

/** The first token of who speaks. */
export const startOf = ({ at, mention }: Speaker): number => at ?? mention?.first ?? 0;

/** The text from one token to another, exclusive. */
export const slice = ({ tokens, document }: Reader, first: number, last: number): string =>
  document.fields[tokens[first]!.field]!.text.slice(tokens[first]!.start, tokens[last - 1]!.end);

/** Whether the token is a small word that makes the name behind it no subject. */
export function isPreposition(reader: Reader, index: number, words: SpeechWords): boolean {
  const token = reader.tokens[index]!;
  return words.prepositions.has(token.folded) && !(token.gap & GAP.JOINED);
}

/** The gender of the pronoun at a token; undefined where it is none. */
export function pronounOf(reader: Reader, index: number, words: SpeechWords): 'm' | 'f' | 'any' | undefined {
  const { folded } = reader.tokens[index]!;
  if (words.m.has(folded)) return 'm';
  if (words.f.has(folded)) return 'f';
  return words.any.has(folded) ? 'any' : undefined;
}

const PLURAL = new Set(['they', 'oni', 'one', 'tie', 'te', 'idioi', 'ei', 'onlar', 'ata', 'ato']);

export function pronounSpeaker(reader: Reader, index: number, pronoun: 'm' | 'f' | 'any'): Speaker {
  const { folded, text } = reader.tokens[index]!;
  return PLURAL.has(folded) ? { mention: null, name: text } : { mention: null, name: text, pronoun };
}
