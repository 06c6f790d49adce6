import type { FrontQuery, HealthStatus } from '../../generated/graphql.ts';
import { formatAgo, formatCount, formatLag, formatMoment, languageName } from '../formats.ts';
import { usePage } from '../page.ts';
import { Scroll } from './scroll.tsx';
import { Toggle } from './toggle.tsx';

const STATUS: Record<HealthStatus, { word: string; order: number }> = {
  FAILING: { word: 'Failing', order: 0 },
  SILENT: { word: 'Silent', order: 1 },
  NEW: { word: 'Not polled yet', order: 2 },
  HEALTHY: { word: 'Well', order: 3 },
  DISABLED: { word: 'Not polled', order: 4 },
};

/** How the outlets are doing; the troubled ones first. */
export function Outlets({ outlets }: { outlets: FrontQuery['outlets'] }) {
  const { now } = usePage();
  const rows = outlets.nodes.toSorted(
    (a, b) =>
      STATUS[a.health.status].order - STATUS[b.health.status].order ||
      b.health.articlesLastDay - a.health.articlesLastDay,
  );
  const tally = Map.groupBy(rows, (outlet) => outlet.health.status);
  return (
    <section class="outlets" aria-labelledby="outlets-title">
      <div class="head">
        <h2 id="outlets-title">The outlets’ health</h2>
        <p>
          {[...tally]
            .map(([status, those]) => `${formatCount(those.length)} ${STATUS[status].word.toLowerCase()}`)
            .join(', ')}
          {outlets.totalCount > rows.length &&
            `; ${formatCount(rows.length)} of ${formatCount(outlets.totalCount)} shown: choose “Published in” a country for its own`}
        </p>
      </div>
      <Scroll label="Table: the outlets’ health">
        <table>
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              <th scope="col">Country</th>
              <th scope="col">Writes in</th>
              <th scope="col">State</th>
              <th scope="col">Last article</th>
              <th scope="col" class="number">
                Last 24 h
              </th>
              <th scope="col" class="number">
                Seen after
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ slug, name, country, languages, health }) => (
              <tr key={slug}>
                <th scope="row">
                  <Toggle kind="outlet" value={slug}>
                    {name}
                  </Toggle>
                </th>
                <td>{country.name}</td>
                <td>{languages.map(languageName).join(', ')}</td>
                <td class={`state ${health.status.toLowerCase()}`}>{STATUS[health.status].word}</td>
                <td>
                  {health.lastArticleAt ? (
                    <time dateTime={health.lastArticleAt} title={formatMoment(health.lastArticleAt)}>
                      {formatAgo(health.lastArticleAt, now)}
                    </time>
                  ) : (
                    '–'
                  )}
                </td>
                <td class="number">{formatCount(health.articlesLastDay)}</td>
                <td class="number">{health.medianLagSeconds === null ? '–' : formatLag(health.medianLagSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
