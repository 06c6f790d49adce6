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

/** Answers /graphql; returns what the log says of it: nothing where the answer was at hand. */
export type GraphqlRoute = (
  request: IncomingMessage,
  response: ServerResponse,
  info: RequestInfo,
) => Promise<{ operation: string; code: string } | null>;

export function createGraphqlRoute(
  house: GraphqlHouse & { cache: ResponseCache; streams: Streams; metrics: Metrics; pages: Pages },
): GraphqlRoute {
  const { cache, streams, metrics, pages, settings } = house;

  return async (request, response, info) => {
    const begun = performance.now();
    const method = request.method ?? 'GET';
    const isGet = method === 'GET' || method === 'HEAD';
    if (isGet && request.headers.accept?.includes('text/html')) {
      await sendAnswer(request, response, pages.graphiql(), info.id);
      return { operation: 'page', code: 'OK' };
    }
    const type = acceptedType(request.headers.accept);
    let answer: Answer;
    try {
      if (type === null)
        throw new BadRequest(
          406,
          'The answer can be application/graphql-response+json, application/json or text/event-stream.',
        );
      if (!isGet && method !== 'POST')
        throw new BadRequest(405, 'Ask with GET or POST.', 'BAD_USER_INPUT', { Allow: 'GET, POST, OPTIONS' });
      const asked = isGet ? info.search : await readBody(request, settings.limits.body);
      const read = (): GraphqlParams => (isGet ? paramsOfSearch(new URLSearchParams(asked)) : paramsOfBody(asked));
      if (type === 'text/event-stream') {
        await streams.serve(request, response, read(), info);
        metrics.answered('stream', 'OK', (performance.now() - begun) / 1000);
        return { operation: 'stream', code: 'OK' };
      }
      const key = `${isGet ? 'G' : 'P'}${type}\n${asked}`;
      const kept = cache.peek(key);
      if (kept) {
        await sendAnswer(request, response, kept, info.id);
        metrics.answered(kept.operation, kept.code, null);
        return null;
      }
      answer = await answerOnce(key, read, { id: info.id, method, type });
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error;
      answer = badRequestAnswer(error, type ?? 'application/json');
    }
    await sendAnswer(request, response, answer, info.id);
    metrics.answered(answer.operation, answer.code, (performance.now() - begun) / 1000);
    return answer;
  };

  /** Parameters are read before equal questions are put together: what is no request is nobody else's answer. */
  function answerOnce(
    key: string,
    read: () => GraphqlParams,
    request: { id: string; method: string; type: MediaType },
  ) {
    const params = read();
    return cache.answer(key, () => answerGraphql(house, params, request));
  }
}
