import { setTimeout as sleep } from 'node:timers/promises';
import { type ScheduledTask, schedule } from 'node-cron';
import type { Feed } from '../domain/feed.ts';
import type { Catalog } from '../domain/knowledge.ts';
import type { PollStore } from '../domain/poll-store.ts';
import type { Annotate, Clock, Log, ReadPage } from '../domain/ports.ts';
import type { TellStory } from '../domain/story.ts';
import { createMemory } from './entry-memory.ts';
import { faultOf, fetchFailed } from './fault.ts';
import { createFetcher, type FetchLimits } from './fetch.ts';
import { createPoliteness } from './politeness.ts';
import { type FeedReport, type FeedTools, pollFeed } from './poll-feed.ts';
import type { Budget } from './process-entries.ts';
import { openReaders, type Readers } from './readers.ts';
import { createRobots } from './robots.ts';
import { createSaver } from './save-article.ts';
import { pollerName, takePlace } from './take-place.ts';
import { createSubscriber, type WebSubSettings } from './websub.ts';

export interface PollSettings {
  userAgent: string;
  /** Hosts, or host:port, that may stand on private addresses. */
  allowHosts: readonly string[];
  minHostDelayMs: number;
  /** Only these outlets; all where none are named. */
  only?: readonly string[];
  /** Requests at once, over all hosts. */
  slots?: number;
  /** Pages read for one feed in one tick; `run` reads all. */
  pagesPerPoll?: number;
  /** A feed that is well is polled at least this often, whatever it wishes; for demonstrations. */
  longestIntervalMs?: number;
  limits?: Partial<FetchLimits>;
  /** Days after which articles are removed from the store; older ones are not taken in. */
  keepDays?: number | null;
  /** Where hubs can reach this Telal; without it, none is asked. */
  webSub?: WebSubSettings | null;
}

export interface PollerParts {
  store: PollStore;
  catalog: Catalog;
  annotate: Annotate;
  /** Gives each article its story once it is stored. */
  tellStory?: TellStory;
  readPage: ReadPage;
  clock: Clock;
  log: Log;
  settings: PollSettings;
  /** Instead of the readers of src/read, in tests. */
  readers?: Readers;
  /** Told after each round that polled something. */
  onRound?: (reports: FeedReport[]) => void;
}

/** What one poll of all of an outlet's feeds came to: a line of `telal poll --once`. */
export interface OutletReport {
  outlet: string;
  feeds: number;
  new: number;
  changed: number;
  unchanged: number;
  /** Feeds that stood still; their articles are counted as unchanged only where this process has seen them. */
  stoodStill: number;
  /** Feeds that failed. */
  failed: number;
  /** Pages that could not be read; their articles have the feed's text. */
  pagesFailed: number;
  /** Why, in plain words, each once. */
  reasons: string[];
  /** False where no server of it answered. */
  reached: boolean;
}

export interface Poller {
  /** Polls what is due and not yet under way; resolves when these feeds are done. */
  tick(): Promise<FeedReport[]>;
  /** Polls once, reading every page: each feed that is due, or all feeds of the outlets named. `onOutlet` gets each outlet as it is done. */
  run(outlets?: string[], onOutlet?: (report: OutletReport) => void): Promise<OutletReport[]>;
  /** Ticks every few seconds until `stop`. Throws where the store has room for one poller and has one. */
  start(): Promise<void>;
  /** Ends ticking and what is under way; feeds not finished are for others to poll. */
  stop(): Promise<void>;
}

/** What a killed poller held is another's after so long; a living one renews it three times meanwhile. */
const leaseMs = 45_000;
const mostAtOnce = 300;
/** So many feeds are taken up at a time, with a moment between: a poller beside this one takes its share of what is due. */
const bite = 60;
const betweenBitesMs = 500;
const tickBudgetMs = 90_000;

export function createPoller(parts: PollerParts): Poller {
  const { store, catalog, clock, log, settings } = parts;
  const owner = pollerName();
  const politeness = createPoliteness({
    minHostDelayMs: settings.minHostDelayMs,
    slots: settings.slots ?? 48,
    now: () => clock.now(),
  });
  const fetcher = createFetcher({ ...settings, politeness, clock });
  const stopping = new AbortController();
  const underWay = new Map<number, Promise<unknown>>();
  const tools: FeedTools = {
    store,
    catalog,
    save: createSaver(store, parts.annotate, parts.tellStory),
    fetch: fetcher.fetch,
    robots: createRobots({ fetch: fetcher.fetch, politeness, userAgent: settings.userAgent, clock }),
    readPage: parts.readPage,
    readers: parts.readers ?? openReaders(),
    memory: createMemory(),
    clock,
    log,
    signal: stopping.signal,
    keepMs: settings.keepDays ? settings.keepDays * 86_400_000 : undefined,
    shortestMs: settings.longestIntervalMs,
    subscribe: settings.webSub
      ? createSubscriber({ settings: settings.webSub, post: fetcher.post, clock, log })
      : undefined,
  };
  let renewing: NodeJS.Timeout | undefined;
  let synced: Promise<void> | undefined;
  let claiming = false;
  let task: ScheduledTask | undefined;

  const sync = () => {
    synced ??= store.syncCatalog(catalog, clock.now()).catch((error) => {
      synced = undefined;
      throw error;
    });
    return synced;
  };

  /** Keeps the leases of what is under way, and the poller's place once it was started. */
  function renew(): void {
    renewing ??= setInterval(() => {
      if (underWay.size === 0 && task === undefined) {
        clearInterval(renewing);
        renewing = undefined;
        return;
      }
      store.renewLeases(owner, clock.now(), leaseMs, [...underWay.keys()]).catch((error) => {
        log.warn({ err: error }, 'the leases of feeds could not be renewed');
      });
    }, leaseMs / 3).unref();
  }

  /** Polls one feed; what fails in the store, or is stopped, is logged and left to its lease. */
  function begin(feed: Feed, budget: Budget): Promise<FeedReport | null> {
    const polling = pollFeed(feed, tools, budget)
      .catch((error) => {
        if (faultOf(error).kind !== 'ABORTED')
          log.error({ outlet: feed.outlet, feed: feed.url, err: error }, 'a poll was lost');
        return null;
      })
      .finally(() => underWay.delete(feed.id));
    underWay.set(feed.id, polling);
    renew();
    return polling;
  }

  /** Takes up some of what is due; true where there is more. */
  async function takeBite(polls: Promise<FeedReport | null>[]): Promise<boolean> {
    const limit = Math.min(bite, mostAtOnce - underWay.size);
    if (limit <= 0 || stopping.signal.aborted) return false;
    const among = settings.only?.length ? { among: settings.only } : {};
    const feeds = await store.claimFeeds({ now: clock.now(), limit, owner, leaseMs, ...among });
    const budget = { pages: settings.pagesPerPoll ?? 20, ms: tickBudgetMs };
    for (const feed of feeds) if (!underWay.has(feed.id)) polls.push(begin(feed, budget));
    return feeds.length === limit;
  }

  async function tick(): Promise<FeedReport[]> {
    if (claiming) return [];
    claiming = true;
    const polls: Promise<FeedReport | null>[] = [];
    try {
      await sync();
      while (await takeBite(polls)) await sleep(betweenBitesMs, undefined, { signal: stopping.signal });
    } catch (error) {
      if (!stopping.signal.aborted) throw error;
    } finally {
      claiming = false;
    }
    const reports = (await Promise.all(polls)).filter((report) => report !== null);
    if (reports.length > 0) {
      const failed = reports.filter((report) => report.failed).length;
      const added = reports.reduce((sum, report) => sum + report.new, 0);
      log.info({ feeds: reports.length, failed, new: added }, 'feeds were polled');
      parts.onRound?.(reports);
    }
    return reports;
  }

  async function run(outlets?: string[], onOutlet?: (report: OutletReport) => void): Promise<OutletReport[]> {
    await sync();
    // Someone asked for it now: leases that another poller left behind when it was killed do not count.
    const feeds = await store.claimFeeds({
      now: clock.now() + leaseMs,
      limit: 100_000,
      owner,
      leaseMs: 1,
      ...(outlets && outlets.length > 0 ? { outlets } : {}),
    });
    const budget = { pages: Number.POSITIVE_INFINITY, ms: Number.POSITIVE_INFINITY };
    const byOutlet = Map.groupBy(feeds, (feed) => feed.outlet);
    return Promise.all(
      [...byOutlet].map(async ([outlet, own]) => {
        const reports = await Promise.all(own.map((feed) => begin(feed, budget)));
        const report = summary(outlet, own, reports);
        onOutlet?.(report);
        return report;
      }),
    );
  }

  return {
    tick,
    run,
    async start() {
      if (task) return;
      await takePlace(store, owner, clock.now(), leaseMs);
      if (stopping.signal.aborted) return;
      const round = () => {
        tick().catch((error) => log.error({ err: error }, 'feeds could not be taken up'));
      };
      task = schedule('*/5 * * * * *', round, { timezone: 'Etc/UTC', noOverlap: true, suppressMissedWarning: true });
      renew();
      round();
    },
    async stop() {
      await task?.destroy();
      stopping.abort(fetchFailed('Polling was stopped.', { kind: 'ABORTED' }));
      await Promise.allSettled(underWay.values());
      clearInterval(renewing);
      await fetcher.close();
      await store.releaseLeases(owner).catch((error) => {
        log.warn({ err: error }, 'the leases of feeds could not be given back');
      });
    },
  };
}

function summary(outlet: string, feeds: readonly Feed[], reports: readonly (FeedReport | null)[]): OutletReport {
  const done = reports.filter((report) => report !== null);
  const sum = (count: (report: FeedReport) => number) => done.reduce((total, report) => total + count(report), 0);
  const lost = reports.length - done.length;
  const reasons = done.map((report) => report.error).filter((reason) => reason !== null);
  if (lost > 0) reasons.push('The store did not take it; see the log.');
  return {
    outlet,
    feeds: feeds.length,
    new: sum((report) => report.new),
    changed: sum((report) => report.changed),
    unchanged: sum((report) => report.unchanged),
    stoodStill: done.filter((report) => report.notModified).length,
    failed: lost + done.filter((report) => report.failed).length,
    pagesFailed: sum((report) => report.pagesFailed),
    reasons: [...new Set(reasons)],
    reached: done.some((report) => report.reached),
  };
}
