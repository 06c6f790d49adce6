import type { KnownActor } from '../domain/knowledge.ts';
import { genericTypes } from './bare-bodies.ts';
import { OF_OUTLET } from './spoken-countries.ts';

/** The Supreme Court, the Ministry of Justice: every country has one, so its own must be spoken of. */
export function isOfHere(actor: KnownActor, context: ReadonlyMap<string, number>): boolean {
  if (actor.kind !== 'ORGANIZATION' || !genericTypes.has(actor.type ?? '') || actor.countries.length === 0) return true;
  // Goldman Sachs: a bank that is not called one shares its name with none.
  if (actor.type === 'bank' && !actor.names.some(({ text }) => /ban[kcq]|банк|τράπεζα/i.test(text))) return true;
  return actor.countries.some((code) => context.has(code));
}

/** Whether a body is of the country that its name stands beside: the Greek Ministry of Defence is no other's. */
export function isOf(actor: KnownActor, country: string | null): boolean {
  if (country === null || actor.kind !== 'ORGANIZATION' || !genericTypes.has(actor.type ?? '')) return true;
  return actor.countries.length === 0 || actor.countries.includes(country);
}

/** Where a language is at home; of two bodies of one name it means its own sooner. */
const homes: Record<string, string> = { sr: 'RS', hr: 'HR', bs: 'BA', cnr: 'ME', sl: 'SI', mk: 'MK', bg: 'BG', el: 'GR', ro: 'RO', tr: 'TR' }; // biome-ignore format: a table

const atHome = (code: string, language: string): number => (homes[language.split('-')[0]!] === code ? 0.5 : 0);

/** Which of several bodies an acronym means; null where nothing tells, or where another country is rather spoken of. */
export function ofAcronym(
  actors: readonly KnownActor[],
  context: ReadonlyMap<string, number>,
  language: string,
): KnownActor | null {
  const weight = (actor: KnownActor) =>
    Math.max(0, ...actor.countries.map((code) => (context.get(code) ?? 0) + atHome(code, language)));
  const [best, next] = [...new Set(actors)].sort((a, b) => weight(b) - weight(a));
  if (next && (weight(best!) === 0 || weight(best!) === weight(next))) return next.countries.length === 0 ? next : null;
  if (!genericTypes.has(best!.type ?? '') || best!.countries.length === 0) return best!;
  return weight(best!) >= Math.max(...context.values()) * 0.5 ? best! : null;
}

/** Of several of one name the one whose country is spoken of most, then the one with more offices. */
export function likeliest(
  actors: readonly KnownActor[],
  context: ReadonlyMap<string, number>,
  language: string,
): KnownActor {
  const spoken = (code: string) => (context.has(code) ? context.get(code)! + atHome(code, language) : 0);
  const score = (actor: KnownActor) =>
    Math.max(0, ...actor.countries.map(spoken)) + Math.min(actor.roles.length, 3) * 0.1;
  return actors.reduce((best, actor) => (score(actor) > score(best) ? actor : best));
}

/** The Supreme Court, the Ministry of Justice: that of the country which is spoken of more than those of the others. */
export function bareBody(
  bodies: readonly KnownActor[],
  named: ReadonlyMap<string, KnownActor>,
  context: ReadonlyMap<string, number>,
  language: string,
): KnownActor | null {
  const here = bodies.filter((body) => named.has(body.slug));
  if (here.length > 0) return likeliest(here, context, language);
  const spoken = (code: string) => (context.has(code) ? context.get(code)! + atHome(code, language) : 0);
  const weight = (body: KnownActor) => Math.max(0, ...body.countries.map(spoken));
  const [best, next] = [...new Set(bodies)].sort((a, b) => weight(b) - weight(a));
  // Only the outlet speaks for it, and the text for another.
  const byOutlet = best!.countries.some((code) => context.get(code) === OF_OUTLET);
  if (next && byOutlet && weight(next) > 0) return null;
  return weight(best!) < 0.7 || (next && weight(best!) - weight(next) < 0.5) ? null : best!;
}
