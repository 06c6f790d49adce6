import { ArticleEdge } from './article-connection.ts';
import { builder } from './builder.ts';
import { ArticleFilterRef, resolveFilter } from './filter.ts';
import { StoryNode } from './refs.ts';

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

builder.subscriptionField('storyUpdated', (t) =>
  t.field({
    type: StoryNode,
    description:
      'Every story as it changes from now on: a new one, a new article in it, another story merged into it. Changes that come close together are told once. A reader that comes again with the Last-Event-ID of its stream gets what changed since.',
    args: {
      filter: t.arg({ type: ArticleFilterRef, description: 'Only stories that hold such an article.' }),
    },
    subscribe: async (_root, { filter }, context) =>
      context.live.stories(await resolveFilter(context, filter), context.resumeAfter),
    resolve: (change) => change.node,
  }),
);
