import { ArticleEdge } from './article-connection.ts';
import { builder } from './builder.ts';
import { ArticleFilterRef, resolveFilter } from './filter.ts';

builder.subscriptionField('articlePublished', (t) =>
  t.field({
    type: ArticleEdge,
    description:
      'Every article from the moment of subscribing; with `after` (an edge cursor of `articles` ordered by FIRST_SEEN), first every one missed since, none twice.',
    args: {
      filter: t.arg({ type: ArticleFilterRef, description: 'Which articles; all of them without.' }),
      after: t.arg.string({ description: 'The cursor of the last article received.' }),
    },
    subscribe: async (_root, { filter, after }, context) =>
      context.live.articles(await resolveFilter(context, filter), context.resumeAfter ?? after ?? null),
    resolve: (arrival) => arrival,
  }),
);
