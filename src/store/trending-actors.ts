import type { ActorTrend } from '../domain/counts.ts';
import { TelalError } from '../domain/error.ts';
import type { ArticleFilter } from '../domain/filter.ts';
import type { Instant } from '../domain/text.ts';
import type { Engine } from './engine.ts';
import { exprSql, postingRow, readsArticle } from './expr-sql.ts';
import { and, compileFilter } from './filter-expr.ts';
import { planFilter } from './plan.ts';
import { tagRange } from './tags.ts';
import { matchesSql } from './walk-sql.ts';

const EARLIER_WINDOWS = 14;
const FEWEST = 2;

/**
 * Actors named more often in a window than in the 14 windows of the same length before it. The score is the surplus
 * in units of what chance would vary, with one article added to the expectation, so that a first mention is no news.
 */
export async function trendingActors(
  engine: Engine,
  filter: ArticleFilter,
  window: { from: Instant; to: Instant },
  first: number,
): Promise<ActorTrend[]> {
  const length = window.to - window.from;
  if (!(length > 0)) throw new TelalError('BAD_USER_INPUT', 'The window must end after it begins.');
  const compiled = await compileFilter(engine, engine.dialect, filter);
  const plan = planFilter({
    ...compiled,
    expr: and([compiled.expr, { is: 'published', from: window.from, to: window.to }]),
  });
  if (plan === null || first <= 0) return [];
  const matches = matchesSql(engine.dialect, plan);
  const [actor, actorEnd] = tagRange('person', 'organization');
  const wide = readsArticle(compiled.expr);
  const rest = exprSql(engine.dialect, compiled.expr, postingRow, false);
  const rows = await engine.walk<{ actor: string; n: number; earlier: number }>(
    `WITH named AS (
       SELECT y.tag_id, count(*) AS n FROM (${matches.sql}) m
       JOIN article_tag y ON y.article_id = m.article_id AND y.tag_id >= ? AND y.tag_id < ?
       GROUP BY y.tag_id HAVING count(*) >= ${FEWEST}
     )
     SELECT t.key AS actor, k.n, (
       SELECT count(*) FROM posting p${wide ? ' CROSS JOIN article a' : ''}
       WHERE p.tag_id = k.tag_id AND p.published_at >= ? AND p.published_at < ?
         ${wide ? 'AND a.id = p.article_id' : ''} AND ${rest.sql}
     ) AS earlier
     FROM named k JOIN tag t ON t.id = k.tag_id`,
    [...matches.values, actor, actorEnd, window.from - EARLIER_WINDOWS * length, window.from, ...rest.values],
  );
  return rows
    .map(({ actor: slug, n: count, earlier }) => {
      const baseline = earlier / EARLIER_WINDOWS;
      return { actor: slug, count, baseline, score: (count - baseline) / Math.sqrt(baseline + 1) };
    })
    .filter((trend) => trend.score > 0)
    .sort((one, other) => other.score - one.score || other.count - one.count || (one.actor < other.actor ? -1 : 1))
    .slice(0, first);
}
