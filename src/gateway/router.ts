import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../domain/ports.ts';
import { sendAnswer } from './answer.ts';
import { badRequestAnswer, errorAnswer, presented } from './answer-graphql.ts';
import { BadRequest } from './graphql-params.ts';
import type { GraphqlRoute } from './graphql-route.ts';
import { PREFLIGHT_HEADERS } from './headers.ts';
import { answerOther, type OtherRoute } from './other-route.ts';
import type { Pages } from './pages.ts';
import { addressOf, type RateLimit } from './rate-limit.ts';
import type { GatewaySettings } from './settings.ts';

/** Takes each request to where it is answered, and sees to it that it is. */
export function createRouter(house: {
  settings: GatewaySettings;
  rateLimit: RateLimit;
  pages: Pages;
  graphql: GraphqlRoute;
  others: readonly OtherRoute[];
  log: Log;
  now: () => number;
}): (request: IncomingMessage, response: ServerResponse) => void {
  const { settings, rateLimit, pages, graphql, others, log, now } = house;
  const run = randomBytes(4).toString('hex');
  let count = 0;

  return (request, response) => {
    count += 1;
    const id = `${run}-${count.toString(36)}`;
    const begun = performance.now();
    const follow = (answered: Promise<object>) => {
      answered.then(
        (said) =>
          log.debug(
            {
              request: id,
              method: request.method,
              path: request.url?.slice(0, 200),
              status: response.statusCode,
              ms: Math.round((performance.now() - begun) * 10) / 10,
              ...said,
            },
            'answered',
          ),
        (error) => fail(request, response, id, error),
      );
    };
    try {
      answer(request, response, id, follow);
    } catch (error) {
      fail(request, response, id, error);
    }
  };

  function answer(
    request: IncomingMessage,
    response: ServerResponse,
    id: string,
    follow: (answered: Promise<object>) => void,
  ): void {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, PREFLIGHT_HEADERS);
      response.end();
      return;
    }
    const target = request.url ?? '/';
    const mark = target.indexOf('?');
    const path = mark < 0 ? target : target.slice(0, mark);
    const search = mark < 0 ? '' : target.slice(mark + 1);
    const isGraphql = path === '/graphql' || path === '/graphql/';
    const address = addressOf(request, settings.proxies);
    if (isGraphql || path.startsWith('/feed.')) {
      const wait = rateLimit(address, now());
      if (wait > 0)
        throw new BadRequest(
          429,
          `More than ${settings.rateLimit} requests a minute came from this address; wait ${wait} s.`,
          'RATE_LIMITED',
          {
            'Retry-After': String(wait),
          },
        );
    }
    if (isGraphql) graphql(request, response, { id, address, path, search }, follow);
    else follow(answerPage(request, response, { id, path, search }));
  }

  async function answerPage(
    request: IncomingMessage,
    response: ServerResponse,
    { id, path, search }: { id: string; path: string; search: string },
  ): Promise<object> {
    const other = others.find((route) => path.startsWith(route.prefix));
    if (other) return answerOther(other, request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new BadRequest(405, 'Only GET is answered here.', 'BAD_USER_INPUT', { Allow: 'GET, HEAD' });
    const found = await pages.find(request, path, search);
    if (!found) throw new BadRequest(404, 'There is nothing here.');
    await sendAnswer(request, response, found, id);
    return {};
  }

  function fail(request: IncomingMessage, response: ServerResponse, id: string, error: unknown): void {
    if (response.headersSent || response.destroyed) {
      if (!response.writableEnded) response.destroy();
      log.debug({ request: id, err: error }, 'the connection ended early');
      return;
    }
    const known = error instanceof BadRequest;
    if (!known) log.error({ request: id, err: error }, 'a request failed');
    const refusal = known
      ? badRequestAnswer(error, 'application/json')
      : errorAnswer(
          [presented('INTERNAL_SERVER_ERROR', `Something went wrong here; the log knows it as ${id}.`, { id })],
          'application/json',
          500,
        );
    sendAnswer(request, response, refusal, id)?.catch(() => response.destroy());
  }
}
