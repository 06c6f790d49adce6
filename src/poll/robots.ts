import robotsParser from 'robots-parser';
import type { Clock } from '../domain/ports.ts';
import { faultOf, fetchFailed } from './fault.ts';
import type { Fetch } from './fetch.ts';
import { hostKey, type Politeness } from './politeness.ts';

interface Rules {
  isAllowed(url: string, agent?: string): boolean | undefined;
  getCrawlDelay(agent?: string): number | undefined;
}

// The package is CommonJS whose types speak of an ES default.
const parse = robotsParser as unknown as (url: string, text: string) => Rules;

// Rules are kept for a host whatever its scheme, so they are read and asked under one made-up origin.
const base = 'https://robots.invalid';

interface Cached {
  rules: Promise<Rules | 'unreachable'>;
  until: number;
}

const day = 86_400_000;
const hour = 3_600_000;

/** Whether robots.txt lets this program read a page; throws a TelalError where it does not. */
export type RobotsCheck = (url: string, signal?: AbortSignal) => Promise<void>;

/**
 * Keeps each host's robots.txt for a day. None (any 4xx) allows everything; where the server fails, nothing is read for
 * an hour (RFC 9309). Crawl-delay widens the gap between two requests.
 */
export function createRobots(options: {
  fetch: Fetch;
  politeness: Politeness;
  userAgent: string;
  clock: Clock;
}): RobotsCheck {
  const cache = new Map<string, Cached>();
  // The name that site owners write in their rules: the product, without version and comment.
  const name = options.userAgent.split(/[/\s]/)[0] || 'Telal';

  async function load(origin: URL, entry: Cached, signal?: AbortSignal): Promise<Rules | 'unreachable'> {
    const address = new URL('/robots.txt', origin).href;
    try {
      const answer = await options.fetch({ url: address, kind: 'robots', signal });
      const rules = parse(`${base}/robots.txt`, new TextDecoder().decode(answer.bytes.subarray(0, 500_000)));
      const delay = rules.getCrawlDelay(name);
      if (delay !== undefined && delay > 0) options.politeness.wish(origin, delay * 1000);
      return rules;
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind === 'ABORTED') {
        cache.delete(hostKey(origin));
        throw error;
      }
      if (fault.kind === 'STATUS' && fault.status !== 429 && fault.status! < 500)
        return parse(`${base}/robots.txt`, '');
      if (fault.kind === 'REDIRECT' || fault.kind === 'TOO_LARGE') return parse(`${base}/robots.txt`, '');
      entry.until = options.clock.now() + hour;
      return 'unreachable';
    }
  }

  return async (address, signal) => {
    const url = new URL(address);
    const key = hostKey(url);
    const now = options.clock.now();
    let cached = cache.get(key);
    if (!cached || cached.until <= now) {
      if (cache.size > 5000) cache.clear();
      const entry: Cached = { rules: Promise.resolve('unreachable'), until: now + day };
      entry.rules = load(url, entry, signal);
      cache.set(key, entry);
      cached = entry;
    }
    const rules = await cached.rules;
    if (rules === 'unreachable')
      throw fetchFailed(
        `The robots.txt of ${url.hostname} could not be read, so its pages are left alone for an hour.`,
        { kind: 'ROBOTS' },
      );
    const same = new URL(url.pathname + url.search, base).href;
    if (rules.isAllowed(same, name) === false)
      throw fetchFailed(`The robots.txt of ${url.hostname} forbids reading ${url.pathname}.`, { kind: 'ROBOTS' });
  };
}
