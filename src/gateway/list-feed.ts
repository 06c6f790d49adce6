import {
  type ArticleFilterInput,
  createContext,
  type GraphHouse,
  resolveFilter,
  withinTime,
} from '../../schema/index.ts';
import type { Article } from '../domain/article.ts';
import { englishName } from '../domain/english-name.ts';
import { TelalError } from '../domain/error.ts';
import type { Outlet } from '../domain/knowledge.ts';

/** An article with what a feed's entry says of it. */
export interface FeedItem {
  article: Article;
  outlet: Outlet | undefined;
  countries: string[];
  actors: string[];
  topics: string[];
}

/** A list of articles to be written in one of the feed formats. */
export interface ListFeed {
  title: string;
  /** Where this feed is. */
  self: string;
  /** Where a person sees more. */
  home: string;
  updated: number;
  items: FeedItem[];
}

const PARAMETERS = ['country', 'actor', 'topic', 'outlet', 'language', 'search', 'limit'];
const DEFAULT_LIMIT = 30;
const MAX_LIMIT = 100;

/**
 * Reads a list's address: parameters may be repeated or joined by commas, each then is "any of these". What takes longer
 * than the limit is given up.
 */
export function readListFeed(graph: GraphHouse, address: URL, timeLimitMs: number): Promise<ListFeed> {
  return withinTime(graph.store, timeLimitMs, () => readWithin(graph, address));
}

async function readWithin(graph: GraphHouse, address: URL): Promise<ListFeed> {
  const search = address.searchParams;
  for (const name of search.keys())
    if (!PARAMETERS.includes(name))
      throw new TelalError(
        'BAD_USER_INPUT',
        `There is no parameter ${JSON.stringify(name.slice(0, 80))}; known: ${PARAMETERS.join(', ')}.`,
      );
  const input: ArticleFilterInput = {};
  for (const [name, field] of [
    ['country', 'countries'],
    ['actor', 'actors'],
    ['topic', 'topics'],
    ['outlet', 'outlets'],
    ['language', 'languages'],
  ] as const) {
    const any = search
      .getAll(name)
      .flatMap((value) => value.split(','))
      .filter(Boolean);
    if (any.length > 0) input[field] = { any };
  }
  const words = search.getAll('search').filter(Boolean).join(' ');
  if (words) input.search = words;
  const context = createContext(graph);
  const filter = await resolveFilter(context, input);
  const page = await graph.store.articles(filter, 'NEWEST', { first: limitOf(search.get('limit')) });
  const articles = page.edges.map((edge) => edge.node);
  const { loaders } = context;
  const items = await Promise.all(
    articles.map(async (article) => {
      const [countries, actors, topics] = await Promise.all([
        loaders.countryMentions.load(article.id),
        loaders.actorMentions.load(article.id),
        loaders.topicMentions.load(article.id),
      ]);
      const keys = (mentions: { key: string }[]) => mentions.map((mention) => mention.key);
      const outlet = graph.catalog.outlet(article.outlet);
      return { article, outlet, countries: keys(countries), actors: keys(actors), topics: keys(topics) };
    }),
  );
  return {
    title: titleOf(graph, input),
    self: address.href,
    home: `${address.origin}/`,
    updated: Math.max(0, ...articles.map((article) => article.revisedAt ?? article.publishedAt)),
    items,
  };
}

function limitOf(text: string | null): number {
  if (text === null || text === '') return DEFAULT_LIMIT;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new TelalError('BAD_USER_INPUT', `\`limit\` must be a number from 1 to ${MAX_LIMIT}.`);
  return limit;
}

function titleOf({ catalog }: GraphHouse, input: ArticleFilterInput): string {
  const parts = [
    ...(input.countries?.any ?? []).map((code) => catalog.country(code.toUpperCase())?.names['en'] ?? code),
    ...(input.actors?.any ?? []).map((slug) => englishName(catalog.actor(slug)?.names ?? []) ?? slug),
    ...(input.topics?.any ?? []).map((slug) => catalog.topic(slug)?.labels['en'] ?? slug),
    ...(input.outlets?.any ?? []).map((slug) => catalog.outlet(slug)?.name ?? slug),
    ...(input.languages?.any ?? []),
    ...(input.search ? [`“${input.search}”`] : []),
  ];
  return parts.length === 0 ? 'Telal: everything' : `Telal: ${parts.join(', ')}`;
}
