import pg from 'pg';
import { cleanJson, cleanText } from './clean-text.ts';
import type { Value } from './rows.ts';

const MOST_KEPT = 2_000;
const numbered = new Map<string, string>();

/** Makes every `?` outside of a literal a `$n`. */
export function numberMarks(sql: string): string {
  const kept = numbered.get(sql);
  if (kept !== undefined) return kept;
  let count = 0;
  const made = sql.replace(/'[^']*'|\?/g, (found) => {
    if (found !== '?') return found;
    count += 1;
    return `$${count}`;
  });
  if (numbered.size >= MOST_KEPT) numbered.clear();
  numbered.set(sql, made);
  return made;
}

/** A value as PostgreSQL takes it. */
export function cleanValue(value: Value): Value {
  if (typeof value !== 'string') return value;
  // Nothing but a list in JSON begins so and ends so; a text that does is not changed unless it is odd.
  return value.startsWith('[') && value.endsWith(']') ? cleanJson(cleanText(value)) : cleanText(value);
}

const INT8 = 20;
const NUMERIC = 1700;

/** Whole numbers and sums as numbers, as they come from the other engine. */
export const numberTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text') =>
    oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};
