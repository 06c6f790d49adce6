import type { Dialect } from '../engine.ts';

/** How many polls of an outlet's feeds had which result, since the store was made: whichever process polled. */
export function pollCounts({ text, integer, clustered }: Dialect): string[] {
  return [
    `CREATE TABLE poll_count (
      outlet_id ${integer} NOT NULL REFERENCES outlet (id), result ${text} NOT NULL, polls ${integer} NOT NULL,
      PRIMARY KEY (outlet_id, result)
    )${clustered}`,
  ];
}
