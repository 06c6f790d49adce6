import type { Feed, FeedOutcome } from '../domain/feed.ts';
import type { Engine } from './engine.ts';
import { holdState, writeState } from './state.ts';

/** A feed as it is stored, with its outlet's slug. */
export interface FeedRow {
  id: number;
  outlet: string;
  url: string;
  kind: Feed['kind'];
  status: Feed['status'];
  last_fetched_at: number | null;
  last_succeeded_at: number | null;
  next_fetch_at: number | null;
  failures: number;
  last_error: string | null;
  state: string;
}

/** Columns of a FeedRow from feed `f` and outlet `o`. */
export const feedColumns = `f.id, o.slug AS outlet, f.url, f.kind, f.status, f.last_fetched_at, f.last_succeeded_at,
  f.next_fetch_at, f.failures, f.last_error, f.state`;

export const toFeed = (row: FeedRow): Feed => ({
  id: row.id,
  outlet: row.outlet,
  url: row.url,
  kind: row.kind,
  status: row.status,
  lastFetchedAt: row.last_fetched_at,
  lastSucceededAt: row.last_succeeded_at,
  nextFetchAt: row.next_fetch_at,
  consecutiveFailures: row.failures,
  lastError: row.last_error,
  state: JSON.parse(row.state),
});

/** Stores what a poll found and ends its lease. */
export async function finishFeed(engine: Engine, id: number, outcome: FeedOutcome): Promise<void> {
  const failed = outcome.status === 'FAILING' || outcome.status === 'DISABLED';
  await engine.transaction(async (rows) => {
    const state = await holdState(rows, engine.dialect);
    await rows.run(
      `UPDATE feed SET status = CASE listed WHEN 1 THEN ? ELSE 'DISABLED' END, last_fetched_at = ?,
         last_succeeded_at = CASE WHEN ? = 1 THEN last_succeeded_at ELSE ? END,
         next_fetch_at = CASE listed WHEN 1 THEN CAST(? AS BIGINT) END, failures = CASE WHEN ? = 1 THEN failures + 1 ELSE 0 END,
         last_error = ?, state = ?, lease_owner = NULL, lease_until = NULL WHERE id = ?`,
      [
        outcome.status,
        outcome.at,
        failed ? 1 : 0,
        outcome.at,
        outcome.nextFetchAt,
        failed ? 1 : 0,
        outcome.error,
        JSON.stringify(outcome.state),
        id,
      ],
    );
    if (outcome.result)
      await rows.run(
        `INSERT INTO poll_count (outlet_id, result, polls) SELECT outlet_id, ?, 1 FROM feed WHERE id = ?
         ON CONFLICT (outlet_id, result) DO UPDATE SET polls = poll_count.polls + 1`,
        [outcome.result, id],
      );
    await writeState(rows, state);
  });
}

/** All feeds of outlets, those no longer listed among them. */
export async function feedsOfOutlets(engine: Engine, slugs: readonly string[]): Promise<Feed[]> {
  const found = await engine.lookup<FeedRow>(
    `SELECT ${feedColumns} FROM feed f JOIN outlet o ON o.id = f.outlet_id
     WHERE o.slug IN ${engine.dialect.texts} ORDER BY o.slug, f.id`,
    [JSON.stringify(slugs)],
  );
  return found.map(toFeed);
}

export async function feedsByIds(engine: Engine, ids: readonly number[]): Promise<(Feed | null)[]> {
  const found = await engine.lookup<FeedRow>(
    `SELECT ${feedColumns} FROM feed f JOIN outlet o ON o.id = f.outlet_id WHERE f.id IN ${engine.dialect.numbers}`,
    [JSON.stringify(ids)],
  );
  const byId = new Map(found.map((row) => [row.id, toFeed(row)]));
  return ids.map((id) => byId.get(id) ?? null);
}
