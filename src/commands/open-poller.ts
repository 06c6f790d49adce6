import type { Logger } from 'pino';
import type { FeedReport } from '../poll/poll-feed.ts';
import { createPoller, type Poller } from '../poll/poller.ts';
import { openPageReader } from '../read/page-reader.ts';
import { createStoryTeller } from '../understand/tell-stories.ts';
import { type Job, startJobs } from './jobs.ts';
import { openPeople, startSettling } from './open-people.ts';
import type { Telal } from './open-telal.ts';
import { placeUnplaced } from './place-unplaced.ts';
import { retention } from './retention.ts';
import { upkeepOfAnnotations } from './upkeep-of-annotations.ts';

/** What an interrupted process left without a story is looked for so far back. */
const STORY_DAYS = 8 * 86_400_000;

export interface PollerOptions {
  /** A feed that is well is polled at least this often; for demonstrations. */
  longestIntervalMs?: number;
  /** Only these outlets; all where none are named. */
  only?: readonly string[];
  onRound?: (reports: FeedReport[]) => void;
}

/** The poller over an open Telal, with its page readers; `stop` closes both. */
export function openPoller(telal: Telal & { log: Logger }, options: PollerOptions): Poller {
  const { config, knowledge, store, log } = telal;
  const pages = openPageReader({});
  const tellStory = createStoryTeller(store, knowledge, log);
  const placing = placeUnplaced(store, tellStory, Date.now() - STORY_DAYS).catch((error: unknown) =>
    log.error({ err: error }, 'articles without a story were not looked for'),
  );
  const people = openPeople(store, knowledge);
  const poller = createPoller({
    store,
    catalog: knowledge,
    annotate: people.annotate,
    tellStory,
    readPage: pages.read,
    clock: { now: () => Date.now() },
    log,
    settings: {
      userAgent: config.userAgent,
      allowHosts: config.allowHosts,
      minHostDelayMs: config.minHostDelayMs,
      longestIntervalMs: options.longestIntervalMs,
      only: options.only,
      keepDays: config.keepDays,
      webSub: config.webSub,
    },
    onRound: options.onRound,
  });
  const jobs: Job[] = [
    upkeepOfAnnotations(telal),
    ...(config.keepDays ? [retention(store, config.keepDays, log)] : []),
  ];
  let stopJobs = async () => {};
  let stopSettling = async () => {};
  return {
    ...poller,
    async run(outlets, onOutlet) {
      stopSettling = await startSettling(people, log);
      return poller.run(outlets, onOutlet);
    },
    async start() {
      stopSettling = await startSettling(people, log);
      await poller.start();
      stopJobs = startJobs(store, jobs, log);
    },
    async stop() {
      await stopJobs();
      await poller.stop();
      await stopSettling();
      await placing;
      await pages.close();
    },
  };
}
