import pg from 'pg';
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

/** A value as PostgreSQL takes it: no text of its may hold the letter NUL, nor half of a pair. */
export function cleanValue(value: Value): Value {
  if (typeof value !== 'string') return value;
  let clean = value;
  if (clean.includes('\0')) clean = clean.replaceAll('\0', '');
  // The same as JSON writes them.
  if (/\\u(?:0000|d[89a-f])/.test(clean)) {
    clean = clean.replace(/\\(?:u0000|u(d[89a-f][0-9a-f]{2})|.)/g, (found, half) => {
      if (found === '\\u0000') return '';
      return half === undefined ? found : '\ufffd';
    });
  }
  return clean;
}

const INT8 = 20;
const NUMERIC = 1700;

/** Whole numbers and sums as numbers, as they come from the other engine. */
export const numberTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text') =>
    oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};
