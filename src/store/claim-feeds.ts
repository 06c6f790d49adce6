import type { Feed } from '../domain/feed.ts';
import type { PollStore } from '../domain/poll-store.ts';
import type { Dialect, Engine, Rows } from './engine.ts';
import { type FeedRow, feedColumns, toFeed } from './feeds.ts';
import { holdState } from './state.ts';

/** So many due feeds are looked at, since some may stand at hosts that are another poller's. */
const LOOKED_AT = 2_000;

/**
 * What one poller at a time may ask: the host of the feed, and the outlet, whose pages stand at its own host. The same
 * host with or without www.
 */
function turnKeys(feed: Pick<FeedRow, 'outlet' | 'url'>): string[] {
  const { hostname, port } = new URL(feed.url);
  return [`outlet:${feed.outlet}`, `host:${hostname.replace(/^www\./, '').replace(/\.$/, '')}${port && `:${port}`}`];
}

async function othersTurns(rows: Rows, dialect: Dialect, keys: string[], owner: string, at: number) {
  const taken = await rows.all<{ key: string }>(
    `SELECT key FROM poll_turn WHERE key IN ${dialect.texts} AND owner <> ? AND until > ?`,
    [JSON.stringify(keys), owner, at],
  );
  return new Set(taken.map((turn) => turn.key));
}

/**
 * Leases feeds to one poller, and with them the turn at their hosts, so that no host is asked by two. A lease that has
 * ended is as none; a poller may take its own again. Feeds that are named are given whoever's turn it is.
 */
export async function claimFeeds(engine: Engine, request: Parameters<PollStore['claimFeeds']>[0]): Promise<Feed[]> {
  const { dialect } = engine;
  const { now, limit, owner, leaseMs, outlets, among } = request;
  // Leases go by the store's own clock, whatever the pollers' clocks say.
  const at = now + (await engine.clockShift());
  const free = '(f.lease_until IS NULL OR f.lease_until <= ? OR f.lease_owner = ?)';
  const named = outlets !== undefined;
  const wanted = named
    ? `o.slug IN ${dialect.texts}`
    : `f.status <> 'DISABLED' AND f.next_fetch_at IS NOT NULL AND f.next_fetch_at <= ?${among ? ` AND o.slug IN ${dialect.texts}` : ''}`;
  const due = `FROM feed f JOIN outlet o ON o.id = f.outlet_id
    WHERE f.listed = 1 AND ${wanted} AND ${named ? free : free.replace(' OR f.lease_owner = ?', '')}`;
  const values = named ? [JSON.stringify(outlets), at, owner] : among ? [now, JSON.stringify(among), at] : [now, at];
  // Most of the time nothing is due, which needs no writer.
  if ((await engine.get(`SELECT f.id ${due} LIMIT 1`, values)) === undefined) return [];
  return engine.transaction(async (rows) => {
    // One poller claims at a time.
    await holdState(rows, dialect);
    const found = await rows.all<FeedRow>(`SELECT ${feedColumns} ${due} ORDER BY f.next_fetch_at, f.id LIMIT ?`, [
      ...values,
      named ? limit : limit + LOOKED_AT,
    ]);
    const keys = found.map(turnKeys);
    const taken = named ? new Set() : await othersTurns(rows, dialect, [...new Set(keys.flat())], owner, at);
    const claimed = found.filter((_, i) => !keys[i]!.some((key) => taken.has(key))).slice(0, limit);
    if (claimed.length === 0) return [];
    await rows.run(`UPDATE feed SET lease_owner = ?, lease_until = ? WHERE id IN ${dialect.numbers}`, [
      owner,
      at + leaseMs,
      JSON.stringify(claimed.map((feed) => feed.id)),
    ]);
    await rows.insert(
      'poll_turn',
      ['key', 'owner', 'until'],
      [...new Set(claimed.flatMap(turnKeys))].map((key) => [key, owner, at + leaseMs]),
      'ON CONFLICT (key) DO UPDATE SET owner = excluded.owner, until = excluded.until',
    );
    return claimed.map(toFeed);
  });
}

const PLACE = 'poller';

/** Takes the one place of a poller that an embedded store has; tells who has it where it is taken. */
export async function beginPolling(
  engine: Engine,
  owner: string,
  now: number,
  leaseMs: number,
): Promise<string | null> {
  if (engine.dialect.name === 'postgres') return null;
  return engine.transaction(async (rows) => {
    await holdState(rows, engine.dialect);
    const holder = await rows.get<{ owner: string }>(
      'SELECT owner FROM poll_turn WHERE key = ? AND owner <> ? AND until > ?',
      [PLACE, owner, now],
    );
    if (holder !== undefined) return holder.owner;
    await rows.insert(
      'poll_turn',
      ['key', 'owner', 'until'],
      [[PLACE, owner, now + leaseMs]],
      'ON CONFLICT (key) DO UPDATE SET owner = excluded.owner, until = excluded.until',
    );
    return null;
  });
}

/**
 * Lets a poller keep these feeds with the turns at their hosts, and its place; what another has taken meanwhile stays
 * the other's. What it no longer has under way is not kept: a poll that was lost may be done again, by whomever.
 */
export async function renewLeases(
  engine: Engine,
  owner: string,
  now: number,
  leaseMs: number,
  feeds: readonly number[],
): Promise<void> {
  const { dialect } = engine;
  const until = now + leaseMs + (await engine.clockShift());
  const ids = JSON.stringify(feeds);
  await engine.transaction(async (rows) => {
    await holdState(rows, dialect);
    await rows.run(
      `UPDATE feed SET lease_until = ? WHERE lease_owner = ? AND lease_until < ? AND id IN ${dialect.numbers}`,
      [until, owner, until, ids],
    );
    const kept = await rows.all<Pick<FeedRow, 'outlet' | 'url'>>(
      `SELECT o.slug AS outlet, f.url FROM feed f JOIN outlet o ON o.id = f.outlet_id WHERE f.id IN ${dialect.numbers}`,
      [ids],
    );
    await rows.run(`UPDATE poll_turn SET until = ? WHERE owner = ? AND until < ? AND key IN ${dialect.texts}`, [
      until,
      owner,
      until,
      JSON.stringify([PLACE, ...new Set(kept.flatMap(turnKeys))]),
    ]);
  });
}

/** Gives everything back at once, for others to take up. */
export async function releaseLeases(engine: Engine, owner: string): Promise<void> {
  await engine.transaction(async (rows) => {
    await holdState(rows, engine.dialect);
    await rows.run('UPDATE feed SET lease_owner = NULL, lease_until = NULL WHERE lease_owner = ?', [owner]);
    await rows.run('DELETE FROM poll_turn WHERE owner = ?', [owner]);
  });
}
