import type { Instant } from './text.ts';

/** any: at least one of these; all: every one; none: not one. Empty lists: `any: []` matches nothing, the others everything. */
export interface CodeFilter {
  any?: string[];
  all?: string[];
  none?: string[];
}

/** `from` inclusive, `to` exclusive. */
export interface InstantRange {
  from?: Instant;
  to?: Instant;
}

/**
 * Which articles. All given fields must hold. Codes are resolved: country codes, actor slugs, topic slugs
 * (each standing for all below it), outlet slugs, language tags (a bare one matches all its scripts).
 */
export interface ArticleFilter {
  /**
   * Web-style: words required, "phrases", OR (binds its two neighbours before the space does), -excluded, prefix*;
   * folded, so that one query matches every script. Without any word it means nothing; with excluded ones only, all
   * other articles.
   */
  search?: string;
  /** Countries that the article is about. */
  countries?: CodeFilter;
  publisherCountries?: CodeFilter;
  actors?: CodeFilter;
  /** Actors quoted in the article. */
  speakers?: CodeFilter;
  topics?: CodeFilter;
  outlets?: CodeFilter;
  languages?: CodeFilter;
  publishedAt?: InstantRange;
  firstSeenAt?: InstantRange;
  /** Only articles that the outlet changed at or after this instant. */
  revisedSince?: Instant;
  originalsOnly?: boolean;
  and?: ArticleFilter[];
  or?: ArticleFilter[];
  not?: ArticleFilter;
  /** Articles of one story. */
  story?: number;
}

/**
 * NEWEST and OLDEST go by publication; FIRST_SEEN by arrival in this store, the earliest first, so that a client
 * goes on after its last cursor; RELEVANCE by how well the search matches: all of it in the headline, then in headline,
 * summary or among the words that the body repeats, then anywhere; the newest first within each, and without a search.
 * None of these places moves when other articles arrive, so that every order can be walked while they do.
 */
export type ArticleOrder = 'NEWEST' | 'OLDEST' | 'FIRST_SEEN' | 'RELEVANCE';

/** A slice of an ordered list. Exactly one of first and last is set; cursors are those the store gave. */
export interface PageRequest {
  first?: number;
  last?: number;
  after?: string;
  before?: string;
}

/**
 * A slice, in the list's order whatever the direction it was asked in. On the side that a cursor was given for, there
 * is a page: the row of the cursor itself.
 */
export interface Page<T> {
  edges: { cursor: string; node: T }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}
