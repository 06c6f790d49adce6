import type { Feed, FeedOutcome } from '../domain/feed.ts';
import type { PollStore } from '../domain/store.ts';
import type { Engine } from './engine.ts';
import { holdState, writeState } from './state.ts';

interface FeedRow {
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

const columns = `f.id, o.slug AS outlet, f.url, f.kind, f.status, f.last_fetched_at, f.last_succeeded_at,
  f.next_fetch_at, f.failures, f.last_error, f.state`;

const toFeed = (row: FeedRow): Feed => ({
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

/** Leases feeds to one poller. A lease that has ended is as none; a poller may take its own again. */
export async function claimFeeds(engine: Engine, request: Parameters<PollStore['claimFeeds']>[0]): Promise<Feed[]> {
  const { dialect } = engine;
  const { now, limit, owner, leaseMs, outlets } = request;
  const free = '(f.lease_until IS NULL OR f.lease_until <= ? OR f.lease_owner = ?)';
  const named = outlets !== undefined;
  const wanted = named
    ? `o.slug IN ${dialect.texts}`
    : "f.status <> 'DISABLED' AND f.next_fetch_at IS NOT NULL AND f.next_fetch_at <= ?";
  return engine.transaction(async (rows) => {
    const due = await rows.all<FeedRow>(
      `SELECT ${columns} FROM feed f JOIN outlet o ON o.id = f.outlet_id
       WHERE f.listed = 1 AND ${wanted} AND ${named ? free : free.replace(' OR f.lease_owner = ?', '')}
       ORDER BY f.next_fetch_at, f.id LIMIT ?${dialect.skipLocked}`,
      named ? [JSON.stringify(outlets), now, owner, limit] : [now, now, limit],
    );
    if (due.length > 0) {
      await rows.run(`UPDATE feed SET lease_owner = ?, lease_until = ? WHERE id IN ${dialect.numbers}`, [
        owner,
        now + leaseMs,
        JSON.stringify(due.map((feed) => feed.id)),
      ]);
    }
    return due.map(toFeed);
  });
}

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
    await writeState(rows, state);
  });
}

/** All feeds of outlets, those no longer listed among them. */
export async function feedsOfOutlets(engine: Engine, slugs: readonly string[]): Promise<Feed[]> {
  const found = await engine.all<FeedRow>(
    `SELECT ${columns} FROM feed f JOIN outlet o ON o.id = f.outlet_id
     WHERE o.slug IN ${engine.dialect.texts} ORDER BY o.slug, f.id`,
    [JSON.stringify(slugs)],
  );
  return found.map(toFeed);
}

export async function feedsByIds(engine: Engine, ids: readonly number[]): Promise<(Feed | null)[]> {
  const found = await engine.all<FeedRow>(
    `SELECT ${columns} FROM feed f JOIN outlet o ON o.id = f.outlet_id WHERE f.id IN ${engine.dialect.numbers}`,
    [JSON.stringify(ids)],
  );
  const byId = new Map(found.map((row) => [row.id, toFeed(row)]));
  return ids.map((id) => byId.get(id) ?? null);
}
