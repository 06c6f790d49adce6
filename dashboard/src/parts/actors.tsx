import type { FrontQuery } from '../../generated/graphql.ts';
import { Ranking } from './ranking.tsx';

type Facets = FrontQuery['articles']['facets'];
const entry = ({ actor, count }: Facets['persons'][number]) => ({ value: actor.slug, name: actor.name, count });

export function Actors({ facets }: { facets: Facets }) {
  return (
    <>
      <Ranking title="People" kind="actor" entries={facets.persons.slice(0, 10).map(entry)} />
      <Ranking title="Organisations" kind="actor" entries={facets.organizations.slice(0, 10).map(entry)} />
    </>
  );
}
