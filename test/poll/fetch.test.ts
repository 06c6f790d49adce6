import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import zlib from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { faultOf } from '../../src/poll/fault.ts';
import { createFetcher, type Fetcher, type FetchLimits } from '../../src/poll/fetch.ts';
import { createPoliteness } from '../../src/poll/politeness.ts';
import { type Loopback, openLoopback, redirect, send } from './loopback.ts';
import { selfSigned } from './self-signed.ts';

let site: Loopback;
let now = Date.now();
const opened: Fetcher[] = [];

beforeAll(async () => {
  site = await openLoopback();
});
afterAll(async () => {
  await Promise.all(opened.map((one) => one.close()));
  await site.close();
});
afterEach(() => {
  now = Date.now();
  site.answers.clear();
  site.requests.length = 0;
});

const clock = { now: () => now };
function fetcher(options: { allow?: string[]; limits?: Partial<FetchLimits> } = {}) {
  const politeness = createPoliteness({ minHostDelayMs: 0, slots: 10, now: clock.now });
  const made = createFetcher({
    userAgent: 'Test/1',
    allowHosts: options.allow ?? ['127.0.0.1'],
    politeness,
    clock,
    limits: options.limits,
  });
  opened.push(made);
  return made.fetch;
}
const get = (path: string, more: object = {}, options = {}) =>
  fetcher(options)({ url: site.origin + path, kind: 'feed', ...more });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
async function failure(promise: Promise<unknown>): Promise<Error & { kind: string }> {
  const error = await promise.then(
    () => null,
    (thrown) => thrown,
  );
  expect(error?.code).toBe('FETCH_FAILED');
  return Object.assign(error, { kind: faultOf(error).kind });
}

describe('fetching', () => {
  test('gives bytes, validators and what the server wishes', async () => {
    site.answers.set(
      '/feed',
      send('<rss/>', {
        etag: '"1"',
        'last-modified': 'Mon, 02 Feb 2026 10:00:00 GMT',
        'content-type': 'text/xml',
        'cache-control': 'public, max-age=600',
        age: '100',
      }),
    );
    const answer = await get('/feed');
    expect(text(answer.bytes)).toBe('<rss/>');
    expect(answer).toMatchObject({ etag: '"1"', contentType: 'text/xml', maxAgeSeconds: 500, notModified: false });
    expect(site.requests[0]!.headers['user-agent']).toBe('Test/1');
  });

  test('sends both validators, and understands 304', async () => {
    site.answers.set('/feed', send('', { etag: '"2"' }, 304));
    const answer = await get('/feed', { etag: '"1"', lastModified: 'Mon, 02 Feb 2026 10:00:00 GMT' });
    expect(answer).toMatchObject({ notModified: true, etag: '"2"' });
    expect(site.requests[0]!.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Mon, 02 Feb 2026 10:00:00 GMT',
    });
  });

  test('does not send a validator that lies in the future or is no date', async () => {
    site.answers.set('/feed', send('x'));
    await get('/feed', { lastModified: new Date(now + 86_400_000).toUTCString() });
    await get('/feed', { lastModified: 'yesterday' });
    expect(site.requests.map((one) => one.headers['if-modified-since'])).toEqual([undefined, undefined]);
  });

  test('does not believe a 304 that no one asked for', async () => {
    site.answers.set('/feed', send('', {}, 304));
    expect((await failure(get('/feed'))).message).toMatch(/"not modified" although nothing was known/);
  });

  const body = Buffer.from('<rss>ČĆŽ</rss>');
  test.each([
    ['gzip', zlib.gzipSync(body)],
    ['x-gzip', zlib.gzipSync(body)],
    ['deflate', zlib.deflateSync(body)],
    ['deflate', zlib.deflateRawSync(body)],
    ['br', zlib.brotliCompressSync(body)],
    ['zstd', zlib.zstdCompressSync(body)],
    ['deflate, gzip', zlib.gzipSync(zlib.deflateSync(body))],
    ['identity', body],
    ['gzip', body],
    ['', zlib.gzipSync(body)],
  ])('opens what is compressed as "%s"', async (encoding, bytes) => {
    site.answers.set('/feed', send(bytes, encoding ? { 'content-encoding': encoding } : {}));
    expect(text((await get('/feed')).bytes)).toBe('<rss>ČĆŽ</rss>');
  });

  test('keeps what a gzip stream cut short still holds', async () => {
    const whole = zlib.gzipSync(Buffer.from('<rss>'.repeat(10_000)));
    site.answers.set('/feed', send(whole.subarray(0, whole.length - 9), { 'content-encoding': 'gzip' }));
    expect(text((await get('/feed')).bytes)).toMatch(/^<rss><rss>/);
  });

  test('counts its limit after inflation', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(200_000_000));
    for (const [encoding, bytes] of [
      ['gzip', bomb],
      [
        'br',
        zlib.brotliCompressSync(Buffer.alloc(30_000_000), { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } }),
      ],
    ] as const) {
      site.answers.set('/feed', send(bytes, { 'content-encoding': encoding }));
      const error = await failure(get('/feed'));
      expect(error.message).toBe('The answer is larger than 10 MB.');
      expect(error.kind).toBe('TOO_LARGE');
    }
    expect((await failure(get('/feed', { kind: 'page' }))).message).toBe('The answer is larger than 5 MB.');
  });

  test('breaks off a body without end', async () => {
    site.answers.set('/feed', (_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'a')));
      };
      response.on('drain', more);
      more();
    });
    expect((await failure(get('/feed'))).message).toBe('The answer is larger than 10 MB.');
  });

  test('gives up on servers that do not begin, or do not end', async () => {
    const limits = { firstByteMs: 200, totalMs: 500 };
    site.answers.set('/never', () => {});
    site.answers.set('/slow', (_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('a'), 50);
      response.on('close', () => clearInterval(drip));
    });
    const never = await failure(get('/never', {}, { limits }));
    expect(never.message).toBe('127.0.0.1 did not begin to answer within 0.2 s.');
    const slow = await failure(get('/slow', {}, { limits }));
    expect(slow.message).toBe('127.0.0.1 took longer than 0.5 s to answer.');
    expect([never.kind, slow.kind]).toEqual(['TIMEOUT', 'TIMEOUT']);
  });

  test('follows up to five redirects, and names permanent ones only where all are', async () => {
    for (let step = 0; step < 5; step++) site.answers.set(`/p${step}`, redirect(`/p${step + 1}`, step % 2 ? 301 : 308));
    site.answers.set('/p5', send('end'));
    expect(await get('/p0')).toMatchObject({ url: `${site.origin}/p5`, movedTo: `${site.origin}/p5` });
    site.answers.set('/t', redirect('/p1', 302));
    expect(await get('/t')).toMatchObject({ url: `${site.origin}/p5`, movedTo: null });
    site.answers.set('/p5', redirect('/p6'));
    expect((await failure(get('/p0'))).message).toMatch(/redirects more than 5 times/);
    site.answers.set('/a', redirect('/b'));
    site.answers.set('/b', redirect('/a'));
    expect((await failure(get('/a'))).message).toBe('127.0.0.1 redirects in circles.');
    site.answers.set('/nowhere', send('', {}, 301));
    expect((await failure(get('/nowhere'))).message).toMatch(/redirects to nowhere/);
  });

  test('carries a cookie through a redirect to the same address', async () => {
    site.answers.set('/c', (request, response) => {
      if (request.headers.cookie === 'seen=1') response.end('in');
      else response.writeHead(302, { location: '/c', 'set-cookie': 'seen=1; path=/' }).end();
    });
    expect(text((await get('/c')).bytes)).toBe('in');
  });

  test.each([
    'http://127.0.0.2:1/',
    'http://169.254.169.254/latest/',
    'http://[::1]/',
    'http://2130706434/',
    'http://0x7f.0.0.2/',
    'http://[::ffff:169.254.169.254]/',
  ])('does not follow a redirect to %s', async (target) => {
    site.answers.set('/r', redirect(target));
    const error = await failure(get('/r'));
    expect(error.message).toMatch(/private or special address and is not fetched/);
    expect(error.kind).toBe('ADDRESS');
  });

  test('refuses a name that leads to loopback, at connection time', async () => {
    const error = await failure(fetcher({ allow: [] })({ url: `http://localhost:${site.port}/feed`, kind: 'feed' }));
    expect(error.message).toMatch(/^localhost \((127\.0\.0\.1|::1)\) is a private or special address/);
    expect(site.requests).toEqual([]);
    site.answers.set('/feed', send('ok'));
    const allowed = await fetcher({ allow: [`localhost:${site.port}`] })({
      url: `http://localhost:${site.port}/feed`,
      kind: 'feed',
    });
    expect(text(allowed.bytes)).toBe('ok');
  });

  test('tells refused connections, unknown names and bad certificates apart', async () => {
    const gone = await openLoopback();
    await gone.close();
    expect(await failure(fetcher()({ url: `${gone.origin}/`, kind: 'feed' }))).toMatchObject({
      message: '127.0.0.1 refused the connection.',
      kind: 'CONNECT',
    });
    expect(await failure(fetcher()({ url: 'http://no-such-host.invalid/', kind: 'feed' }))).toMatchObject({
      kind: 'DNS',
    });
    const tls = createTlsServer(selfSigned, (_request, response) => response.end('secret'));
    await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve));
    const { port } = tls.address() as { port: number };
    expect(await failure(fetcher()({ url: `https://127.0.0.1:${port}/`, kind: 'feed' }))).toMatchObject({
      message: 'The secure connection to 127.0.0.1 failed: its certificate is signed by itself.',
      kind: 'TLS',
    });
    tls.close();
    const plain = await failure(fetcher()({ url: `https://127.0.0.1:${site.port}/`, kind: 'feed' }));
    expect(plain.kind).toBe('TLS');
  });

  test('tells a broken connection and an answer that is no HTTP', async () => {
    const server: TcpServer = createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', (data) => {
        if (data.includes('/reset')) socket.resetAndDestroy();
        else if (data.includes('/cut')) socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort');
        else socket.end('SSH-2.0-OpenSSH_9.6\r\n');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const kinds: string[] = [];
    for (const path of ['reset', 'cut', 'ssh'])
      kinds.push((await failure(fetcher()({ url: `http://127.0.0.1:${port}/${path}`, kind: 'feed' }))).message);
    expect(kinds).toEqual([
      '127.0.0.1 broke off the connection.',
      '127.0.0.1 broke off the connection.',
      '127.0.0.1 answered something that is no HTTP.',
    ]);
    server.close();
  });

  test('hears Retry-After in seconds and as a date, and leaves the host alone until then', async () => {
    site.answers.set('/busy', send('', { 'retry-after': '120' }, 429));
    const fetch = fetcher();
    const seconds = await failure(fetch({ url: `${site.origin}/busy`, kind: 'feed' }));
    expect(faultOf(seconds)).toEqual({ kind: 'STATUS', status: 429, retryAt: now + 120_000 });
    const waiting = await failure(fetch({ url: `${site.origin}/other`, kind: 'feed' }));
    expect(waiting.message).toMatch(/asked to be left alone until/);
    expect(site.requests.length).toBe(1);
    now += 121_000;
    await failure(fetch({ url: `${site.origin}/other`, kind: 'feed' }));
    expect(site.requests.length).toBe(2);

    const date = new Date(now + 3_600_000);
    site.answers.set('/later', send('', { 'retry-after': date.toUTCString() }, 503));
    const dated = await failure(get('/later'));
    expect(faultOf(dated).retryAt).toBe(Math.floor(date.getTime() / 1000) * 1000);
    expect(dated.message).toMatch(
      /^127\.0\.0\.1 answered with status 503: the server is unavailable; it asks to come back after /,
    );
  });

  test.each([
    [401, /a login is required/],
    [403, /access is forbidden/],
    [404, /there is nothing at this address/],
    [410, /gone for good/],
    [500, /internal error/],
    [418, /answered with status 418\.$/],
  ])('says in words what status %d means', async (status, words) => {
    site.answers.set('/s', send('', {}, status));
    expect((await failure(get('/s'))).message).toMatch(words);
  });
});
