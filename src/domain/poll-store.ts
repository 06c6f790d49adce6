import type { Annotation } from './annotation.ts';
import type { Article } from './article.ts';
import type { ArticleDraft, CopyCandidate, KnownArticle, SaveOutcome } from './draft.ts';
import type { Feed, FeedOutcome } from './feed.ts';
import type { Catalog } from './knowledge.ts';
import type { Instant } from './text.ts';

/** An actor on no list who turned out to be another: what was `slug` is `into`, and `name` is the name to show. */
export interface ActorJoin {
  slug: string;
  into: string;
  name: string;
}

/** Where polling keeps what it knows. */
export interface PollStore {
  /** Makes outlets, feeds and curated actors those of the catalog; feeds that are gone there become DISABLED. Cheap where nothing changed. */
  syncCatalog(catalog: Catalog, now: Instant): Promise<void>;
  /**
   * Feeds whose time has come (with `outlets`: all feeds of these, due or not), leased to `owner` until `now + leaseMs`,
   * so that no other poller takes them. Oldest due first. A host (and an outlet) is one poller's until its leases end:
   * what is due there is given to no other.
   */
  claimFeeds(request: {
    now: Instant;
    limit: number;
    owner: string;
    leaseMs: number;
    outlets?: string[];
    /** Only feeds of these outlets, when their time has come. */
    among?: readonly string[];
  }): Promise<Feed[]>;
  /**
   * Takes the place of the poller of an embedded store until `now + leaseMs`; null, or the name of the one that has it.
   * On a server there is room for many: always null.
   */
  beginPolling(owner: string, now: Instant, leaseMs: number): Promise<string | null>;
  /**
   * Makes these feeds, their hosts and the poller's place last until `now + leaseMs`, where `owner` still holds them;
   * what it holds beside them ends with its lease.
   */
  renewLeases(owner: string, now: Instant, leaseMs: number, feeds: readonly number[]): Promise<void>;
  /** Gives back all that `owner` holds. */
  releaseLeases(owner: string): Promise<void>;
  /** Stores a poll's outcome and ends the lease. */
  finishFeed(id: number, outcome: FeedOutcome): Promise<void>;
  /** Known articles by key; keys not known are missing. */
  knownArticles(keys: string[]): Promise<Map<string, KnownArticle>>;
  /** Texts published in that time (some weeks) that share a band, the oldest first, at most 20. */
  copyCandidates(bands: string[], since: Instant, until: Instant): Promise<CopyCandidate[]>;
  /**
   * One transaction: article, revision, tags, quotes, keys, event. Nothing of it is seen before all of it is.
   * Keys that point to several articles mean that of the first key. What a known article lacks is filled in, and
   * what the draft lacks stays: a missing body never erases a known one. Only a headline, summary or body that was
   * known and is another now makes a revision; text that was not known before is filled in as `unchanged`. The time of
   * publication stays, unless it was only that of the first sight and the draft brings a better one. A changed text
   * takes the draft's annotation, so that should be of the text as it will stand (`knownArticles` tells what is there);
   * so does one of which the draft brings another section or topic of a feed, unless that annotation has no version.
   * Saves that are waiting together are committed together: many at once are quicker than one by one.
   */
  saveArticle(draft: ArticleDraft): Promise<SaveOutcome>;
  /** Many at once, in one transaction and in their order: as many calls of `saveArticle`, but quicker by far. */
  saveArticles(drafts: readonly ArticleDraft[]): Promise<SaveOutcome[]>;
  /** Replaces the annotation of a stored article. */
  saveAnnotation(articleId: number, annotation: Annotation): Promise<void>;
  /** People on no list, ascending by id, after `after`; without it the last `limit` of them. */
  foundPeople(request: { after?: number; limit: number }): Promise<{ id: number; slug: string; name: string }[]>;
  /**
   * Makes two actors on no list one: articles, quotations and names are the other's from now on, and the former slug
   * goes on to mean it wherever a slug is asked for or stored. What is joined already, or stored nowhere, stays as it is.
   */
  joinActors(joins: readonly ActorJoin[]): Promise<void>;
  /** The same of joins that another store made: a former slug that nobody is stored under is known as one from now on. */
  keepFormerSlugs(joins: readonly ActorJoin[]): Promise<void>;
  /** Articles whose annotation was not made with `version`, ascending by id, after `afterId`. */
  staleArticles(version: string, afterId: number, limit: number, since?: Instant): Promise<Article[]>;
}
