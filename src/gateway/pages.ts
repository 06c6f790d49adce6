import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { type GraphHouse, printGraph } from '../../schema/index.ts';
import { TelalError } from '../domain/error.ts';
import type { Log } from '../domain/ports.ts';
import { type Answer, createAnswer } from './answer.ts';
import { createFrontPage } from './front-page.ts';
import { createGraphiql } from './graphiql.ts';
import { DATA_HEADERS } from './headers.ts';
import { readListFeed } from './list-feed.ts';
import type { Metrics } from './metrics.ts';
import type { ResponseCache } from './response-cache.ts';
import type { GatewaySettings } from './settings.ts';
import { createStaticFiles } from './static-files.ts';
import { FEED_TYPES, type FeedFormat, writeFeed } from './write-feed.ts';

/** Everything that is not /graphql. */
export interface Pages {
  graphiql(): Answer;
  /** Undefined where there is nothing of that path. */
  find(request: IncomingMessage, path: string, search: string): Promise<Answer | undefined>;
}

const HOST = /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i;

export function createPages(house: {
  graph: GraphHouse;
  /** Throws where the store does not answer. */
  ready(): Promise<void>;
  settings: GatewaySettings;
  cache: ResponseCache;
  metrics: Metrics;
  log: Log;
}): Pages {
  const { graph, settings, cache, metrics, log } = house;
  const graphiql = createGraphiql();
  const frontPage = createFrontPage();
  const folder = settings.dashboard;
  const dashboard = folder !== null && existsSync(folder) ? createStaticFiles(folder) : null;
  const schemaText = createAnswer(printGraph(), {
    type: 'text/plain; charset=utf-8',
    headers: DATA_HEADERS,
    operation: 'page',
    keep: true,
  });

  return {
    graphiql: graphiql.page,
    async find(request, path, search) {
      switch (path) {
        case '/health':
          return json(200, { status: 'ok' });
        case '/ready':
          return ready();
        case '/metrics':
          return createAnswer(await metrics.text(), {
            type: metrics.contentType,
            headers: DATA_HEADERS,
            operation: 'metrics',
          });
        case '/schema.graphql':
          return schemaText;
        case '/feed.atom':
        case '/feed.json':
        case '/feed.csv':
          return feed(request, path, search, path.slice('/feed.'.length) as FeedFormat);
        case '/':
          return (await dashboard?.('/')) ?? frontPage;
      }
      if (path.startsWith('/graphiql/')) return graphiql.file(path.slice('/graphiql/'.length));
      return dashboard?.(path);
    },
  };

  async function ready(): Promise<Answer> {
    try {
      await house.ready();
      return json(200, { status: 'ready' });
    } catch (error) {
      log.warn({ err: error }, 'not ready');
      const reason = error instanceof TelalError ? error.message : 'The store does not answer.';
      return json(503, { status: 'not ready', reason });
    }
  }

  function feed(request: IncomingMessage, path: string, search: string, format: FeedFormat): Promise<Answer> {
    const host = request.headers.host ?? '';
    const address = new URL(`http://${HOST.test(host) ? host : 'localhost'}${path}${search ? `?${search}` : ''}`);
    return answerFeed(address, format);
  }

  async function answerFeed(address: URL, format: FeedFormat): Promise<Answer> {
    const key = `F${address.href}`;
    const make = async () => {
      try {
        return createAnswer(writeFeed(await readListFeed(graph, address, settings.timeLimitMs), format), {
          type: FEED_TYPES[format],
          headers: {
            ...DATA_HEADERS,
            ...(format === 'csv' ? { 'Content-Disposition': 'attachment; filename="telal.csv"' } : {}),
          },
          operation: 'feed',
          keep: true,
        });
      } catch (error) {
        if (error instanceof TelalError && error.code === 'BAD_USER_INPUT') return json(400, { error: error.message });
        if (error instanceof TelalError && error.code === 'QUERY_TOO_COMPLEX')
          return json(503, { error: error.message });
        throw error;
      }
    };
    return cache.peek(key) ?? cache.answer(key, make);
  }
}

function json(status: number, body: object): Answer {
  return createAnswer(JSON.stringify(body), {
    type: 'application/json; charset=utf-8',
    status,
    headers: DATA_HEADERS,
    operation: 'page',
    code: status < 400 ? 'OK' : 'BAD_USER_INPUT',
  });
}
