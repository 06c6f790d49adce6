import { Worker } from 'node:worker_threads';
import type { PreparedText } from '../domain/draft.ts';
import { TelalError } from '../domain/error.ts';
import type { ArticleLine } from './article-line.ts';

/** A line of the file, counted from 1, with what can be made of it without the store; or what is wrong with it. */
export type ImportLine = ReadLine | { number: number; wrong: string; text: string };

export interface ReadLine extends ArticleLine {
  number: number;
  prepared: PreparedText;
  copyBands: string[];
}

/** Lines that are stored together, and the bytes of the file that have been read by then. */
export interface LineBatch {
  lines: ImportLine[];
  bytes: number;
}

/** What the reading thread tells; after a batch it waits for a word. */
export type ReaderSays = LineBatch | { end: true } | { failed: string };

/**
 * Reads a file (null: standard input) in a thread of its own, which stays a batch or two ahead, so that reading and
 * storing go on side by side. `outlets` are the slugs that a line may name.
 */
export async function* importLines(file: string | null, outlets: readonly string[]): AsyncGenerator<LineBatch> {
  const url = new URL(`./import-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);
  const worker = new Worker(url, {
    workerData: { file, outlets },
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const said: ReaderSays[] = [];
  let wake = () => {};
  const hear = (message: ReaderSays) => {
    said.push(message);
    wake();
  };
  worker.on('message', hear);
  worker.on('error', (error) => hear({ failed: `The lines could not be read: ${(error as Error).message}.` }));
  try {
    for (;;) {
      const next = said.shift();
      if (next === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if ('end' in next) return;
      if ('failed' in next) throw new TelalError('BAD_USER_INPUT', next.failed);
      worker.postMessage('more');
      yield next;
    }
  } finally {
    await worker.terminate();
  }
}
