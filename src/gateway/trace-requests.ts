import { AsyncResource } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isTraced, traced } from '../domain/trace.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** Paths by which a request is named; any other is only told as such. */
const KNOWN = new Set(['/graphql', '/feed.atom', '/feed.json', '/feed.csv', '/health', '/ready', '/metrics', '/']);

/** Tells of each request, from its arrival to the end of its answer, where traces are asked for. */
export function traceRequests(handle: Handle): Handle {
  if (!isTraced()) return handle;
  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const route = KNOWN.has(path) ? path : '/…';
    const method = request.method ?? 'GET';
    const answered = () =>
      new Promise<void>((done) => {
        response.once('close', done);
        // What the connection tells later (the rest of a body) belongs to this request too.
        request.emit = AsyncResource.bind(request.emit.bind(request));
        handle(request, response);
      });
    void traced(
      `${method} ${route}`,
      { 'http.request.method': method, 'http.route': route },
      answered,
      request.headers,
    );
  };
}
