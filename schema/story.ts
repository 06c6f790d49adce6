import { TelalError } from '../src/domain/error.ts';
import type { QuoteGroup, Story, StoryHeadline, StoryOrder, StoryRequest } from '../src/domain/story.ts';
import { ArticleConnection, ArticleEdge, articleList } from './article-connection.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { ActorCount, CountryCount, LanguageCount, TopicCount } from './counts.ts';
import { StoryOrder as StoryOrderEnum } from './enums.ts';
import { type ArticleFilterInput, ArticleFilterRef, resolveFilter } from './filter.ts';
import { keyOfGlobalId } from './global-id.ts';
import { languageChain } from './names.ts';
import { checkCount, LazyPage, type PageArgs, pageRequest } from './paging.ts';
import { knownTopics } from './places.ts';
import { ActorNode, ArticleNode, actorKey, CountryNode, QuoteNode, StoryNode } from './refs.ts';

/** The first headline in the language or the nearest to it that the story has; else the most central of all. */
function titleIn(headlines: readonly StoryHeadline[], language: string | null | undefined): string {
  const first = headlines[0]?.headline ?? '';
  if (language == null) return first;
  const own = headlines.find((one) => one.language === language || one.language.startsWith(`${language}-`));
  if (own) return own.headline;
  for (const tag of languageChain(language)) {
    if (tag === 'en' && !language.startsWith('en')) break;
    const near = headlines.find((one) => one.language === tag);
    if (near) return near.headline;
  }
  return first;
}

const QuoteGroupRef = builder.objectRef<QuoteGroup>('QuoteGroup').implement({
  description: 'One statement of one speaker, as the articles of a story quote it.',
  fields: (t) => ({
    speaker: t.field({
      type: ActorNode,
      description: 'Who says it.',
      resolve: ({ speaker }, _args, context) => actorKey(context, speaker),
    }),
    quotes: t.field({
      type: [QuoteNode],
      description: 'Every variant, in whatever language, the earliest published first.',
      resolve: ({ quotes }) => quotes,
    }),
  }),
});

const firstArg = {
  type: 'Int',
  defaultValue: 10,
  description: 'How many at most, the most frequent first: 1 to 100.',
} as const;

StoryNode.implement({
  description: 'One event, told by any number of outlets in any number of languages.',
  fields: (t) => ({
    title: t.string({
      description: 'The headline of its most central article; that of an article in `language`, if there is one.',
      args: {
        language: t.arg({ type: 'LanguageTag', description: 'Whose readers it is for; sr stands for both scripts.' }),
      },
      resolve: async ({ id }, { language }, { loaders }) => titleIn(await loaders.storyHeadlines.load(id), language),
    }),
    firstPublishedAt: t.expose('firstPublishedAt', {
      type: 'DateTime',
      description: 'When its first article came out.',
    }),
    lastPublishedAt: t.expose('lastPublishedAt', {
      type: 'DateTime',
      description: 'When its newest article came out.',
    }),
    articleCount: t.exposeInt('articleCount', { description: 'Articles that tell it.' }),
    independentOutletCount: t.exposeInt('independentOutletCount', {
      description:
        'Outlets, counting an agency’s copies once: a text that repeats another counts as that one, one that credits an agency as the agency’s, and outlets of one owner are one.',
    }),
    articles: t.connection(
      {
        type: ArticleNode,
        description: 'Its articles, the newest first.',
        resolve: ({ id }, args, context, info) => articleList(context, args, info, { story: id }),
      },
      ArticleConnection,
      ArticleEdge,
    ),
    countries: t.field({
      type: [CountryCount],
      description: 'The countries that its articles are about.',
      resolve: ({ id }, _args, { loaders }) => loaders.storyCountries.load(id),
    }),
    publisherCountries: t.field({
      type: [CountryCount],
      description: 'The countries of the outlets that tell it.',
      resolve: ({ id }, _args, { loaders }) => loaders.storyPublishers.load(id),
    }),
    languages: t.field({
      type: [LanguageCount],
      description: 'The languages that it is told in.',
      resolve: ({ id }, _args, { loaders }) => loaders.storyLanguages.load(id),
    }),
    actors: t.field({
      type: [ActorCount],
      args: { first: t.arg(firstArg) },
      description: 'Who is named in it.',
      resolve: async ({ id }, { first }, { loaders }) =>
        (await loaders.storyActors.load(id)).slice(0, checkCount(first ?? 10, 'first')),
    }),
    topics: t.field({
      type: [TopicCount],
      args: { first: t.arg(firstArg) },
      description: 'Its topics.',
      resolve: async ({ id }, { first }, { loaders, catalog }) =>
        knownTopics(catalog, await loaders.storyTopics.load(id)).slice(0, checkCount(first ?? 10, 'first')),
    }),
    silentCountries: t.field({
      type: [CountryNode],
      description:
        'Countries that the story is about and where no outlet has told it; only countries that Telal reads outlets of.',
      resolve: async ({ id }, _args, { loaders, catalog }) => {
        const [about, telling] = await Promise.all([loaders.storyCountries.load(id), loaders.storyPublishers.load(id)]);
        const heard = new Set(telling.map(({ key }) => key));
        return about.flatMap(({ key }) => {
          const country = catalog.country(key);
          const silent = country && !heard.has(key) && catalog.outlets.some((outlet) => outlet.country === key);
          return silent ? [country] : [];
        });
      },
    }),
    quotes: t.field({
      type: [QuoteGroupRef],
      description:
        'What known speakers say in it: each statement once, with every variant that is surely the same one; the most quoted first.',
      resolve: async ({ id }, _args, { loaders, groupQuotes }) => groupQuotes(await loaders.storyQuotes.load(id)),
    }),
  }),
});

const StoryConnection = builder.connectionObject(
  {
    type: StoryNode,
    name: 'StoryConnection',
    description: 'A list of stories.',
    fields: (t) => ({
      totalCount: t.int({
        extensions: { lookups: 1 },
        description: 'How many there are in all.',
        resolve: (list) => (list as unknown as LazyPage<Story>).totalCount,
      }),
    }),
  },
  { description: 'A story and its place in the list.' },
);

interface StoryListArgs extends PageArgs {
  filter?: ArticleFilterInput | null;
  orderBy?: StoryOrder | null;
  minimumOutlets?: number | null;
  minimumCountries?: number | null;
  untoldIn?: string[] | null;
}

const least = (value: number | null | undefined, name: string): number => {
  const number = value ?? 1;
  if (number < 1) throw new TelalError('BAD_USER_INPUT', `\`${name}\` must be 1 or more; ${number} was given.`);
  return number;
};

async function storyList(context: GraphContext, args: StoryListArgs): Promise<LazyPage<Story>> {
  const page = pageRequest(args);
  const request: StoryRequest = {
    filter: await resolveFilter(context, args.filter),
    minimumOutlets: least(args.minimumOutlets, 'minimumOutlets'),
    minimumCountries: least(args.minimumCountries, 'minimumCountries'),
    untoldIn: args.untoldIn ?? [],
  };
  const { store } = context;
  return new LazyPage(
    () => store.stories(request, args.orderBy ?? 'LATEST', page),
    () => store.countStories(request),
  );
}

builder.queryFields((t) => ({
  story: t.field({
    type: StoryNode,
    nullable: true,
    description: 'One story, also by the id of one that was merged into it; null where it is not known.',
    args: { id: t.arg.id({ required: true, description: 'Its global id.' }) },
    resolve: (_root, { id }) => Number(keyOfGlobalId(id, 'Story')),
  }),
  stories: t.connection(
    {
      type: StoryNode,
      description: 'Stories that hold at least one article of the filter.',
      args: {
        filter: t.arg({ type: ArticleFilterRef, description: 'Which articles; all of them without.' }),
        orderBy: t.arg({ type: StoryOrderEnum, defaultValue: 'LATEST', description: 'In which order.' }),
        minimumOutlets: t.arg.int({
          defaultValue: 1,
          description: 'Only stories told by at least so many outlets, counted as in independentOutletCount.',
        }),
        minimumCountries: t.arg.int({
          defaultValue: 1,
          description: 'Only stories told by outlets of at least so many countries.',
        }),
        untoldIn: t.arg({
          type: ['CountryCode'],
          description: 'Only stories that no outlet of these countries has told.',
        }),
      },
      resolve: (_root, args, context) => storyList(context, args),
    },
    StoryConnection,
  ),
}));
