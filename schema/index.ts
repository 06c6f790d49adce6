import './scalars.ts';
import './article.ts';
import './quote.ts';
import './story.ts';
import './actor.ts';
import './topic.ts';
import './country.ts';
import './outlet.ts';
import './feed.ts';
import './coverage.ts';
import './subscription.ts';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { builder } from './builder.ts';

export { createActorMemory } from './actor-memory.ts';
export { createContext, type GraphContext, type GraphHouse } from './context.ts';
export { type ArticleFilterInput, resolveFilter } from './filter.ts';
export { createLive, type Live } from './live.ts';
export { formatInstant } from './scalars.ts';
export { withinTime } from './within-time.ts';

/** The graph. A new type is a file of its own, imported above. */
export const schema = builder.toSchema();

/** The text of the graph, as schema.graphql holds it. */
export function printGraph(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
