import type { Revision, StoredActor } from '../src/domain/article.ts';
import type { Mention } from '../src/domain/counts.ts';
import type { Image } from '../src/domain/document.ts';
import { ArticleConnection, ArticleEdge, articleList, articleListArgs } from './article-connection.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { ActorKind, DateSource } from './enums.ts';
import { keyOfGlobalId } from './global-id.ts';
import { ActorMention, CountryMention, TopicMention } from './mentions.ts';
import { checkCount } from './paging.ts';
import { knownTopics, outletOf } from './places.ts';
import { ActorNode, ArticleNode, actorKey, OutletNode, QuoteNode, StoryNode } from './refs.ts';

const ImageRef = builder.objectRef<Image>('Image').implement({
  description: 'A picture of an article.',
  fields: (t) => ({
    url: t.expose('url', { type: 'URL', description: 'Where it is.' }),
    caption: t.exposeString('caption', { nullable: true, description: 'What the outlet wrote under it.' }),
  }),
});

const RevisionRef = builder.objectRef<Revision>('Revision').implement({
  description: 'An article as the outlet once showed it.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: '1 is the first state.' }),
    seenAt: t.expose('seenAt', { type: 'DateTime', description: 'When Telal first saw this state.' }),
    headline: t.exposeString('headline', { description: 'The headline then.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'The summary then.' }),
    body: t.string({
      nullable: true,
      description: 'The text then.',
      resolve: ({ body }, _args, { publicBodies }) => (publicBodies ? body : null),
    }),
  }),
});

ArticleNode.implement({
  description: 'One article of one outlet.',
  fields: (t) => ({
    url: t.expose('url', { type: 'URL', description: 'Canonical address, tracking parameters removed.' }),
    headline: t.exposeString('headline', { description: 'The headline.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'What the feed or the page sums it up with.' }),
    body: t.string({
      nullable: true,
      description: 'Plain text, paragraphs separated by a blank line; null where only the feed’s summary is known.',
      resolve: ({ id, body }, _args, context) => {
        if (!context.publicBodies) return null;
        return body !== undefined
          ? body
          : ArticleNode.getDataloader(context)
              .load(id)
              .then((whole) => whole.body);
      },
    }),
    authors: t.exposeStringList('authors', { description: 'As the outlet names them.' }),
    image: t.expose('image', { type: ImageRef, nullable: true, description: 'Its picture.' }),
    language: t.expose('language', { type: 'LanguageTag', description: 'The language it is written in.' }),
    sections: t.exposeStringList('sections', { description: 'The outlet’s own sections and tags, as published.' }),
    wordCount: t.exposeInt('wordCount', { description: 'Words of the text, or of the summary where that is all.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When the outlet published it.' }),
    publishedAtSource: t.expose('publishedAtSource', {
      type: DateSource,
      description: 'Where publishedAt comes from.',
    }),
    firstSeenAt: t.expose('firstSeenAt', { type: 'DateTime', description: 'When Telal first saw it.' }),
    revisedAt: t.expose('revisedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The newest change by the outlet; null if never changed.',
    }),
    revisions: t.field({
      type: [RevisionRef],
      description: 'Its earlier states, oldest first; empty if never changed.',
      resolve: ({ id, revisedAt }, _args, { loaders }) => (revisedAt === null ? [] : loaders.revisions.load(id)),
    }),
    outlet: t.field({
      type: OutletNode,
      description: 'Who published it.',
      resolve: (article, _args, { catalog }) => outletOf(catalog, article.outlet, article),
    }),
    countries: t.field({
      type: [CountryMention],
      description: 'What it is about, most salient first.',
      resolve: ({ id, mentions }, _args, context) => mentions?.countries ?? context.loaders.countryMentions.load(id),
    }),
    actors: t.field({
      type: [ActorMention],
      description: 'Who is named in it, most salient first.',
      args: {
        kind: t.arg({ type: ActorKind, description: 'Only persons or only organisations.' }),
        first: t.arg.int({ description: 'How many at most, 1 to 100; all without.' }),
      },
      resolve: ({ id, mentions }, { kind, first }, context) => {
        if (first != null) checkCount(first, 'first');
        const some = (all: Mention[]) => {
          const upTo = first ?? all.length;
          return kind ? ofKind(context, all, kind, upTo) : all.slice(0, upTo);
        };
        return mentions ? some(mentions.actors) : context.loaders.actorMentions.load(id).then(some);
      },
    }),
    topics: t.field({
      type: [TopicMention],
      description: 'Its topics, the surest first.',
      resolve: ({ id, mentions }, _args, context) => {
        const known = (all: Mention[]) => knownTopics(context.catalog, all);
        return mentions ? known(mentions.topics) : context.loaders.topicMentions.load(id).then(known);
      },
    }),
    quotes: t.field({
      type: [QuoteNode],
      description: 'What is said in it, in the order of the text.',
      resolve: ({ id }, _args, { loaders }) => loaders.quotes.load(id),
    }),
    story: t.field({
      type: StoryNode,
      nullable: true,
      description: 'The event it tells, with all who tell it; null until it has been looked for.',
      resolve: ({ story }) => story,
    }),
    copyOf: t.field({
      type: ArticleNode,
      nullable: true,
      description: 'The earlier article that this one repeats, if any.',
      resolve: ({ copyOf }) => copyOf,
    }),
    agency: t.field({
      type: ActorNode,
      nullable: true,
      description: 'The news agency that the text credits (Tanjug, Hina, MIA …), if any.',
      resolve: ({ agency }, _args, context) => (agency === null ? null : actorKey(context, agency)),
    }),
  }),
});

/** The first mentions of actors of one kind. */
async function ofKind(context: GraphContext, mentions: Mention[], kind: StoredActor['kind'], upTo: number) {
  const loader = ActorNode.getDataloader(context);
  const actors = await Promise.all(
    mentions.map(({ key }) => {
      const actor = actorKey(context, key);
      return typeof actor === 'string' ? loader.load(actor) : actor;
    }),
  );
  return mentions.filter((_, place) => actors[place]?.kind === kind).slice(0, upTo);
}

const ArticleBy = builder.inputType('ArticleBy', {
  description: 'Exactly one.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'The article’s global id.' }),
    url: t.field({ type: 'URL', description: 'Its canonical address or any other that it is known by.' }),
  }),
});

builder.queryFields((t) => ({
  article: t.field({
    type: ArticleNode,
    nullable: true,
    description: 'One article; null where it is not known.',
    args: { by: t.arg({ type: ArticleBy, required: true, description: 'What it is found by.' }) },
    resolve: (_root, { by }, { store }) =>
      by.id != null ? Number(keyOfGlobalId(by.id, 'Article')) : store.articleByUrl(by.url!),
  }),
  articles: t.connection(
    {
      type: ArticleNode,
      description:
        'Newest first unless ordered otherwise. The same filter drives every list, facet, timeline, matrix and subscription.',
      args: articleListArgs,
      resolve: (_root, args, context, info) => articleList(context, args, info),
    },
    ArticleConnection,
    ArticleEdge,
  ),
}));
