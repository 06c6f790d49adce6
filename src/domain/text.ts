/** Milliseconds since 1970-01-01T00:00:00Z. Every instant inside Telal is one; RFC 3339 stands only at the edges. */
export type Instant = number;

/** A BCP 47 tag of those Telal tells apart; `und` where it cannot tell. */
export type LanguageTag = string;

/** ISO 3166-1 alpha-2, upper case; XK is Kosovo. */
export type CountryCode = string;

/** The part of an article that an offset points into. */
export type TextField = 'HEADLINE' | 'SUMMARY' | 'BODY';

/** Where in the text something stands: UTF-16 code units, end exclusive; `text` is the slice itself. */
export interface TextSpan {
  field: TextField;
  start: number;
  end: number;
  text: string;
}

/** The text of one article as the understanding reads it. */
export interface ArticleText {
  headline: string;
  summary: string | null;
  /** Plain text, paragraphs separated by a blank line. */
  body: string | null;
}
