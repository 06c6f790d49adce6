import type { Dialect } from '../engine.ts';

/** Which poller asks a host, and until when no other may. */
export function pollTurns({ text, integer, clustered }: Dialect): string[] {
  return [
    `CREATE TABLE poll_turn (
      key ${text} PRIMARY KEY, owner ${text} NOT NULL, until ${integer} NOT NULL
    )${clustered}`,
    'CREATE INDEX poll_turn_owner ON poll_turn (owner)',
  ];
}
