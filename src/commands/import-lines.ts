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

/** Some lines, how long they are together, and the bytes of the file that have been read by then. */
export interface LineBatch {
  lines: ImportLine[];
  characters: number;
  bytes: number;
}

/** What the reading thread tells; after a batch it waits for a word. */
export type ReaderSays = LineBatch | { end: true } | { failed: string };

/** So many lines, or so much text, are stored together: the more, the less is written twice, and the longer others wait. */
const TOGETHER = 1_000;
const CHARACTERS_TOGETHER = 6_000_000;

/**
 * Reads a file (null: standard input) in a thread of its own, which stays ahead, so that reading and storing go on side
 * by side. `outlets` are the slugs that a line may name.
 */
export async function* importLines(file: string | null, outlets: readonly string[]): AsyncGenerator<LineBatch> {
  let gathered: LineBatch = { lines: [], characters: 0, bytes: 0 };
  for await (const { lines, characters, bytes } of readLines(file, outlets)) {
    gathered = { lines: gathered.lines.concat(lines), characters: gathered.characters + characters, bytes };
    if (gathered.lines.length < TOGETHER && gathered.characters < CHARACTERS_TOGETHER) continue;
    yield gathered;
    gathered = { lines: [], characters: 0, bytes };
  }
  if (gathered.lines.length > 0) yield gathered;
}

/** The batches of the reading thread, small ones, since each is held twice on its way. */
async function* readLines(file: string | null, outlets: readonly string[]): AsyncGenerator<LineBatch> {
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
