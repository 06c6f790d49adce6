import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';

/** What the polling thread tells of a finished round. */
export interface Round {
  type: 'round';
  /** Feeds polled, and how many of them could not be reached at all. */
  polled: number;
  unreached: number;
  newArticles: number;
}

/** Polling in a thread of its own, so that it never slows an answer. */
export interface Polling {
  stop(): Promise<void>;
}

const RESTART_MS = 10_000;

/** Starts the polling thread; one that dies is logged and started again. */
export function startPolling(
  config: Config,
  log: Logger,
  options: { onRound: (round: Round) => void; longestIntervalMs?: number },
): Polling {
  let worker: Worker;
  let stopping = false;
  let gone: Promise<void>;
  let restart: NodeJS.Timeout | undefined;
  let lastFailure = '';

  const start = () => {
    worker = new Worker(new URL(`./poll-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url), {
      workerData: { config, longestIntervalMs: options.longestIntervalMs },
    });
    worker.on('message', (message: Round) => options.onRound(message));
    worker.on('error', (error) => {
      const { message } = error as Error;
      // What goes on failing for the same reason, such as another Telal that polls this store, is told once.
      if (message !== lastFailure) log.error({ err: error }, `Polling stopped, and is tried again: ${message}`);
      lastFailure = message;
    });
    gone = new Promise((resolve) => {
      worker.once('exit', () => {
        resolve();
        if (!stopping) restart = setTimeout(start, RESTART_MS);
      });
    });
  };
  start();

  return {
    async stop() {
      stopping = true;
      clearTimeout(restart);
      worker.postMessage('stop');
      const limit = setTimeout(() => worker.terminate(), 10_000);
      await gone;
      clearTimeout(limit);
    },
  };
}
