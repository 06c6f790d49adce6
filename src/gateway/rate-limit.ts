import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';

/** Addresses remembered; the one unseen for longest is forgotten first. */
const MAX_ADDRESSES = 100_000;

/** Says how many seconds an address must wait; 0 where it may go on. */
export type RateLimit = (address: string, now: number) => number;

/** A bucket of tokens for each address: a minute's worth at once, refilled evenly. */
export function createRateLimit(perMinute: number): RateLimit {
  if (perMinute === 0) return () => 0;
  const perMs = perMinute / 60_000;
  const buckets = new LRUCache<string, { tokens: number; at: number }>({ max: MAX_ADDRESSES });
  return (address, now) => {
    let bucket = buckets.get(address);
    if (!bucket) {
      bucket = { tokens: perMinute, at: now };
      buckets.set(address, bucket);
    }
    bucket.tokens = Math.min(perMinute, bucket.tokens + (now - bucket.at) * perMs);
    bucket.at = now;
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perMs / 1000));
    bucket.tokens -= 1;
    return 0;
  };
}

/**
 * Whom a request counts for. Behind `proxies` proxies the address that the outermost of them saw; an IPv6 client has a
 * whole /64 to itself.
 */
export function addressOf(request: IncomingMessage, proxies: number): string {
  let address = request.socket.remoteAddress ?? '';
  if (proxies > 0) {
    const forwarded = String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((part) => part.trim());
    address = forwarded.at(-proxies) || address;
  }
  if (!address.includes(':')) return address;
  if (address.startsWith('::ffff:')) return address.slice(7);
  return isIPv6(address) ? network(address) : address;
}

/** The first 64 bits of an IPv6 address. */
function network(address: string): string {
  const [head = '', tail] = address.split('%')[0]!.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const groups =
    tail === undefined
      ? front
      : [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':');
}
