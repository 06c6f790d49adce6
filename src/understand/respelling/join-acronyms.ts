import type { ActorTag, Annotation } from '../../domain/annotation.ts';

interface Body {
  slug: string;
  name: string;
  /** Where it was spoken of when its acronym was explained. */
  countries: Set<string>;
}

/** Learns what acronyms of bodies on no list stand for, and tells it of those that an article does not explain. */
export interface AcronymBook {
  learn(annotation: Annotation): void;
  /** The body by the slug of its acronym: the only one with it that was named in a country which this article speaks of too. */
  bodiesOf(annotation: Annotation): Map<string, { slug: string; name: string }>;
}

export function createAcronymBook(most: number): AcronymBook {
  const known = new Map<string, Map<string, Body>>();
  return {
    learn({ actors, countries }) {
      for (const { slug, name, spelling, kind, curated } of actors) {
        if (curated || kind !== 'ORGANIZATION' || spelling === undefined || !isAcronym(spelling)) continue;
        const bodies = known.get(spelling) ?? new Map<string, Body>();
        const body = bodies.get(slug) ?? { slug, name, countries: new Set() };
        for (const { code } of countries) body.countries.add(code);
        bodies.set(slug, body);
        // The last to be explained stands last.
        known.delete(spelling);
        known.set(spelling, bodies);
        if (known.size > most) known.delete(known.keys().next().value!);
      }
    },
    bodiesOf({ actors, countries }) {
      const found = new Map<string, { slug: string; name: string }>();
      for (const actor of actors) {
        if (!isLone(actor)) continue;
        const fitting = [...(known.get(actor.name)?.values() ?? [])].filter((body) =>
          countries.some(({ code }) => body.countries.has(code)),
        );
        if (fitting.length === 1) found.set(actor.slug, fitting[0]!);
      }
      return found;
    },
  };
}

const isAcronym = (text: string): boolean => /^\p{Lu}{2,8}$/u.test(text);

const isLone = ({ curated, kind, name, spelling }: ActorTag): boolean =>
  !curated && kind === 'ORGANIZATION' && spelling === undefined && isAcronym(name);
