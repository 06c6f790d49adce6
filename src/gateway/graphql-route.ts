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
    const begun = performance.now();
    const { method = 'GET' } = request;
    const isGet = method === 'GET' || method === 'HEAD';
    const { accept } = request.headers;
    if (isGet && accept?.includes('text/html')) {
      follow(sendPage());
      return;
    }
    const type = acceptedType(accept);
    if (type === null)
      refuse(
        new BadRequest(
          406,
          'The answer can be application/graphql-response+json, application/json or text/event-stream.',
        ),
      );
    else if (isGet) answer(type, info.search, () => paramsOfSearch(new URLSearchParams(info.search)));
    else if (method === 'POST')
      readBody(request, settings.limits.body, (body) => answer(type, body, () => paramsOfBody(body)), refuse);
    else refuse(new BadRequest(405, 'Ask with GET or POST.', 'BAD_USER_INPUT', { Allow: 'GET, POST, OPTIONS' }));

    function answer(type: MediaType, asked: string, read: () => GraphqlParams): void {
      if (type === 'text/event-stream') {
        follow(stream(read));
        return;
      }
      const key = `${isGet ? 'G' : 'P'}${type}\n${asked}`;
      const kept = cache.peek(key);
      if (kept === undefined) follow(make(key, type, read));
      else {
        metrics.answered(kept.operation, kept.code, null);
        const sent = sendAnswer(request, response, kept, info.id);
        if (sent) follow(sent.then(() => kept));
      }
    }

    async function make(key: string, type: MediaType, read: () => GraphqlParams): Promise<Said> {
      let made: Answer;
      try {
        // Parameters are read before equal questions are put together: what is no request is nobody else's answer.
        const params = read();
        made = await cache.answer(key, () => answerGraphql(house, params, { id: info.id, method, type }));
      } catch (error) {
        if (!(error instanceof BadRequest)) throw error;
        made = badRequestAnswer(error, type);
      }
      return send(made);
    }

    async function stream(read: () => GraphqlParams): Promise<Said> {
      try {
        await streams.serve(request, response, read(), info);
      } catch (error) {
        if (!(error instanceof BadRequest)) throw error;
        return send(badRequestAnswer(error, 'text/event-stream'));
      }
      metrics.answered('stream', 'OK', (performance.now() - begun) / 1000);
      return { operation: 'stream', code: 'OK' };
    }

    function refuse(reason: BadRequest): void {
      follow(send(badRequestAnswer(reason, type ?? 'application/json')));
    }

    async function send(made: Answer): Promise<Said> {
      await sendAnswer(request, response, made, info.id);
      metrics.answered(made.operation, made.code, (performance.now() - begun) / 1000);
      return made;
    }

    async function sendPage(): Promise<Said> {
      await sendAnswer(request, response, pages.graphiql(), info.id);
      return { operation: 'page', code: 'OK' };
    }
  };
}
