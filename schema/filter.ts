import { TelalError } from '../src/domain/error.ts';
import type { ArticleFilter, CodeFilter, InstantRange } from '../src/domain/filter.ts';
import { builder } from './builder.ts';
import { resolveActors, resolveCountry, resolveLanguage, resolveOutlet, resolveTopic } from './codes.ts';
import type { GraphContext } from './context.ts';

export interface CodeFilterInput {
  any?: string[] | null;
  all?: string[] | null;
  none?: string[] | null;
}
export interface InstantRangeInput {
  from?: number | null;
  to?: number | null;
}
export interface ArticleFilterInput {
  search?: string | null;
  countries?: CodeFilterInput | null;
  publisherCountries?: CodeFilterInput | null;
  actors?: CodeFilterInput | null;
  speakers?: CodeFilterInput | null;
  topics?: CodeFilterInput | null;
  outlets?: CodeFilterInput | null;
  languages?: CodeFilterInput | null;
  publishedAt?: InstantRangeInput | null;
  firstSeenAt?: InstantRangeInput | null;
  revisedSince?: number | null;
  originalsOnly?: boolean | null;
  and?: ArticleFilterInput[] | null;
  or?: ArticleFilterInput[] | null;
  not?: ArticleFilterInput | null;
}

/** Filters inside and, or and not, all levels together. */
const MAX_FILTERS = 50;
const MAX_NESTING = 6;
/** Codes in one list. */
const MAX_CODES = 100;
export const MAX_SEARCH = 500;

const CodeFilterRef = builder.inputRef<CodeFilterInput>('CodeFilter').implement({
  description: 'any: at least one of these; all: every one; none: not one.',
  fields: (t) => ({
    any: t.stringList({ description: 'At least one of these; an empty list matches nothing.' }),
    all: t.stringList({ description: 'Every one of these.' }),
    none: t.stringList({ description: 'Not one of these.' }),
  }),
});

const DateTimeRangeRef = builder.inputRef<InstantRangeInput>('DateTimeRange').implement({
  description: 'from is inclusive, to is exclusive.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'From this instant on.' }),
    to: t.field({ type: 'DateTime', description: 'Before this instant.' }),
  }),
});

const FilterRef = builder.inputRef<ArticleFilterInput>('ArticleFilter');

/** The one filter of every list, facet, timeline, matrix and subscription. */
export const ArticleFilterRef = FilterRef.implement({
  description: 'All given fields must hold.',
  fields: (t) => ({
    search: t.string({
      description:
        'Web-style: words are required, "quoted phrases", OR, -excluded, prefix*. One query matches every script and any diacritics: Vučić = Вучић = Vucic.',
    }),
    countries: t.field({ type: CodeFilterRef, description: 'Countries that the article is about.' }),
    publisherCountries: t.field({ type: CodeFilterRef, description: 'Countries of the publishing outlet.' }),
    actors: t.field({ type: CodeFilterRef, description: 'Actor slugs, Wikidata ids (Q…) or global ids.' }),
    speakers: t.field({ type: CodeFilterRef, description: 'Actors quoted in the article, named in the same way.' }),
    topics: t.field({
      type: CodeFilterRef,
      description: 'Topic slugs or IPTC codes (medtop:…); a topic stands for all below it.',
    }),
    outlets: t.field({ type: CodeFilterRef, description: 'Outlet slugs.' }),
    languages: t.field({
      type: CodeFilterRef,
      description: 'A bare language matches all its scripts: sr matches sr-Cyrl and sr-Latn.',
    }),
    publishedAt: t.field({ type: DateTimeRangeRef, description: 'When the outlet published it.' }),
    firstSeenAt: t.field({ type: DateTimeRangeRef, description: 'When Telal first saw it.' }),
    revisedSince: t.field({
      type: 'DateTime',
      description: 'Only articles that the outlet has changed since this instant.',
    }),
    originalsOnly: t.boolean({
      defaultValue: false,
      description: 'Leave out word-for-word copies of another article in the store.',
    }),
    and: t.field({ type: [FilterRef], description: 'All of these hold as well.' }),
    or: t.field({ type: [FilterRef], description: 'At least one of these holds.' }),
    not: t.field({ type: FilterRef, description: 'This does not hold.' }),
  }),
});

/** What the client wrote as the store understands it: codes resolved, unknown ones refused with the nearest known. */
export async function resolveFilter(
  context: GraphContext,
  input: ArticleFilterInput | null | undefined,
): Promise<ArticleFilter> {
  return input ? resolve(context, input, { left: MAX_FILTERS }, 0) : {};
}

async function resolve(
  context: GraphContext,
  input: ArticleFilterInput,
  budget: { left: number },
  depth: number,
): Promise<ArticleFilter> {
  if (budget.left-- <= 0)
    throw new TelalError('BAD_USER_INPUT', `A filter may hold at most ${MAX_FILTERS} filters within and, or and not.`);
  if (depth > MAX_NESTING)
    throw new TelalError('BAD_USER_INPUT', `A filter may be nested at most ${MAX_NESTING} deep.`);
  const { catalog } = context;
  const filter: ArticleFilter = {};
  if (input.search != null) filter.search = searchText(input.search);
  const each = (codes: CodeFilterInput | null | undefined, name: string, one: (code: string) => string) =>
    codes ? codeFilter(codes, name, async (list) => list.map(one)) : undefined;
  const [countries, publisherCountries, topics, outlets, languages, actors, speakers] = await Promise.all([
    each(input.countries, 'countries', (code) => resolveCountry(catalog, code)),
    each(input.publisherCountries, 'publisherCountries', (code) => resolveCountry(catalog, code)),
    each(input.topics, 'topics', (code) => resolveTopic(catalog, code)),
    each(input.outlets, 'outlets', (code) => resolveOutlet(catalog, code)),
    each(input.languages, 'languages', resolveLanguage),
    input.actors ? codeFilter(input.actors, 'actors', (list) => resolveActors(context, list)) : undefined,
    input.speakers ? codeFilter(input.speakers, 'speakers', (list) => resolveActors(context, list)) : undefined,
  ]);
  const given = { countries, publisherCountries, topics, outlets, languages, actors, speakers };
  for (const [name, codes] of Object.entries(given)) if (codes) filter[name as keyof typeof given] = codes;
  const publishedAt = range(input.publishedAt);
  const firstSeenAt = range(input.firstSeenAt);
  if (publishedAt) filter.publishedAt = publishedAt;
  if (firstSeenAt) filter.firstSeenAt = firstSeenAt;
  if (input.revisedSince != null) filter.revisedSince = input.revisedSince;
  if (input.originalsOnly) filter.originalsOnly = true;
  const nested = async (list: ArticleFilterInput[]) => {
    const filters: ArticleFilter[] = [];
    for (const entry of list) filters.push(await resolve(context, entry, budget, depth + 1));
    return filters;
  };
  if (input.and != null) filter.and = await nested(input.and);
  if (input.or != null) filter.or = await nested(input.or);
  if (input.not != null) filter.not = await resolve(context, input.not, budget, depth + 1);
  return filter;
}

/** A search that is short enough to be one. */
export function searchText(text: string): string {
  if (text.length > MAX_SEARCH)
    throw new TelalError(
      'BAD_USER_INPUT',
      `A search may have at most ${MAX_SEARCH} characters; this one has ${text.length}.`,
    );
  return text;
}

async function codeFilter(
  input: CodeFilterInput,
  name: string,
  resolveList: (codes: string[]) => Promise<string[]>,
): Promise<CodeFilter | undefined> {
  const filter: CodeFilter = {};
  for (const kind of ['any', 'all', 'none'] as const) {
    const codes = input[kind];
    if (codes == null) continue;
    if (codes.length > MAX_CODES)
      throw new TelalError(
        'BAD_USER_INPUT',
        `\`${name}.${kind}\` takes at most ${MAX_CODES} entries; ${codes.length} were given.`,
      );
    filter[kind] = [...new Set(await resolveList(codes))];
  }
  return Object.keys(filter).length === 0 ? undefined : filter;
}

function range(input: InstantRangeInput | null | undefined): InstantRange | undefined {
  if (!input) return undefined;
  const result: InstantRange = {};
  if (input.from != null) result.from = input.from;
  if (input.to != null) result.to = input.to;
  return Object.keys(result).length === 0 ? undefined : result;
}

/** Both filters at once; flat where they speak of different things, which the store answers faster. */
export function narrow(filter: ArticleFilter, by: ArticleFilter): ArticleFilter {
  const clash = Object.keys(by).some((key) => key in filter);
  return clash ? { and: [filter, by] } : { ...filter, ...by };
}
