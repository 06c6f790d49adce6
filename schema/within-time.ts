import type { AnswerStore } from '../src/domain/answer-store.ts';
import { TelalError } from '../src/domain/error.ts';

/** Asks the store something that is given up, and stopped there, when it takes longer. */
export async function withinTime<T>(store: AnswerStore, limitMs: number, ask: () => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const late = new TelalError(
    'QUERY_TOO_COMPLEX',
    `The answer took longer than ${limitMs / 1000} seconds, which is the limit.`,
  );
  const timer = setTimeout(() => abort.abort(late), limitMs);
  try {
    return await store.limited(abort.signal, ask);
  } finally {
    clearTimeout(timer);
  }
}
