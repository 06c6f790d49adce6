import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AnswerStore } from '../domain/answer-store.ts';
import type { Feed } from '../domain/feed.ts';
import type { PollStore } from '../domain/poll-store.ts';
import type { Clock, Log } from '../domain/ports.ts';
import { addressOf } from './feed-outcome.ts';
import type { Post } from './fetch.ts';

/** What WebSub needs: an address that hubs can reach, and a secret that all processes of this Telal share. */
export interface WebSubSettings {
  /** Base address, such as https://telal.example/; the callback lies under it at websub/. */
  publicUrl: string;
  secret: string;
}

/** Path under the public address that the handler answers. */
export const webSubPath = '/websub/';

const leaseSeconds = 10 * 86_400;
const renewMs = 86_400_000;
const largestDelivery = 10_000_000;
const hashes = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/**
 * Asks a feed's hub to tell of changes, where it has not promised so for at least another day. What fails is logged
 * only: the feed is polled all the same.
 */
export function createSubscriber(tools: { settings: WebSubSettings; post: Post; clock: Clock; log: Log }) {
  const asked = new Map<number, number>();
  return async (feed: Feed, hub: string, signal?: AbortSignal): Promise<void> => {
    const now = tools.clock.now();
    const promised = feed.state.hub === hub && (feed.state.hubUntil ?? 0) > now + renewMs;
    if (promised || (asked.get(feed.id) ?? 0) > now - renewMs) return;
    asked.set(feed.id, now);
    const form = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': addressOf(feed),
      'hub.callback': callbackUrl(tools.settings, feed.id),
      'hub.secret': deliverySecret(tools.settings.secret, feed.id),
      'hub.lease_seconds': String(leaseSeconds),
    });
    try {
      await tools.post(hub, form, signal);
    } catch (error) {
      tools.log.info({ outlet: feed.outlet, hub, err: error }, 'a hub could not be asked');
    }
  };
}

/**
 * Answers hubs, below `webSubPath`: confirms what Telal asked for, and makes a feed due at once where the hub tells of a
 * change. A delivery counts only with the right signature, and only as a hint: the feed itself is fetched from the outlet.
 */
export function createWebSubHandler(tools: {
  settings: WebSubSettings;
  store: Pick<AnswerStore, 'feedsByIds'> & Pick<PollStore, 'finishFeed'>;
  clock: Clock;
}): (request: Request) => Promise<Response> {
  const { settings, store, clock } = tools;

  /** Changes what polling knows of a feed, and leaves the rest as it is. */
  const note = (feed: Feed, nextFetchAt: number | null, hubUntil: number | null) =>
    store.finishFeed(feed.id, {
      at: feed.lastFetchedAt ?? clock.now(),
      status: feed.status,
      nextFetchAt,
      error: feed.lastError,
      state: { ...feed.state, hubUntil },
    });

  return async (request) => {
    const url = new URL(request.url);
    const [id, token] = url.pathname.slice(url.pathname.indexOf(webSubPath) + webSubPath.length).split('/');
    if (!id || !/^\d{1,15}$/.test(id) || !token || !same(token, tokenOf(settings.secret, Number(id))))
      return answer(404);
    const [feed] = await store.feedsByIds([Number(id)]);
    // A feed that fails or is switched off is the poller's own affair.
    if (!feed || (feed.status !== 'HEALTHY' && feed.status !== 'SILENT')) return answer(410);

    if (request.method === 'GET') {
      const asked = url.searchParams;
      if (asked.get('hub.topic') !== addressOf(feed)) return answer(404);
      if (asked.get('hub.mode') === 'denied') {
        await note(feed, feed.nextFetchAt, null);
        return answer(200);
      }
      const lease = Number(asked.get('hub.lease_seconds'));
      const challenge = asked.get('hub.challenge');
      if (asked.get('hub.mode') !== 'subscribe' || !challenge || !(lease > 0)) return answer(404);
      await note(feed, feed.nextFetchAt, clock.now() + Math.min(lease, 90 * 86_400) * 1000);
      return answer(200, challenge);
    }
    if (request.method !== 'POST') return answer(405);
    const body = await bodyOf(request);
    if (!body) return answer(413);
    if (!isSigned(request.headers.get('x-hub-signature'), deliverySecret(settings.secret, feed.id), body))
      return answer(403);
    await note(feed, clock.now(), feed.state.hubUntil);
    return answer(202);
  };
}

function callbackUrl(settings: WebSubSettings, feedId: number): string {
  const base = settings.publicUrl.replace(/\/+$/, '');
  return `${base}${webSubPath}${feedId}/${tokenOf(settings.secret, feedId)}`;
}

/** Stands in the callback's address, so that no one else can speak for a feed. */
const tokenOf = (secret: string, feedId: number) =>
  createHmac('sha256', secret).update(`callback ${feedId}`).digest('hex');
const deliverySecret = (secret: string, feedId: number) =>
  createHmac('sha256', secret).update(`delivery ${feedId}`).digest('hex');

function isSigned(header: string | null, secret: string, body: Uint8Array): boolean {
  const [method = '', signature = ''] = (header ?? '').split('=', 2);
  return hashes.has(method) && same(signature.toLowerCase(), createHmac(method, secret).update(body).digest('hex'));
}

function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The body, or null where it is larger than any feed may be. */
async function bodyOf(request: Request): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > largestDelivery) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const answer = (status: number, text = '') =>
  new Response(text, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  });
