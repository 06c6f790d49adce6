import type { Dialect } from '../engine.ts';

/** The last generation that changed an article which was there: until then only new ones have come. */
export function changedAt({ integer }: Dialect): string[] {
  return [`ALTER TABLE state ADD COLUMN changed_at ${integer} NOT NULL DEFAULT 0`];
}
