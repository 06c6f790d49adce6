import type { ArticleFilter, CodeFilter } from '../domain/filter.ts';
import type { Dialect, Rows, Value } from './engine.ts';
import { readSearch, type SearchQuery } from './search-query.ts';
import { type FoundTags, findTags, type Tag, type TagKind } from './tags.ts';

/** A filter as one boolean expression over an article. */
export type Expr =
  | { is: 'all' }
  | { is: 'none' }
  /** Has at least one of these tags. */
  | { is: 'tags'; tags: Tag[] }
  | { is: 'text'; query: SearchQuery }
  | { is: 'published'; from?: number; to?: number }
  | { is: 'story'; story: number }
  /** A condition on the row `a` of the article; `indexed` where few match and an index finds them. */
  | { is: 'column'; sql: string; values: Value[]; indexed: boolean }
  | { is: 'and' | 'or'; parts: Expr[] }
  | { is: 'not'; part: Expr };

export const all: Expr = { is: 'all' };
export const none: Expr = { is: 'none' };

export function and(parts: readonly Expr[]): Expr {
  const kept = parts.flatMap((part) => (part.is === 'and' ? part.parts : [part])).filter((part) => part.is !== 'all');
  if (kept.some((part) => part.is === 'none')) return none;
  return kept.length === 0 ? all : kept.length === 1 ? kept[0]! : { is: 'and', parts: kept };
}

export function or(parts: readonly Expr[]): Expr {
  const kept = parts.flatMap((part) => (part.is === 'or' ? part.parts : [part])).filter((part) => part.is !== 'none');
  if (kept.some((part) => part.is === 'all')) return all;
  return kept.length === 0 ? none : kept.length === 1 ? kept[0]! : { is: 'or', parts: kept };
}

export function not(part: Expr): Expr {
  if (part.is === 'all') return none;
  if (part.is === 'none') return all;
  return part.is === 'not' ? part.part : { is: 'not', part };
}

export const tagged = (tags: readonly Tag[]): Expr => (tags.length === 0 ? none : { is: 'tags', tags: [...tags] });

type Codes = readonly [field: keyof ArticleFilter, kinds: (code: string) => TagKind[]];

const codeFields: readonly Codes[] = [
  ['countries', () => ['about']],
  ['publisherCountries', () => ['publisher']],
  ['actors', () => ['person', 'organization']],
  ['speakers', () => ['speaker']],
  ['topics', () => ['topic']],
  ['outlets', () => ['outlet']],
  ['languages', (code) => [code.includes('-') ? 'language' : 'bareLanguage']],
];

function wantedTags(filter: ArticleFilter, into: (readonly [TagKind, string])[]): void {
  for (const [field, kinds] of codeFields) {
    const codes = filter[field] as CodeFilter | undefined;
    for (const code of [...(codes?.any ?? []), ...(codes?.all ?? []), ...(codes?.none ?? [])]) {
      for (const kind of kinds(code)) into.push([kind, code]);
    }
  }
  for (const inner of [...(filter.and ?? []), ...(filter.or ?? [])]) wantedTags(inner, into);
  if (filter.not) wantedTags(filter.not, into);
}

function searchExpr(search: string): Expr {
  const query = readSearch(search);
  if (query === null) return all;
  if (query.groups.length > 0) return { is: 'text', query };
  return not({ is: 'text', query: { groups: [query.excluded], excluded: [] } });
}

function build(filter: ArticleFilter, tags: ReadonlyMap<string, Tag>): Expr {
  const parts: Expr[] = [];
  for (const [field, kinds] of codeFields) {
    const codes = filter[field] as CodeFilter | undefined;
    if (!codes) continue;
    const find = (code: string): Tag[] => kinds(code).flatMap((kind) => tags.get(`${kind}:${code}`) ?? []);
    if (codes.any) parts.push(tagged([...new Set(codes.any)].flatMap(find)));
    for (const code of new Set(codes.all ?? [])) parts.push(tagged(find(code)));
    if (codes.none) parts.push(not(tagged([...new Set(codes.none)].flatMap(find))));
  }
  const { search, publishedAt, firstSeenAt, revisedSince, story } = filter;
  if (search !== undefined && search !== null) parts.push(searchExpr(search));
  if (publishedAt) parts.push({ is: 'published', from: publishedAt.from, to: publishedAt.to });
  const column = (sql: string, value: Value | undefined, indexed = false): void => {
    if (value !== undefined && value !== null) parts.push({ is: 'column', sql, values: [value], indexed });
  };
  column('a.first_seen_at >= ?', firstSeenAt?.from);
  column('a.first_seen_at < ?', firstSeenAt?.to);
  column('(a.revised_at IS NOT NULL AND a.revised_at >= ?)', revisedSince, true);
  if (story !== undefined && story !== null) parts.push({ is: 'story', story });
  if (filter.originalsOnly) parts.push(not({ is: 'column', sql: 'a.copy_of IS NOT NULL', values: [], indexed: true }));
  for (const inner of filter.and ?? []) parts.push(build(inner, tags));
  if (filter.or) parts.push(or(filter.or.map((inner) => build(inner, tags))));
  if (filter.not) parts.push(not(build(filter.not, tags)));
  return and(parts);
}

/** A filter ready to be planned. */
export interface Compiled {
  expr: Expr;
  /** What the store had come to when the tags were found. */
  generation: number;
  /** The tag of every article; missing while the store is empty. */
  everything: Tag | undefined;
  /** Other tags asked for by `kind:key`. */
  tags: ReadonlyMap<string, Tag>;
}

type Wanted = readonly (readonly [TagKind, string])[];

/** The tags that a filter needs to be compiled. */
export function tagsOfFilter(filter: ArticleFilter, more: Wanted = []): Wanted {
  const wanted: (readonly [TagKind, string])[] = [['special', 'all'], ['special', 'quoted'], ...more];
  wantedTags(filter, wanted);
  return wanted;
}

/** A code that no article has matches nothing. */
export const compileWith = (filter: ArticleFilter, { tags, generation }: FoundTags): Compiled => ({
  expr: build(filter, tags),
  generation,
  everything: tags.get('special:all'),
  tags,
});

/** Resolves a filter's codes, in one statement. */
export const compileFilter = async (
  rows: Rows,
  dialect: Dialect,
  filter: ArticleFilter,
  more: Wanted = [],
): Promise<Compiled> => compileWith(filter, await findTags(rows, dialect, tagsOfFilter(filter, more)));
