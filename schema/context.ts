import type { AnswerStore } from '../src/domain/answer-store.ts';
import type { Catalog } from '../src/domain/knowledge.ts';
import type { GroupQuotes } from '../src/domain/story.ts';
import type { Instant } from '../src/domain/text.ts';
import type { ActorMemory } from './actor-memory.ts';
import type { Live } from './live.ts';
import { createLoaders, type Loaders } from './loaders.ts';

/** What every resolver may use. One a request; of a subscription one an event. */
export interface GraphContext {
  store: AnswerStore;
  catalog: Catalog;
  loaders: Loaders;
  actors: ActorMemory;
  live: Live;
  now: Instant;
  /** Where a reader that lost its connection stands; stronger than the cursor it once began with. */
  resumeAfter: string | null;
  /** Tells which quotations of a story are one statement. */
  groupQuotes: GroupQuotes;
  /** False where the operator does not hand out whole texts. */
  publicBodies: boolean;
  /** Told by a resolver whose answer depends on the time: after so many seconds another answer may be right. */
  expiresWithin(seconds: number): void;
  /** Shortest of all that resolvers told; null where the answer holds until the store changes. */
  lifeSeconds(): number | null;
}

/** What all requests share. */
export interface GraphHouse {
  store: AnswerStore;
  catalog: Catalog;
  actors: ActorMemory;
  live: Live;
  now(): Instant;
  groupQuotes: GroupQuotes;
  publicBodies: boolean;
}

export function createContext(house: GraphHouse, resumeAfter: string | null = null): GraphContext {
  let life: number | null = null;
  let loaders: Loaders | null = null;
  const { store, catalog, actors, live, groupQuotes, publicBodies } = house;
  const now = house.now();
  return {
    store,
    catalog,
    actors,
    live,
    groupQuotes,
    publicBodies,
    now,
    resumeAfter,
    // Many requests need none.
    get loaders() {
      loaders ??= createLoaders(store, now);
      return loaders;
    },
    expiresWithin(seconds) {
      life = life === null ? seconds : Math.min(life, seconds);
    },
    lifeSeconds: () => life,
  };
}
