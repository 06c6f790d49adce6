import type { Knowledge } from '../../catalog/knowledge.ts';
import type { KnownActor } from '../../domain/knowledge.ts';
import type { LanguageTag } from '../../domain/text.ts';
import type { GivenNames } from '../given-names.ts';
import { createNameRegister, type NameRegister } from './name-register.ts';

/** Tells the curated person whose name a language writes so, as it hears it, in a spelling that no list has. */
export type HeardAs = (name: string, language: LanguageTag) => KnownActor | null;

const MOST_HEARD = 10_000;

export function createHeardAs(knowledge: Knowledge, givenNames: GivenNames): HeardAs {
  let register: NameRegister | undefined;
  const known = new Map<string, KnownActor | null>();
  return (name, language) => {
    register ??= registerOf(knowledge, givenNames);
    const key = `${language} ${name}`;
    let actor = known.get(key);
    if (actor === undefined) {
      const bearer = register.find(name, language);
      actor = bearer ? (knowledge.actor(bearer.slug) ?? null) : null;
      if (known.size >= MOST_HEARD) known.clear();
      known.set(key, actor);
    }
    return actor;
  };
}

function registerOf(knowledge: Knowledge, givenNames: GivenNames): NameRegister {
  const register = createNameRegister(Number.POSITIVE_INFINITY, (folded) => givenNames.has(folded));
  for (const actor of knowledge.actors) {
    const own = actor.kind === 'PERSON' && actor.names.find((name) => name.language === 'en');
    if (own) register.add({ slug: actor.slug, text: own.text, language: 'en' }, true);
  }
  return register;
}
