import type { Annotation } from './annotation.ts';
import type { Article, DateSource, Quote, Revision, StoredActor } from './article.ts';
import type { Image } from './document.ts';
import type { Feed, FeedOutcome, OutletHealth, PollResult } from './feed.ts';
import type { ArticleFilter, ArticleOrder, Page, PageRequest } from './filter.ts';
import type { ActorKind, Catalog } from './knowledge.ts';
import type { StoryLink, StoryStore } from './story.ts';
import type { CountryCode, Instant, TextSpan } from './text.ts';

/** What search reads of a text, folded by the store's own rules, and how many words a reader sees. */
export interface PreparedText {
  headline: string;
  summary: string;
  body: string;
  /** Words that the body repeats. */
  focus: string;
  wordCount: number;
}

/** An article as the poller or an import hands it over. */
export interface ArticleDraft {
  /**
   * Everything this article may be known by: `url:…` for each address in canonical form, `guid:FEED:…` for the
   * feed's own identifier. The first is its main one. An article with any of these keys is the same article.
   */
  keys: string[];
  url: string;
  outlet: string;
  headline: string;
  summary: string | null;
  body: string | null;
  authors: string[];
  image: Image | null;
  sections: string[];
  /** Slugs of the topics that its feed is about; those of several feeds are kept together. */
  feedTopics?: string[];
  /** `seenAt` where no date can be believed; the source says so. */
  publishedAt: Instant;
  publishedAtSource: DateSource;
  seenAt: Instant;
  annotation: Annotation;
  /** Its text as `prepareText` makes it, where another thread has done that already. */
  prepared?: PreparedText;
  /** Bands of the text's signature; two texts with one in common may be copies. */
  copyBands: string[];
  copyOf: number | null;
  /** The same by its address, for one that comes in the same call of `saveArticles`; a new article points to it. */
  copyOfUrl?: string | null;
  /** Stored articles, published later, that turn out to repeat this one: from now on they point to it. */
  copiedBy?: number[];
  /** The story it had in the store that it comes from. */
  story?: StoryLink | null;
  /** Earlier states, oldest first, of an imported article. */
  revisions?: Omit<Revision, 'number'>[];
}

/** What became of a draft. A change of headline, summary or body keeps the former state as a Revision. */
export interface SaveOutcome {
  id: number;
  outcome: 'new' | 'changed' | 'unchanged';
}

/** What the store holds under a key. */
export interface KnownArticle {
  id: number;
  headline: string;
  summary: string | null;
  body: string | null;
  publishedAt: Instant;
  publishedAtSource: DateSource;
}

/** A text that may be the same as another. */
export interface CopyCandidate {
  id: number;
  outlet: string;
  publishedAt: Instant;
  headline: string;
  body: string;
}

export type Facet = 'countries' | 'publisherCountries' | 'actors' | 'topics' | 'outlets' | 'languages';
export type Interval = 'HOUR' | 'DAY' | 'WEEK' | 'MONTH';
/** `key` is a code or slug. */
export interface KeyCount {
  key: string;
  count: number;
}
/** How often a key stands among the articles of a story. */
export interface StoryCount extends KeyCount {
  story: number;
}
export interface TimelineBucket {
  start: Instant;
  count: number;
}
export interface CoverageCell {
  publisher: CountryCode;
  about: CountryCode;
  count: number;
}
export interface ActorTrend {
  actor: string;
  count: number;
  /** Articles expected in a window of this length, from the windows before it. */
  baseline: number;
  /** How surprising the count is; above 0 more than expected. */
  score: number;
}

/** A tag of one article as stored. `key` is a code or slug. */
export interface Mention {
  articleId: number;
  key: string;
  count: number;
  /** Salience, or a topic's confidence. */
  weight: number;
  evidence: TextSpan[];
}

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
   * takes the draft's annotation, so that should be of the text as it will stand (`knownArticles` tells what is there).
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
  /** Articles whose annotation was not made with `version`, ascending by id, after `afterId`. */
  staleArticles(version: string, afterId: number, limit: number, since?: Instant): Promise<Article[]>;
}

/** Where answers come from. Every list is made in the database and costs a bounded number of statements. */
export interface AnswerStore
  extends Omit<StoryStore, 'placeArticle' | 'placements' | 'unplacedArticles' | 'newestPlaced'> {
  articlesByIds(ids: readonly number[]): Promise<(Article | null)[]>;
  /** By canonical address or any address it is known by. */
  articleByUrl(url: string): Promise<Article | null>;
  articles(filter: ArticleFilter, order: ArticleOrder, page: PageRequest): Promise<Page<Article>>;
  countArticles(filter: ArticleFilter): Promise<number>;
  /** Most frequent first, then by key. */
  facet(filter: ArticleFilter, facet: Facet, options: { first: number; actorKind?: ActorKind }): Promise<KeyCount[]>;
  /** Gapless from the first to the last match (or the filter's published range, where given); buckets start on local time. */
  timeline(filter: ArticleFilter, interval: Interval, timeZone: string): Promise<TimelineBucket[]>;
  coverageMatrix(filter: ArticleFilter): Promise<CoverageCell[]>;

  /** The same for each of some stories: all keys, most frequent first, then by key. */
  storyCounts(stories: readonly number[], facet: Facet): Promise<StoryCount[]>;

  /** Mentions of many articles at once, most salient first within each. */
  countryMentions(articleIds: readonly number[]): Promise<Mention[]>;
  actorMentions(articleIds: readonly number[]): Promise<Mention[]>;
  topicMentions(articleIds: readonly number[]): Promise<Mention[]>;
  quotesOf(articleIds: readonly number[]): Promise<Quote[]>;
  /** Every state of the articles that changed, oldest first, the current one last; none of one that never changed. */
  revisionsOf(articleIds: readonly number[]): Promise<(Revision & { articleId: number })[]>;
  quotesByIds(ids: readonly number[]): Promise<(Quote | null)[]>;
  /** Newest article first, then by place in it. `speaker` is an actor's slug; `search` as in ArticleFilter, over the quoted words. */
  quotes(
    request: { filter: ArticleFilter; speaker?: string; search?: string },
    page: PageRequest,
  ): Promise<Page<Quote>>;
  countQuotes(request: { filter: ArticleFilter; speaker?: string; search?: string }): Promise<number>;

  actorsBySlugs(slugs: readonly string[]): Promise<(StoredActor | null)[]>;
  actorByWikidataId(id: string): Promise<StoredActor | null>;
  /** `search` matches any known form in any script, best match first; without it, the most mentioned first. */
  actors(
    request: { search?: string; kind?: ActorKind; country?: CountryCode },
    page: PageRequest,
  ): Promise<Page<StoredActor>>;
  countActors(request: { search?: string; kind?: ActorKind; country?: CountryCode }): Promise<number>;
  /** The known slugs nearest to a wrong one, at most 3. */
  nearestActors(slug: string): Promise<string[]>;
  coActors(slug: string, filter: ArticleFilter, options: { kind?: ActorKind; first: number }): Promise<KeyCount[]>;
  trendingActors(filter: ArticleFilter, window: { from: Instant; to: Instant }, first: number): Promise<ActorTrend[]>;

  feedsOfOutlets(slugs: readonly string[]): Promise<Feed[]>;
  feedsByIds(ids: readonly number[]): Promise<(Feed | null)[]>;
  outletHealth(slugs: readonly string[], now: Instant): Promise<Map<string, OutletHealth>>;

  /** Articles of the filter that arrived after the cursor of a FIRST_SEEN edge (null: none before now), in order of arrival. */
  arrivals(filter: ArticleFilter, after: string, limit: number): Promise<{ cursor: string; node: Article }[]>;
  /** The cursor of the newest arrival, for a subscriber that begins now. */
  lastArrival(): Promise<string>;
  /** What those who watch a store are told of it. */
  figures(now: Instant): Promise<StoreFigures>;
  /** Grows with every committed change, whichever process made it. */
  generation(): Promise<number>;
  /**
   * Runs `work`. When the signal aborts, what it has asked of the store is given up with the signal's reason, and stopped
   * in the database.
   */
  limited<T>(signal: AbortSignal, work: () => T): T;
  /** Calls `listener`, without waiting for it, soon after (within 50 ms of) any commit of any process; returns how to stop. */
  watch(listener: () => void): () => void;
}

/** Figures of a store, the same whichever process asks. */
export interface StoreFigures {
  /** Polls since the store was made, by outlet and result. */
  polls: { outlet: string; result: PollResult; polls: number }[];
  /** Feeds whose time has come and that nobody polls yet, and those that are being polled. */
  feedsDue: number;
  feedsUnderWay: number;
  articlesWithoutStory: number;
  /** Room that the database takes. */
  bytes: number;
}

/** One article with all that the store knows of it. */
export interface StoredArticle {
  article: Article;
  /** The main one first. */
  keys: string[];
  annotation: Annotation;
  /** Every state, oldest first, the current one last; empty where it never changed. */
  revisions: Revision[];
  /** Address of the article that this one repeats. */
  copyOfUrl: string | null;
  /** Null for one that no story has been found for yet. */
  story: StoryLink | null;
}

/** What keeping a store asks for: taking everything out, and looking whether all is well. */
export interface KeepStore {
  /** Articles with an id above `afterId`, ascending, published at or after `since`. */
  storedArticles(afterId: number, limit: number, since?: Instant): Promise<StoredArticle[]>;
  /** Removes every article published before an instant, with all that hangs on it; tells how many. */
  removeArticles(before: Instant): Promise<number>;
  /** Writes a copy that can be opened as a store, while others read and write. Embedded stores only. */
  backup(file: string): Promise<void>;
  /** Looks whether the store is whole; each finding is a plain sentence, none where all is well. */
  check(): Promise<string[]>;
}

/** A job that one process alone does, and who asks for it. */
export interface JobTurn {
  job: string;
  owner: string;
  now: Instant;
  leaseMs: number;
}

/** Jobs that one process alone does, among any number that want to. */
export interface JobStore {
  /**
   * True for one caller for each time `at`: the job is its own until `now + leaseMs`. False for all others, and for
   * everyone while the owner of an earlier time is at work. Times go forward.
   */
  takeJob(turn: JobTurn & { at: Instant }): Promise<boolean>;
  /** Makes it last until `now + leaseMs`. */
  keepJob(turn: JobTurn): Promise<void>;
  /** Tells that it is done. */
  endJob(job: string, owner: string): Promise<void>;
}

/** The whole store, over one of the engines. */
export interface Store extends JobStore, PollStore, AnswerStore, StoryStore, KeepStore {
  /** Brings the tables to this version; safe to call by many at once. Returns how many migrations ran. */
  migrate(): Promise<number>;
  /** Throws a TelalError where the store does not answer or is not migrated. */
  ready(): Promise<void>;
  /** Statements run since the start, for tests and metrics. */
  statementCount(): number;
  close(): Promise<void>;
}
