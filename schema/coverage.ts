import type { CoverageCell } from '../src/domain/counts.ts';
import { builder } from './builder.ts';
import { ArticleFilterRef, resolveFilter } from './filter.ts';
import { countryOf } from './places.ts';
import { CountryNode } from './refs.ts';

const CoverageCellRef = builder.objectRef<CoverageCell>('CoverageCell').implement({
  description: 'How much the outlets of one country write about another.',
  fields: (t) => ({
    publisher: t.field({
      type: CountryNode,
      description: 'The outlets’ country.',
      resolve: ({ publisher }, _args, { catalog }) => countryOf(catalog, publisher),
    }),
    about: t.field({
      type: CountryNode,
      description: 'The country that the articles are about.',
      resolve: ({ about }, _args, { catalog }) => countryOf(catalog, about),
    }),
    count: t.exposeInt('count', { description: 'Articles.' }),
  }),
});

builder.queryField('coverageMatrix', (t) =>
  t.field({
    type: [CoverageCellRef],
    extensions: { lookups: 20, size: 400 },
    description: 'Who covers whom: articles counted by the outlet’s country and the country they are about.',
    args: { filter: t.arg({ type: ArticleFilterRef, description: 'Only these articles.' }) },
    resolve: async (_root, { filter }, context) => context.store.coverageMatrix(await resolveFilter(context, filter)),
  }),
);
