import type { Dialect, Rows } from '../engine.ts';
import { articles } from './001-articles.ts';
import { pollTurns } from './002-poll-turns.ts';
import { stories } from './003-stories.ts';
import { commitMarks } from './004-commit-marks.ts';
import { packArticles, tagBlocks } from './005-tag-blocks.ts';
import { actorAliases } from './006-actor-aliases.ts';
import { actorIndexes } from './007-actor-indexes.ts';
import { jobs } from './008-jobs.ts';
import { pollCounts } from './009-poll-counts.ts';
import { feedTopics } from './010-feed-topics.ts';
import { bandsByTime } from './011-bands-by-time.ts';
import { changedAt } from './012-changed-at.ts';
import { copyMarks, markTexts } from './013-copy-marks.ts';

export interface Migration {
  number: number;
  name: string;
  statements(dialect: Dialect): string[];
  /** What is to be done with rows that are there, after the statements. */
  fill?(rows: Rows): Promise<void>;
}

/** In order; a number that has been released is never changed again. */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'articles', statements: articles },
  { number: 2, name: 'poll-turns', statements: pollTurns },
  { number: 3, name: 'stories', statements: stories },
  { number: 4, name: 'commit-marks', statements: commitMarks },
  { number: 5, name: 'tag-blocks', statements: tagBlocks, fill: packArticles },
  { number: 6, name: 'actor-aliases', statements: actorAliases },
  { number: 7, name: 'actor-indexes', statements: actorIndexes },
  { number: 8, name: 'jobs', statements: jobs },
  { number: 9, name: 'poll-counts', statements: pollCounts },
  { number: 10, name: 'feed-topics', statements: feedTopics },
  { number: 11, name: 'bands-by-time', statements: bandsByTime },
  { number: 12, name: 'changed-at', statements: changedAt },
  { number: 13, name: 'copy-marks', statements: copyMarks, fill: markTexts },
];
