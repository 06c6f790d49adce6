import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../config.ts';
import { TelalError } from '../domain/error.ts';
import type { Store } from '../domain/store.ts';
import type { Instant } from '../domain/text.ts';
import { openStore } from '../store/open-store.ts';
import { writeArticleLine } from './article-line.ts';
import { parseSince } from './parse-since.ts';
import { openProgress, type Progress } from './progress.ts';

const BATCH = 500;

/** Writes every article as a line, in the order in which they came into the store; memory stays flat. */
export async function exportArticles(config: Config, file: string, sinceText: string | undefined): Promise<void> {
  const since = parseSince(sinceText);
  const store = await openStore(config.databaseUrl, { frugal: true });
  const progress = openProgress('exported');
  try {
    await store.ready();
    const target = file === '-' ? process.stdout : createWriteStream(file);
    await pipeline(Readable.from(lines(store, since, progress)), target, { end: file !== '-' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return;
    if (error instanceof Error && 'syscall' in error)
      throw new TelalError('BAD_USER_INPUT', `${file} cannot be written: ${error.message}.`, { cause: error });
    throw error;
  } finally {
    progress.end();
    await store.close();
  }
  console.error(`${progress.count()} articles exported.`);
}

async function* lines(store: Store, since: Instant | undefined, progress: Progress): AsyncGenerator<string> {
  let after = 0;
  for (;;) {
    const batch = await store.storedArticles(after, BATCH, since);
    for (const stored of batch) {
      yield `${writeArticleLine(stored)}\n`;
      progress.step();
      after = stored.article.id;
    }
    if (batch.length < BATCH) return;
  }
}
