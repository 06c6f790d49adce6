import type { Annotation } from './annotation.ts';
import type { Quote } from './article.ts';
import type { ArticleFilter, Page, PageRequest } from './filter.ts';
import type { ArticleText, Instant, LanguageTag } from './text.ts';

/** One event, told by any number of articles. */
export interface Story {
  /** For life; that of a story merged into this one leads here too. */
  id: number;
  firstPublishedAt: Instant;
  lastPublishedAt: Instant;
  articleCount: number;
  /** Sources: copies count as what they repeat, an agency's text as the agency's, outlets of one owner as one. */
  independentOutletCount: number;
}

/** LATEST by the newest article, LARGEST by the number of articles, then by the newest. */
export type StoryOrder = 'LATEST' | 'LARGEST';

/** Which stories: those that hold at least one article of the filter, and all else that is given. */
export interface StoryRequest {
  filter: ArticleFilter;
  /** Told by at least so many independent outlets. */
  minimumOutlets?: number;
  /** Told by outlets of at least so many countries. */
  minimumCountries?: number;
  /** Not told by any outlet of these countries. */
  untoldIn?: string[];
}

/** A headline of a story. */
export interface StoryHeadline {
  story: number;
  articleId: number;
  headline: string;
  language: LanguageTag;
}

/** One statement of one speaker, as the articles of a story quote it. */
export interface QuoteGroup {
  /** Slug. */
  speaker: string;
  /** Every variant, the earliest published first. */
  quotes: Quote[];
}

/** Says which quotations of one story are one statement; those that stand alone are groups of one. */
export type GroupQuotes = (quotes: readonly StoryQuote[]) => QuoteGroup[];

/** A quotation with what its article tells about it. */
export type StoryQuote = Quote & { language: LanguageTag; publishedAt: Instant };

/** A stored article that wants a story. */
export interface ToldArticle {
  id: number;
  /** Slug. */
  outlet: string;
  publishedAt: Instant;
  text: ArticleText;
  annotation: Annotation;
  copyOf: number | null;
}

/** Gives a stored article its story. One that has a story keeps it. Never throws: what fails is told to the log. */
export type TellStory = (article: ToldArticle) => Promise<void>;

/** An article's place in a story, as it is carried from one store to another. */
export interface StoryLink {
  /** What the story is called in the store that it comes from. */
  id: number;
  /** Address of the first of its articles, of those that are carried; by it the story is known in another store. */
  first: string;
  /** Stories that have become part of it. */
  former: number[];
  features: string;
  /** In the store's own scale. */
  centrality: number;
}

/** What the finding of stories keeps of an article. */
export interface Placement {
  articleId: number;
  outlet: string;
  publishedAt: Instant;
  /** As the understanding wrote them; only it reads them. */
  features: string;
  story: number;
}

/** An article's place among the stories, decided by what was known at `expected`. */
export interface PlacementRequest {
  articleId: number;
  features: string;
  /** Null begins a story. */
  story: number | null;
  /** Stories that become part of it. */
  absorbed: number[];
  /** How central articles of the story are, from 0 to 1, this one among them. */
  centrality: [articleId: number, value: number][];
  /** The position that the decision rests on. */
  expected: number;
}

/** Where stories are kept. */
export interface StoryStore {
  /**
   * One transaction. Null, and nothing is done, where anyone has placed an article since `expected`: read `placements`
   * and decide again, so that any number of processes decide as one. An article that has a story stays in it and only
   * its features change.
   */
  placeArticle(request: PlacementRequest): Promise<{ story: number; position: number } | null>;
  /**
   * What was placed or has moved after a position, of articles published since then, and the position it reaches.
   * At most `limit` articles, the last to come.
   */
  placements(after: number, since: Instant, limit: number): Promise<{ placements: Placement[]; position: number }>;
  /** Ids of articles without a story, ascending, above `afterId`, published since then. */
  unplacedArticles(afterId: number, since: Instant, limit: number): Promise<number[]>;
  /** When the newest article with a story was published; null without any. */
  newestPlaced(): Promise<Instant | null>;

  /** Also by the id of a story that has been merged into another: that other one. */
  storiesByIds(ids: readonly number[]): Promise<(Story | null)[]>;
  stories(request: StoryRequest, order: StoryOrder, page: PageRequest): Promise<Page<Story>>;
  countStories(request: StoryRequest): Promise<number>;
  /** Headlines of each story, the most central first. */
  storyHeadlines(stories: readonly number[]): Promise<StoryHeadline[]>;
  /** Attributed quotations in each story's articles, the earliest published first; at most 300 a story. */
  storyQuotes(stories: readonly number[]): Promise<(StoryQuote & { story: number })[]>;
  /** Stories that have changed after a position, in order of change, and hold an article of the filter. */
  storiesAfter(position: number, filter: ArticleFilter, limit: number): Promise<{ position: number; story: Story }[]>;
  /** The position of the newest change. */
  storyPosition(): Promise<number>;
}
