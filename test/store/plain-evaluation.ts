import type { ArticleDraft } from '../../src/domain/draft.ts';
import type { ArticleFilter, ArticleOrder, CodeFilter } from '../../src/domain/filter.ts';
import { foldWords } from '../../src/store/fold-search.ts';
import { outlets, topics } from './sample-world.ts';

/** A draft with the id under which it was stored. */
export interface Known {
  id: number;
  draft: ArticleDraft;
  revisedAt: number | null;
}

const fits = (codes: CodeFilter | undefined, has: (code: string) => boolean): boolean =>
  (codes?.any?.some(has) ?? true) && (codes?.all?.every(has) ?? true) && !(codes?.none?.some(has) ?? false);

function withParents(slugs: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const slug of slugs) {
    for (let at: string | null | undefined = slug; at; at = topics.find((topic) => topic.slug === at)?.parent) {
      found.add(at);
    }
  }
  return found;
}

interface Term {
  words: string[];
  prefix: boolean;
}

const term = (text: string): Term => ({
  words: foldWords(text.replace(/^-/, '')),
  prefix: text.endsWith('*'),
});

const stands = ({ words, prefix }: Term, text: readonly string[]): boolean =>
  text.some((_, at) =>
    words.every((word, i) =>
      prefix && i === words.length - 1 ? (text[at + i] ?? '').startsWith(word) : text[at + i] === word,
    ),
  );

/** Reads only what the tests write: terms split by spaces, phrases in quotes without spaces around them. */
function groupsOf(search: string): { groups: Term[][]; excluded: Term[] } {
  const pieces = search.match(/-?"[^"]*"\*?|\S+/g) ?? [];
  const groups: Term[][] = [];
  const excluded: Term[] = [];
  pieces.forEach((piece, i) => {
    if (piece === 'OR') return;
    if (piece.startsWith('-')) excluded.push(term(piece));
    else if (pieces[i - 1] === 'OR') groups[groups.length - 1]!.push(term(piece));
    else groups.push([term(piece)]);
  });
  return { groups, excluded };
}

const words = (text: string | null): string[] => foldWords(text ?? '');

export function matchesSearch(draft: ArticleDraft, search: string): boolean {
  const { groups, excluded } = groupsOf(search);
  const texts = [words(draft.headline), words(draft.summary), words(draft.body)];
  const has = (one: Term): boolean => texts.some((text) => stands(one, text));
  return groups.every((group) => group.some(has)) && !excluded.some(has);
}

/** 0 in the headline, 1 in the lead or among the repeated words, 2 anywhere. */
function level(draft: ArticleDraft, search: string): number {
  const { groups } = groupsOf(search);
  if (groups.length === 0) return 0;
  const headline = words(draft.headline);
  const body = words(draft.body);
  const repeated = [...new Set(body)].filter(
    (word) => word.length > 2 && body.filter((one) => one === word).length > 2,
  );
  const inHeadline = (one: Term): boolean => stands(one, headline);
  const inLead = (one: Term): boolean =>
    inHeadline(one) ||
    stands(one, words(draft.summary)) ||
    (one.words.length === 1 && repeated.some((word) => stands(one, [word])));
  if (groups.every((group) => group.some(inHeadline))) return 0;
  return groups.every((group) => group.some(inLead)) ? 1 : 2;
}

/** What the filter means, said once more without a database. */
export function matches({ draft, revisedAt }: Known, filter: ArticleFilter): boolean {
  const { annotation } = draft;
  const country = outlets.find((one) => one.slug === draft.outlet)!.country;
  const above = withParents(annotation.topics.map((topic) => topic.slug));
  const speakers = annotation.quotes.map((quote) => quote.speaker);
  const within = (range: { from?: number; to?: number } | undefined, at: number): boolean =>
    (range?.from === undefined || at >= range.from) && (range?.to === undefined || at < range.to);
  const own = { draft, revisedAt } as Known;
  return (
    fits(filter.countries, (code) => annotation.countries.some((one) => one.code === code)) &&
    fits(filter.publisherCountries, (code) => code === country) &&
    fits(filter.actors, (slug) => annotation.actors.some((one) => one.slug === slug)) &&
    fits(filter.speakers, (slug) => speakers.includes(slug)) &&
    fits(filter.topics, (slug) => above.has(slug)) &&
    fits(filter.outlets, (slug) => slug === draft.outlet) &&
    fits(filter.languages, (tag) => annotation.language === tag || annotation.language.split('-')[0] === tag) &&
    within(filter.publishedAt, draft.publishedAt) &&
    within(filter.firstSeenAt, draft.seenAt) &&
    (filter.revisedSince === undefined || (revisedAt !== null && revisedAt >= filter.revisedSince)) &&
    (!filter.originalsOnly || draft.copyOf === null) &&
    (filter.search === undefined || matchesSearch(draft, filter.search)) &&
    (filter.and ?? []).every((inner) => matches(own, inner)) &&
    (filter.or === undefined || filter.or.some((inner) => matches(own, inner))) &&
    (filter.not === undefined || !matches(own, filter.not))
  );
}

/** The ids of all matches, in order. */
export function evaluate(known: readonly Known[], filter: ArticleFilter, order: ArticleOrder): number[] {
  const newest = (one: Known, other: Known): number =>
    other.draft.publishedAt - one.draft.publishedAt || other.id - one.id;
  const comparisons: Record<ArticleOrder, (one: Known, other: Known) => number> = {
    NEWEST: newest,
    OLDEST: (one, other) => newest(other, one),
    FIRST_SEEN: (one, other) => one.id - other.id,
    RELEVANCE: (one, other) =>
      (filter.search === undefined ? 0 : level(one.draft, filter.search) - level(other.draft, filter.search)) ||
      newest(one, other),
  };
  return known
    .filter((one) => matches(one, filter))
    .sort(comparisons[order])
    .map((one) => one.id);
}
