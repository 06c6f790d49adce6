import type { FrontQuery } from '../../generated/graphql.ts';
import { languageName } from '../formats.ts';
import { Ranking } from './ranking.tsx';

export function Topics({ facets }: { facets: FrontQuery['articles']['facets'] }) {
  return (
    <>
      <Ranking
        title="Topics"
        kind="topic"
        entries={facets.topics
          .slice(0, 12)
          .map(({ topic, count }) => ({ value: topic.slug, name: topic.label, count }))}
      />
      <Ranking
        title="Languages"
        kind="language"
        entries={facets.languages
          .slice(0, 12)
          .map(({ language, count }) => ({ value: language, name: languageName(language), count }))}
      />
      <Ranking
        title="Outlets"
        kind="outlet"
        entries={facets.outlets
          .slice(0, 10)
          .map(({ outlet, count }) => ({ value: outlet.slug, name: outlet.name, count }))}
      />
    </>
  );
}
