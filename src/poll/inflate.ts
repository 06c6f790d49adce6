import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { fetchFailed } from './fault.ts';

const gunzip = promisify(zlib.gunzip);
const inflate = promisify(zlib.inflate);
const inflateRaw = promisify(zlib.inflateRaw);
const brotli = promisify(zlib.brotliDecompress);
const zstd = promisify(zlib.zstdDecompress);

/** What Telal can take off; sent as Accept-Encoding. */
export const acceptEncoding = 'gzip, deflate, br, zstd';

/**
 * Takes off the content encodings, innermost last. What is said to be compressed and is not stays as it is, and a file
 * that is gzip without saying so is opened too. Throws a TelalError where the result would pass `limit` bytes.
 */
export async function inflateBody(bytes: Buffer, encoding: string | null, limit: number): Promise<Buffer> {
  const encodings = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'identity');
  if (encodings.length > 3)
    throw fetchFailed('The answer is compressed more than three times over.', { kind: 'CONTENT' });
  let result = bytes;
  for (const name of encodings.reverse()) result = await takeOff(result, name, limit);
  if (isGzip(result)) result = await takeOff(result, 'gzip', limit);
  if (result.length > limit) throw tooLarge(limit);
  return result;
}

/** The error of an answer past its limit. */
export function tooLarge(limit: number) {
  return fetchFailed(`The answer is larger than ${Math.round(limit / 1e6)} MB.`, { kind: 'TOO_LARGE' });
}

async function takeOff(bytes: Buffer, name: string, limit: number): Promise<Buffer> {
  // A sync flush at the end keeps what an answer cut short still holds.
  const options = { maxOutputLength: limit, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  try {
    switch (name) {
      case 'gzip':
      case 'x-gzip':
        return isGzip(bytes) ? await gunzip(bytes, options) : bytes;
      case 'deflate':
        return isZlib(bytes) ? await inflate(bytes, options) : await inflateRaw(bytes, options);
      case 'br':
        return await brotli(bytes, { maxOutputLength: limit });
      case 'zstd':
        return isZstd(bytes) ? await zstd(bytes, { maxOutputLength: limit }) : bytes;
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit);
    if (looksLikeText(bytes)) return bytes;
    throw fetchFailed(`The answer says it is ${name} but cannot be decompressed.`, { kind: 'CONTENT' }, error);
  }
  if (looksLikeText(bytes)) return bytes;
  throw fetchFailed(`The answer is compressed in an unknown way (${name}).`, { kind: 'CONTENT' });
}

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;
const isZlib = (bytes: Buffer) => (bytes[0]! & 0x0f) === 8 && bytes.length > 1 && bytes.readUInt16BE(0) % 31 === 0;
const isZstd = (bytes: Buffer) => bytes.length > 3 && bytes.readUInt32LE(0) === 0xfd2fb528;
const looksLikeText = (bytes: Buffer) => /^[\s\ufeff]*[<{]/.test(bytes.subarray(0, 200).toString('utf8'));
