import type { Job } from './jobs.ts';
import type { Telal } from './open-telal.ts';
import { annotateAgain } from './run-annotate.ts';

const DAYS = 30;
const DAY_MS = 86_400_000;
/** A night's work ends after so long; the next night goes on. */
const MOST_MS = 2 * 3_600_000;

/**
 * At night, articles of the last month are annotated again whose annotation was made with other knowledge, as after an
 * actor was added. `telal annotate` does the same at once, and for older ones.
 */
export const upkeepOfAnnotations = (telal: Pick<Telal, 'store' | 'knowledge' | 'log'>): Job => ({
  name: 'annotate',
  at: '41 1 * * *',
  everyMs: null,
  async run(stopping) {
    let annotated = 0;
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(MOST_MS)]);
    await annotateAgain(telal, {
      since: Date.now() - DAYS * DAY_MS,
      signal,
      onArticle: () => {
        annotated += 1;
      },
    });
    if (annotated > 0) telal.log.info({ annotated }, 'articles were annotated again, as the knowledge has changed');
  },
});
