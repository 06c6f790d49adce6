import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../config.ts';
import { openPoller } from './open-poller.ts';
import { openTelal } from './open-telal.ts';
import type { Round } from './polling.ts';

/** The polling thread of `telal serve`: polls until the main thread says stop. */
const { config, longestIntervalMs } = workerData as { config: Config; longestIntervalMs?: number };
const telal = await openTelal(config);
const poller = openPoller(telal, {
  longestIntervalMs,
  onRound: (reports) => {
    const round: Round = {
      type: 'round',
      polled: reports.length,
      unreached: reports.filter((report) => !report.reached).length,
      newArticles: reports.reduce((sum, report) => sum + report.new, 0),
    };
    parentPort?.postMessage(round);
  },
});
await poller.start();

parentPort?.once('message', async () => {
  await poller.stop();
  await telal.close();
  parentPort?.close();
});
