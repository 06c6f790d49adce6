import type { ArticleFilter, Interval } from '../generated/graphql.ts';

/** What may be chosen by a click. Of each kind there may be several. */
export const KINDS = ['about', 'from', 'actor', 'topic', 'outlet', 'language'] as const;
export type Kind = (typeof KINDS)[number];

export const PERIODS = { day: 1, week: 7, month: 30, year: 365, all: null } as const;
export type Period = keyof typeof PERIODS;

/** Everything that decides what the page shows. All of it stands in the address, so that a view can be shared. */
export interface Choice extends Record<Kind, readonly string[]> {
  q: string;
  period: Period;
  /** A stretch of time instead of a period: from inclusive, to exclusive, as instants. */
  since: string | null;
  until: string | null;
  /** What the map is shaded by. */
  map: 'about' | 'from';
}

const NOTHING: Choice = {
  about: [],
  from: [],
  actor: [],
  topic: [],
  outlet: [],
  language: [],
  q: '',
  period: 'week',
  since: null,
  until: null,
  map: 'about',
};

const instant = (text: string | null) =>
  text && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : null;

export function readChoice(search: string): Choice {
  const given = new URLSearchParams(search);
  const choice = { ...NOTHING };
  for (const kind of KINDS) choice[kind] = [...new Set(given.getAll(kind).filter(Boolean))];
  const period = given.get('period') ?? '';
  return {
    ...choice,
    q: given.get('q') ?? '',
    period: period in PERIODS ? (period as Period) : NOTHING.period,
    since: instant(given.get('since')),
    until: instant(given.get('until')),
    map: given.get('map') === 'from' ? 'from' : 'about',
  };
}

export function writeChoice(choice: Choice): string {
  const search = new URLSearchParams();
  for (const kind of KINDS) for (const value of choice[kind]) search.append(kind, value);
  if (choice.q) search.set('q', choice.q);
  if (choice.since || choice.until) {
    if (choice.since) search.set('since', choice.since);
    if (choice.until) search.set('until', choice.until);
  } else if (choice.period !== NOTHING.period) search.set('period', choice.period);
  if (choice.map !== NOTHING.map) search.set('map', choice.map);
  const text = search.toString();
  return text === '' ? '/' : `/?${text}`;
}

/** What the graph is asked for: the map's switch changes the picture, not the question. */
export const questionOf = (choice: Choice): string => writeChoice({ ...choice, map: 'about' });

export function toggled(choice: Choice, kind: Kind, value: string): Choice {
  const held = choice[kind];
  return { ...choice, [kind]: held.includes(value) ? held.filter((one) => one !== value) : [...held, value] };
}

export const withoutFilters = (choice: Choice): Choice => ({ ...NOTHING, map: choice.map });

export const isFiltered = (choice: Choice): boolean =>
  KINDS.some((kind) => choice[kind].length > 0) || choice.q !== '' || choice.since !== null || choice.until !== null;

const STEP_MS = 600_000;

/**
 * The filter of the graph. What an article has several of must all hold (two actors: articles that name both); of what
 * it has one of, any will do. A period begins on a round ten minutes, so that equal questions are equal.
 */
export function filterOf(choice: Choice, now: number): { filter?: ArticleFilter; timeless?: ArticleFilter } {
  const timeless: ArticleFilter = {};
  const all = (values: readonly string[]) => ({ all: [...values] });
  const any = (values: readonly string[]) => ({ any: [...values] });
  if (choice.about.length) timeless.countries = all(choice.about);
  if (choice.actor.length) timeless.actors = all(choice.actor);
  if (choice.topic.length) timeless.topics = all(choice.topic);
  if (choice.from.length) timeless.publisherCountries = any(choice.from);
  if (choice.outlet.length) timeless.outlets = any(choice.outlet);
  if (choice.language.length) timeless.languages = any(choice.language);
  if (choice.q) timeless.search = choice.q;
  const { from, to } = spanOf(choice, now);
  const filter = from || to ? { ...timeless, publishedAt: { from, to } } : timeless;
  const orNothing = (given: ArticleFilter) => (Object.keys(given).length > 0 ? given : undefined);
  return { filter: orNothing(filter), timeless: orNothing(timeless) };
}

export function spanOf(choice: Choice, now: number): { from?: string; to?: string } {
  if (choice.since || choice.until) return { from: choice.since ?? undefined, to: choice.until ?? undefined };
  const days = PERIODS[choice.period];
  if (days === null) return {};
  return { from: new Date(Math.floor(now / STEP_MS) * STEP_MS - days * 86_400_000).toISOString() };
}

/** Buckets of the timeline, and how many of them make a bar: a picture has room for some fifty. */
export function barsOf(choice: Choice, now: number): { interval: Interval; together: number } {
  const { from, to } = spanOf(choice, now);
  if (!from) return { interval: 'MONTH', together: 1 };
  const days = ((to ? Date.parse(to) : now) - Date.parse(from)) / 86_400_000;
  if (days <= 2) return { interval: 'HOUR', together: 1 };
  if (days <= 8) return { interval: 'HOUR', together: 6 };
  if (days <= 60) return { interval: 'DAY', together: 1 };
  return days <= 400 ? { interval: 'WEEK', together: 1 } : { interval: 'MONTH', together: 1 };
}
