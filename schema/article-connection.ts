import type { GraphQLResolveInfo } from 'graphql';
import type { ListedArticle } from '../src/domain/article.ts';
import type { Facet, TimelineBucket } from '../src/domain/counts.ts';
import { TelalError } from '../src/domain/error.ts';
import type { ArticleFilter, ArticleOrder } from '../src/domain/filter.ts';
import { askedOfNodes } from './asked-fields.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { ActorCount, CountryCount, LanguageCount, OutletCount, TopicCount } from './counts.ts';
import { ActorKind, ArticleOrder as ArticleOrderEnum, Interval } from './enums.ts';
import { type ArticleFilterInput, ArticleFilterRef, narrow, resolveFilter } from './filter.ts';
import { checkCount, LazyPage, type PageArgs, pageRequest } from './paging.ts';
import { knownTopics } from './places.ts';
import { ArticleNode } from './refs.ts';

/** Buckets of one timeline; more would be no picture. */
const MAX_BUCKETS = 10_000;

/** A list of articles with all that can be asked of it; nothing is fetched before a field asks. */
export class ArticleList extends LazyPage<ListedArticle> {
  readonly filter: ArticleFilter;

  constructor(
    { store, publicBodies }: GraphContext,
    filter: ArticleFilter,
    order: ArticleOrder,
    args: PageArgs,
    asked: ReadonlySet<string>,
  ) {
    const request = pageRequest(args);
    const parts = {
      body: publicBodies && asked.has('body'),
      mentions: asked.has('countries') || asked.has('actors') || asked.has('topics'),
    };
    super(
      () => store.listArticles(filter, order, request, parts),
      () => store.countArticles(filter),
    );
    this.filter = filter;
  }
}

const firstArg = {
  type: 'Int',
  defaultValue: 20,
  description: 'How many at most, the most frequent first: 1 to 100.',
} as const;

const ArticleFacets = builder.objectRef<ArticleFilter>('ArticleFacets').implement({
  description: 'How the articles of a list divide.',
  fields: (t) => {
    const counts = async (context: GraphContext, filter: ArticleFilter, facet: Facet, first?: number | null) =>
      context.store.facet(filter, facet, { first: checkCount(first ?? 20, 'first') });
    return {
      countries: t.field({
        type: [CountryCount],
        args: { first: t.arg(firstArg) },
        description: 'Countries that they are about.',
        extensions: { lookups: 2 },
        resolve: (filter, { first }, context) => counts(context, filter, 'countries', first),
      }),
      publisherCountries: t.field({
        type: [CountryCount],
        args: { first: t.arg(firstArg) },
        description: 'Countries of their outlets.',
        extensions: { lookups: 2 },
        resolve: (filter, { first }, context) => counts(context, filter, 'publisherCountries', first),
      }),
      actors: t.field({
        type: [ActorCount],
        args: {
          kind: t.arg({ type: ActorKind, description: 'Only persons or only organisations.' }),
          first: t.arg(firstArg),
        },
        description: 'Actors named in them.',
        extensions: { lookups: 2 },
        resolve: (filter, { kind, first }, { store }) =>
          store.facet(filter, 'actors', {
            first: checkCount(first ?? 20, 'first'),
            ...(kind ? { actorKind: kind } : {}),
          }),
      }),
      topics: t.field({
        type: [TopicCount],
        args: { first: t.arg(firstArg) },
        description: 'Their topics.',
        extensions: { lookups: 2 },
        resolve: async (filter, { first }, context) =>
          knownTopics(context.catalog, await counts(context, filter, 'topics', first)),
      }),
      outlets: t.field({
        type: [OutletCount],
        args: { first: t.arg(firstArg) },
        description: 'The outlets that published them.',
        extensions: { lookups: 2 },
        resolve: (filter, { first }, context) => counts(context, filter, 'outlets', first),
      }),
      languages: t.field({
        type: [LanguageCount],
        args: { first: t.arg(firstArg) },
        description: 'The languages they are written in.',
        extensions: { lookups: 2 },
        resolve: (filter, { first }, context) => counts(context, filter, 'languages', first),
      }),
    };
  },
});

const TimelineBucketRef = builder.objectRef<TimelineBucket>('TimelineBucket').implement({
  description: 'One stretch of a timeline.',
  fields: (t) => ({
    start: t.expose('start', { type: 'DateTime', description: 'Where it begins.' }),
    count: t.exposeInt('count', { description: 'Articles published in it.' }),
  }),
});

/** One edge type for lists and for the subscription. */
export const ArticleEdge = builder.edgeObject({
  type: ArticleNode,
  name: 'ArticleEdge',
  description: 'An article and its place in the list.',
});

export const ArticleConnection = builder.connectionObject(
  {
    type: ArticleNode,
    name: 'ArticleConnection',
    description: 'A list of articles: a page of it, and what all of it adds up to.',
    fields: (t) => ({
      totalCount: t.int({
        extensions: { lookups: 1 },
        description: 'How many the filter matches in all.',
        resolve: (list) => (list as unknown as ArticleList).totalCount,
      }),
      facets: t.field({
        type: ArticleFacets,
        description: 'Counts over all that the filter matches, not only this page.',
        resolve: (list) => (list as unknown as ArticleList).filter,
      }),
      timeline: t.field({
        type: [TimelineBucketRef],
        extensions: { lookups: 2 },
        description:
          'Gapless: empty buckets are there with count 0. Buckets start on local time in timeZone (IANA name).',
        args: {
          interval: t.arg({ type: Interval, defaultValue: 'DAY', description: 'Width of a bucket.' }),
          timeZone: t.arg.string({ defaultValue: 'UTC', description: 'IANA name, such as Europe/Skopje.' }),
        },
        resolve: async (list, args, { store }) => {
          const { filter } = list as unknown as ArticleList;
          const interval = args.interval ?? 'DAY';
          checkSpan(filter, interval);
          const buckets = await store.timeline(filter, interval, checkTimeZone(args.timeZone ?? 'UTC'));
          if (buckets.length > MAX_BUCKETS) throw tooManyBuckets();
          return buckets;
        },
      }),
    }),
  },
  ArticleEdge,
);

const SPAN_MS = { HOUR: 3_600_000, DAY: 86_400_000, WEEK: 604_800_000, MONTH: 28 * 86_400_000 };

/** Refuses before the store makes them what would be refused after. */
function checkSpan(filter: ArticleFilter, interval: keyof typeof SPAN_MS): void {
  const { from, to } = filter.publishedAt ?? {};
  if (from !== undefined && to !== undefined && (to - from) / SPAN_MS[interval] > MAX_BUCKETS) throw tooManyBuckets();
}

function tooManyBuckets(): TelalError {
  return new TelalError(
    'BAD_USER_INPUT',
    `A timeline has at most ${MAX_BUCKETS} buckets: narrow publishedAt or take a wider interval.`,
  );
}

// To ask of one takes longer than to draw the timeline.
const knownZones = new Map<string, string>();
const MOST_ZONES = 1_000;

function checkTimeZone(name: string): string {
  const known = knownZones.get(name);
  if (known !== undefined) return known;
  try {
    const zone = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    if (knownZones.size >= MOST_ZONES) knownZones.clear();
    knownZones.set(name, zone);
    return zone;
  } catch {
    throw new TelalError(
      'BAD_USER_INPUT',
      `${JSON.stringify(name.slice(0, 80))} is not a time zone; one is called like Europe/Skopje.`,
    );
  }
}

interface ArticleListArgs extends PageArgs {
  filter?: ArticleFilterInput | null;
  orderBy?: ArticleOrder | null;
}

/** Resolves any field that lists articles; `within` is what the field's parent already says. */
export async function articleList(
  context: GraphContext,
  args: ArticleListArgs,
  info: GraphQLResolveInfo,
  within: ArticleFilter = {},
) {
  const filter = narrow(await resolveFilter(context, args.filter), within);
  return new ArticleList(context, filter, args.orderBy ?? 'NEWEST', args, askedOfNodes(info));
}

export const articleListArgs = builder.args((t) => ({
  filter: t.field({ type: ArticleFilterRef, description: 'Which articles; all of them without.' }),
  orderBy: t.field({ type: ArticleOrderEnum, defaultValue: 'NEWEST', description: 'In which order.' }),
}));
