import { withoutFilters } from '../choice.ts';
import { formatCount, formatMoment } from '../formats.ts';
import { usePage } from '../page.ts';
import type { Front } from '../use-front.ts';

/** What the reader must know beside the news: that more has come, that something is wrong, and what to do. */
export function Notice({ front }: { front: Front }) {
  const { choice, choose } = usePage();
  const { arrived, reached, refused, refresh, data, at } = front;
  return (
    <div class="notices">
      <div role="status">
        {reached && !refused && arrived > 0 && (
          <button type="button" class="arrived" onClick={refresh}>
            {formatCount(arrived)} new {arrived === 1 ? 'article' : 'articles'}: show {arrived === 1 ? 'it' : 'them'}
          </button>
        )}
      </div>
      {!reached && (
        <div class="trouble" role="alert">
          <p>
            <strong>{navigator.onLine ? 'Telal cannot be reached.' : 'This device is offline.'}</strong>{' '}
            {data ? `What you see is from ${formatMoment(at)}.` : ''} Telal is tried again every few seconds.
          </p>
          <button type="button" onClick={refresh}>
            Try now
          </button>
        </div>
      )}
      {reached && refused && (
        <div class="trouble" role="alert">
          <p>
            <strong>Telal cannot answer this:</strong> {refused}
          </p>
          <button type="button" onClick={() => choose(withoutFilters(choice))}>
            Clear all filters
          </button>
        </div>
      )}
    </div>
  );
}
