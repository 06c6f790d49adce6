import type { CountryTag } from '../domain/annotation.ts';
import type { TextSpan } from '../domain/text.ts';
import { type ActorMention, spanOf, type TextDocument } from './context.ts';
import type { Hit } from './find-known.ts';
import type { Meaning, NameIndex } from './name-index.ts';

/** A country below this share of the article is named in passing. */
const THRESHOLD = 0.12;
const weights = { name: 1, capital: 0.8, adjective: 0.8, demonym: 0.8, also: 0.8, not: 0 } as const;

type FindCountries = (
  document: TextDocument,
  known: { hits: Hit[]; words: Hit[] },
  mentions: readonly ActorMention[],
) => CountryTag[];

/** Tells which countries an article is about. */
export function createCountryFinder(index: NameIndex): FindCountries {
  return (document, known, mentions) => {
    const found = new Map<string, { weight: number; evidence: TextSpan[]; seen: Set<number>; headline: boolean }>();
    const add = (code: string, first: number, last: number, weight: number) => {
      if (!index.knowledge.country(code)) return;
      let entry = found.get(code);
      if (!entry) {
        entry = { weight: 0, evidence: [], seen: new Set(), headline: false };
        found.set(code, entry);
      }
      if (entry.seen.has(first)) return;
      entry.seen.add(first);
      const span = spanOf(document, first, last);
      const place = span.field === 'HEADLINE' ? 3 : span.field === 'SUMMARY' ? 1.5 : span.start < 400 ? 1.3 : 1;
      if (span.field === 'HEADLINE') entry.headline = true;
      entry.weight += weight * place;
      entry.evidence.push(span);
    };
    const people = mentions.filter((mention) => mention.kind === 'PERSON');
    const inPerson = (first: number, last: number) =>
      people.some((mention) => mention.first < last && first < mention.last);
    for (const hit of [...known.hits, ...known.words]) {
      const country = hit.meanings.find((meaning): meaning is Meaning & { is: 'country' } => meaning.is === 'country');
      if (inPerson(hit.first, hit.last)) continue;
      if (country) add(country.code, hit.first, hit.last, weights[country.part]);
      else {
        const place = hit.meanings.find((meaning): meaning is Meaning & { is: 'place' } => meaning.is === 'place');
        if (place) add(place.place.country, hit.first, hit.last, 0.6);
      }
    }
    for (const mention of mentions) {
      for (const code of index.knowledge.actor(mention.slug)?.countries ?? [])
        add(code, mention.first, mention.last, 0.5);
    }
    const total = [...found.values()].reduce((sum, entry) => sum + entry.weight, 0);
    return [...found]
      .map(([code, entry]): CountryTag => {
        const salience =
          Math.round(Math.min(1, (entry.weight / total) * (1 - Math.exp(-entry.weight / 2))) * 1000) / 1000;
        const evidence = entry.evidence;
        return { code, count: evidence.length, salience, evidence };
      })
      .filter((tag) => tag.salience >= THRESHOLD)
      .sort((a, b) => b.salience - a.salience);
  };
}
