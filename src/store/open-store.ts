import { TelalError } from '../domain/error.ts';
import type { Log } from '../domain/ports.ts';
import type { Store } from '../domain/store.ts';
import { actorByWikidataId, actors, actorsBySlugs, countActors, foundPeople } from './actors.ts';
import { articleByUrl, articlesByIds } from './article-rows.ts';
import { arrivals, articles, countArticles, lastArrival, listArticles } from './articles.ts';
import { BlockIndex } from './block-index.ts';
import { checkStore } from './check-store.ts';
import { beginPolling, claimFeeds, releaseLeases, renewLeases } from './claim-feeds.ts';
import type { Engine } from './engine.ts';
import { coActors, coverageMatrix, facet } from './facets.ts';
import { feedsByIds, feedsOfOutlets, finishFeed } from './feeds.ts';
import { figures } from './figures.ts';
import { endJob, keepJob, takeJob } from './jobs.ts';
import { joinActors, keepFormerSlugs } from './join-actors.ts';
import { copyCandidates, knownArticles, staleArticles } from './known-articles.ts';
import { mentionsOf, quotesByIds, quotesOf, revisionsOf } from './mentions.ts';
import { checkReady, migrate } from './migrate.ts';
import { nearestActors } from './nearest-actors.ts';
import { outletHealth } from './outlet-health.ts';
import { newestPlaced, placeArticle, placements, storyPosition, unplacedArticles } from './place-article.ts';
import { openPostgres } from './postgres-engine.ts';
import { countQuotes, quotes } from './quotes.ts';
import { removeArticles } from './remove-articles.ts';
import { newTagMemory, saveAnnotation, saveArticle, saveArticles } from './save-article.ts';
import { openSqlite } from './sqlite-engine.ts';
import { storedArticles } from './stored-articles.ts';
import {
  countStories,
  stories,
  storiesAfter,
  storiesByIds,
  storyCounts,
  storyHeadlines,
  storyQuotes,
} from './stories.ts';
import { syncCatalog } from './sync-catalog.ts';
import { limited } from './time-limit.ts';
import { timeline } from './timeline.ts';
import { traceEngine } from './trace-engine.ts';
import { trendingActors } from './trending-actors.ts';

export interface StoreOptions {
  /** Nothing can be written through it. */
  readOnly?: boolean;
  /** A PostgreSQL replica for answers (DATABASE_READ_URL). */
  readUrl?: string;
  log?: Log;
  /** Little of the store is kept in memory, for what goes through all of it once. */
  frugal?: boolean;
}

/** The engine that a URL names. */
async function openEngine(url: string, options: StoreOptions): Promise<Engine> {
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url, options);
  if (url === ':memory:' || url.startsWith('file:')) return openSqlite(url, options);
  const shown = url.replace(/\/\/[^@/]*@/, '//…@').slice(0, 80);
  throw new TelalError(
    'BAD_SETTING',
    `DATABASE_URL is "${shown}", which names no store: use file:PATH, :memory: or postgres://….`,
  );
}

/** The Store's calls over any engine. */
export function storeOver(engine: Engine): Store {
  const memory = newTagMemory();
  const index = new BlockIndex(engine);
  return {
    migrate: () => migrate(engine),
    ready: () => checkReady(engine),
    statementCount: () => engine.statementCount(),
    close: () => engine.close(),

    syncCatalog: (catalog, now) => syncCatalog(engine, catalog, now),
    claimFeeds: (request) => claimFeeds(engine, request),
    beginPolling: (owner, now, leaseMs) => beginPolling(engine, owner, now, leaseMs),
    renewLeases: (owner, now, leaseMs, feeds) => renewLeases(engine, owner, now, leaseMs, feeds),
    releaseLeases: (owner) => releaseLeases(engine, owner),
    finishFeed: (id, outcome) => finishFeed(engine, id, outcome),
    knownArticles: (keys) => knownArticles(engine, keys),
    copyCandidates: (bands, since, until) => copyCandidates(engine, bands, since, until),
    saveArticle: (draft) => saveArticle(engine, memory, draft),
    saveArticles: (drafts) => saveArticles(engine, memory, drafts),
    saveAnnotation: (id, annotation) => saveAnnotation(engine, memory, id, annotation),
    foundPeople: (request) => foundPeople(engine, request),
    joinActors: (joins) => joinActors(engine, joins),
    keepFormerSlugs: (joins) => keepFormerSlugs(engine, joins),
    staleArticles: (version, afterId, limit, since) => staleArticles(engine, version, afterId, limit, since),

    placeArticle: (request) => placeArticle(engine, request),
    placements: (after, since, limit) => placements(engine, after, since, limit),
    unplacedArticles: (afterId, since, limit) => unplacedArticles(engine, afterId, since, limit),
    newestPlaced: () => newestPlaced(engine),
    storiesByIds: (ids) => storiesByIds(engine, ids),
    stories: (request, order, page) => stories(engine, request, order, page),
    countStories: (request) => countStories(engine, request),
    storyHeadlines: (ids) => storyHeadlines(engine, ids),
    storyCounts: (ids, facet) => storyCounts(engine, ids, facet),
    storyQuotes: (ids) => storyQuotes(engine, ids),
    storiesAfter: (position, filter, limit) => storiesAfter(engine, position, filter, limit),
    storyPosition: () => storyPosition(engine),

    articlesByIds: (ids) => articlesByIds(engine, ids),
    articleByUrl: (url) => articleByUrl(engine, url),
    articles: (filter, order, page) => articles(index, filter, order, page),
    listArticles: (filter, order, page, parts) => listArticles(index, filter, order, page, parts),
    countArticles: (filter) => countArticles(index, filter),
    facet: (filter, name, options) => facet(index, filter, name, options),
    timeline: (filter, interval, timeZone) => timeline(index, filter, interval, timeZone),
    coverageMatrix: (filter) => coverageMatrix(index, filter),

    countryMentions: (ids) => mentionsOf(engine, 'countries', ids),
    actorMentions: (ids) => mentionsOf(engine, 'actors', ids),
    topicMentions: (ids) => mentionsOf(engine, 'topics', ids),
    quotesOf: (ids) => quotesOf(engine, ids),
    revisionsOf: (ids) => revisionsOf(engine, ids),
    quotesByIds: (ids) => quotesByIds(engine, ids),
    quotes: (request, page) => quotes(engine, request, page),
    countQuotes: (request) => countQuotes(engine, request),

    actorsBySlugs: (slugs) => actorsBySlugs(engine, slugs),
    actorByWikidataId: (id) => actorByWikidataId(engine, id),
    actors: (request, page) => actors(engine, request, page),
    countActors: (request) => countActors(engine, request),
    nearestActors: (slug) => nearestActors(engine, slug),
    coActors: (slug, filter, options) => coActors(index, slug, filter, options),
    trendingActors: (filter, window, first) => trendingActors(engine, filter, window, first),

    takeJob: (turn) => takeJob(engine, turn),
    keepJob: (turn) => keepJob(engine, turn),
    endJob: (job, owner) => endJob(engine, job, owner),

    storedArticles: (afterId, limit, since) => storedArticles(engine, afterId, limit, since),
    removeArticles: (before) => removeArticles(engine, before),
    backup: (file) => engine.backup(file),
    check: () => checkStore(engine),

    feedsOfOutlets: (slugs) => feedsOfOutlets(engine, slugs),
    feedsByIds: (ids) => feedsByIds(engine, ids),
    outletHealth: (slugs, now) => outletHealth(engine, slugs, now),

    arrivals: (filter, after, limit) => arrivals(engine, filter, after, limit),
    lastArrival: () => lastArrival(engine),
    figures: (now) => figures(engine, now),
    generation: async () => (await engine.get<{ generation: number }>('SELECT generation FROM state'))?.generation ?? 0,
    limited,
    watch: (listener) => engine.watch(listener),
  };
}

/**
 * Opens the store that a URL names: `:memory:`, `file:` with a path (a relative one starts at the folder of the
 * process; missing folders are made), or a PostgreSQL database with `postgres://`. Call `migrate` before the first use.
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  return storeOver(traceEngine(await openEngine(url, options)));
}
