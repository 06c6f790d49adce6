import type { Instant } from '../domain/text.ts';
import { faultOf, fetchFailed } from './fault.ts';

/** One request at a time to a host, a gap between two, and only so many at once over all hosts. */
export interface Politeness {
  /** Runs `work` when it is the host's turn; urgent work (feeds) goes before the rest (pages). Throws while the host is paused. */
  turn<T>(url: URL, work: () => Promise<T>, options?: { urgent?: boolean; signal?: AbortSignal }): Promise<T>;
  /** The server asked to be left alone until then. */
  pause(url: URL, until: Instant): void;
  /** A host's own wish for the gap (Crawl-delay). */
  wish(url: URL, gapMs: number): void;
}

interface Waiting {
  start: () => void;
  urgent: boolean;
}

interface Host {
  busy: boolean;
  /** On the monotonic clock. */
  freeAt: number;
  gapMs: number;
  pausedUntil: Instant;
  waiting: Waiting[];
}

const longestWish = 10_000;

export function createPoliteness(options: {
  minHostDelayMs: number;
  /** Requests at once over all hosts. */
  slots: number;
  now: () => Instant;
}): Politeness {
  const hosts = new Map<string, Host>();
  let free = options.slots;
  const queue: (() => void)[] = [];

  function hostOf(url: URL): Host {
    const key = hostKey(url);
    let host = hosts.get(key);
    if (!host) {
      if (hosts.size > 5000) for (const [name, one] of hosts) if (isIdle(one)) hosts.delete(name);
      host = { busy: false, freeAt: 0, gapMs: options.minHostDelayMs, pausedUntil: 0, waiting: [] };
      hosts.set(key, host);
    }
    return host;
  }
  const isIdle = (host: Host) =>
    !host.busy && host.waiting.length === 0 && host.freeAt < performance.now() && host.pausedUntil < options.now();

  async function takeSlot(): Promise<void> {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => queue.push(resolve));
  }
  function giveSlot(): void {
    const next = queue.shift();
    if (next) next();
    else free++;
  }

  function next(host: Host): void {
    if (host.busy || host.waiting.length === 0) return;
    host.busy = true;
    const wait = host.freeAt - performance.now();
    if (wait > 0) setTimeout(begin, Math.ceil(wait), host);
    else begin(host);
  }
  function begin(host: Host): void {
    const urgent = host.waiting.findIndex((one) => one.urgent);
    const [chosen] = host.waiting.splice(Math.max(urgent, 0), 1);
    if (chosen) chosen.start();
    else host.busy = false;
  }

  return {
    async turn(url, work, { urgent = false, signal } = {}) {
      const host = hostOf(url);
      const stopped = () => fetchFailed('Polling was stopped.', { kind: 'ABORTED' });
      await new Promise<void>((resolve, reject) => {
        const abort = () => {
          const at = host.waiting.indexOf(entry);
          if (at >= 0) host.waiting.splice(at, 1);
          reject(stopped());
        };
        const start = () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        };
        const entry: Waiting = { start, urgent };
        signal?.addEventListener('abort', abort, { once: true });
        host.waiting.push(entry);
        next(host);
      });
      let asked = false;
      try {
        if (signal?.aborted) throw stopped();
        if (host.pausedUntil > options.now())
          throw fetchFailed(
            `${url.hostname} asked to be left alone until ${new Date(host.pausedUntil).toISOString()}.`,
            {
              kind: 'PAUSED',
              retryAt: host.pausedUntil,
            },
          );
        await takeSlot();
        asked = true;
        try {
          return await work();
        } catch (error) {
          // A name that leads nowhere is no one to be polite to.
          if (faultOf(error).kind === 'DNS' || faultOf(error).kind === 'ADDRESS') asked = false;
          throw error;
        } finally {
          giveSlot();
        }
      } finally {
        if (asked) host.freeAt = performance.now() + host.gapMs;
        host.busy = false;
        next(host);
      }
    },
    pause(url, until) {
      const host = hostOf(url);
      host.pausedUntil = Math.max(host.pausedUntil, until);
    },
    wish(url, gapMs) {
      hostOf(url).gapMs = Math.max(options.minHostDelayMs, Math.min(gapMs, longestWish));
    },
  };
}

/** What counts as one host: with or without www, http or https; another port is another server. */
export function hostKey(url: URL): string {
  return url.hostname.replace(/^www\./, '').replace(/\.$/, '') + (url.port ? `:${url.port}` : '');
}
