import type { Article, ArticleParts, ListedArticle, Quote, Revision, StoredActor } from './article.ts';
import type {
  ActorTrend,
  CoverageCell,
  Facet,
  Interval,
  KeyCount,
  Mention,
  StoryCount,
  TimelineBucket,
} from './counts.ts';
import type { Feed, OutletHealth, PollResult } from './feed.ts';
import type { ArticleFilter, ArticleOrder, Page, PageRequest } from './filter.ts';
import type { ActorKind } from './knowledge.ts';
import type { StoryStore } from './story.ts';
import type { CountryCode, Instant } from './text.ts';

/** Where answers come from. Every list is made in the database and costs a bounded number of statements. */
export interface AnswerStore
  extends Omit<StoryStore, 'placeArticle' | 'placements' | 'unplacedArticles' | 'newestPlaced'> {
  articlesByIds(ids: readonly number[]): Promise<(Article | null)[]>;
  /** By canonical address or any address it is known by. */
  articleByUrl(url: string): Promise<Article | null>;
  articles(filter: ArticleFilter, order: ArticleOrder, page: PageRequest): Promise<Page<Article>>;
  /** The same list, with no more of each article than was asked for. */
  listArticles(
    filter: ArticleFilter,
    order: ArticleOrder,
    page: PageRequest,
    parts: ArticleParts,
  ): Promise<Page<ListedArticle>>;
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
