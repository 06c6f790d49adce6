import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

/** Paths that another room answers, as a plain function from request to response. */
export interface OtherRoute {
  /** What their path begins with, such as /websub/. */
  prefix: string;
  answer(request: Request): Promise<Response>;
}

/** Hands a request over and sends what comes back; returns what the log says of it. */
export async function answerOther(
  route: OtherRoute,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<object> {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const answer = await route.answer(
    new Request(new URL(request.url ?? '/', 'http://localhost'), {
      method: request.method,
      headers: Object.entries(request.headers).map(([name, value]) => [name, String(value)] as [string, string]),
      ...(hasBody ? { body: Readable.toWeb(request), duplex: 'half' } : {}),
    } as RequestInit),
  );
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
  return { route: route.prefix };
}
