import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, sendAnswer } from './answer.ts';
import { answerGraphql, badRequestAnswer, type GraphqlHouse } from './answer-graphql.ts';
import { BadRequest, type GraphqlParams, paramsOfBody, paramsOfSearch } from './graphql-params.ts';
import { acceptedType, type MediaType } from './media-type.ts';
import type { Metrics } from './metrics.ts';
import type { Pages } from './pages.ts';
import { readBody } from './read-body.ts';
import type { ResponseCache } from './response-cache.ts';
import type { Streams } from './streams.ts';

export interface RequestInfo {
  /** The log knows the request by it. */
  id: string;
  address: string;
  /** Path and query string as sent. */
  path: string;
  search: string;
}

/** What the log says of an answered request. */
export interface Said {
  operation: string;
  code: string;
}

/** Answers /graphql. An answer that is at hand goes out in the same turn; `follow` is given what takes longer. */
export type GraphqlRoute = (
  request: IncomingMessage,
  response: ServerResponse,
  info: RequestInfo,
  follow: (answered: Promise<Said>) => void,
) => void;

export function createGraphqlRoute(
  house: GraphqlHouse & { cache: ResponseCache; streams: Streams; metrics: Metrics; pages: Pages },
): GraphqlRoute {
  const { cache, streams, metrics, pages, settings } = house;

  return (request, response, info, follow) => {
    const { method = 'GET' } = request;
    const isGet = method === 'GET' || method === 'HEAD';
    const { accept } = request.headers;
    const exchange: Exchange = {
      request,
      response,
      info,
      follow,
      type: acceptedType(accept),
      begun: performance.now(),
    };
    if (isGet && accept?.includes('text/html')) follow(sendPage(exchange));
    else if (exchange.type === null)
      refuse(
        exchange,
        new BadRequest(
          406,
          'The answer can be application/graphql-response+json, application/json or text/event-stream.',
        ),
      );
    else if (isGet) answer(exchange, info.search);
    else if (method === 'POST')
      readBody(
        request,
        settings.limits.body,
        (body) => answer(exchange, body),
        (reason) => refuse(exchange, reason),
      );
    else
      refuse(exchange, new BadRequest(405, 'Ask with GET or POST.', 'BAD_USER_INPUT', { Allow: 'GET, POST, OPTIONS' }));
  };

  function answer(exchange: Exchange, asked: string): void {
    const { request, response, info, follow, type } = exchange;
    if (type === 'text/event-stream') {
      follow(stream(exchange, asked));
      return;
    }
    const key = `${request.method === 'POST' ? 'P' : 'G'}${type}\n${asked}`;
    const kept = cache.peek(key);
    if (kept === undefined) follow(make(exchange, key, asked));
    else {
      metrics.answered(kept.operation, kept.code, null);
      const sent = sendAnswer(request, response, kept, info.id);
      if (sent) follow(sent.then(() => kept));
    }
  }

  async function make(exchange: Exchange, key: string, asked: string): Promise<Said> {
    const { request, info } = exchange;
    const type = exchange.type ?? 'application/json';
    let made: Answer;
    try {
      // Parameters are read before equal questions are put together: what is no request is nobody else's answer.
      const params = paramsOf(request, asked);
      made = await cache.answer(key, () =>
        answerGraphql(house, params, { id: info.id, method: request.method ?? 'GET', type }),
      );
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error;
      made = badRequestAnswer(error, type);
    }
    return send(exchange, made);
  }

  async function stream(exchange: Exchange, asked: string): Promise<Said> {
    const { request, response, info, begun } = exchange;
    try {
      await streams.serve(request, response, paramsOf(request, asked), info);
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error;
      return send(exchange, badRequestAnswer(error, 'text/event-stream'));
    }
    metrics.answered('stream', 'OK', (performance.now() - begun) / 1000);
    return { operation: 'stream', code: 'OK' };
  }

  function refuse(exchange: Exchange, reason: BadRequest): void {
    exchange.follow(send(exchange, badRequestAnswer(reason, exchange.type ?? 'application/json')));
  }

  async function send({ request, response, info, begun }: Exchange, made: Answer): Promise<Said> {
    await sendAnswer(request, response, made, info.id);
    metrics.answered(made.operation, made.code, (performance.now() - begun) / 1000);
    return made;
  }

  async function sendPage({ request, response, info }: Exchange): Promise<Said> {
    await sendAnswer(request, response, pages.graphiql(), info.id);
    return { operation: 'page', code: 'OK' };
  }
}

/** A request, how it is answered, and since when (milliseconds of the process's own clock). */
interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  info: RequestInfo;
  follow: (answered: Promise<Said>) => void;
  type: MediaType | null;
  begun: number;
}

/** What a body or, for a GET, the query string asks. */
function paramsOf(request: IncomingMessage, asked: string): GraphqlParams {
  return request.method === 'POST' ? paramsOfBody(asked) : paramsOfSearch(new URLSearchParams(asked));
}
