import { createWriteStream, type WriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import type { Config } from '../config.ts';
import type { SaveOutcome } from '../domain/draft.ts';
import { TelalError } from '../domain/error.ts';
import { importLines, type ReadLine } from './import-lines.ts';
import { openTaker } from './import-taker.ts';
import { openImport } from './open-import.ts';
import { openProgress } from './progress.ts';

const MOST_TOLD = 20;
/** By how much of what is in use the heap may grow before it is swept; V8 by itself lets it grow fourfold. */
const HEAP_GROWS_BY = 40;

/**
 * Takes in every line of `file`. A line that is known already changes nothing, so a run that was cut off is simply
 * run again. A wrong line is told by its number and kept in a rejects file; the rest go in.
 */
export async function importArticles(config: Config, file: string, options = { annotate: true }): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWS_BY}`);
  const size = file === '-' ? 0 : await sizeOf(file);
  const place = await openImport(config);
  const taker = openTaker(place, options);
  const rejects = openRejects(file === '-' ? 'import.rejects.ndjson' : `${file}.rejects.ndjson`);
  const done: Record<SaveOutcome['outcome'], number> = { new: 0, changed: 0, unchanged: 0 };
  let read = 0;
  const progress = openProgress('imported', size > 0 ? () => read / size : undefined);
  try {
    const slugs = [...place.outlets.keys()];
    for await (const { lines, bytes } of importLines(file === '-' ? null : file, slugs)) {
      read = bytes;
      for (const line of lines) if ('wrong' in line) rejects.add(line);
      for (const outcome of await taker.take(lines.filter((line): line is ReadLine => !('wrong' in line))))
        done[outcome] += 1;
      progress.step(lines.length);
    }
    await taker.end();
  } finally {
    progress.end();
    await rejects.close();
    await place.close();
  }
  console.log(`${done.new} new, ${done.changed} changed, ${done.unchanged} unchanged, ${rejects.count()} rejected.`);
  if (rejects.count() === 0) return;
  const told = `${rejects.count()} lines were rejected; they stand in ${rejects.file}.`;
  if (rejects.count() === progress.count()) throw new TelalError('BAD_USER_INPUT', `Nothing went in: ${told}`);
  console.error(told);
}

async function sizeOf(file: string): Promise<number> {
  try {
    await using handle = await open(file);
    const found = await handle.stat();
    if (found.isDirectory()) throw new Error('It is a folder.');
    return found.size;
  } catch (cause) {
    throw new TelalError('BAD_USER_INPUT', `The file ${file} cannot be read.`, { cause });
  }
}

/** Wrong lines, each with its number and what is wrong; the file is made with the first. */
function openRejects(file: string) {
  let stream: WriteStream | undefined;
  let count = 0;
  return {
    file,
    count: () => count,
    add({ number, text, wrong }: { number: number; text: string; wrong: string }) {
      count += 1;
      stream ??= createWriteStream(file);
      stream.write(`${JSON.stringify({ line: number, error: wrong, text })}\n`);
      if (count <= MOST_TOLD) console.error(`line ${number}: ${wrong}`);
      else if (count === MOST_TOLD + 1) console.error('More lines are wrong; the rejects file has them all.');
    },
    async close() {
      if (stream) await new Promise<void>((resolve) => stream?.end(resolve));
    },
  };
}
