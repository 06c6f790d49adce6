import type { Knowledge } from '../catalog/knowledge.ts';
import type { Annotate, Log } from '../domain/ports.ts';
import type { Store } from '../domain/store.ts';
import { givenNamesOf } from '../understand/given-names.ts';
import { createPeopleJoiner } from '../understand/respelling/join-people.ts';
import { openAnnotator } from './open-annotator.ts';

/** People on no list that are held, those that were named last. */
const MOST = 30_000;
/** Names read from the store at a time. */
const BATCH = 5_000;
const EVERY_MS = 60_000;

/** An annotator that knows whom the store's articles name. */
export interface People {
  /** Somebody on no list is given the slug and name that the store has, however the article spells him. */
  annotate: Annotate;
  /** Learns whom others have stored since, and has the store join those who turned out to be one. */
  settle(): Promise<void>;
}

export function openPeople(store: Pick<Store, 'foundPeople' | 'joinActors'>, knowledge: Knowledge): People {
  const alone = openAnnotator(knowledge);
  const givenNames = givenNamesOf(knowledge);
  const people = createPeopleJoiner((folded) => givenNames.has(folded), MOST);
  let after: number | undefined;
  return {
    annotate: (text, setting) => people.join([alone(text, setting)])[0]!,
    async settle() {
      for (;;) {
        const request = after === undefined ? { limit: MOST } : { after, limit: BATCH };
        const found = await store.foundPeople(request);
        for (const { slug, name } of found) people.remember({ slug, text: name, language: languageOf(name) });
        after = found.at(-1)?.id ?? after ?? 0;
        if (found.length < request.limit || request.limit === MOST) break;
      }
      await store.joinActors(people.joins());
    },
  };
}

/** A stored name tells its script alone. */
function languageOf(name: string): string {
  if (/\p{Script=Cyrillic}/u.test(name)) return 'und-Cyrl';
  return /\p{Script=Greek}/u.test(name) ? 'und-Grek' : 'und-Latn';
}

/** Settles now and every minute, and once more at the end; returns how to stop. Several processes may do it at once. */
export async function startSettling(people: People, log: Log): Promise<() => Promise<void>> {
  let running: Promise<void> = Promise.resolve();
  const settle = () => {
    running = running
      .then(() => people.settle())
      .catch((error: unknown) => log.error({ err: error }, 'people whom several articles name could not be joined'));
  };
  settle();
  await running;
  const timer = setInterval(settle, EVERY_MS);
  return async () => {
    clearInterval(timer);
    settle();
    await running;
  };
}
