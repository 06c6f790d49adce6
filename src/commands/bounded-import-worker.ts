import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../config.ts';
import { TelalError } from '../domain/error.ts';
import type { ImportEnd } from './import.ts';
import { importArticles } from './run-import.ts';

/** The thread of `telal import`, whose memory is bounded where it is started. */
const { config, file, options } = workerData as { config: Config; file: string; options: { annotate: boolean } };
let end: ImportEnd = { failed: null };
try {
  await importArticles(config, file, options);
} catch (error) {
  if (!(error instanceof TelalError)) throw error;
  end = { failed: { code: error.code, message: error.message } };
}
parentPort?.postMessage(end);
