import type { HealthStatus, OutletHealth } from '../domain/feed.ts';
import type { Instant } from '../domain/text.ts';
import type { Engine } from './engine.ts';

/** Newest articles of an outlet that its rhythm is read from. */
const RHYTHM = 300;
const LAG_OVER = 50;
const DAY_MS = 86_400_000;

/**
 * The usual longest pause of an outlet: its third longest of late, so that nights and weekends count and one failure
 * does not; the longest where there are few. Null where there is no pause to go by.
 */
function usualGap(newestFirst: readonly Instant[]): number | null {
  const gaps = newestFirst.slice(1).map((at, i) => newestFirst[i]! - at);
  gaps.sort((one, other) => other - one);
  return gaps[gaps.length >= 10 ? 2 : 0] ?? null;
}

const median = (values: number[]): number | null => {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** One feed that works is enough for an outlet to be reachable. */
function reach(statuses: readonly HealthStatus[]): HealthStatus {
  const known = statuses.filter((status) => status !== 'DISABLED');
  if (known.length === 0) return 'DISABLED';
  if (known.some((status) => status === 'HEALTHY' || status === 'SILENT')) return 'HEALTHY';
  return known.includes('FAILING') ? 'FAILING' : 'NEW';
}

interface Row {
  slug: string;
  published_at: number;
  first_seen_at: number;
  dated: number;
}

/** Health of many outlets over all their feeds, in two statements. Unknown slugs are missing. */
export async function outletHealth(
  engine: Engine,
  slugs: readonly string[],
  now: Instant,
): Promise<Map<string, OutletHealth>> {
  const { dialect } = engine;
  const wanted = JSON.stringify(slugs);
  const feeds = await engine.all<{ slug: string; status: HealthStatus | null; articles_last_day: number }>(
    `SELECT o.slug, f.status, (SELECT count(*) FROM posting d
        WHERE d.tag_id = o.tag_id AND d.published_at > ? AND d.published_at <= ?) AS articles_last_day
     FROM outlet o LEFT JOIN feed f ON f.outlet_id = o.id AND f.listed = 1 WHERE o.slug IN ${dialect.texts}`,
    [now - DAY_MS, now, wanted],
  );
  const articles = await engine.all<Row>(
    `SELECT o.slug, p.published_at, a.first_seen_at,
       CASE a.published_at_source WHEN 'FIRST_SEEN' THEN 0 ELSE 1 END AS dated
     FROM outlet o CROSS JOIN posting p CROSS JOIN article a
     WHERE o.slug IN ${dialect.texts} AND p.tag_id = o.tag_id AND a.id = p.article_id AND p.published_at >= coalesce((
       SELECT e.published_at FROM posting e WHERE e.tag_id = o.tag_id
       ORDER BY e.published_at DESC LIMIT 1 OFFSET ${RHYTHM - 1}), -8640000000000000)
     ORDER BY o.slug, p.published_at DESC, p.article_id DESC`,
    [wanted],
  );
  const byOutlet = Map.groupBy(articles, (row) => row.slug);
  const health = new Map<string, OutletHealth>();
  for (const [slug, own] of Map.groupBy(feeds, (row) => row.slug)) {
    const rows = byOutlet.get(slug) ?? [];
    const newest = rows[0]?.published_at ?? null;
    let status = reach(own.flatMap((row) => row.status ?? []));
    const gap = usualGap(rows.map((row) => row.published_at));
    if (status === 'HEALTHY' && newest !== null && gap !== null && gap > 0 && now - newest > 2 * gap) status = 'SILENT';
    const lags = rows.filter((row) => row.dated === 1).slice(0, LAG_OVER);
    const lag = median(lags.map((row) => Math.max(0, row.first_seen_at - row.published_at)));
    health.set(slug, {
      status,
      lastArticleAt: newest,
      articlesLastDay: own[0]!.articles_last_day,
      medianLagSeconds: lag === null ? null : Math.round(lag / 1_000),
    });
  }
  return health;
}
