import type { ListedArticle, Quote, StoredActor } from '../src/domain/article.ts';
import type { Feed } from '../src/domain/feed.ts';
import type { Country, Outlet, Topic } from '../src/domain/knowledge.ts';
import type { Story } from '../src/domain/story.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { MAX_BATCH } from './loaders.ts';
import { actorOfCatalog } from './names.ts';

/*
 * The nodes of the graph without their fields, so that the file of a type imports this one and never another type's.
 * Rows of the store come through loaders: a field may give the key alone, and equal keys cost one statement together.
 */

const loaderOptions = { maxBatchSize: MAX_BATCH };

export const ArticleNode = builder.loadableNodeRef<ListedArticle, number>('Article', {
  id: { resolve: (article) => article.id, parse: Number },
  loaderOptions,
  load: (ids: number[], context) => context.store.articlesByIds(ids) as Promise<ListedArticle[]>,
});

export const QuoteNode = builder.loadableNodeRef<Quote, number>('Quote', {
  id: { resolve: (quote) => quote.id, parse: Number },
  loaderOptions,
  load: (ids: number[], context) => context.store.quotesByIds(ids) as Promise<Quote[]>,
});

export const StoryNode = builder.loadableNodeRef<Story, number>('Story', {
  id: { resolve: (story) => story.id, parse: Number },
  loaderOptions,
  load: (ids: number[], context) => context.store.storiesByIds(ids) as Promise<Story[]>,
});

export const FeedNode = builder.loadableNodeRef<Feed, number>('Feed', {
  id: { resolve: (feed) => feed.id, parse: Number },
  loaderOptions,
  load: (ids: number[], context) => context.store.feedsByIds(ids) as Promise<Feed[]>,
});

export const ActorNode = builder.loadableNodeRef<StoredActor, string>('Actor', {
  id: { resolve: (actor) => actor.slug },
  loaderOptions,
  load: async (slugs: string[], context) => {
    const known = slugs.map((slug) => knownActor(context, slug));
    const missing = slugs.filter((_, index) => !known[index]);
    const stored = missing.length === 0 ? [] : await context.actors.load(missing);
    let next = 0;
    return known.map((actor) => actor ?? stored[next++] ?? null) as StoredActor[];
  },
});

// Pothos marks what it found by id with its type; the knowledge is shared and may be frozen, hence the copies.
const copyOf = <T extends object>(found: T | undefined): T | null => (found ? { ...found } : null);

export const TopicNode = builder.nodeRef<Topic>('Topic', {
  id: { resolve: (topic) => topic.slug },
  loadOne: (slug: string, context: GraphContext) => copyOf(context.catalog.topic(slug)),
});

export const CountryNode = builder.nodeRef<Country>('Country', {
  id: { resolve: (country) => country.code },
  loadOne: (code: string, context: GraphContext) => copyOf(context.catalog.country(code)),
});

export const OutletNode = builder.nodeRef<Outlet>('Outlet', {
  id: { resolve: (outlet) => outlet.slug },
  loadOne: (slug: string, context: GraphContext) => copyOf(context.catalog.outlet(slug)),
});

/** A curated actor, or one of whom the store told of late; undefined where it must be asked. */
export function knownActor({ catalog, actors }: GraphContext, slug: string): StoredActor | undefined {
  const told = actors.peek(slug);
  if (told) return told;
  const known = catalog.actor(slug);
  return known && actorOfCatalog(known);
}

/** What a field of type Actor may give: the actor where it is in memory, else the key to load it by. */
export function actorKey(context: GraphContext, slug: string): StoredActor | string {
  return knownActor(context, slug) ?? slug;
}
