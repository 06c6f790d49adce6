import { useEffect, useMemo } from 'preact/hooks';
import { isFiltered, toggled } from './choice.ts';
import { PageContext } from './page.ts';
import { Actors } from './parts/actors.tsx';
import { Coverage } from './parts/coverage.tsx';
import { Empty } from './parts/empty.tsx';
import { FilterBar } from './parts/filter-bar.tsx';
import { Headlines } from './parts/headlines.tsx';
import { Masthead } from './parts/masthead.tsx';
import { Notice } from './parts/notice.tsx';
import { Outlets } from './parts/outlets.tsx';
import { Quotes } from './parts/quotes.tsx';
import { RegionMap } from './parts/region-map.tsx';
import { Stories } from './parts/stories.tsx';
import { Subject } from './parts/subject.tsx';
import { Summary, sentenceOf } from './parts/summary.tsx';
import { Timeline } from './parts/timeline.tsx';
import { Topics } from './parts/topics.tsx';
import { Trends } from './parts/trends.tsx';
import { useChoice } from './use-choice.ts';
import { useFront } from './use-front.ts';

export function App() {
  const [choice, choose] = useChoice();
  const front = useFront(choice);
  const { data, at } = front;
  const page = useMemo(
    () =>
      ({ choice, choose, toggle: (kind, value) => choose(toggled(choice, kind, value)), now: at }) satisfies Parameters<
        typeof PageContext.Provider
      >[0]['value'],
    [choice, choose, at],
  );
  const sentence = sentenceOf(choice);
  useEffect(() => {
    document.title = isFiltered(choice) ? `${sentence} · Telal` : 'Telal: what the press of the Balkans tells';
  }, [choice, sentence]);

  return (
    <PageContext.Provider value={page}>
      <a class="skip" href="#news">
        Skip to the news
      </a>
      <Masthead />
      <FilterBar />
      <Notice front={front} />
      <main
        id="news"
        tabIndex={-1}
        aria-busy={front.loading}
        data-answers={front.loading ? undefined : location.search}
      >
        {data === null || front.refused ? (
          !front.refused && front.reached && <p class="waiting">Reading the region’s press…</p>
        ) : (
          <>
            <Summary front={data} answered={front.choice} />
            {data.subject && <Subject subject={data.subject} />}
            {data.articles.totalCount === 0 ? (
              <Empty />
            ) : (
              <div class="sheet">
                <div class="wide column">
                  <div class="lead">
                    <RegionMap facets={data.articles.facets} />
                    <Timeline buckets={data.articles.timeline} answered={front.choice} />
                  </div>
                  <div class="columns">
                    <Actors facets={data.articles.facets} />
                    <Trends trends={data.trendingActors} />
                    <Topics facets={data.articles.facets} />
                  </div>
                  <Coverage cells={data.coverageMatrix} />
                  <Quotes quotes={data.quotes} />
                </div>
                <div class="column">
                  <Stories stories={data.stories} />
                  <Headlines front={front} list={data.articles} />
                </div>
              </div>
            )}
            <Outlets outlets={data.outlets} />
          </>
        )}
      </main>
      <footer class="colophon">
        <p>
          Every number is a question to <a href="/graphql">Telal’s graph</a>; ask your own there. Headlines link to
          their outlets, who wrote them. Shapes of countries: Natural Earth.
        </p>
      </footer>
    </PageContext.Provider>
  );
}
