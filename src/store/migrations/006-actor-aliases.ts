import type { Dialect } from '../engine.ts';

/** Former slugs of actors on no list who turned out to be another. */
export function actorAliases({ text, integer, clustered }: Dialect): string[] {
  return [
    `CREATE TABLE actor_alias (
      slug ${text} PRIMARY KEY, actor_id ${integer} NOT NULL REFERENCES actor (id)
    )${clustered}`,
    'CREATE INDEX actor_alias_by_actor ON actor_alias (actor_id)',
  ];
}
