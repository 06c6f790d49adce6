import type { IncomingMessage } from 'node:http';
import { BadRequest } from './graphql-params.ts';

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?([\w-]+)"?\s*)?(?:;.*)?$/i;

/**
 * Gives the text of a JSON request to `take`; `refuse` hears where it is anything else, compressed, or longer than
 * `limit` bytes. Calls back instead of promising: what is asked again and again is answered in the same turn.
 */
export function readBody(
  request: IncomingMessage,
  limit: number,
  take: (body: string) => void,
  refuse: (reason: BadRequest) => void,
): void {
  const wrong = wrongHeader(request, limit);
  if (wrong) {
    refuse(wrong);
    return;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > limit) {
      request.removeAllListeners('data');
      request.removeAllListeners('end');
      refuse(tooLong(limit));
    } else chunks.push(chunk);
  });
  // A request that ends early has nobody left to answer: its connection is gone.
  request.on('end', () => take((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString('utf8')));
}

function wrongHeader(request: IncomingMessage, limit: number): BadRequest | null {
  const { headers } = request;
  const contentType = headers['content-type'] ?? '';
  if (contentType !== 'application/json') {
    const type = JSON_TYPE.exec(contentType);
    if (!type) return new BadRequest(415, 'Send the request as application/json.');
    if (type[1] && !/^utf-?8$/i.test(type[1])) return new BadRequest(415, 'Send the request in UTF-8.');
  }
  const encoding = headers['content-encoding'];
  if (encoding && encoding.toLowerCase() !== 'identity')
    return new BadRequest(415, 'Compressed requests are not read: send the body as it is.', 'BAD_USER_INPUT', {
      'Accept-Encoding': 'identity',
    });
  return Number(headers['content-length'] ?? 0) > limit ? tooLong(limit) : null;
}

const tooLong = (limit: number) =>
  new BadRequest(413, `The body is longer than ${limit} bytes, which is the limit.`, 'QUERY_TOO_COMPLEX');
