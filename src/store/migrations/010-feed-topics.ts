import type { Dialect } from '../engine.ts';

/** What the feeds that an article came from say it is about: what annotates it again must know it too. */
export function feedTopics({ text }: Dialect): string[] {
  return [`ALTER TABLE article ADD COLUMN feed_topics ${text} NOT NULL DEFAULT '[]'`];
}
