import type { CoverageCell, Facet, KeyCount } from '../domain/counts.ts';
import type { ArticleFilter } from '../domain/filter.ts';
import type { ActorKind } from '../domain/knowledge.ts';
import { countKinds } from './block-counts.ts';
import type { BlockIndex } from './block-index.ts';
import { type Asked, inBlocks } from './block-matches.ts';
import type { Engine } from './engine.ts';
import { type Compiled, compileFilter } from './filter-expr.ts';
import { type Plan, planFilter, withTag } from './plan.ts';
import { kindsIn, type Tag, type TagKind, tagKind, tagRange } from './tags.ts';
import { matchesSql } from './walk-sql.ts';

const actorRange = (kind: ActorKind | undefined): [number, number] => {
  if (kind === undefined) return tagRange('person', 'organization');
  return tagRange(kind === 'PERSON' ? 'person' : 'organization');
};

const facetKinds: Record<Exclude<Facet, 'actors'>, TagKind> = {
  countries: 'about',
  publisherCountries: 'publisher',
  topics: 'topic',
  outlets: 'outlet',
  languages: 'language',
};

export const facetRange = (facet: Facet, kind?: ActorKind): [number, number] =>
  facet === 'actors' ? actorRange(kind) : tagRange(facetKinds[facet]);

/** Whether a filter is better counted in blocks than by walking its matches. */
export const countsInBlocks = (compiled: Compiled, plan: Plan): boolean => !plan.few && inBlocks(compiled.expr);

/** What is asked of blocks for a filter. */
export const askedOf = ({ expr, everything, generation }: Compiled): Asked => ({
  expr,
  everything: everything!.id,
  generation,
});

async function countKeys(
  index: BlockIndex,
  compiled: Compiled,
  range: [number, number],
  options: { first: number; without?: string },
): Promise<KeyCount[]> {
  const { engine } = index;
  const plan = planFilter(compiled);
  if (plan === null || options.first <= 0) return [];
  if (countsInBlocks(compiled, plan)) {
    const more = options.without === undefined ? 0 : 1;
    const counts = await countKinds(index, askedOf(compiled), kindsIn(range), options.first + more);
    return named(engine, counts, options);
  }
  const matches = matchesSql(engine.dialect, plan);
  const rows = await engine.walk<KeyCount>(
    `SELECT t.key AS key, c.n AS count FROM (
       SELECT y.tag_id, count(*) AS n FROM (${matches.sql}) m JOIN article_tag y
       ON y.article_id = m.article_id AND y.tag_id >= ? AND y.tag_id < ? GROUP BY y.tag_id
     ) c JOIN tag t ON t.id = c.tag_id WHERE t.key <> ? ORDER BY c.n DESC, t.key LIMIT ?`,
    [...matches.values, ...range, options.without ?? '', options.first],
  );
  return rows.map(({ key, count }) => ({ key, count }));
}

/** The counts of tags by their keys, the most frequent first, then by key. */
async function named(
  engine: Engine,
  counts: readonly { tag: number; count: number }[],
  { first, without }: { first: number; without?: string },
): Promise<KeyCount[]> {
  const keys = await engine.lookup<{ id: number; key: string }>(
    `SELECT id, key FROM tag WHERE id IN ${engine.dialect.numbers}`,
    [JSON.stringify(counts.map(({ tag }) => tag))],
  );
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  return counts
    .flatMap(({ tag, count }) => {
      const key = byId.get(tag);
      return key === undefined || key === without ? [] : [{ key, count }];
    })
    .sort((one, other) => other.count - one.count || byBytes(one.key, other.key))
    .slice(0, first);
}

/** As both engines sort text. */
const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** How often each key stands among the matches, the most frequent first. */
export async function facet(
  index: BlockIndex,
  filter: ArticleFilter,
  facet: Facet,
  options: { first: number; actorKind?: ActorKind },
): Promise<KeyCount[]> {
  const compiled = await compileFilter(index.engine, index.engine.dialect, filter);
  return countKeys(index, compiled, facetRange(facet, options.actorKind), options);
}

/** Who stands in the same articles as an actor. */
export async function coActors(
  index: BlockIndex,
  slug: string,
  filter: ArticleFilter,
  options: { kind?: ActorKind; first: number },
): Promise<KeyCount[]> {
  const compiled = await compileFilter(index.engine, index.engine.dialect, filter, [
    ['person', slug],
    ['organization', slug],
  ]);
  const own = compiled.tags.get(`person:${slug}`) ?? compiled.tags.get(`organization:${slug}`);
  const range = actorRange(options.kind);
  return countKeys(index, withTag(compiled, own), range, { first: options.first, without: slug });
}

/** Articles by the country of their outlet and each country that they are about, the largest first. */
export async function coverageMatrix(index: BlockIndex, filter: ArticleFilter): Promise<CoverageCell[]> {
  const { engine } = index;
  const compiled = await compileFilter(engine, engine.dialect, filter);
  const plan = planFilter(compiled);
  if (plan === null) return [];
  if (countsInBlocks(compiled, plan)) return matrixInBlocks(index, compiled);
  const matches = matchesSql(engine.dialect, plan);
  const cells = await engine.walk<CoverageCell>(
    `SELECT p.key AS publisher, a.key AS about, c.n AS count FROM (
       SELECT x.tag_id AS publisher_id, y.tag_id AS about_id, count(*) AS n FROM (${matches.sql}) m
       JOIN article_tag x ON x.article_id = m.article_id AND x.tag_id >= ? AND x.tag_id < ?
       JOIN article_tag y ON y.article_id = m.article_id AND y.tag_id >= ? AND y.tag_id < ?
       GROUP BY x.tag_id, y.tag_id
     ) c JOIN tag p ON p.id = c.publisher_id JOIN tag a ON a.id = c.about_id ORDER BY 3 DESC, 1, 2`,
    [...matches.values, ...tagRange('publisher'), ...tagRange('about')],
  );
  return cells.map(({ publisher, about, count }) => ({ publisher, about, count }));
}

// Each publisher's own counts of the countries that it is about.
async function matrixInBlocks(index: BlockIndex, compiled: Compiled): Promise<CoverageCell[]> {
  const [first, end] = tagRange('publisher');
  const publishers = await index.engine.all<Tag>(
    'SELECT id, kind, key, articles FROM tag WHERE id >= ? AND id < ? AND articles > 0',
    [first, end],
  );
  const cells: CoverageCell[] = [];
  for (const publisher of publishers) {
    const counts = await countKinds(index, askedOf(withTag(compiled, publisher)), [tagKind.about], 300);
    const own = await named(index.engine, counts, { first: 300 });
    cells.push(...own.map(({ key: about, count }) => ({ publisher: publisher.key, about, count })));
  }
  return cells.sort(
    (one, other) =>
      other.count - one.count || byBytes(one.publisher, other.publisher) || byBytes(one.about, other.about),
  );
}
