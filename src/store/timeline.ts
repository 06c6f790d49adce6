import type { Interval, TimelineBucket } from '../domain/counts.ts';
import { TelalError } from '../domain/error.ts';
import type { ArticleFilter } from '../domain/filter.ts';
import type { Instant } from '../domain/text.ts';
import { countQuarters, QUARTER_MS } from './block-counts.ts';
import type { BlockIndex } from './block-index.ts';
import type { Engine } from './engine.ts';
import { askedOf, countsInBlocks } from './facets.ts';
import { type Compiled, compileFilter } from './filter-expr.ts';
import { bucketOf, openZone, type Zone } from './local-time.ts';
import { type Plan, planFilter } from './plan.ts';
import { matchesSql } from './walk-sql.ts';

const MOST_BUCKETS = 5_000;
const HOUR_MS = 3_600_000;
const SECOND_MS = 1_000;

const shortest: Record<Interval, number> = {
  HOUR: HOUR_MS,
  DAY: 22 * HOUR_MS,
  WEEK: 166 * HOUR_MS,
  MONTH: 670 * HOUR_MS,
};

const tooMany = (interval: Interval): TelalError =>
  new TelalError(
    'BAD_USER_INPUT',
    `The timeline would have more than ${MOST_BUCKETS} buckets; ask for a shorter range of publication or for longer intervals than ${interval}.`,
  );

/** Starts of all buckets from the one that holds `first` to the one that holds `last`, and the end of that. */
function bucketStarts(zone: Zone, interval: Interval, first: Instant, last: Instant): Instant[] {
  if ((last - first) / shortest[interval] > MOST_BUCKETS * 1.1) throw tooMany(interval);
  let { start, next } = bucketOf(zone, interval, first);
  const starts = [start];
  while (next <= last) {
    if (starts.length >= MOST_BUCKETS) throw tooMany(interval);
    starts.push(next);
    const following = bucketOf(zone, interval, next);
    start = next;
    next = Math.max(following.next, start + SECOND_MS);
  }
  starts.push(next);
  return starts;
}

interface Grain {
  at: number;
  n: number;
}

const floorTo = (grain: number): string => `(m.published_at - ((m.published_at % ${grain}) + ${grain}) % ${grain})`;

/** Matches by the hour, quarter hour or second of their publication, in order. */
function grains(engine: Engine, plan: Plan, grain: number): Promise<Grain[]> {
  const matches = matchesSql(engine.dialect, plan);
  return engine.walk<Grain>(
    `SELECT ${floorTo(grain)} AS at, count(*) AS n FROM (${matches.sql}) m GROUP BY 1 ORDER BY 1`,
    matches.values,
  );
}

/** Whether all starts stand on the grain, so that no grain lies in two buckets. */
const fits = (starts: readonly Instant[], grain: number): boolean => starts.every((start) => start % grain === 0);

/** First and last instant that the buckets must hold; null where there is nothing to show. */
function span(found: readonly Grain[] | null, filter: ArticleFilter, grain: number) {
  const from = filter.publishedAt?.from ?? null;
  const to = filter.publishedAt?.to ?? null;
  const [least, most] = [found?.at(0), found?.at(-1)];
  if (most === undefined && (from === null || to === null)) return null;
  const first = from ?? least!.at;
  // The last grain begins at `at`; no match in it is later than its end.
  const last = to === null ? most!.at + grain - 1 : to - 1;
  return last < first ? null : { first, last };
}

/** Buckets from counts by the quarter of an hour; null where a bucket begins within one. */
async function inQuarters(
  index: BlockIndex,
  compiled: Compiled,
  filter: ArticleFilter,
  startsOf: (range: { first: Instant; last: Instant }) => Instant[],
): Promise<TimelineBucket[] | null> {
  const quarters = await countQuarters(index, askedOf(compiled));
  if (quarters === null) return null;
  const { first, counts } = quarters;
  const loose = quarters.loose.map((at) => ({ at: Math.floor(at / QUARTER_MS) * QUARTER_MS, n: 1 }));
  const found = [...loose, ...edgesOf(counts).map((place) => ({ at: (first + place) * QUARTER_MS, n: 0 }))];
  found.sort((one, other) => one.at - other.at);
  const range = span(found.length === 0 ? null : found, filter, QUARTER_MS);
  if (range === null) return [];
  const starts = startsOf(range);
  if (!fits(starts, QUARTER_MS)) return null;
  const buckets = fill(starts, loose);
  const placeOf = (start: Instant): number => Math.min(Math.max(start / QUARTER_MS - first, 0), counts.length);
  for (const [place, bucket] of buckets.entries()) {
    const end = placeOf(starts[place + 1]!);
    for (let quarter = placeOf(bucket.start); quarter < end; quarter += 1) bucket.count += counts[quarter]!;
  }
  return buckets;
}

/** Places of the first and the last number that is not 0. */
function edgesOf(counts: Int32Array): number[] {
  const first = counts.findIndex((count) => count > 0);
  return first < 0 ? [] : [first, counts.findLastIndex((count) => count > 0)];
}

/**
 * Articles by time of publication, in buckets of local time without a gap. From the first to the last match, or the
 * range of publication that the filter names.
 */
export async function timeline(
  index: BlockIndex,
  filter: ArticleFilter,
  interval: Interval,
  timeZone: string,
): Promise<TimelineBucket[]> {
  const { engine } = index;
  const zone = openZone(timeZone);
  const given = span(null, filter, 0);
  if (given !== null) bucketStarts(zone, interval, given.first, given.last);
  const compiled = await compileFilter(engine, engine.dialect, filter);
  const plan = planFilter(compiled);
  if (plan !== null && countsInBlocks(compiled, plan)) {
    const buckets = await inQuarters(index, compiled, filter, (range) =>
      bucketStarts(zone, interval, range.first, range.last),
    );
    if (buckets !== null) return buckets;
  }
  for (const grain of [HOUR_MS, QUARTER_MS, SECOND_MS]) {
    const found = plan === null ? [] : await grains(engine, plan, grain);
    const range = span(found, filter, grain);
    if (range === null) return [];
    const starts = bucketStarts(zone, interval, range.first, range.last);
    if (fits(starts, grain) || grain === SECOND_MS) return fill(starts, found);
  }
  return [];
}

/** Buckets with what was found in each. */
function fill(starts: readonly Instant[], ...found: Grain[][]): TimelineBucket[] {
  const buckets = starts.slice(0, -1).map((start) => ({ start, count: 0 }));
  for (const part of found) {
    let place = 0;
    for (const { at, n } of part.toSorted((one, other) => one.at - other.at)) {
      while (place + 1 < buckets.length && at >= starts[place + 1]!) place += 1;
      buckets[place]!.count += n;
    }
  }
  return buckets;
}
