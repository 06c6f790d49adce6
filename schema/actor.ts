import type { StoredActor } from '../src/domain/article.ts';
import type { ActorTrend } from '../src/domain/counts.ts';
import { TelalError } from '../src/domain/error.ts';
import type { LanguageTag } from '../src/domain/text.ts';
import { ArticleConnection, ArticleEdge, articleList, articleListArgs } from './article-connection.ts';
import { builder } from './builder.ts';
import { actorOfWikidata, WIKIDATA_ID } from './codes.ts';
import { ActorCount } from './counts.ts';
import { ActorKind, TrendWindow } from './enums.ts';
import { ArticleFilterRef, resolveFilter, searchText } from './filter.ts';
import { keyOfGlobalId, quoted } from './global-id.ts';
import { actorNameIn, actorOfCatalog } from './names.ts';
import { checkCount, LazyPage, pageRequest } from './paging.ts';
import { countryOf } from './places.ts';
import { QuoteConnection, quoteList } from './quote.ts';
import { ActorNode, ArticleNode, actorKey, CountryNode, QuoteNode } from './refs.ts';

const ActorNameRef = builder.objectRef<{ text: string; language: LanguageTag | null }>('ActorName').implement({
  description: 'One form of an actor’s name.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The form.' }),
    language: t.expose('language', {
      type: 'LanguageTag',
      nullable: true,
      description: 'The language that uses it; null where it serves all.',
    }),
  }),
});

ActorNode.implement({
  description: 'A person or an organisation in the news.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its short name in addresses and filters.' }),
    kind: t.expose('kind', { type: ActorKind, description: 'A person or an organisation.' }),
    name: t.string({
      description: 'Falls back to English, then to the most frequent form.',
      args: { language: t.arg({ type: 'LanguageTag', defaultValue: 'en', description: 'Whose readers it is for.' }) },
      resolve: (actor, { language }) => actorNameIn(actor, language ?? 'en'),
    }),
    names: t.expose('names', { type: [ActorNameRef], description: 'Every known form, in every script.' }),
    description: t.string({
      nullable: true,
      description: 'Who that is, in one phrase; English where the language has none.',
      args: { language: t.arg({ type: 'LanguageTag', defaultValue: 'en', description: 'Whose readers it is for.' }) },
      resolve: ({ description }) => description,
    }),
    wikidataId: t.exposeString('wikidataId', {
      nullable: true,
      description: 'Such as Q57788; null where none is sure.',
    }),
    curated: t.exposeBoolean('curated', {
      description: 'False for an actor found in text that no one has reviewed yet.',
    }),
    countries: t.field({
      type: [CountryNode],
      description: 'Whom they act for.',
      resolve: ({ countries }, _args, { catalog }) => countries.map((code) => countryOf(catalog, code)),
    }),
    articles: t.connection(
      {
        type: ArticleNode,
        description: 'Articles that name the actor.',
        args: articleListArgs,
        resolve: ({ slug }, args, context, info) => articleList(context, args, info, { actors: { any: [slug] } }),
      },
      ArticleConnection,
      ArticleEdge,
    ),
    quotes: t.connection(
      {
        type: QuoteNode,
        description: 'What the actor said, the newest first.',
        args: { filter: t.arg({ type: ArticleFilterRef, description: 'Only from these articles.' }) },
        resolve: ({ slug }, args, context) => quoteList(context, args, slug),
      },
      QuoteConnection,
    ),
    coActors: t.field({
      type: [ActorCount],
      description: 'Who appears in the same articles.',
      extensions: { lookups: 3 },
      args: {
        filter: t.arg({ type: ArticleFilterRef, description: 'Only in these articles.' }),
        kind: t.arg({ type: ActorKind, description: 'Only persons or only organisations.' }),
        first: t.arg.int({ defaultValue: 10, description: 'How many at most, the most frequent first: 1 to 100.' }),
      },
      resolve: async ({ slug }, { filter, kind, first }, context) =>
        context.store.coActors(slug, await resolveFilter(context, filter), {
          first: checkCount(first ?? 10, 'first'),
          ...(kind ? { kind } : {}),
        }),
    }),
  }),
});

const ActorConnection = builder.connectionObject(
  {
    type: ActorNode,
    name: 'ActorConnection',
    description: 'A list of actors.',
    fields: (t) => ({
      totalCount: t.int({
        extensions: { lookups: 1 },
        description: 'How many there are in all.',
        resolve: (list) => (list as unknown as LazyPage<StoredActor>).totalCount,
      }),
    }),
  },
  { description: 'An actor and its place in the list.' },
);

const ActorTrendRef = builder.objectRef<ActorTrend>('ActorTrend').implement({
  description: 'An actor who is named more than usual.',
  fields: (t) => ({
    actor: t.field({
      type: ActorNode,
      description: 'The actor.',
      resolve: ({ actor }, _args, context) => actorKey(context, actor),
    }),
    count: t.exposeInt('count', { description: 'Articles in the window.' }),
    baseline: t.exposeFloat('baseline', {
      description: 'Articles that a window of this length had before, on average.',
    }),
    score: t.exposeFloat('score', { description: 'How surprising the count is; the list is ordered by it.' }),
  }),
});

const ActorBy = builder.inputType('ActorBy', {
  description: 'Exactly one.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'The actor’s global id.' }),
    slug: t.string({ description: 'Its slug.' }),
    wikidataId: t.string({ description: 'Its Wikidata id, such as Q57788.' }),
  }),
});

const WINDOW_MS = { HOUR: 3_600_000, DAY: 86_400_000, WEEK: 604_800_000 };
/** For how long an answer about "now" is good enough. */
const TREND_LIFE_SECONDS = 30;

builder.queryFields((t) => ({
  actor: t.field({
    type: ActorNode,
    nullable: true,
    description: 'One actor; null where it is not known.',
    args: { by: t.arg({ type: ActorBy, required: true, description: 'What it is found by.' }) },
    resolve: (_root, { by }, context) => {
      if (by.id != null) return actorKey(context, keyOfGlobalId(by.id, 'Actor'));
      if (by.slug != null) return actorKey(context, by.slug);
      const id = by.wikidataId!;
      if (!WIKIDATA_ID.test(id))
        throw new TelalError('BAD_USER_INPUT', `${quoted(id)} is not a Wikidata id; one looks like Q57788.`);
      const known = actorOfWikidata(context.catalog, id);
      return known ? actorOfCatalog(known) : context.store.actorByWikidataId(id);
    },
  }),
  actors: t.connection(
    {
      type: ActorNode,
      description: 'search matches any known form of the name, in any script.',
      args: {
        search: t.arg.string({ description: 'Part of a name; the best match comes first.' }),
        kind: t.arg({ type: ActorKind, description: 'Only persons or only organisations.' }),
        country: t.arg({ type: 'CountryCode', description: 'Only those who act for this country.' }),
      },
      resolve: (_root, { search, kind, country, ...args }, { store }) => {
        const page = pageRequest(args);
        const request: Parameters<typeof store.actors>[0] = {};
        if (search != null) request.search = searchText(search);
        if (kind) request.kind = kind;
        if (country != null) request.country = country;
        return new LazyPage(
          () => store.actors(request, page),
          () => store.countActors(request),
        );
      },
    },
    ActorConnection,
  ),
  trendingActors: t.field({
    type: [ActorTrendRef],
    description: 'Actors named far more often than their own baseline, over the window that ends now (or at `until`).',
    extensions: { lookups: 20 },
    args: {
      filter: t.arg({ type: ArticleFilterRef, description: 'Only in these articles.' }),
      window: t.arg({ type: TrendWindow, defaultValue: 'DAY', description: 'How far to look back.' }),
      until: t.arg({ type: 'DateTime', description: 'Where the window ends; now without.' }),
      first: t.arg.int({ defaultValue: 10, description: 'How many at most, 1 to 100.' }),
    },
    resolve: async (_root, { filter, window, until, first }, context) => {
      if (until == null) context.expiresWithin(TREND_LIFE_SECONDS);
      const to = until ?? context.now;
      const from = to - WINDOW_MS[window ?? 'DAY'];
      const count = checkCount(first ?? 10, 'first');
      return context.store.trendingActors(await resolveFilter(context, filter), { from, to }, count);
    },
  }),
}));
