import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { COMMON_HEADERS } from './headers.ts';

/** An answer whose bytes are finished. */
export interface Answer {
  status: number;
  body: Buffer;
  /** Names and values in turn: the form that Node writes fastest. */
  headers: readonly string[];
  /** Compared by those who have asked before; made when one of them comes. */
  readonly etag: string;
  /** Whether the same question may be answered with it again. */
  keep: boolean;
  /** For how long, where not until the next commit. */
  lifeMs: number | null;
  /** What the metrics count it as. */
  operation: string;
  code: string;
  compressed: Partial<Record<Encoding, Buffer>>;
}

type Encoding = 'br' | 'gzip';

/** Below this a packet is a packet. */
const WORTH_COMPRESSING = 1400;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const compressors: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) =>
    brotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body) => zip(body, { level: 6 }),
};

export function createAnswer(
  text: string | Buffer,
  given: {
    type: string;
    status?: number;
    headers?: Record<string, string>;
    operation: string;
    code?: string;
    keep?: boolean;
    lifeMs?: number | null;
  },
): Answer {
  const body = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  const status = given.status ?? 200;
  let etag: string | null = null;
  return {
    status,
    body,
    get etag() {
      etag ??= `"${createHash('sha1').update(body).digest('base64url')}"`;
      return etag;
    },
    headers: Object.entries({
      ...COMMON_HEADERS,
      'Content-Type': given.type,
      // A copy may be kept by anyone, but never used without asking: the next article may come at any moment.
      'Cache-Control': given.keep ? 'public, no-cache' : 'no-store',
      ...given.headers,
    }).flat(),
    keep: given.keep ?? false,
    lifeMs: given.lifeMs ?? null,
    operation: given.operation,
    code: given.code ?? 'OK',
    compressed: {},
  };
}

/**
 * Sends it: 304 where the client has it already, compressed where the client can read that. Returns a promise only
 * where there is something to wait for.
 */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  id: string,
): Promise<void> | null {
  if (answer.keep && request.method !== 'POST' && matches(request.headers['if-none-match'], answer.etag)) {
    response.writeHead(304, [...answer.headers, 'ETag', answer.etag, 'X-Request-Id', id]);
    response.end();
    return null;
  }
  const encoding = answer.body.length < WORTH_COMPRESSING ? null : acceptedEncoding(request.headers['accept-encoding']);
  const ready = encoding === null ? answer.body : answer.compressed[encoding];
  if (ready) {
    write(request, response, answer, id, encoding, ready);
    return null;
  }
  return compressors[encoding!](answer.body).then((body) => {
    answer.compressed[encoding!] = body;
    write(request, response, answer, id, encoding, body);
  });
}

function write(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  id: string,
  encoding: Encoding | null,
  body: Buffer,
): void {
  const headers = [...answer.headers, 'X-Request-Id', id];
  // A body that was refused is not read to its end.
  if (!request.complete) headers.push('Connection', 'close');
  // The answer to a POST is compared with nothing.
  if (answer.keep && request.method !== 'POST') headers.push('ETag', answer.etag);
  if (encoding !== null) headers.push('Content-Encoding', encoding);
  headers.push('Content-Length', String(body.length));
  response.writeHead(answer.status, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** The best encoding that the client takes. */
export function acceptedEncoding(header: string | string[] | undefined): Encoding | null {
  if (!header) return null;
  const taken = new Set<string>();
  for (const part of String(header).toLowerCase().split(',')) {
    const [name = '', quality] = part.split(';').map((text) => text.trim());
    if (quality === undefined || !/^q=0(\.0*)?$/.test(quality)) taken.add(name);
  }
  if (taken.has('br')) return 'br';
  return taken.has('gzip') || taken.has('*') ? 'gzip' : null;
}
