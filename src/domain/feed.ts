import type { FeedKind, FeedSource, OutletKind } from './knowledge.ts';
import type { Instant } from './text.ts';

/** SILENT: reachable, but quiet for more than twice its usual gap. */
export type HealthStatus = 'NEW' | 'HEALTHY' | 'SILENT' | 'FAILING' | 'DISABLED';

/** A feed with all that polling has learnt of it. */
export interface Feed {
  id: number;
  /** Slug. */
  outlet: string;
  url: string;
  kind: FeedKind;
  status: HealthStatus;
  lastFetchedAt: Instant | null;
  lastSucceededAt: Instant | null;
  nextFetchAt: Instant | null;
  consecutiveFailures: number;
  /** A plain sentence. */
  lastError: string | null;
  state: FeedState;
}

/** What the poller remembers between polls; only the poller reads it. */
export interface FeedState {
  etag: string | null;
  lastModified: string | null;
  /** Digest of the last body, to tell an unchanged 200. */
  bodyDigest: string | null;
  /** Where permanent redirects have led, and how many polls in a row agreed. */
  movedTo: string | null;
  movedCount: number;
  /** Publication times of the newest entries, newest first, for the interval. */
  recent: Instant[];
  /** A hub (WebSub) and until when it is subscribed. */
  hub: string | null;
  hubUntil: Instant | null;
}

/** What it remembers of a feed that was never polled. */
export const freshFeedState: FeedState = {
  etag: null,
  lastModified: null,
  bodyDigest: null,
  movedTo: null,
  movedCount: 0,
  recent: [],
  hub: null,
  hubUntil: null,
};

/** What one poll changes of a feed. */
export interface FeedOutcome {
  at: Instant;
  status: HealthStatus;
  nextFetchAt: Instant | null;
  /**
   * Null when the poll went well. Beside HEALTHY or SILENT it is no failure of the feed but tells what went wrong with
   * its pages; only FAILING and DISABLED count as failures.
   */
  error: string | null;
  state: FeedState;
  /** What is counted of it; nothing where it is no poll's. */
  result?: PollResult;
}

/** What a poll came to: new articles, changed ones, entries that are all known, a feed that stood still, or a failure. */
export type PollResult = 'new' | 'changed' | 'unchanged' | 'not_modified' | 'failed';

/** An outlet's health over all its feeds. */
export interface OutletHealth {
  status: HealthStatus;
  lastArticleAt: Instant | null;
  articlesLastDay: number;
  /** From publication to first seen, over the newest articles with a date of their own. */
  medianLagSeconds: number | null;
}

/** What a catalog's outlet is to the store. */
export interface OutletRow {
  slug: string;
  country: string;
  kind: OutletKind | null;
  owner: string | null;
  languages: string[];
  feeds: FeedSource[];
}
