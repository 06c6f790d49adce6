import type { CountryCode, Instant, TextSpan } from './text.ts';

export type Facet = 'countries' | 'publisherCountries' | 'actors' | 'topics' | 'outlets' | 'languages';

export type Interval = 'HOUR' | 'DAY' | 'WEEK' | 'MONTH';

/** `key` is a code or slug. */
export interface KeyCount {
  key: string;
  count: number;
}

/** How often a key stands among the articles of a story. */
export interface StoryCount extends KeyCount {
  story: number;
}

export interface TimelineBucket {
  start: Instant;
  count: number;
}

export interface CoverageCell {
  publisher: CountryCode;
  about: CountryCode;
  count: number;
}

export interface ActorTrend {
  actor: string;
  count: number;
  /** Articles expected in a window of this length, from the windows before it. */
  baseline: number;
  /** How surprising the count is; above 0 more than expected. */
  score: number;
}

/** A tag of one article as stored. `key` is a code or slug. */
export interface Mention {
  articleId: number;
  key: string;
  count: number;
  /** Salience, or a topic's confidence. */
  weight: number;
  evidence: TextSpan[];
  /** Of an actor on no list, as the article names him: `name` and `spelling` of its tag. */
  name?: string | undefined;
  spelling?: string | undefined;
}

/** Everything that one article mentions, most salient first within each sort. */
export interface Mentions {
  readonly countries: Mention[];
  readonly actors: Mention[];
  readonly topics: Mention[];
}
