import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parentPort, workerData } from 'node:worker_threads';
import { TelalError } from '../domain/error.ts';
import { nearest } from '../domain/nearest.ts';
import { signatureOf } from '../poll/copies.ts';
import { prepareText } from '../store/article-text.ts';
import { readArticleLine } from './article-line.ts';
import type { ImportLine, ReaderSays } from './import-lines.ts';

/** The reading thread of `telal import`: lines, checked, in batches of which it stays a few ahead. */
const BATCH = 200;
const BATCH_CHARACTERS = 1_000_000;
const AHEAD = 4;

const { file, outlets } = workerData as { file: string | null; outlets: string[] };
const known = new Set(outlets);
const input = createReadStream(file ?? '', { highWaterMark: 1 << 18, ...(file === null ? { fd: 0 } : {}) });
const say = (message: ReaderSays) => parentPort?.postMessage(message);

let ahead = 0;
let wake = () => {};
parentPort?.on('message', () => {
  ahead -= 1;
  wake();
});

async function send(lines: ImportLine[], characters: number): Promise<void> {
  say({ lines, characters, bytes: input.bytesRead });
  ahead += 1;
  while (ahead >= AHEAD)
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
}

function read(number: number, text: string): ImportLine {
  try {
    const line = readArticleLine(text, Date.now());
    const { outlet, body } = line.draft;
    if (!known.has(outlet)) throw new TelalError('BAD_USER_INPUT', unknownOutlet(outlet));
    return { ...line, number, prepared: prepareText(line.draft), copyBands: signatureOf(body).bands };
  } catch (error) {
    if (error instanceof TelalError) return { number, wrong: error.message, text };
    throw error;
  }
}

function unknownOutlet(slug: string): string {
  const like = nearest(slug, outlets);
  return `"outlet": there is no outlet "${slug}".${like.length > 0 ? ` Like it: ${like.join(', ')}.` : ''}`;
}

try {
  let lines: ImportLine[] = [];
  let number = 0;
  let characters = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() === '') continue;
    lines.push(read(number, text));
    characters += text.length;
    if (lines.length < BATCH && characters < BATCH_CHARACTERS) continue;
    await send(lines, characters);
    lines = [];
    characters = 0;
  }
  if (lines.length > 0) await send(lines, characters);
  say({ end: true });
} catch (error) {
  say({ failed: `The file could not be read to its end: ${(error as Error).message}.` });
}
parentPort?.close();
