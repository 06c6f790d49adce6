/** What an actor's words and countries are found by when the actor is written anew. */
export function actorIndexes(): string[] {
  return [
    'CREATE INDEX actor_word_by_actor ON actor_word (actor_id)',
    'CREATE INDEX actor_country_by_actor ON actor_country (actor_id)',
  ];
}
