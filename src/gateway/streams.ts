import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import type { GraphqlHouse } from './answer-graphql.ts';
import { BadRequest, type GraphqlParams } from './graphql-params.ts';
import { COMMON_HEADERS } from './headers.ts';
import { createStreamOperation, cursorOf, type Results } from './stream-operation.ts';

/** Answers over server-sent events, as graphql-sse's distinct connections do: `next` for each result, then `complete`. */
export interface Streams {
  serve(
    request: IncomingMessage,
    response: ServerResponse,
    params: GraphqlParams,
    stream: { id: string; address: string },
  ): Promise<void>;
  count(): number;
}

/** Often enough that no proxy takes a quiet stream for a dead one. */
const PING_MS = 12_000;
const PING = ':\n\n';
const COMPLETE = 'event: complete\ndata:\n\n';

export function createStreams(house: GraphqlHouse): Streams {
  const { settings, log } = house;
  const begin = createStreamOperation(house);
  const byAddress = new Map<string, number>();
  let open = 0;

  const enter = (address: string) => {
    const mine = byAddress.get(address) ?? 0;
    if (mine >= settings.streamsPerAddress)
      throw new BadRequest(
        429,
        `At most ${settings.streamsPerAddress} streams may be open from one address.`,
        'RATE_LIMITED',
        { 'Retry-After': '30' },
      );
    byAddress.set(address, mine + 1);
    open += 1;
  };
  const leave = (address: string) => {
    open -= 1;
    const left = (byAddress.get(address) ?? 1) - 1;
    if (left === 0) byAddress.delete(address);
    else byAddress.set(address, left);
  };

  return {
    count: () => open,
    async serve(request, response, params, { id, address }) {
      enter(address);
      let results: Results | undefined;
      const end = () => void results?.return?.();
      try {
        const last = request.headers['last-event-id'];
        const resumeAfter = typeof last === 'string' && last !== '' ? last : null;
        results = await begin({ asked: params, id, verb: request.method ?? 'GET', resumeAfter });
        response.once('close', end);
        if (response.destroyed) return;
        response.writeHead(200, {
          ...COMMON_HEADERS,
          'X-Request-Id': id,
          'Content-Type': 'text/event-stream; charset=utf-8',
          'Cache-Control': 'no-store',
          'X-Accel-Buffering': 'no',
        });
        response.write(PING);
        const read = await pour(results, response, settings.slowStreamMs);
        if (read) response.end(COMPLETE);
        else {
          log.warn({ request: id, address }, 'a stream was dropped: its reader does not keep up');
          response.destroy();
        }
      } finally {
        end();
        leave(address);
      }
    },
  };
}

/** Writes results until they end or the reader is gone; false where the reader leaves data lying for too long. */
async function pour(results: Results, response: ServerResponse, slowMs: number): Promise<boolean> {
  const ping = setInterval(() => {
    if (!response.writableNeedDrain) response.write(PING);
  }, PING_MS);
  try {
    while (true) {
      const { value, done } = await results.next();
      if (done || response.destroyed) return true;
      if (response.write(frameOf(value))) continue;
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), slowMs);
      const closed = () => late.abort();
      response.once('close', closed);
      try {
        await once(response, 'drain', { signal: late.signal });
      } catch {
        return response.destroyed;
      } finally {
        clearTimeout(timer);
        response.off('close', closed);
      }
    }
  } finally {
    clearInterval(ping);
  }
}

const frames = new WeakMap<ExecutionResult, Buffer>();

/** The bytes of an event: made once, however many read it. `id` is where EventSource goes on after a break. */
function frameOf(result: ExecutionResult): Buffer {
  let frame = frames.get(result);
  if (!frame) {
    const cursor = cursorOf(result);
    const id = cursor === undefined ? '' : `id: ${cursor}\n`;
    frame = Buffer.from(`event: next\n${id}data: ${JSON.stringify(result)}\n\n`, 'utf8');
    frames.set(result, frame);
  }
  return frame;
}
