import { parentPort } from 'node:worker_threads';
import { TelalError } from '../domain/error.ts';
import { readPage } from './page.ts';
import type { PageAnswer, PageTask } from './page-reader.ts';

/** Reads one page after the other in a thread of its own; `openPageReader` sends them and ends the thread if need be. */
parentPort?.on('message', (task: PageTask) => {
  parentPort?.postMessage(answer(task));
});

// The modules are loaded: from now on time counts.
parentPort?.postMessage('ready');

function answer({ bytes, hints }: PageTask): PageAnswer {
  try {
    return { page: readPage(bytes, hints) };
  } catch (error) {
    if (error instanceof TelalError) return { code: error.code, message: error.message };
    return {
      code: 'UNREADABLE',
      message: 'The page could not be read.',
      cause: String((error as Error)?.stack ?? error),
    };
  }
}
