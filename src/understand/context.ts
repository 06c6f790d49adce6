import type { ArticleSetting, CountryTag, QuoteTag, TopicTag } from '../domain/annotation.ts';
import type { ActorKind } from '../domain/knowledge.ts';
import type { TextField, TextSpan } from '../domain/text.ts';
import type { Word } from './text/words.ts';

export { CAPITAL, CAPS, LOWER, MIXED, NUMBER } from './text/shapes.ts';

/** What stands between a token and the one before it in its field; flags, 0 for plain space. */
export const GAP = {
  /** Nothing at all between but the apostrophe or hyphen that the other flag names. */
  JOINED: 1,
  HYPHEN: 2,
  APOSTROPHE: 4,
  COMMA: 8,
  /** . ! ? … */
  STOP: 16,
  /** : ; */
  COLON: 32,
  /** A dash between spaces, or a long one. */
  DASH: 64,
  /** Opening or closing quotation mark. */
  QUOTE: 128,
  OPEN_BRACKET: 256,
  CLOSE_BRACKET: 512,
  /** A line break; with BLANK a paragraph's end. */
  LINE: 1024,
  BLANK: 2048,
  SLASH: 4096,
  AMPERSAND: 8192,
  OTHER: 16384,
  /** First token of its field. */
  FIRST: 32768,
} as const;

/** A word or number. Hyphens and apostrophes part tokens (`EU-a` is two, the second JOINED | HYPHEN). */
export interface Token {
  /** Index into `TextDocument.fields`. */
  field: number;
  /** UTF-16 offsets into the field's text. */
  start: number;
  end: number;
  /** As written. */
  text: string;
  /** Lower case, homoglyphs repaired, in plain Latin letters whatever the script (`Вучић`, `Vučić` and `Vucic` are `vucic`). */
  folded: string;
  /** LOWER, CAPITAL, CAPS, MIXED or NUMBER. */
  shape: number;
  /** GAP flags before it. */
  gap: number;
  /** Index into `TextDocument.sentences`. */
  sentence: number;
  /** What is known of the word, wherever it stands. */
  word: Word;
}

export interface Sentence {
  field: number;
  /** Tokens, end exclusive. */
  first: number;
  last: number;
  /** True where a paragraph begins. */
  opensParagraph: boolean;
}

export interface DocumentField {
  name: TextField;
  text: string;
  /** Tokens, end exclusive. */
  first: number;
  last: number;
}

/** One article, cut up: what every part of the understanding reads. */
export interface TextDocument {
  /** As detected; one of sq sr-Cyrl sr-Latn bs hr cnr mk bg sl el ro tr en und. */
  language: string;
  setting: ArticleSetting;
  /** HEADLINE, SUMMARY, BODY, those that are not empty, in this order. */
  fields: DocumentField[];
  tokens: Token[];
  sentences: Sentence[];
}

/** One place in the text that means a person or organisation. In the order of the text. */
export interface ActorMention {
  slug: string;
  kind: ActorKind;
  /** The fullest form of the name in the document (base form where it could be made). */
  name: string;
  gender: 'm' | 'f' | null;
  /** What the text gives in brackets as the acronym of an organisation on no list. */
  acronym?: string;
  curated: boolean;
  /** `role`: "the president of Serbia" without a name. */
  by: 'name' | 'role';
  /** Index into `TextDocument.fields`, offsets into its text. */
  field: number;
  start: number;
  end: number;
  /** Tokens, end exclusive. */
  first: number;
  last: number;
}

/** What is known when topics and quotes are looked for. */
export interface Findings {
  mentions: readonly ActorMention[];
  countries: readonly CountryTag[];
}

/** `createTopicFinder(knowledge)` of topics.ts gives one. Most certain first, at most a handful. */
export type FindTopics = (document: TextDocument, findings: Findings) => TopicTag[];

/** `createQuoteFinder(knowledge)` of quotes.ts gives one. In the order of the text. */
export type FindQuotes = (document: TextDocument, findings: Findings) => QuoteTag[];

/** The evidence span of tokens `first` to `last` (exclusive), both in one field. */
export function spanOf(document: TextDocument, first: number, last: number): TextSpan {
  const from = document.tokens[first]!;
  const field = document.fields[from.field]!;
  const end = document.tokens[last - 1]!.end;
  return { field: field.name, start: from.start, end, text: field.text.slice(from.start, end) };
}
