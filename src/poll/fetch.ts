import { Agent } from 'undici';
import type { Clock } from '../domain/ports.ts';
import type { Instant } from '../domain/text.ts';
import { fetchFailed, networkFault } from './fault.ts';
import { createGuard } from './guard.ts';
import { maxAge, retryAfter, sendableDate } from './http-dates.ts';
import { acceptEncoding, inflateBody, tooLarge } from './inflate.ts';
import type { Politeness } from './politeness.ts';

/** What is asked for; the kind decides limits and how urgent it is. */
export interface FetchRequest {
  url: string;
  kind: 'feed' | 'page' | 'robots';
  etag?: string | null;
  lastModified?: string | null;
  signal?: AbortSignal;
}

/** An answer that can be used: 2xx, or 304 to a conditional request. */
export interface Fetched {
  notModified: boolean;
  /** Where the answer came from, after redirects. */
  url: string;
  /** Where permanent redirects alone led; null where there was none, or a temporary one among them. */
  movedTo: string | null;
  bytes: Uint8Array;
  contentType: string | null;
  etag: string | null;
  lastModified: string | null;
  maxAgeSeconds: number | null;
}

export interface FetchLimits {
  totalMs: number;
  firstByteMs: number;
  feedBytes: number;
  pageBytes: number;
  redirects: number;
}

/** Fetches one address, politely and guarded; throws a TelalError FETCH_FAILED in plain words. */
export type Fetch = (request: FetchRequest) => Promise<Fetched>;

/** Posts a form, guarded and politely as a fetch; throws where the answer is not 2xx. */
export type Post = (url: string, form: URLSearchParams, signal?: AbortSignal) => Promise<void>;

export interface Fetcher {
  fetch: Fetch;
  post: Post;
  close(): Promise<void>;
}

export const defaultLimits: FetchLimits = {
  totalMs: 20_000,
  firstByteMs: 10_000,
  feedBytes: 10_000_000,
  pageBytes: 5_000_000,
  redirects: 5,
};

const accept = {
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
  robots: 'text/plain, */*;q=0.5',
};

interface Hop {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

export function createFetcher(options: {
  userAgent: string;
  allowHosts: readonly string[];
  politeness: Politeness;
  clock: Clock;
  limits?: Partial<FetchLimits>;
}): Fetcher {
  const limits = { ...defaultLimits, ...options.limits };
  const guard = createGuard(options.allowHosts, { connectTimeoutMs: limits.firstByteMs });
  // Bodies are timed as a whole, by `hop`; undici's own timers would only be a second opinion.
  const agent = new Agent({
    connect: guard.connect,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 10_000,
    maxHeaderSize: 65_536,
    allowH2: false,
  });

  async function hop(
    url: URL,
    headers: Record<string, string>,
    limit: number,
    leftMs: number,
    outer?: AbortSignal,
    form?: string,
  ): Promise<Hop> {
    const stop = new AbortController();
    const signal = outer ? AbortSignal.any([outer, stop.signal]) : stop.signal;
    const late = (ms: number, message: string) =>
      setTimeout(() => stop.abort(fetchFailed(message, { kind: 'TIMEOUT' })), ms);
    const total = late(leftMs, `${url.hostname} took longer than ${limits.totalMs / 1000} s to answer.`);
    const firstByte = late(
      limits.firstByteMs,
      `${url.hostname} did not begin to answer within ${limits.firstByteMs / 1000} s.`,
    );
    try {
      const answer = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: form === undefined ? 'GET' : 'POST',
        body: form,
        headers,
        signal,
      });
      clearTimeout(firstByte);
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of answer.body) {
        size += chunk.length;
        // Compressed bytes past the limit can only become more.
        if (size > limit) throw tooLarge(limit);
        chunks.push(chunk);
      }
      return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
    } catch (error) {
      if (outer?.aborted) throw fetchFailed('Polling was stopped.', { kind: 'ABORTED' });
      throw networkFault(stop.signal.aborted ? stop.signal.reason : error, url.hostname);
    } finally {
      clearTimeout(total);
      clearTimeout(firstByte);
      stop.abort();
    }
  }

  async function fetch(request: FetchRequest): Promise<Fetched> {
    const limit = request.kind === 'feed' ? limits.feedBytes : limits.pageBytes;
    const seen = new Set<string>();
    const cookies = new Map<string, string>();
    let url = parse(request.url, request.url);
    let spentMs = 0;
    let permanent = true;
    for (let count = 0; ; count++) {
      guard.check(url);
      const host = url.hostname;
      const headers: Record<string, string> = {
        'user-agent': options.userAgent,
        accept: accept[request.kind],
        'accept-encoding': acceptEncoding,
      };
      if (request.etag) headers['if-none-match'] = request.etag;
      const since = sendableDate(request.lastModified ?? null, options.clock.now());
      if (since) headers['if-modified-since'] = since;
      const cookie = cookies.get(host);
      if (cookie) headers['cookie'] = cookie;

      const at = url;
      const answer = await options.politeness.turn(
        at,
        async () => {
          const began = performance.now();
          const left = limits.totalMs - spentMs;
          if (left <= 0)
            throw fetchFailed(`${host} took longer than ${limits.totalMs / 1000} s to answer.`, { kind: 'TIMEOUT' });
          try {
            return await hop(at, headers, limit, left, request.signal);
          } finally {
            spentMs += performance.now() - began;
          }
        },
        { urgent: request.kind !== 'page', signal: request.signal },
      );

      const location = single(answer.headers['location']);
      if (answer.status >= 300 && answer.status < 400 && answer.status !== 304) {
        if (!location)
          throw fetchFailed(`${host} redirects to nowhere (status ${answer.status}).`, { kind: 'REDIRECT' });
        seen.add(url.href + (cookie ?? ''));
        const set = cookiesOf(answer.headers['set-cookie']);
        if (set) cookies.set(host, set);
        if (answer.status !== 301 && answer.status !== 308) permanent = false;
        url = parse(location, url.href);
        url.hash = '';
        if (seen.has(url.href + (cookies.get(url.hostname) ?? '')))
          throw fetchFailed(`${host} redirects in circles.`, { kind: 'REDIRECT' });
        if (count >= limits.redirects)
          throw fetchFailed(`${request.url} redirects more than ${limits.redirects} times.`, { kind: 'REDIRECT' });
        continue;
      }
      return finish(request, answer, url, count > 0 && permanent, limit, options.clock.now(), options.politeness);
    }
  }

  async function post(address: string, form: URLSearchParams, signal?: AbortSignal): Promise<void> {
    const url = parse(address, address);
    guard.check(url);
    const headers = { 'user-agent': options.userAgent, 'content-type': 'application/x-www-form-urlencoded' };
    const work = () => hop(url, headers, limits.pageBytes, limits.totalMs, signal, form.toString());
    const { status } = await options.politeness.turn(url, work, { signal });
    if (status < 200 || status > 299)
      throw fetchFailed(statusWords(url.hostname, status, null), { kind: 'STATUS', status });
  }

  return { fetch, post, close: () => agent.destroy() };
}

async function finish(
  request: FetchRequest,
  answer: Hop,
  url: URL,
  moved: boolean,
  limit: number,
  now: Instant,
  politeness: Politeness,
): Promise<Fetched> {
  const { status } = answer;
  const header = (name: string) => single(answer.headers[name]);
  if (status === 304 && !request.etag && !request.lastModified)
    throw fetchFailed(`${url.hostname} says "not modified" although nothing was known yet.`, {
      kind: 'CONTENT',
      status,
    });
  if (status !== 304 && (status < 200 || status > 299)) {
    const retryAt = retryAfter(header('retry-after'), now);
    if (status === 429 || (status === 503 && retryAt !== null)) politeness.pause(url, retryAt ?? now + 60_000);
    throw fetchFailed(statusWords(url.hostname, status, retryAt), { kind: 'STATUS', status, retryAt });
  }
  return {
    notModified: status === 304,
    url: url.href,
    movedTo: moved ? url.href : null,
    bytes: status === 304 ? new Uint8Array() : await inflateBody(answer.body, header('content-encoding'), limit),
    contentType: header('content-type'),
    etag: header('etag'),
    lastModified: header('last-modified'),
    maxAgeSeconds: maxAge(header('cache-control'), header('age')),
  };
}

const meanings: Record<number, string> = {
  401: 'a login is required',
  403: 'access is forbidden',
  404: 'there is nothing at this address',
  410: 'it is gone for good',
  429: 'too many requests',
  500: 'the server has an internal error',
  502: 'the server behind it fails',
  503: 'the server is unavailable',
  504: 'the server behind it does not answer',
};

function statusWords(host: string, status: number, retryAt: Instant | null): string {
  const meaning = meanings[status] ? `: ${meanings[status]}` : '';
  const wait = retryAt ? `; it asks to come back after ${new Date(retryAt).toISOString()}` : '';
  return `${host} answered with status ${status}${meaning}${wait}.`;
}

function parse(address: string, base: string): URL {
  if (!URL.canParse(address, base)) throw fetchFailed(`"${address.slice(0, 200)}" is no address.`, { kind: 'ADDRESS' });
  const url = new URL(address, base);
  // A name and password in an address are not for a press feed, and would end up in logs.
  url.username = '';
  url.password = '';
  return url;
}

/** Some sites set a cookie and send back to the same address; within one request the cookie is carried. */
function cookiesOf(header: string | string[] | undefined): string | null {
  const lines = header === undefined ? [] : [header].flat();
  const pairs = lines.map((line) => line.split(';')[0]!.trim()).filter((pair) => pair.includes('='));
  return pairs.length > 0 ? pairs.slice(0, 10).join('; ').slice(0, 2000) : null;
}

function single(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
