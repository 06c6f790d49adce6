import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Annotation } from '../../src/domain/annotation.ts';
import type { Article } from '../../src/domain/article.ts';
import type { PageDocument } from '../../src/domain/document.ts';
import type { ArticleFilter } from '../../src/domain/filter.ts';
import type { Catalog, FeedSource, Outlet } from '../../src/domain/knowledge.ts';
import type { Annotate, Log, ReadPage } from '../../src/domain/ports.ts';
import { createPoller, type Poller, type PollSettings } from '../../src/poll/poller.ts';
import { readPage } from '../../src/read/page.ts';
import { openStore } from '../../src/store/open-store.ts';

const quiet = () => {};
export const silent: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

export function outlet(
  slug: string,
  given: Partial<Omit<Outlet, 'feeds'>> & { feeds?: Partial<FeedSource>[] },
): Outlet {
  return {
    slug,
    name: slug,
    homepage: 'https://example.org/',
    country: 'RS',
    languages: ['sr-Latn'],
    article: { body: null, remove: [] },
    readPages: false,
    charset: null,
    timeZone: 'Europe/Belgrade',
    owner: null,
    kind: null,
    ...given,
    feeds: (given.feeds ?? []).map((feed) => ({
      url: '',
      kind: 'FEED',
      topics: [],
      language: null,
      links: null,
      ...feed,
    })),
  };
}

export function catalogOf(outlets: Outlet[]): Catalog {
  return {
    version: 'test',
    outlets,
    actors: [],
    topics: [],
    countries: [],
    outlet: (slug) => outlets.find((one) => one.slug === slug),
    actor: () => undefined,
    topic: () => undefined,
    topicByMediaTopic: () => undefined,
    country: () => undefined,
    topicPath: () => [],
    topicChildren: () => [],
  };
}

/** An understanding that knows only the language. */
export const annotate = (): Annotation => ({
  language: 'sr-Latn',
  countries: [],
  actors: [],
  topics: [],
  quotes: [],
  agency: null,
  version: 'test',
});

/** A poller over a real store in a file of its own, with a clock that the test sets. */
export async function openBench(
  outlets: Outlet[],
  options: { settings?: Partial<PollSettings>; readPage?: ReadPage; annotate?: Annotate; databaseUrl?: string } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'telal-poll-'));
  const store = await openStore(options.databaseUrl ?? `file:${join(folder, 'telal.db')}`);
  await store.migrate();
  const time = { now: Date.now() };
  const read: ReadPage = options.readPage ?? (async (bytes, hints): Promise<PageDocument> => readPage(bytes, hints));
  const open = (list: Outlet[]): Poller =>
    createPoller({
      store,
      catalog: catalogOf(list),
      annotate: options.annotate ?? annotate,
      readPage: read,
      clock: { now: () => time.now },
      log: silent,
      settings: { userAgent: 'Telal/test', allowHosts: ['127.0.0.1'], minHostDelayMs: 0, ...options.settings },
    });
  const pollers: Poller[] = [];
  const bench = {
    store,
    time,
    poller: open(outlets),
    /** A new process over the same store. */
    restart(list: Outlet[] = outlets) {
      bench.poller = open(list);
      pollers.push(bench.poller);
      return bench.poller;
    },
    async articles(filter: ArticleFilter = {}, first = 100): Promise<Article[]> {
      const page = await store.articles(filter, 'FIRST_SEEN', { first });
      return page.edges.map((edge) => edge.node);
    },
    async feed(slug: string) {
      const [feed] = await store.feedsOfOutlets([slug]);
      return feed!;
    },
    async close() {
      await Promise.all(pollers.map((one) => one.stop()));
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  pollers.push(bench.poller);
  return bench;
}
export type Bench = Awaited<ReturnType<typeof openBench>>;
