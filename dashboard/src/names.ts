import type { FrontQuery } from '../generated/graphql.ts';
import type { Kind } from './choice.ts';
import { countryName, languageName } from './formats.ts';

const known = new Map<string, string>();

/** Keeps the names that an answer brings, so that a chosen filter has its name also where nothing matches it. */
export function learnNames(front: FrontQuery): void {
  const { facets, nodes } = front.articles;
  for (const { country } of [...facets.countries, ...facets.publisherCountries])
    known.set(`country ${country.code}`, country.name);
  for (const { actor } of [
    ...facets.persons,
    ...facets.organizations,
    ...front.trendingActors,
    ...nodes.flatMap((one) => one.actors),
  ])
    known.set(`actor ${actor.slug}`, actor.name);
  if (front.subject) known.set(`actor ${front.subject.slug}`, front.subject.name);
  for (const { topic } of [...facets.topics, ...nodes.flatMap((one) => one.topics)])
    known.set(`topic ${topic.slug}`, topic.label);
  for (const outlet of [...front.outlets.nodes, ...facets.outlets.map((one) => one.outlet)])
    known.set(`outlet ${outlet.slug}`, outlet.name);
}

const spelled = (slug: string) =>
  slug.replace(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => (dash ? ' ' : '') + letter.toUpperCase());

export function nameOf(kind: Kind, value: string): string {
  if (kind === 'language') return languageName(value);
  if (kind === 'about' || kind === 'from') return known.get(`country ${value}`) ?? countryName(value);
  return known.get(`${kind} ${value}`) ?? spelled(value);
}
