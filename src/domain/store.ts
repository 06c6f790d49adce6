import type { Annotation } from './annotation.ts';
import type { AnswerStore } from './answer-store.ts';
import type { Article, Revision } from './article.ts';
import type { ActorJoin, PollStore } from './poll-store.ts';
import type { StoryLink, StoryStore } from './story.ts';
import type { Instant } from './text.ts';

/** One article with all that the store knows of it. */
export interface StoredArticle {
  article: Article;
  /** The main one first. */
  keys: string[];
  annotation: Annotation;
  /** Every state, oldest first, the current one last; empty where it never changed. */
  revisions: Revision[];
  /** Address of the article that this one repeats. */
  copyOfUrl: string | null;
  /** Null for one that no story has been found for yet. */
  story: StoryLink | null;
  /** Former slugs of the actors that it names, who were joined to what they are now. */
  joined: ActorJoin[];
}

/** What keeping a store asks for: taking everything out, and looking whether all is well. */
export interface KeepStore {
  /** Articles with an id above `afterId`, ascending, published at or after `since`. */
  storedArticles(afterId: number, limit: number, since?: Instant): Promise<StoredArticle[]>;
  /** Removes every article published before an instant, with all that hangs on it; tells how many. */
  removeArticles(before: Instant): Promise<number>;
  /** Writes a copy that can be opened as a store, while others read and write. Embedded stores only. */
  backup(file: string): Promise<void>;
  /** Looks whether the store is whole; each finding is a plain sentence, none where all is well. */
  check(): Promise<string[]>;
}

/** A job that one process alone does, and who asks for it. */
export interface JobTurn {
  job: string;
  owner: string;
  now: Instant;
  leaseMs: number;
}

/** Jobs that one process alone does, among any number that want to. */
export interface JobStore {
  /**
   * True for one caller for each time `at`: the job is its own until `now + leaseMs`. False for all others, and for
   * everyone while the owner of an earlier time is at work. Times go forward.
   */
  takeJob(turn: JobTurn & { at: Instant }): Promise<boolean>;
  /** Makes it last until `now + leaseMs`. */
  keepJob(turn: JobTurn): Promise<void>;
  /** Tells that it is done. */
  endJob(job: string, owner: string): Promise<void>;
}

/** The whole store, over one of the engines. */
export interface Store extends JobStore, PollStore, AnswerStore, StoryStore, KeepStore {
  /** Brings the tables to this version; safe to call by many at once. Returns how many migrations ran. */
  migrate(): Promise<number>;
  /** Throws a TelalError where the store does not answer or is not migrated. */
  ready(): Promise<void>;
  /** Statements run since the start, for tests and metrics. */
  statementCount(): number;
  close(): Promise<void>;
}
