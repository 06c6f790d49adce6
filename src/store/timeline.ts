import { TelalError } from '../domain/error.ts';
import type { ArticleFilter } from '../domain/filter.ts';
import type { Interval, TimelineBucket } from '../domain/store.ts';
import type { Instant } from '../domain/text.ts';
import type { Engine } from './engine.ts';
import { trackedTag } from './facets.ts';
import { compileFilter } from './filter-expr.ts';
import { bucketOf, openZone, type Zone } from './local-time.ts';
import { type Plan, planFilter } from './plan.ts';
import { HOUR_MS } from './rollups.ts';
import type { Tag } from './tags.ts';
import { matchesSql } from './walk-sql.ts';

const MOST_BUCKETS = 5_000;
const QUARTER_MS = 900_000;
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
  return engine.all<Grain>(
    `SELECT ${floorTo(grain)} AS at, count(*) AS n FROM (${matches.sql}) m GROUP BY 1 ORDER BY 1`,
    matches.values,
  );
}

/** The same for a tag whose hours are kept: its first and last hour only, and all that is not yet in the counts. */
async function edges(engine: Engine, tag: Tag): Promise<{ ends: Grain[]; tail: Grain[] }> {
  const end = (direction: string): string =>
    `SELECT * FROM (SELECT hour * ${HOUR_MS} AS at, 0 AS n FROM hour_count
     WHERE tag_id = ? AND articles > 0 ORDER BY hour ${direction} LIMIT 1) ${direction === 'ASC' ? 'f' : 'l'}`;
  const rows = await engine.all<Grain>(
    `${end('ASC')} UNION ALL ${end('DESC')} UNION ALL
     SELECT ${floorTo(HOUR_MS)}, 1 FROM article m JOIN article_tag x ON x.article_id = m.id
     WHERE m.id > (SELECT counted_to FROM state) AND x.tag_id = ?`,
    [tag.id, tag.id, tag.id],
  );
  return { ends: rows.toSorted((one, other) => one.at - other.at), tail: rows.filter((row) => row.n > 0) };
}

/** Kept counts of each bucket; every start stands on an hour. */
async function keptCounts(engine: Engine, tag: Tag, starts: readonly Instant[]): Promise<Grain[]> {
  const hours = starts.map((start) => start / HOUR_MS);
  const ranges = hours.slice(0, -1).map((hour, i) => [hour, hours[i + 1]!]);
  return engine.all<Grain>(
    `SELECT h.at * ${HOUR_MS} AS at, h.n FROM (SELECT w.a AS at, (
       SELECT sum(c.articles) FROM hour_count c WHERE c.tag_id = ? AND c.hour >= w.a AND c.hour < w.b
     ) AS n FROM ${engine.dialect.numberPairs} w) h WHERE h.n > 0 ORDER BY h.at`,
    [tag.id, JSON.stringify(ranges)],
  );
}

/** Whether all starts stand on the grain, so that no grain lies in two buckets. */
const fits = (starts: readonly Instant[], grain: number): boolean => starts.every((start) => start % grain === 0);

/** First and last instant that the buckets must hold; null where there is nothing to show. */
function span(plan: Plan | null, filter: ArticleFilter, found: readonly Grain[], grain: number) {
  const from = filter.publishedAt?.from ?? null;
  const to = filter.publishedAt?.to ?? null;
  if (found.length === 0 && (from === null || to === null)) return null;
  const first = from ?? found[0]!.at;
  // The last grain begins at `at`; no match in it is later than its end.
  const last = to === null ? found[found.length - 1]!.at + (plan === null ? 0 : grain - 1) : to - 1;
  return last < first ? null : { first, last };
}

/**
 * Articles by time of publication, in buckets of local time without a gap. From the first to the last match, or the
 * range of publication that the filter names.
 */
export async function timeline(
  engine: Engine,
  filter: ArticleFilter,
  interval: Interval,
  timeZone: string,
): Promise<TimelineBucket[]> {
  const zone = openZone(timeZone);
  const given = span(null, filter, [], 0);
  if (given !== null) bucketStarts(zone, interval, given.first, given.last);
  const plan = planFilter(await compileFilter(engine, engine.dialect, filter));
  const tracked = plan === null ? null : trackedTag(plan);
  if (tracked !== null) {
    const { ends, tail } = await edges(engine, tracked);
    const range = span(plan, filter, ends, HOUR_MS);
    if (range === null) return [];
    const starts = bucketStarts(zone, interval, range.first, range.last);
    if (fits(starts, HOUR_MS)) return fill(starts, await keptCounts(engine, tracked, starts), tail);
  }
  for (const grain of [HOUR_MS, QUARTER_MS, SECOND_MS]) {
    const found = plan === null ? [] : await grains(engine, plan, grain);
    const range = span(plan, filter, found, grain);
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
