import { ArticleConnection, ArticleEdge, articleList, articleListArgs } from './article-connection.ts';
import { builder } from './builder.ts';
import { labelIn } from './names.ts';
import { ArticleNode, TopicNode } from './refs.ts';

TopicNode.implement({
  description: 'What an article may be about: one entry of the taxonomy.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its short name in addresses and filters.' }),
    label: t.string({
      description: 'Its name; falls back to English.',
      args: { language: t.arg({ type: 'LanguageTag', defaultValue: 'en', description: 'Whose readers it is for.' }) },
      resolve: ({ labels, slug }, { language }) => labelIn(labels, language ?? 'en', slug),
    }),
    mediaTopicId: t.exposeString('mediaTopicId', {
      nullable: true,
      description: 'IPTC Media Topic code, such as medtop:11000000; null for a regional topic.',
    }),
    parent: t.field({
      type: TopicNode,
      nullable: true,
      description: 'The topic it is part of; null at the top.',
      resolve: ({ parent }, _args, { catalog }) => (parent === null ? null : catalog.topic(parent)),
    }),
    children: t.field({
      type: [TopicNode],
      description: 'Its parts.',
      resolve: ({ slug }, _args, { catalog }) => catalog.topicChildren(slug),
    }),
    articles: t.connection(
      {
        type: ArticleNode,
        description: 'Articles about it or any topic below it.',
        args: articleListArgs,
        resolve: ({ slug }, args, context, info) => articleList(context, args, info, { topics: { any: [slug] } }),
      },
      ArticleConnection,
      ArticleEdge,
    ),
  }),
});

builder.queryFields((t) => ({
  topic: t.field({
    type: TopicNode,
    nullable: true,
    description: 'One topic; null where it is not known.',
    args: { slug: t.arg.string({ required: true, description: 'Its slug, or its IPTC code (medtop:…).' }) },
    resolve: (_root, { slug }, { catalog }) =>
      slug.startsWith('medtop:') ? catalog.topicByMediaTopic(slug) : catalog.topic(slug),
  }),
  topics: t.field({
    type: [TopicNode],
    extensions: { size: 300 },
    description: 'The whole taxonomy, parents before children.',
    resolve: (_root, _args, { catalog }) => [...catalog.topics],
  }),
}));
