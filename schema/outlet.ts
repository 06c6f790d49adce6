import type { OutletHealth } from '../src/domain/feed.ts';
import type { Outlet } from '../src/domain/knowledge.ts';
import { ArticleConnection, ArticleEdge, articleList, articleListArgs } from './article-connection.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { HealthStatus } from './enums.ts';
import { LazyPage, type PageArgs, pageOf, pageRequest } from './paging.ts';
import { countryOf } from './places.ts';
import { ArticleNode, CountryNode, FeedNode, OutletNode } from './refs.ts';

/** Health counts the last day and silence by the clock: for how long an answer is good enough. */
const HEALTH_LIFE_SECONDS = 30;

const OutletHealthRef = builder.objectRef<OutletHealth>('OutletHealth').implement({
  description: 'SILENT: reachable, but quiet for more than twice its usual gap.',
  fields: (t) => ({
    status: t.expose('status', { type: HealthStatus, description: 'The state of its feeds taken together.' }),
    lastArticleAt: t.expose('lastArticleAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its newest article was published; null before the first.',
    }),
    articlesLastDay: t.exposeInt('articlesLastDay', { description: 'New articles of the last 24 hours.' }),
    medianLagSeconds: t.exposeInt('medianLagSeconds', {
      nullable: true,
      description: 'From publication until Telal saw it, for half of its newest articles at most; null where unknown.',
    }),
  }),
});

OutletNode.implement({
  description: 'A publisher.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its short name in addresses and filters.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    homepage: t.expose('homepage', { type: 'URL', description: 'Its front page.' }),
    country: t.field({
      type: CountryNode,
      description: 'Where it is published.',
      resolve: ({ country }, _args, { catalog }) => countryOf(catalog, country),
    }),
    languages: t.expose('languages', { type: ['LanguageTag'], description: 'What it writes in, the usual one first.' }),
    feeds: t.field({
      type: [FeedNode],
      description: 'What is polled to find its articles.',
      resolve: ({ slug }, _args, { loaders }) => loaders.feeds.load(slug),
    }),
    health: t.field({
      type: OutletHealthRef,
      description: 'How polling it goes.',
      resolve: ({ slug }, _args, context) => {
        context.expiresWithin(HEALTH_LIFE_SECONDS);
        return context.loaders.health.load(slug);
      },
    }),
    articles: t.connection(
      {
        type: ArticleNode,
        description: 'Its articles.',
        args: articleListArgs,
        resolve: ({ slug }, args, context, info) => articleList(context, args, info, { outlets: { any: [slug] } }),
      },
      ArticleConnection,
      ArticleEdge,
    ),
  }),
});

const OutletConnection = builder.connectionObject(
  {
    type: OutletNode,
    name: 'OutletConnection',
    description: 'A list of outlets, by slug.',
    fields: (t) => ({
      totalCount: t.int({
        description: 'How many there are in all.',
        resolve: (list) => (list as unknown as LazyPage<Outlet>).totalCount,
      }),
    }),
  },
  { description: 'An outlet and its place in the list.' },
);

function outletList({ catalog }: GraphContext, args: PageArgs & { country?: string | null; language?: string | null }) {
  const request = pageRequest(args);
  const { country, language } = args;
  const all = catalog.outlets
    .filter((outlet) => country == null || outlet.country === country)
    .filter(
      ({ languages }) =>
        language == null || languages.some((tag) => tag === language || tag.startsWith(`${language}-`)),
    )
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  return new LazyPage(
    async () => pageOf(all, request, (outlet) => outlet.slug),
    async () => all.length,
  );
}

builder.queryFields((t) => ({
  outlet: t.field({
    type: OutletNode,
    nullable: true,
    description: 'One outlet; null where it is not known.',
    args: { slug: t.arg.string({ required: true, description: 'Its slug.' }) },
    resolve: (_root, { slug }, { catalog }) => catalog.outlet(slug),
  }),
  outlets: t.connection(
    {
      type: OutletNode,
      description: 'The outlets, by slug.',
      args: {
        country: t.arg({ type: 'CountryCode', description: 'Only those of this country.' }),
        language: t.arg({
          type: 'LanguageTag',
          description: 'Only those that write in it; sr stands for both scripts.',
        }),
      },
      resolve: (_root, args, context) => outletList(context, args),
    },
    OutletConnection,
  ),
}));
