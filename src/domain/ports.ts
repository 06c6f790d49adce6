import type { Annotation, ArticleSetting } from './annotation.ts';
import type { FeedDocument, PageDocument, ReadingHints } from './document.ts';
import type { ArticleText, Instant } from './text.ts';

/** Tells language, countries, actors, topics and quotes of one article. Pure: same text and setting, same answer. */
export type Annotate = (text: ArticleText, setting: ArticleSetting) => Annotation;

/** Reads a feed's bytes; throws TelalError UNREADABLE where they are no feed (an HTML page, a login form, nothing). */
export type ReadFeed = (bytes: Uint8Array, hints: ReadingHints) => Promise<FeedDocument>;

/** Reads an article's page within a limit of time and memory; throws TelalError UNREADABLE past it. */
export type ReadPage = (bytes: Uint8Array, hints: PageHints) => Promise<PageDocument>;

/** What an outlet's file says about its pages. */
export interface PageHints extends ReadingHints {
  /** CSS selector of the text. */
  body?: string | null;
  /** CSS selectors of what is no part of the text. */
  remove?: string[];
}

/** Where the time comes from; tests set it. */
export interface Clock {
  now(): Instant;
}

/** A logger as pino is one. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
