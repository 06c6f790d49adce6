import type { Feed, FeedOutcome, FeedState } from '../domain/feed.ts';
import type { Instant } from '../domain/text.ts';
import type { Fault } from './fault.ts';
import type { Fetched } from './fetch.ts';
import { isSilent, mergeRecent, pollInterval, retryInterval, shortestInterval } from './interval.ts';

/** After so many polls that agree, a permanent redirect is believed. */
export const pollsToMove = 3;

/** Where a feed is asked: at its own address, or where permanent redirects have led for long enough. */
export function addressOf(feed: Feed): string {
  return feed.state.movedTo && feed.state.movedCount >= pollsToMove ? feed.state.movedTo : feed.url;
}

/** What a feed that answered is like from now on. */
export function succeeded(
  feed: Feed,
  answer: Fetched,
  found: {
    now: Instant;
    digest: string | null;
    published: readonly Instant[];
    ttlMinutes: number | null;
    hub: string | null;
    pending: number;
    notice: string | null;
    shortestMs?: number;
  },
): FeedOutcome {
  const { now } = found;
  const recent = mergeRecent(feed.state.recent, found.published, now);
  const interval = pollInterval({ recent, ttlMinutes: found.ttlMinutes, maxAgeSeconds: answer.maxAgeSeconds, now });
  // Entries left over must be seen again, so the feed is not asked whether it changed.
  const validators =
    found.pending > 0
      ? { etag: null, lastModified: null, bodyDigest: null }
      : {
          etag: answer.etag ?? (answer.notModified ? feed.state.etag : null),
          lastModified: answer.lastModified ?? (answer.notModified ? feed.state.lastModified : null),
          bodyDigest: found.digest ?? feed.state.bodyDigest,
        };
  const next = found.pending > 0 ? shortestInterval / 2 : interval;
  const bound = found.shortestMs ?? Number.POSITIVE_INFINITY;
  return {
    at: now,
    status: isSilent(recent, now) ? 'SILENT' : 'HEALTHY',
    nextFetchAt: now + Math.min(next, bound),
    error: found.notice,
    state: {
      ...feed.state,
      ...validators,
      ...moved(feed, answer),
      recent,
      hub: found.hub,
      hubUntil: found.hub === feed.state.hub ? feed.state.hubUntil : null,
    },
  };
}

/** What a feed that failed is like from now on. Only "gone for good" ends it; everything else is tried again for as long as it takes. */
export function failed(feed: Feed, fault: Fault, message: string, now: Instant): FeedOutcome {
  const atHome = addressOf(feed) === feed.url;
  // The new address may have been a mistake: the next try goes to the old one.
  const state: FeedState = atHome ? feed.state : { ...feed.state, movedTo: null, movedCount: 0 };
  if (fault.kind === 'STATUS' && fault.status === 410 && atHome)
    return { at: now, status: 'DISABLED', nextFetchAt: null, error: message, state };
  // Its host asked for a pause before this feed's turn came: that says nothing of the feed.
  if (
    fault.kind === 'PAUSED' &&
    feed.lastSucceededAt !== null &&
    (feed.status === 'HEALTHY' || feed.status === 'SILENT')
  )
    return { at: feed.lastSucceededAt, status: feed.status, nextFetchAt: fault.retryAt ?? now, error: message, state };
  const nextFetchAt = now + retryInterval(feed.consecutiveFailures + 1, fault, now);
  return { at: now, status: 'FAILING', nextFetchAt, error: message, state };
}

function moved(feed: Feed, answer: Fetched): Pick<FeedState, 'movedTo' | 'movedCount'> {
  const { movedTo, movedCount } = feed.state;
  if (answer.movedTo) return { movedTo: answer.movedTo, movedCount: answer.movedTo === movedTo ? movedCount + 1 : 1 };
  const stays = addressOf(feed) !== feed.url;
  return stays ? { movedTo, movedCount } : { movedTo: null, movedCount: 0 };
}
