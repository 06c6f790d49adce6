import type { Dialect } from '../engine.ts';

/** Stories, and what they are found by. */
export function stories({ identity, integer }: Dialect): string[] {
  return [
    // Held by whoever places an article; its position grows with each placement.
    `CREATE TABLE story_state (one INTEGER PRIMARY KEY, position ${integer} NOT NULL)`,
    'INSERT INTO story_state (one, position) VALUES (1, 0)',
    // Counts are those of its articles; `outlets` counts sources, `countries` those of the outlets.
    `CREATE TABLE story (
      id ${identity}, merged_into ${integer}, first_published_at ${integer} NOT NULL,
      last_published_at ${integer} NOT NULL, articles INTEGER NOT NULL, outlets INTEGER NOT NULL,
      countries INTEGER NOT NULL, position ${integer} NOT NULL
    )`,
    'CREATE INDEX story_by_time ON story (last_published_at, id) WHERE merged_into IS NULL',
    'CREATE INDEX story_by_size ON story (articles, last_published_at, id) WHERE merged_into IS NULL',
    'CREATE INDEX story_by_position ON story (position)',
    'CREATE INDEX story_by_merge ON story (merged_into) WHERE merged_into IS NOT NULL',
    `CREATE TABLE story_article (
      article_id ${integer} PRIMARY KEY REFERENCES article (id), position ${integer} NOT NULL, features TEXT NOT NULL,
      centrality INTEGER NOT NULL
    )`,
    'CREATE INDEX article_without_story ON article (id) WHERE story IS NULL',
    'CREATE INDEX story_article_by_position ON story_article (position)',
  ];
}
