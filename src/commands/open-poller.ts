import type { Logger } from 'pino';
import type { FeedReport } from '../poll/poll-feed.ts';
import { createPoller, type Poller } from '../poll/poller.ts';
import { openPageReader } from '../read/page-reader.ts';
import { createAnnotator } from '../understand/annotate.ts';
import type { Telal } from './open-telal.ts';
import { startRetention } from './retention.ts';

export interface PollerOptions {
  /** A feed that is well is polled at least this often; for demonstrations. */
  longestIntervalMs?: number;
  onRound?: (reports: FeedReport[]) => void;
}

/** The poller over an open Telal, with its page readers; `stop` closes both. */
export function openPoller({ config, knowledge, store, log }: Telal & { log: Logger }, options: PollerOptions): Poller {
  const pages = openPageReader({});
  const poller = createPoller({
    store,
    catalog: knowledge,
    annotate: createAnnotator(knowledge),
    readPage: pages.read,
    clock: { now: () => Date.now() },
    log,
    settings: {
      userAgent: config.userAgent,
      allowHosts: config.allowHosts,
      minHostDelayMs: config.minHostDelayMs,
      longestIntervalMs: options.longestIntervalMs,
      keepDays: config.keepDays,
      webSub: config.webSub,
    },
    onRound: options.onRound,
  });
  let stopRetention = async () => {};
  return {
    ...poller,
    start() {
      poller.start();
      stopRetention = startRetention(store, config.keepDays, log);
    },
    async stop() {
      await stopRetention();
      await poller.stop();
      await pages.close();
    },
  };
}
