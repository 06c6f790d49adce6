import { createHash } from 'node:crypto';
import type { FeedDocument, ReadingHints } from '../domain/document.ts';
import { TelalError } from '../domain/error.ts';
import type { Feed, FeedOutcome, PollResult } from '../domain/feed.ts';
import type { Catalog, FeedSource, Outlet } from '../domain/knowledge.ts';
import type { Instant } from '../domain/text.ts';
import { traced } from '../domain/trace.ts';
import { believable } from './entry-to-draft.ts';
import { type FaultKind, faultOf } from './fault.ts';
import { addressOf, failed, succeeded } from './feed-outcome.ts';
import type { Fetched } from './fetch.ts';
import { barredPage, notAFeed } from './not-a-feed.ts';
import { type Budget, processEntries, type Tally, type Tools } from './process-entries.ts';
import type { Readers } from './readers.ts';

/** What one poll of one feed came to. */
export interface FeedReport {
  feedId: number;
  outlet: string;
  url: string;
  new: number;
  changed: number;
  unchanged: number;
  /** The feed itself stood still. */
  notModified: boolean;
  pagesRead: number;
  pagesFailed: number;
  /** Entries left for the next poll. */
  pending: number;
  /** Why the feed failed, or, where it did not, why its pages did; null where all went well. */
  error: string | null;
  failed: boolean;
  /** False where no server answered at all. */
  reached: boolean;
}

export interface FeedTools extends Tools {
  catalog: Catalog;
  readers: Readers;
  shortestMs?: number;
  /** Asks a feed's hub to tell of changes, where a public address is configured. */
  subscribe?: (feed: Feed, hub: string, signal?: AbortSignal) => Promise<void>;
}

const unreached: FaultKind[] = ['DNS', 'CONNECT', 'TLS', 'TIMEOUT', 'ADDRESS'];
const nothing: Tally = { new: 0, changed: 0, unchanged: 0, pagesRead: 0, pagesFailed: 0, pageError: null, pending: 0 };

/** Polls one claimed feed, from the request to the stored outcome. Throws only where the store fails or polling is stopped. */
export const pollFeed = (feed: Feed, tools: FeedTools, budget: Budget): Promise<FeedReport> =>
  traced('poll feed', { 'telal.outlet': feed.outlet, 'url.full': feed.url }, () => poll(feed, tools, budget));

async function poll(feed: Feed, tools: FeedTools, budget: Budget): Promise<FeedReport> {
  const { outcome, report } = await attempt(feed, tools, budget);
  await tools.store.finishFeed(feed.id, { ...outcome, result: resultOf(report) });
  // After the outcome is stored: the hub's confirmation changes it. Nothing waits for the hub.
  if (outcome.state.hub && !report.failed)
    void tools.subscribe?.({ ...feed, state: outcome.state }, outcome.state.hub, tools.signal);
  const fields = { outlet: feed.outlet, feed: feed.url, new: report.new, changed: report.changed };
  // A failure is told once; that it lasts stands in the feed's health.
  if (report.failed && feed.consecutiveFailures === 0 && feed.lastSucceededAt !== null)
    tools.log.warn({ ...fields, error: report.error }, 'a feed began to fail');
  else if (report.failed) tools.log.debug({ ...fields, error: report.error }, 'a feed failed');
  else tools.log.debug(fields, 'a feed was polled');
  return report;
}

function resultOf(report: FeedReport): PollResult {
  if (report.failed) return 'failed';
  if (report.new > 0) return 'new';
  if (report.changed > 0) return 'changed';
  return report.notModified ? 'not_modified' : 'unchanged';
}

async function attempt(
  feed: Feed,
  tools: FeedTools,
  budget: Budget,
): Promise<{ outcome: FeedOutcome; report: FeedReport }> {
  const blank = {
    feedId: feed.id,
    outlet: feed.outlet,
    url: feed.url,
    notModified: false,
    failed: false,
    reached: true,
    error: null,
  };
  const outlet = tools.catalog.outlet(feed.outlet);
  const source = outlet?.feeds.find((one) => one.url === feed.url);
  if (!outlet || !source) {
    const message = 'This feed is no longer in the sources.';
    const outcome: FeedOutcome = {
      at: tools.clock.now(),
      status: 'DISABLED',
      nextFetchAt: null,
      error: message,
      state: feed.state,
    };
    return { outcome, report: { ...blank, ...nothing, error: message, failed: true } };
  }
  try {
    return await polled(feed, outlet, source, tools, budget, blank);
  } catch (error) {
    const fault = faultOf(error);
    if (fault.kind === 'ABORTED' || (error instanceof TelalError && error.code === 'STORE_FAILED')) throw error;
    if (!(error instanceof TelalError))
      tools.log.error({ outlet: feed.outlet, feed: feed.url, err: error }, 'polling a feed broke');
    const message = error instanceof TelalError ? error.message : `Reading it failed: ${(error as Error).message}`;
    return {
      outcome: failed(feed, fault, message, tools.clock.now()),
      report: { ...blank, ...nothing, error: message, failed: true, reached: !unreached.includes(fault.kind) },
    };
  }
}

async function polled(
  feed: Feed,
  outlet: Outlet,
  source: FeedSource,
  tools: FeedTools,
  budget: Budget,
  blank: Omit<FeedReport, keyof Tally> & { error: string | null },
): Promise<{ outcome: FeedOutcome; report: FeedReport }> {
  const { state } = feed;
  const address = addressOf(feed);
  if (source.kind === 'PAGE') await tools.robots(address, tools.signal);
  // Once a day the whole feed is asked for, in case a server says "not modified" for ever.
  const whole = !sameDay(feed.lastSucceededAt, tools.clock.now());
  const answer = await tools.fetch({
    url: address,
    kind: 'feed',
    etag: whole ? null : state.etag,
    lastModified: whole ? null : state.lastModified,
    signal: tools.signal,
  });
  const digest = answer.notModified ? state.bodyDigest : createHash('sha256').update(answer.bytes).digest('base64');
  const standsStill =
    answer.notModified ||
    (digest !== null && digest === state.bodyDigest) ||
    (!whole && answer.etag !== null && answer.etag === state.etag);

  if (standsStill) {
    const known = tools.memory.feeds.get(feed.id);
    const tally = known
      ? await processEntries(known.entries, { feed, outlet, source, language: known.language }, tools, budget)
      : nothing;
    const found = {
      now: tools.clock.now(),
      digest,
      published: [],
      ttlMinutes: null,
      hub: state.hub,
      pending: tally.pending,
    };
    const outcome = succeeded(feed, answer, { ...found, notice: notice(tally), shortestMs: tools.shortestMs });
    return { outcome, report: { ...blank, ...counts(tally), notModified: true, error: outcome.error } };
  }

  const document = await readDocument(answer, outlet, source, tools);
  const tally = await processEntries(
    document.entries,
    { feed, outlet, source, language: document.language },
    tools,
    budget,
  );
  const now = tools.clock.now();
  const outcome = succeeded(feed, answer, {
    now,
    digest,
    published: publicationTimes(document, tally, now),
    ttlMinutes: document.ttlMinutes,
    hub: document.hub,
    pending: tally.pending,
    notice: notice(tally),
    shortestMs: tools.shortestMs,
  });
  return { outcome, report: { ...blank, ...counts(tally), error: outcome.error } };
}

async function readDocument(
  answer: Fetched,
  outlet: Outlet,
  source: FeedSource,
  tools: FeedTools,
): Promise<FeedDocument> {
  const host = new URL(answer.url).hostname;
  const wrong = source.kind === 'PAGE' ? barredPage(answer.bytes, host) : notAFeed(answer.bytes, host);
  if (wrong) throw wrong;
  const hints: ReadingHints = {
    url: answer.url,
    contentType: answer.contentType,
    charset: outlet.charset,
    timeZone: outlet.timeZone,
    language: source.language ?? outlet.languages[0] ?? null,
    now: tools.clock.now(),
  };
  return tools.readers.read(source, answer.bytes, hints, (url) =>
    tools.fetch({ url, kind: 'feed', signal: tools.signal }),
  );
}

/** When the feed's items came out; undated ones came out when they were first seen. */
function publicationTimes(document: FeedDocument, tally: Tally, now: Instant): Instant[] {
  const dates = document.entries.map((entry) => believable(entry.publishedAt, now)).filter((at) => at !== null);
  if (dates.length > 0) return dates;
  return tally.new > 0 ? [now] : [];
}

const counts = ({ pageError: _, ...tally }: Tally) => tally;

function notice(tally: Tally): string | null {
  if (tally.pagesFailed === 0) return null;
  const many = tally.pagesFailed === 1 ? '1 page' : `${tally.pagesFailed} pages`;
  return `${many} of ${tally.pagesFailed + tally.pagesRead} could not be read; the last: ${tally.pageError ?? 'its server fails'}`;
}

function sameDay(a: Instant | null, b: Instant): boolean {
  return a !== null && Math.floor(a / 86_400_000) === Math.floor(b / 86_400_000);
}
