import type { Quote } from '../src/domain/article.ts';
import { builder } from './builder.ts';
import { resolveActor } from './codes.ts';
import type { GraphContext } from './context.ts';
import { type ArticleFilterInput, ArticleFilterRef, resolveFilter, searchText } from './filter.ts';
import { LazyPage, type PageArgs, pageRequest } from './paging.ts';
import { ActorNode, ArticleNode, actorKey, QuoteNode } from './refs.ts';
import { TextSpanRef } from './text-span.ts';

QuoteNode.implement({
  description: 'A direct quotation in an article.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The words between the marks.' }),
    speaker: t.field({
      type: ActorNode,
      nullable: true,
      description: 'The actor who says it; null where only a name or a role is given.',
      resolve: ({ speaker }, _args, context) => (speaker === null ? null : actorKey(context, speaker)),
    }),
    speakerName: t.exposeString('speakerName', {
      nullable: true,
      description: 'The speaker as the article names them.',
    }),
    span: t.field({
      type: TextSpanRef,
      description: 'Where in the article it stands.',
      resolve: ({ field, start, end, text }) => ({ field, start, end, text }),
    }),
    article: t.field({
      type: ArticleNode,
      description: 'The article it stands in.',
      resolve: ({ articleId }) => articleId,
    }),
  }),
});

export const QuoteConnection = builder.connectionObject(
  {
    type: QuoteNode,
    name: 'QuoteConnection',
    description: 'A list of quotations.',
    fields: (t) => ({
      totalCount: t.int({
        extensions: { lookups: 1 },
        description: 'How many there are in all.',
        resolve: (list) => (list as unknown as LazyPage<Quote>).totalCount,
      }),
    }),
  },
  { description: 'A quotation and its place in the list.' },
);

/** Resolves any field that lists quotes; `speaker` is a slug. */
export async function quoteList(
  context: GraphContext,
  args: PageArgs & { filter?: ArticleFilterInput | null; search?: string | null },
  speaker?: string,
): Promise<LazyPage<Quote>> {
  const page = pageRequest(args);
  const request: Parameters<GraphContext['store']['quotes']>[0] = { filter: await resolveFilter(context, args.filter) };
  if (speaker !== undefined) request.speaker = speaker;
  if (args.search != null) request.search = searchText(args.search);
  return new LazyPage(
    () => context.store.quotes(request, page),
    () => context.store.countQuotes(request),
  );
}

builder.queryField('quotes', (t) =>
  t.connection(
    {
      type: QuoteNode,
      description: 'Who said what: the newest article first, then in the order of its text.',
      args: {
        filter: t.arg({ type: ArticleFilterRef, description: 'Only from these articles.' }),
        speaker: t.arg.string({ description: 'Only by this actor: slug, Wikidata id (Q…) or global id.' }),
        search: t.arg.string({ description: 'Only quotes with these words, searched as in ArticleFilter.' }),
      },
      resolve: async (_root, args, context) =>
        quoteList(context, args, args.speaker == null ? undefined : await resolveActor(context, args.speaker)),
    },
    QuoteConnection,
  ),
);
