import type { ActorTag, Annotation } from '../../domain/annotation.ts';
import type { ActorJoin } from '../../domain/poll-store.ts';
import { foldName } from '../text/fold.ts';
import { createAcronymBook } from './join-acronyms.ts';
import { isLone, joinSurnames, type Named } from './join-surnames.ts';
import { createNameRegister, type NameForm } from './name-register.ts';
import { spellingRank } from './spelling.ts';

/** Joins people on no list whom several articles name, whatever their languages, and bodies with their acronyms. Holds those that were last named. */
export interface PeopleJoiner {
  /** The annotations, with everybody who is one person under one slug and name: that of the own letters, where they are known. */
  join(annotations: readonly Annotation[]): Annotation[];
  /** Makes somebody known whom earlier articles named. */
  remember(form: NameForm): void;
  /** Who turned out to be one after a slug had been given; each is told once. */
  joins(): ActorJoin[];
}

/** So many articles are held to compare the next ones with. */
const RECENT = 400;

interface Person extends NameForm {
  articles: number;
}

export function createPeopleJoiner(isGiven: (folded: string) => boolean, most: number): PeopleJoiner {
  const register = createNameRegister(most, isGiven);
  /** Slugs that are another's, of the people held. */
  const others = new Map<string, { slug: string; name: string }>();
  let found: ActorJoin[] = [];
  const acronyms = createAcronymBook(most);
  /** The articles before, for whom their surnames alone mean. */
  let recent: Named[] = [];

  function hold(people: readonly Annotation[]): void {
    const light = people.slice(-RECENT).map(({ actors, language }): Named => {
      return { language, actors: actors.map((actor) => ({ ...actor, evidence: [] })) };
    });
    recent = [...recent.slice(Math.max(0, recent.length + light.length - RECENT)), ...light];
  }

  const follow = (slug: string): { slug: string; name: string } | null => {
    let person = others.get(slug) ?? null;
    for (let next = person && others.get(person.slug); next; next = others.get(next.slug)) person = next;
    return person;
  };

  function point(slug: string, person: { slug: string; name: string }): void {
    others.delete(person.slug);
    others.set(slug, person);
    if (others.size > most) others.delete(others.keys().next().value!);
    found.push({ slug, into: person.slug, name: person.name });
  }

  function meet(form: NameForm): void {
    if (follow(form.slug)) return;
    const bearer = register.find(form.text, form.language);
    if (bearer === null || bearer.slug === form.slug) {
      register.add(form);
      return;
    }
    const better = bearer.cased || spellingRank(form.language) < spellingRank(bearer.language);
    if (better && !bearer.caseOf) {
      register.forget(bearer.slug);
      register.add(form);
      point(bearer.slug, { slug: form.slug, name: form.text });
    } else point(form.slug, { slug: bearer.slug, name: bearer.text });
  }

  return {
    join(annotations) {
      for (const form of peopleOf(annotations)) meet(form);
      const person = (slug: string) => {
        const name = register.nameOf(slug);
        return follow(slug) ?? (name === null ? null : { slug, name });
      };
      const people = annotations.map((annotation) => renamed(annotation, person));
      for (const annotation of people) acronyms.learn(annotation);
      const lone = people.some(({ actors }) => actors.some(isLone));
      const surnames = lone ? joinSurnames([...recent, ...people], recent.length) : [];
      hold(people);
      return people.map((annotation, at) => {
        const bodies = acronyms.bodiesOf(annotation);
        return renamed(annotation, (slug) => surnames[at]?.get(slug) ?? bodies.get(slug) ?? null);
      });
    },
    remember: meet,
    joins() {
      const all = found;
      found = [];
      return all;
    },
  };
}

/** Every full name on no list, the best spelling of each slug; own letters first, then the most frequent. */
function peopleOf(annotations: readonly Annotation[]): Person[] {
  const bySlug = new Map<string, Person>();
  for (const { actors, language } of annotations) {
    for (const { slug, name, kind, curated } of actors) {
      if (curated || kind !== 'PERSON' || foldName(name).length < 2) continue;
      const known = bySlug.get(slug);
      if (!known) bySlug.set(slug, { slug, text: name, language, articles: 1 });
      else {
        known.articles += 1;
        if (spellingRank(language) < spellingRank(known.language)) Object.assign(known, { text: name, language });
      }
    }
  }
  return [...bySlug.values()].sort(
    (a, b) => spellingRank(a.language) - spellingRank(b.language) || b.articles - a.articles,
  );
}

function renamed(annotation: Annotation, person: (slug: string) => { slug: string; name: string } | null): Annotation {
  if (!annotation.actors.some(({ slug, curated }) => !curated && person(slug))) return annotation;
  const actors = new Map<string, ActorTag>();
  for (const tag of annotation.actors) {
    const { slug, name } = (tag.curated ? null : person(tag.slug)) ?? tag;
    const same = actors.get(slug);
    if (!same) actors.set(slug, { ...tag, slug, name, ...(name !== tag.name && { spelling: tag.name }) });
    else {
      actors.set(slug, {
        ...same,
        count: same.count + tag.count,
        salience: Math.round((1 - (1 - same.salience) * (1 - tag.salience)) * 1000) / 1000,
        evidence: [...same.evidence, ...tag.evidence],
      });
    }
  }
  return {
    ...annotation,
    actors: [...actors.values()].sort((a, b) => b.salience - a.salience || b.count - a.count),
    quotes: annotation.quotes.map((quote) => {
      const speaker = quote.speaker === null ? null : person(quote.speaker);
      return speaker ? { ...quote, speaker: speaker.slug } : quote;
    }),
  };
}
