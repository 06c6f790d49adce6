import { describe, expect, test } from 'vitest';
import { retryAfter } from '../../src/poll/http-dates.ts';
import { isSilent, mergeRecent, pollInterval, retryInterval } from '../../src/poll/interval.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.UTC(2026, 1, 2, 12);
const every = (gap: number, count = 20, newest = now) => Array.from({ length: count }, (_, at) => newest - at * gap);
const middle = () => 0.5;
const interval = (recent: number[], ttlMinutes: number | null = null, maxAgeSeconds: number | null = null) =>
  pollInterval({ recent, ttlMinutes, maxAgeSeconds, now }, middle);

describe('the time between polls', () => {
  test('is half the mean gap of what a feed publishes', () => {
    expect(interval(every(20 * minute))).toBe(10 * minute);
    expect(interval(every(6 * hour))).toBe(3 * hour);
  });

  test('lies between two minutes and a day', () => {
    expect(interval(every(1000))).toBe(2 * minute);
    expect(interval(every(30 * day))).toBe(day);
    expect(interval(every(minute, 20, now - 90 * day))).toBe(day);
  });

  test('begins with half an hour where nothing is known', () => {
    expect(interval([])).toBe(30 * minute);
  });

  test('grows while a feed is quiet', () => {
    expect(interval(every(10 * minute, 20, now - 10 * hour))).toBe(30 * minute);
  });

  test('hears the feed and its server, but not what programs write unasked', () => {
    expect(interval(every(10 * minute), 120)).toBe(2 * hour);
    expect(interval(every(10 * minute), null, 1800)).toBe(30 * minute);
    expect(interval(every(10 * minute), null, 31_536_000)).toBe(hour);
    expect(interval(every(10 * minute), 60)).toBe(15 * minute);
    expect(interval(every(10 * minute), 5)).toBe(5 * minute);
    expect(interval(every(10 * minute), 100_000)).toBe(day);
  });

  test('doubles after failures, with jitter, up to half a day', () => {
    const wait = (failures: number) => retryInterval(failures, { kind: 'DNS' }, now, middle);
    expect([1, 2, 3, 4].map(wait)).toEqual([5, 10, 20, 40].map((minutes) => minutes * minute));
    expect(wait(50)).toBe(12 * hour);
    const spread = new Set(Array.from({ length: 20 }, () => retryInterval(3, { kind: 'DNS' }, now)));
    expect(spread.size).toBeGreaterThan(10);
  });

  test('waits as long as the server asks', () => {
    expect(retryInterval(1, { kind: 'STATUS', status: 429, retryAt: now + 2 * hour }, now, () => 0)).toBe(2 * hour);
    expect(retryAfter('120', now)).toBe(now + 2 * minute);
    expect(retryAfter(new Date(now + hour).toUTCString(), now)).toBe(now + hour);
    expect(retryAfter(new Date(now + 400 * day).toUTCString(), now)).toBe(now + day);
    for (const nonsense of [null, 'soon', '-5', new Date(now - hour).toUTCString()])
      expect(retryAfter(nonsense, now)).toBe(null);
  });
});

describe('silence', () => {
  test('is more than twice the usual gap', () => {
    expect(isSilent(every(day, 10, now - 1.5 * day), now)).toBe(false);
    expect(isSilent(every(day, 10, now - 2.5 * day), now)).toBe(true);
  });

  test('is not a night', () => {
    expect(isSilent(every(10 * minute, 20, now - 8 * hour), now)).toBe(false);
    const days = [0, 1, 2].flatMap((back) => every(30 * minute, 20, now - 9 * hour - back * day));
    expect(isSilent(mergeRecent([], days, now), now)).toBe(false);
    expect(isSilent(every(10 * minute, 20, now - 13 * hour), now)).toBe(true);
  });

  test('is a feed without anything in it', () => {
    expect(isSilent([], now)).toBe(true);
  });
});
