import type { Dialect } from '../engine.ts';

/** The newest transaction of each writer, for a writer whose connection is lost while it commits. */
export function commitMarks({ name, text }: Dialect): string[] {
  if (name === 'sqlite') return [];
  return [
    `CREATE TABLE commit_mark (
      owner ${text} PRIMARY KEY, mark BIGINT NOT NULL, at TIMESTAMPTZ NOT NULL
    )`,
  ];
}
