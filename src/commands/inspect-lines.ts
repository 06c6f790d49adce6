import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { TelalError } from '../domain/error.ts';
import { documentLine } from './document-line.ts';
import type { Inspector } from './inspector.ts';
import { sentence } from './sentence.ts';

/** How many lines are under way at once; results still come in order. */
const WINDOW = 16;
/** Where no further line comes for so long, what is read is answered. */
const IDLE_MS = 50;

interface Read {
  id: unknown;
  result: object | null;
  error: string | null;
}

/** Reads documents line by line; every line gives one result line in the same order, a bad one its error. */
export async function inspectLines(
  inspector: Inspector,
  input: Readable,
  write: (line: string) => boolean,
): Promise<void> {
  const together = inspector.together ?? 1;
  const pending: Promise<Read>[] = [];
  const answer = async (count: number) => {
    const read = await Promise.all(pending.splice(0, count));
    const results = read.flatMap(({ result }) => (result === null ? [] : [result]));
    const finished = (inspector.finish?.(results) ?? results).values();
    for (const { id, result, error } of read) {
      const line = result === null ? { id, error } : { id, ...finished.next().value };
      if (!write(`${JSON.stringify(line)}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
  };
  const lines = createInterface({ input, crlfDelay: Infinity })[Symbol.asyncIterator]();
  for (;;) {
    const coming = lines.next();
    if (pending.length > 0 && !(await soon(coming))) await answer(pending.length);
    const line = await coming;
    if (line.done) break;
    if (line.value.trim() === '') continue;
    pending.push(oneLine(inspector, line.value));
    if (pending.length >= Math.max(WINDOW, together)) await answer(together);
  }
  while (pending.length > 0) await answer(together);
}

/** Whether it comes before the wait is over. */
async function soon(coming: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), IDLE_MS);
  });
  const came = await Promise.race([coming.then(() => true), late]);
  clearTimeout(timer);
  return came;
}

async function oneLine(inspector: Inspector, line: string): Promise<Read> {
  let id: unknown = null;
  try {
    const given: unknown = JSON.parse(line);
    if (given !== null && typeof given === 'object' && 'id' in given) id = given.id;
    const document = documentLine.safeParse(given);
    if (!document.success) throw new TelalError('BAD_USER_INPUT', z.prettifyError(document.error));
    return { id, result: await inspector.inspect(document.data), error: null };
  } catch (error) {
    const message = error instanceof SyntaxError ? `This line is not JSON: ${error.message}` : sentence(error);
    return { id, result: null, error: message };
  }
}
