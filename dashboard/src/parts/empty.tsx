import { isFiltered, withoutFilters } from '../choice.ts';
import { usePage } from '../page.ts';

/** Where nothing matches: why that may be, and what to do. */
export function Empty() {
  const { choice, choose } = usePage();
  if (!isFiltered(choice))
    return (
      <section class="empty">
        <h2>No articles yet.</h2>
        <p>Telal reads the outlets every few minutes; this page says when something has come.</p>
      </section>
    );
  const narrow = choice.period !== 'all' || choice.since !== null || choice.until !== null;
  return (
    <section class="empty">
      <h2>No article tells of this.</h2>
      <p>{narrow ? 'A longer period may have some, or fewer filters.' : 'Fewer filters may find some.'}</p>
      <p>
        {narrow && (
          <button type="button" onClick={() => choose({ ...choice, period: 'all', since: null, until: null })}>
            Search all time
          </button>
        )}{' '}
        <button type="button" onClick={() => choose(withoutFilters(choice))}>
          Clear all filters
        </button>
      </p>
    </section>
  );
}
