import type { ActorTag, Annotation } from '../../domain/annotation.ts';
import { foldName } from '../text/fold.ts';
import { createHearing, surnameFarness } from './name-register.ts';
import { isAsHeard, spellingRank, uncased } from './spelling.ts';

/** Someone that so many articles name tells nothing of what they have in common; one of more than a few tells less. */
const TOO_MANY = 200;
const FEW = 12;
/** So many others must be named by both articles, and weigh so much together. */
const COMMON = 2;
const WEIGHT = 1;
/** Articles that are compared with one, those with most in common first. */
const MOST_SIBLINGS = 24;

/** Whom an article names. */
export type Named = Pick<Annotation, 'actors' | 'language'>;

interface Person {
  slug: string;
  name: string;
  language: string;
}

/**
 * Surnames that stand alone in one article and belong to a person of another that tells the same: at least two others are named
 * by both, and the surname is one person's. For each article from `start` on, the person by the lone slug; those before are only looked at.
 */
export function joinSurnames(annotations: readonly Named[], start: number): Map<string, Person>[] {
  const articles = new Map<string, number[]>();
  annotations.forEach(({ actors }, at) => {
    for (const actor of actors) {
      if (isLone(actor)) continue;
      const list = articles.get(actor.slug);
      if (list) list.push(at);
      else articles.set(actor.slug, [at]);
    }
  });
  const heard = createHearing();
  return annotations.slice(start).map((annotation, offset) => {
    const at = start + offset;
    const joined = new Map<string, Person>();
    const lone = annotation.actors.filter(isLone);
    if (lone.length === 0) return joined;
    const people = siblings(annotations, articles, at).flatMap((other) => peopleOf(annotations[other]!));
    for (const actor of lone) {
      const person = bearerOf(actor, annotation.language, people, heard);
      if (person) joined.set(actor.slug, person);
    }
    return joined;
  });
}

/** Whether somebody on no list is named by one word alone. */
export const isLone = ({ curated, kind, name }: ActorTag): boolean =>
  !curated && kind === 'PERSON' && foldName(name).length === 1 && name.length > 3;

/** Articles that name several of the same, the likest first. */
function siblings(annotations: readonly Named[], articles: ReadonlyMap<string, number[]>, at: number): number[] {
  const common = new Map<number, { count: number; weight: number }>();
  for (const { slug } of annotations[at]!.actors) {
    const list = articles.get(slug);
    if (list === undefined || list.length > TOO_MANY) continue;
    for (const other of list) {
      if (other === at) continue;
      const { count, weight } = common.get(other) ?? { count: 0, weight: 0 };
      common.set(other, { count: count + 1, weight: weight + Math.min(1, FEW / list.length) });
    }
  }
  return [...common]
    .filter(([, { count, weight }]) => count >= COMMON && weight >= WEIGHT)
    .sort((a, b) => b[1].weight - a[1].weight)
    .slice(0, MOST_SIBLINGS)
    .map(([other]) => other);
}

/** People whose surname may stand alone elsewhere; a lone one where its language keeps the own letters. */
function peopleOf({ actors, language }: Named): Person[] {
  return actors.flatMap((actor) =>
    actor.kind !== 'PERSON' || (isLone(actor) && isAsHeard(actor.name, language))
      ? []
      : [{ slug: actor.slug, name: actor.name, language: isLone(actor) ? language : 'en' }],
  );
}

/** The one person of that surname, named in full rather than not; null where there are two. */
function bearerOf(
  lone: ActorTag,
  language: string,
  people: readonly Person[],
  heard: ReturnType<typeof createHearing>,
): Person | null {
  const forms = [lone.name, ...uncased(['', lone.name], language).map((words) => words.at(-1)!)];
  const found = new Map<string, Person>();
  for (const person of people) {
    if (person.slug === lone.slug) continue;
    const surname = person.name.match(/[\p{L}\p{M}\p{N}]+/gu)?.at(-1) ?? '';
    if (!forms.some((form) => surnameFarness(form, surname, isAsHeard(form, language), heard) < Infinity)) continue;
    found.set(person.slug, person);
  }
  const full = [...found.values()].filter(({ name }) => foldName(name).length > 1);
  const [best, next] = full.length > 0 ? full : [...found.values()];
  if (!best || (next && full.length > 0)) return null;
  return foldName(best.name).length > 1 || spellingRank(best.language) < spellingRank(language) ? best : null;
}
