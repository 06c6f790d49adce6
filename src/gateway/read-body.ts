import type { IncomingMessage } from 'node:http';
import { BadRequest } from './graphql-params.ts';

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?([\w-]+)"?\s*)?(?:;.*)?$/i;

/** The text of a JSON request, refused where it is anything else, compressed, or longer than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const type = JSON_TYPE.exec(request.headers['content-type'] ?? '');
  if (!type) throw new BadRequest(415, 'Send the request as application/json.');
  if (type[1] && !/^utf-?8$/i.test(type[1])) throw new BadRequest(415, 'Send the request in UTF-8.');
  const encoding = request.headers['content-encoding'];
  if (encoding && encoding.toLowerCase() !== 'identity')
    throw new BadRequest(415, 'Compressed requests are not read: send the body as it is.', 'BAD_USER_INPUT', {
      'Accept-Encoding': 'identity',
    });
  const tooLong = () =>
    new BadRequest(413, `The body is longer than ${limit} bytes, which is the limit.`, 'QUERY_TOO_COMPLEX');
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLong();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) {
        request.removeAllListeners('data');
        reject(tooLong());
        return;
      }
      chunks.push(chunk);
    });
    request.on('end', () => resolve((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString('utf8')));
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new BadRequest(400, 'The request ended early.'));
    });
  });
}
