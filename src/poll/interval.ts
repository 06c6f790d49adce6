import type { Instant } from '../domain/text.ts';
import type { Fault } from './fault.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Bounds of the time between two polls of one feed. */
export const shortestInterval = 2 * minute;
export const longestInterval = day;

/** How many publication times a feed is judged by. */
export const recentKept = 60;

/**
 * Milliseconds until the next poll, from how often the feed publishes: half its mean gap, longer the longer it has been
 * quiet, and never sooner than the feed (ttl) or its server (max-age) wish.
 */
export function pollInterval(
  seen: { recent: readonly Instant[]; ttlMinutes: number | null; maxAgeSeconds: number | null; now: Instant },
  random: () => number = Math.random,
): number {
  const { recent, now } = seen;
  const own = recent.length < 2 ? 30 * minute : meanGap(recent.slice(0, 20)) / 2;
  const quiet = recent.length > 0 ? Math.max(0, now - recent[0]!) : 0;
  const wished = Math.max(ttlWish(seen.ttlMinutes), Math.min((seen.maxAgeSeconds ?? 0) * 1000, hour));
  const interval = Math.max(own, quiet / 20) * (0.95 + 0.1 * random());
  return Math.round(clamp(Math.max(interval, wished), shortestInterval, longestInterval));
}

/**
 * Common publishing programs write 60 minutes (WordPress: hourly) whether or not anyone chose it, also for sites that
 * publish every few minutes; so exactly that value is taken as a quarter of an hour. All others are heard as they are.
 */
function ttlWish(ttlMinutes: number | null): number {
  if (ttlMinutes === null || !(ttlMinutes > 0)) return 0;
  return ttlMinutes === 60 ? 15 * minute : ttlMinutes * minute;
}

/**
 * Milliseconds until the next try after a failure, doubling from five minutes to half a day, with jitter, so that many feeds
 * of one fallen server do not come back at once. What the server asked for is kept.
 */
export function retryInterval(
  failures: number,
  fault: Fault,
  now: Instant,
  random: () => number = Math.random,
): number {
  const base = Math.min(5 * minute * 2 ** Math.min(failures - 1, 20), day / 2);
  const wait = base * (0.75 + 0.5 * random());
  const asked = fault.retryAt ? fault.retryAt - now + 1000 * random() : 0;
  return Math.round(clamp(Math.max(wait, asked), shortestInterval, longestInterval + minute));
}

/** True where the newest article is older than twice the feed's usual gap. */
export function isSilent(recent: readonly Instant[], now: Instant): boolean {
  const newest = recent[0];
  return newest === undefined || now - newest > 2 * usualGap(recent);
}

/** The gap that only one gap passes. A feed of several articles a day is never called silent for a night's sleep. */
function usualGap(recent: readonly Instant[]): number {
  if (recent.length < 4) return 7 * day;
  const gaps = recent.slice(1).map((at, index) => recent[index]! - at);
  gaps.sort((a, b) => b - a);
  return meanGap(recent) < 6 * hour ? Math.max(gaps[1]!, 6 * hour) : gaps[1]!;
}

/** Newest first, each instant once, at most `recentKept`. */
export function mergeRecent(known: readonly Instant[], fresh: readonly Instant[], now: Instant): Instant[] {
  const merged = new Set([...fresh, ...known].filter((at) => at <= now));
  return [...merged].sort((a, b) => b - a).slice(0, recentKept);
}

function meanGap(recent: readonly Instant[]): number {
  return (recent[0]! - recent.at(-1)!) / (recent.length - 1);
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
