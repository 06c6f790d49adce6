import type { Annotation } from './annotation.ts';
import type { DateSource, Revision } from './article.ts';
import type { Image } from './document.ts';
import type { StoryLink } from './story.ts';
import type { Instant } from './text.ts';

/** What search reads of a text, folded by the store's own rules, and how many words a reader sees. */
export interface PreparedText {
  headline: string;
  summary: string;
  body: string;
  /** Words that the body repeats. */
  focus: string;
  wordCount: number;
}

/** An article as the poller or an import hands it over. */
export interface ArticleDraft {
  /**
   * Everything this article may be known by: `url:…` for each address in canonical form, `guid:FEED:…` for the
   * feed's own identifier. The first is its main one. An article with any of these keys is the same article.
   */
  keys: string[];
  url: string;
  outlet: string;
  headline: string;
  summary: string | null;
  body: string | null;
  authors: string[];
  image: Image | null;
  sections: string[];
  /** Slugs of the topics that its feed is about; those of several feeds are kept together. */
  feedTopics?: string[];
  /** `seenAt` where no date can be believed; the source says so. */
  publishedAt: Instant;
  publishedAtSource: DateSource;
  seenAt: Instant;
  annotation: Annotation;
  /**
   * Its text as `prepareText` makes it, where another thread has done that already. Whoever gives it answers for the
   * draft's texts too: they hold no NUL and no half of a pair.
   */
  prepared?: PreparedText;
  /** Bands of the text's signature; two texts with one in common may be copies. */
  copyBands: string[];
  copyOf: number | null;
  /** The same by its address, for one that comes in the same call of `saveArticles`; a new article points to it. */
  copyOfUrl?: string | null;
  /** Stored articles, published later, that turn out to repeat this one: from now on they point to it. */
  copiedBy?: number[];
  /** The story it had in the store that it comes from. */
  story?: StoryLink | null;
  /** Earlier states, oldest first, of an imported article. */
  revisions?: Omit<Revision, 'number'>[];
}

/** What became of a draft. A change of headline, summary or body keeps the former state as a Revision. */
export interface SaveOutcome {
  id: number;
  outcome: 'new' | 'changed' | 'unchanged';
}

/** What the store holds under a key. */
export interface KnownArticle {
  id: number;
  headline: string;
  summary: string | null;
  body: string | null;
  sections: string[];
  feedTopics: string[];
  publishedAt: Instant;
  publishedAtSource: DateSource;
}

/** A text that may be the same as another. */
export interface CopyCandidate {
  id: number;
  outlet: string;
  publishedAt: Instant;
  headline: string;
  body: string;
}
