import type { Dialect } from '../engine.ts';

/** Jobs that one process alone does: the newest time that was begun, by whom, and until when it is taken for alive. */
export function jobs({ text, integer, clustered }: Dialect): string[] {
  return [
    `CREATE TABLE job (
      name ${text} PRIMARY KEY, at ${integer} NOT NULL, owner ${text} NOT NULL, until ${integer} NOT NULL
    )${clustered}`,
  ];
}
