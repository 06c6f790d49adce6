import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AnswerStore } from '../domain/answer-store.ts';
import type { Catalog } from '../domain/knowledge.ts';
import type { ResponseCache } from './response-cache.ts';

export interface Metrics {
  /** Counts an answered request; `seconds` is null for an answer that was at hand. */
  answered(operation: string, code: string, seconds: number | null): void;
  text(): Promise<string>;
  readonly contentType: string;
}

/** Figures in Prometheus' form: of this process, its answers and its cache, and of polling as the store knows it. */
export function createMetrics(sources: {
  store: AnswerStore;
  catalog: Catalog;
  cache: ResponseCache;
  streams: () => number;
  now: () => number;
}): Metrics {
  const { store, catalog, cache, streams, now } = sources;
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  // Counted in a plain map: finding a label's own counter costs more than a repeated answer may.
  const answered = new Map<string, Map<string, number>>();
  new Counter({
    name: 'telal_requests_total',
    help: 'GraphQL requests by first root field and code.',
    labelNames: ['operation', 'code'],
    registers,
    collect() {
      this.reset();
      for (const [operation, codes] of answered)
        for (const [code, count] of codes) this.inc({ operation, code }, count);
    },
  });
  const durations = new Histogram({
    name: 'telal_request_duration_seconds',
    help: 'Time to answer a GraphQL request that the cache could not.',
    labelNames: ['operation'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  for (const [name, help] of [
    ['hits', 'Answers taken from the response cache.'],
    ['misses', 'Answers that had to be made.'],
    ['shared', 'Answers shared with an equal request that was being answered.'],
  ] as const) {
    new Counter({
      name: `telal_cache_${name}_total`,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(cache.counts[name]);
      },
    });
  }
  gauge('telal_cache_bytes', 'Bytes of finished answers kept.', () => cache.bytes());
  gauge('telal_streams', 'Open subscriptions.', streams);
  gauge('telal_articles', 'Articles in the store.', () => store.countArticles({}));
  gauge('telal_store_generation', 'Grows with every committed change.', () => store.generation());

  const polls = new Counter({
    name: 'telal_polls_total',
    help: 'Polls of feeds by outlet and result, by all processes since the store was made.',
    labelNames: ['outlet', 'result'],
    registers,
  });
  const feeds = new Gauge({
    name: 'telal_feeds',
    help: 'Feeds that are due and wait for a poller, and feeds that are being polled.',
    labelNames: ['state'],
    registers,
  });
  const untold = plainGauge('telal_articles_without_story', 'Articles that wait for a story.');
  const size = plainGauge('telal_store_bytes', 'Room that the database takes.');
  const articles = outletGauge('telal_outlet_articles_last_day', 'New articles of the last 24 hours.', []);
  const lag = outletGauge('telal_outlet_lag_seconds', 'Median time from publication to store.', []);
  const status = outletGauge('telal_outlet_status', '1 for the status that an outlet has.', ['status']);
  const failures = outletGauge('telal_feed_failures', 'Consecutive failed polls of a feed.', ['feed']);

  return {
    contentType: registry.contentType,
    answered(operation, code, seconds) {
      const codes = answered.get(operation);
      if (codes) codes.set(code, (codes.get(code) ?? 0) + 1);
      else answered.set(operation, new Map([[code, 1]]));
      if (seconds !== null) durations.observe({ operation }, seconds);
    },
    async text() {
      await Promise.all([collectOutlets(), collectStore()]);
      return registry.metrics();
    },
  };

  function gauge(name: string, help: string, value: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await value());
      },
    });
  }

  function plainGauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers });
  }

  async function collectStore(): Promise<void> {
    const figures = await store.figures(now());
    polls.reset();
    for (const { outlet, result, polls: count } of figures.polls) polls.inc({ outlet, result }, count);
    feeds.set({ state: 'due' }, figures.feedsDue);
    feeds.set({ state: 'polling' }, figures.feedsUnderWay);
    untold.set(figures.articlesWithoutStory);
    size.set(figures.bytes);
  }

  function outletGauge(name: string, help: string, more: string[]): Gauge {
    return new Gauge({ name, help, labelNames: ['outlet', ...more], registers });
  }

  async function collectOutlets(): Promise<void> {
    const slugs = catalog.outlets.map((outlet) => outlet.slug);
    const [health, feeds] = await Promise.all([store.outletHealth(slugs, now()), store.feedsOfOutlets(slugs)]);
    for (const metric of [articles, lag, status, failures]) metric.reset();
    for (const [outlet, its] of health) {
      articles.set({ outlet }, its.articlesLastDay);
      if (its.medianLagSeconds !== null) lag.set({ outlet }, its.medianLagSeconds);
      status.set({ outlet, status: its.status }, 1);
    }
    for (const feed of feeds) failures.set({ outlet: feed.outlet, feed: feed.url }, feed.consecutiveFailures);
  }
}
