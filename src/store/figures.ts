import type { StoreFigures } from '../domain/answer-store.ts';
import type { Engine } from './engine.ts';

/** Figures of the store for those who watch it. */
export async function figures(engine: Engine, now: number): Promise<StoreFigures> {
  const shift = await engine.clockShift();
  const [polls, feeds, unplaced, size] = await Promise.all([
    engine.all<StoreFigures['polls'][number]>(
      `SELECT o.slug AS outlet, p.result, p.polls FROM poll_count p JOIN outlet o ON o.id = p.outlet_id
       ORDER BY o.slug, p.result`,
    ),
    engine.get<{ due: number; busy: number }>(
      `SELECT coalesce(sum(CASE WHEN lease_until > ? THEN 1 ELSE 0 END), 0) AS busy,
         coalesce(sum(CASE WHEN next_fetch_at <= ? AND (lease_until IS NULL OR lease_until <= ?) THEN 1 ELSE 0 END), 0)
           AS due
       FROM feed WHERE listed = 1`,
      [now + shift, now, now + shift],
    ),
    engine.get<{ n: number }>('SELECT count(*) AS n FROM article WHERE story IS NULL'),
    engine.get<{ bytes: number }>(engine.dialect.size),
  ]);
  return {
    polls,
    feedsDue: Number(feeds?.due ?? 0),
    feedsUnderWay: Number(feeds?.busy ?? 0),
    articlesWithoutStory: unplaced?.n ?? 0,
    bytes: size?.bytes ?? 0,
  };
}
