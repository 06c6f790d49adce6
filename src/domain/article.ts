import type { Mentions } from './counts.ts';
import type { Image } from './document.ts';
import type { Instant, LanguageTag } from './text.ts';

/** Where `publishedAt` comes from. */
export type DateSource = 'FEED' | 'PAGE' | 'FIRST_SEEN';

/** One article of one outlet, as stored. */
export interface Article {
  /** Of this store; grows with each new article. */
  id: number;
  /** Canonical address. */
  url: string;
  /** Slug. */
  outlet: string;
  headline: string;
  summary: string | null;
  /** Plain text, paragraphs separated by a blank line; null where only the summary is known. */
  body: string | null;
  authors: string[];
  image: Image | null;
  language: LanguageTag;
  sections: string[];
  /** Slugs of the topics that the feeds it came from are about. */
  feedTopics: string[];
  wordCount: number;
  publishedAt: Instant;
  publishedAtSource: DateSource;
  firstSeenAt: Instant;
  revisedAt: Instant | null;
  /** Id of the earlier article that this one repeats. */
  copyOf: number | null;
  /** Slug of the agency credited. */
  agency: string | null;
  /** Id of its story, once it has one. */
  story: number | null;
}

/** What a list of articles brings beside what every article has. */
export interface ArticleParts {
  body: boolean;
  mentions: boolean;
}

/** An article as a list brings it: what was not asked for is undefined. */
export interface ListedArticle extends Omit<Article, 'body'> {
  body?: string | null;
  mentions?: Mentions;
}

/** A state of an article as the outlet once showed it. Numbers start at 1, the first state. */
export interface Revision {
  number: number;
  seenAt: Instant;
  headline: string;
  summary: string | null;
  body: string | null;
}

/** A quotation as stored. */
export interface Quote {
  id: number;
  articleId: number;
  text: string;
  speakerName: string | null;
  /** Slug. */
  speaker: string | null;
  field: 'HEADLINE' | 'SUMMARY' | 'BODY';
  start: number;
  end: number;
}

/** An actor as the store knows it: synced from the catalog, or found in text. */
export interface StoredActor {
  slug: string;
  kind: 'PERSON' | 'ORGANIZATION';
  curated: boolean;
  wikidataId: string | null;
  description: string | null;
  /** English or most frequent form. */
  name: string;
  names: { text: string; language: LanguageTag | null }[];
  countries: string[];
}
