import type { FrontQuery } from '../../generated/graphql.ts';
import { formatCount, formatDecimal } from '../formats.ts';
import { usePage } from '../page.ts';

/** Who is named more than usual today. */
export function Trends({ trends }: { trends: FrontQuery['trendingActors'] }) {
  const { choice, toggle } = usePage();
  return (
    <section class="trends" aria-labelledby="trends-title">
      <div class="head">
        <h2 id="trends-title">Rising today</h2>
      </div>
      {trends.length === 0 ? (
        <p class="none">No one is named more than usual.</p>
      ) : (
        <ol>
          {trends.slice(0, 8).map(({ actor, count, baseline }) => (
            <li key={actor.slug}>
              <button
                type="button"
                aria-pressed={choice.actor.includes(actor.slug)}
                onClick={() => toggle('actor', actor.slug)}
              >
                <span>{actor.name}</span>
                <b>
                  {formatCount(count)} today, {baseline < 0.05 ? 'none before' : `usually ${formatDecimal(baseline)}`}
                </b>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
