import type { Interval } from '../domain/counts.ts';
import { TelalError } from '../domain/error.ts';
import type { Instant } from '../domain/text.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Tells the local time of one zone. */
export interface Zone {
  /** Local time minus UTC, in milliseconds, at an instant. */
  offset(at: Instant): number;
}

/** No zone has changed its clock twice within so short a time: equal at both ends is equal between. */
const BLOCK = 7 * DAY;
const KEPT_ZONES = 100;
const zones = new Map<string, Zone>();

/** An IANA zone; anything else is BAD_USER_INPUT. */
export function openZone(name: string): Zone {
  const kept = zones.get(name);
  if (kept !== undefined) return kept;
  const read = readZone(name);
  const edges = new Map<number, number>();
  const edge = (block: number): number => {
    let offset = edges.get(block);
    if (offset === undefined) {
      if (edges.size > 20_000) edges.clear();
      offset = read.offset(block * BLOCK);
      edges.set(block, offset);
    }
    return offset;
  };
  const changes = new Map<number, Instant>();
  const changeIn = (block: number): Instant => {
    let at = changes.get(block);
    if (at === undefined) {
      if (changes.size > 20_000) changes.clear();
      at = changeBetween(read, block * BLOCK, (block + 1) * BLOCK);
      changes.set(block, at);
    }
    return at;
  };
  const zone: Zone = {
    offset(at) {
      const block = Math.floor(at / BLOCK);
      const [before, after] = [edge(block), edge(block + 1)];
      return before === after || at < changeIn(block) ? before : after;
    },
  };
  if (zones.size >= KEPT_ZONES) zones.clear();
  zones.set(name, zone);
  return zone;
}

/** The first instant at which a zone's clock shows what it shows at the later end; it changes at a whole second. */
function changeBetween(zone: Zone, from: Instant, to: Instant): Instant {
  const earlier = zone.offset(from);
  let [before, after] = [from, to];
  while (after - before > SECOND) {
    const middle = Math.floor((before + after) / 2 / SECOND) * SECOND;
    if (zone.offset(middle) === earlier) before = middle;
    else after = middle;
  }
  return after;
}

function readZone(name: string): Zone {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new TelalError(
      'BAD_USER_INPUT',
      `"${name.slice(0, 60)}" is no time zone; use an IANA name such as Europe/Belgrade.`,
    );
  }
  const offset = (at: Instant): number => {
    const parts: Record<string, string> = {};
    for (const part of format.formatToParts(at)) parts[part.type] = part.value;
    const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
    const local = new Date(0);
    local.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']));
    local.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
    return local.getTime() - Math.floor(at / SECOND) * SECOND;
  };
  return { offset };
}

/** The first instant whose local time is `local` or, where the clock jumped over that, later. */
function fromLocal(zone: Zone, local: number): Instant {
  const offsets = [zone.offset(local - DAY), zone.offset(local + DAY)];
  if (offsets[0] === offsets[1]) return local - offsets[0]!;
  // The earlier instant first: where the clock went back, a local time comes twice.
  const found = offsets.map((offset) => local - offset).sort((one, other) => one - other);
  for (const at of found) if (at + zone.offset(at) === local) return at;
  // Skipped: the instant of the jump itself, which lies between the two readings.
  let [before, after] = [found[0]!, found[1]!];
  while (after - before > SECOND) {
    const middle = Math.floor((before + after) / 2 / SECOND) * SECOND;
    if (middle + zone.offset(middle) >= local) after = middle;
    else before = middle;
  }
  return after;
}

/** Midnight of a local day, moved by whole days. */
function dayStart(local: number): number {
  return Math.floor(local / DAY) * DAY;
}

const monthStart = (local: number, months: number): number => {
  const date = new Date(local);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
};

// 1970-01-01 was a Thursday; weeks begin on Monday.
const weekStart = (local: number): number => Math.floor((local - 4 * DAY) / (7 * DAY)) * 7 * DAY + 4 * DAY;

/** The bucket that an instant falls into: its start, and the start of the next one. */
export function bucketOf(zone: Zone, interval: Interval, at: Instant): { start: Instant; next: Instant } {
  const offset = zone.offset(at);
  const local = at + offset;
  if (interval === 'HOUR') {
    const start = Math.floor(local / HOUR) * HOUR - offset;
    const next = start + HOUR;
    // A change of the clock inside the hour ends it, unless the change is by whole hours.
    const moved = zone.offset(next) - offset;
    return {
      start,
      next: moved % HOUR === 0 ? next : Math.ceil((next + zone.offset(next)) / HOUR) * HOUR - zone.offset(next),
    };
  }
  if (interval === 'DAY') {
    return { start: fromLocal(zone, dayStart(local)), next: fromLocal(zone, dayStart(local) + DAY) };
  }
  if (interval === 'WEEK') {
    return { start: fromLocal(zone, weekStart(local)), next: fromLocal(zone, weekStart(local) + 7 * DAY) };
  }
  return { start: fromLocal(zone, monthStart(local, 0)), next: fromLocal(zone, monthStart(local, 1)) };
}
