import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createActorMemory, createLive, type GraphHouse } from '../../schema/index.ts';
import type { AnswerStore } from '../domain/answer-store.ts';
import { TelalError } from '../domain/error.ts';
import type { Catalog } from '../domain/knowledge.ts';
import type { Log } from '../domain/ports.ts';
import type { GroupQuotes } from '../domain/story.ts';
import { readDocuments } from './documents.ts';
import { createGraphqlRoute } from './graphql-route.ts';
import { createMetrics } from './metrics.ts';
import { createPlans } from './operation-plans.ts';
import type { OtherRoute } from './other-route.ts';
import { createPages } from './pages.ts';
import { createPrepare } from './prepare-document.ts';
import { createRateLimit } from './rate-limit.ts';
import { createResponseCache } from './response-cache.ts';
import { createRouter } from './router.ts';
import { completeSettings, type GivenSettings } from './settings.ts';
import { createStreams } from './streams.ts';
import { traceRequests } from './trace-requests.ts';

/** The HTTP side of Telal. */
export interface Gateway {
  /** Not listening yet; whoever wants another way to listen may use it. */
  server: Server;
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Begins to answer; returns the address, with a slash at its end. */
  listen(at: { port: number; host: string }): Promise<string>;
  /** Lets running answers finish, tells streams that they end, and stops. */
  close(): Promise<void>;
}

/** Connections and headers are cut by Node itself; a request has so long to arrive. */
const ARRIVAL_MS = 30_000;

const eachAlone: GroupQuotes = (quotes) =>
  quotes.flatMap((quote) => (quote.speaker === null ? [] : [{ speaker: quote.speaker, quotes: [quote] }]));

export function createGateway(house: {
  store: AnswerStore & { ready(): Promise<void> };
  catalog: Catalog;
  settings?: GivenSettings;
  /** Tells which quotations of a story are one statement; without it each stands alone. */
  groupQuotes?: GroupQuotes;
  /** What is answered beside GraphQL and its pages: the hubs of WebSub. */
  others?: readonly OtherRoute[];
  log: Log;
  /** Tests set the time. */
  now?: () => number;
}): Gateway {
  const { store, catalog, log, now = Date.now } = house;
  const settings = completeSettings(house.settings ?? {});
  const actors = createActorMemory(store);
  const live = createLive(store, settings.timeLimitMs);
  const graph: GraphHouse = {
    store,
    catalog,
    actors,
    live,
    now,
    groupQuotes: house.groupQuotes ?? eachAlone,
    publicBodies: settings.publicBodies,
  };
  const trusted = settings.documents === null ? null : readDocuments(resolve(settings.documents), settings.limits);
  const prepare = createPrepare(settings.limits);
  const graphql = { graph, settings, log, trusted, prepare, findPlan: createPlans() };
  const cache = createResponseCache(store, settings.cacheBytes);
  const streams = createStreams(graphql);
  const metrics = createMetrics({ store, catalog, cache, now, streams: streams.count });
  const rateLimit = createRateLimit(settings.rateLimit);
  const pages = createPages({ graph, ready: () => store.ready(), settings, cache, metrics, log });
  const answerGraphql = createGraphqlRoute({ ...graphql, cache, streams, metrics, pages });
  const handle = traceRequests(
    createRouter({
      settings,
      rateLimit,
      pages,
      graphql: answerGraphql,
      others: house.others ?? [],
      log,
      now,
    }),
  );

  const server = createServer({ requestTimeout: ARRIVAL_MS, headersTimeout: 15_000, keepAliveTimeout: 65_000 }, handle);
  server.maxRequestsPerSocket = 0;

  return {
    server,
    handle,
    listen: ({ port, host }) =>
      new Promise((done, failed) => {
        server.once('error', (error: NodeJS.ErrnoException) => {
          const reason = error.code === 'EADDRINUSE' ? 'something listens there already' : error.message;
          failed(new TelalError('BAD_SETTING', `Cannot listen on ${host}:${port}: ${reason}.`, { cause: error }));
        });
        server.listen(port, host, () => {
          const { port: actual } = server.address() as AddressInfo;
          const name = host.includes(':') ? `[${host}]` : host;
          done(`http://${name}:${actual}/`);
        });
      }),
    async close() {
      live.close();
      cache.close();
      actors.close();
      if (!server.listening) return;
      const closed = new Promise<void>((done) => {
        server.close(() => done());
      });
      server.closeIdleConnections();
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), settings.graceMs);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
    },
  };
}
