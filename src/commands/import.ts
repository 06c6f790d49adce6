import { Worker } from 'node:worker_threads';
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { TelalError } from '../domain/error.ts';

/** How an import ended; what its thread fails with is passed on in plain words. */
export interface ImportEnd {
  failed: { code: TelalError['code']; message: string } | null;
}

/** Megabytes that young objects may take: what passes through is soon gone, and V8 would use four times as much. */
const YOUNG_MB = 12;

export function importCommand(program: Command, config: () => Config): void {
  program
    .command('import')
    .description('take in articles from NDJSON: exported ones, or plain articles, which are annotated')
    .argument('<file>', 'the file; - for standard input')
    .option('--no-annotate', 'store plain articles as they are; `telal annotate` tells later what they are about')
    .action((file: string, options: { annotate: boolean }) => importBounded(config(), file, options));
}

/** Imports in a thread of its own, since only a thread's memory can be bounded from within. */
async function importBounded(config: Config, file: string, options: { annotate: boolean }): Promise<void> {
  const url = new URL(`./bounded-import-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);
  const worker = new Worker(url, {
    workerData: { config, file, options },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const { failed } = await new Promise<ImportEnd>((resolve, reject) => {
    let end: ImportEnd | undefined;
    worker.once('message', (message: ImportEnd) => {
      end = message;
    });
    worker.once('error', reject);
    worker.once('exit', () => (end ? resolve(end) : reject(new Error('The importing thread ended early.'))));
  });
  if (failed) throw new TelalError(failed.code, failed.message);
}
