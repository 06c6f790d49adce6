import DataLoader from 'dataloader';
import type { AnswerStore } from '../src/domain/answer-store.ts';
import type { Quote, Revision } from '../src/domain/article.ts';
import type { Facet, Mention, StoryCount } from '../src/domain/counts.ts';
import type { Feed, OutletHealth } from '../src/domain/feed.ts';
import type { StoryHeadline, StoryQuote } from '../src/domain/story.ts';
import type { Instant } from '../src/domain/text.ts';

/** What belongs to many parents at once, each kind in one statement however many parents ask. */
export interface Loaders {
  countryMentions: DataLoader<number, Mention[]>;
  actorMentions: DataLoader<number, Mention[]>;
  topicMentions: DataLoader<number, Mention[]>;
  quotes: DataLoader<number, Quote[]>;
  revisions: DataLoader<number, Revision[]>;
  feeds: DataLoader<string, Feed[]>;
  health: DataLoader<string, OutletHealth>;
  storyHeadlines: DataLoader<number, StoryHeadline[]>;
  storyQuotes: DataLoader<number, (StoryQuote & { story: number })[]>;
  storyCountries: DataLoader<number, StoryCount[]>;
  storyPublishers: DataLoader<number, StoryCount[]>;
  storyLanguages: DataLoader<number, StoryCount[]>;
  storyActors: DataLoader<number, StoryCount[]>;
  storyTopics: DataLoader<number, StoryCount[]>;
}

/** Keeps a statement's list of keys within what both engines take. */
export const MAX_BATCH = 1000;

const NO_HEALTH: OutletHealth = { status: 'NEW', lastArticleAt: null, articlesLastDay: 0, medianLagSeconds: null };

export function createLoaders(store: AnswerStore, now: Instant): Loaders {
  const byArticle = (mention: { articleId: number }) => mention.articleId;
  const byStory = (row: { story: number }) => row.story;
  const storyCounts = (facet: Facet) => () =>
    grouped((ids: readonly number[]) => store.storyCounts(ids, facet), byStory);
  return lazily({
    countryMentions: () => grouped((ids: readonly number[]) => store.countryMentions(ids), byArticle),
    actorMentions: () => grouped((ids: readonly number[]) => store.actorMentions(ids), byArticle),
    topicMentions: () => grouped((ids: readonly number[]) => store.topicMentions(ids), byArticle),
    quotes: () => grouped((ids: readonly number[]) => store.quotesOf(ids), byArticle),
    revisions: () => grouped((ids: readonly number[]) => store.revisionsOf(ids), byArticle),
    storyHeadlines: () => grouped((ids: readonly number[]) => store.storyHeadlines(ids), byStory),
    storyQuotes: () => grouped((ids: readonly number[]) => store.storyQuotes(ids), byStory),
    storyCountries: storyCounts('countries'),
    storyPublishers: storyCounts('publisherCountries'),
    storyLanguages: storyCounts('languages'),
    storyActors: storyCounts('actors'),
    storyTopics: storyCounts('topics'),
    feeds: () =>
      grouped(
        (slugs: readonly string[]) => store.feedsOfOutlets(slugs),
        (feed) => feed.outlet,
      ),
    health: () =>
      new DataLoader<string, OutletHealth>(
        async (slugs) => {
          const health = await store.outletHealth(slugs, now);
          return slugs.map((slug) => health.get(slug) ?? NO_HEALTH);
        },
        { maxBatchSize: MAX_BATCH },
      ),
  });
}

/** Rows of many parents, given back to each parent in the order they came. */
function grouped<K, V>(load: (keys: readonly K[]) => Promise<V[]>, keyOf: (row: V) => K): DataLoader<K, V[]> {
  return new DataLoader<K, V[]>(
    async (keys) => {
      const groups = new Map<K, V[]>(keys.map((key) => [key, []]));
      for (const row of await load(keys)) groups.get(keyOf(row))?.push(row);
      return keys.map((key) => groups.get(key)!);
    },
    { maxBatchSize: MAX_BATCH },
  );
}

/** Most requests need one or two of them: each is made when first asked for. */
function lazily<T extends object>(makers: { [K in keyof T]: () => T[K] }): T {
  const made = {} as T;
  for (const name of Object.keys(makers) as (keyof T)[]) {
    Object.defineProperty(made, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = makers[name]();
        Object.defineProperty(made, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return made;
}
