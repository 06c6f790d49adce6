import type { ArticleFilter } from '../domain/filter.ts';
import type { ActorKind } from '../domain/knowledge.ts';
import type { CoverageCell, Facet, KeyCount } from '../domain/store.ts';
import type { Engine } from './engine.ts';
import type { Sql } from './expr-sql.ts';
import { type Compiled, compileFilter } from './filter-expr.ts';
import { type Plan, planFilter, withTag } from './plan.ts';
import { type Tag, type TagKind, tagRange } from './tags.ts';
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

/** The one frequent tag that is all a plan asks for, whose counts are kept; else null. */
export function trackedTag(plan: Plan): Tag | null {
  if (!('tags' in plan.along) || plan.along.tags.length !== 1 || plan.rest.is !== 'all') return null;
  const tag = plan.along.tags[0]!;
  return tag.tracked === 1 && plan.from === null && plan.to === null ? tag : null;
}

/** Tags of a range beside the matches, with their counts, as rows (tag_id, n). */
function countsSql(engine: Engine, plan: Plan, [first, end]: [number, number]): Sql {
  const tracked = trackedTag(plan);
  if (tracked !== null) {
    // What is kept, and what has come since it was last brought up to date.
    return {
      sql: `SELECT tag_id, sum(n) AS n FROM (
          SELECT other_id AS tag_id, articles AS n FROM pair_count WHERE tag_id = ? AND other_id >= ? AND other_id < ?
          UNION ALL
          SELECT y.tag_id, 1 FROM article_tag x JOIN article_tag y ON y.article_id = x.article_id
          WHERE x.article_id > (SELECT counted_to FROM state) AND x.tag_id = ? AND y.tag_id >= ? AND y.tag_id < ?
        ) k GROUP BY tag_id`,
      values: [tracked.id, first, end, tracked.id, first, end],
    };
  }
  const matches = matchesSql(engine.dialect, plan);
  return {
    sql: `SELECT y.tag_id, count(*) AS n FROM (${matches.sql}) m JOIN article_tag y
      ON y.article_id = m.article_id AND y.tag_id >= ? AND y.tag_id < ? GROUP BY y.tag_id`,
    values: [...matches.values, first, end],
  };
}

async function countKeys(
  engine: Engine,
  compiled: Compiled,
  range: [number, number],
  options: { first: number; without?: string },
): Promise<KeyCount[]> {
  const plan = planFilter(compiled);
  if (plan === null || options.first <= 0) return [];
  const counts = countsSql(engine, plan, range);
  const rows = await engine.all<KeyCount>(
    `SELECT t.key AS key, c.n AS count FROM (${counts.sql}) c JOIN tag t ON t.id = c.tag_id
     WHERE c.n > 0 AND t.key <> ? ORDER BY c.n DESC, t.key LIMIT ?`,
    [...counts.values, options.without ?? '', options.first],
  );
  return rows.map(({ key, count }) => ({ key, count }));
}

/** How often each key stands among the matches, the most frequent first. */
export async function facet(
  engine: Engine,
  filter: ArticleFilter,
  facet: Facet,
  options: { first: number; actorKind?: ActorKind },
): Promise<KeyCount[]> {
  const compiled = await compileFilter(engine, engine.dialect, filter);
  return countKeys(engine, compiled, facetRange(facet, options.actorKind), options);
}

/** Who stands in the same articles as an actor. */
export async function coActors(
  engine: Engine,
  slug: string,
  filter: ArticleFilter,
  options: { kind?: ActorKind; first: number },
): Promise<KeyCount[]> {
  const compiled = await compileFilter(engine, engine.dialect, filter, [
    ['person', slug],
    ['organization', slug],
  ]);
  const own = compiled.tags.get(`person:${slug}`) ?? compiled.tags.get(`organization:${slug}`);
  const range = actorRange(options.kind);
  return countKeys(engine, withTag(compiled, own), range, { first: options.first, without: slug });
}

/** Articles by the country of their outlet and each country that they are about, the largest first. */
export async function coverageMatrix(engine: Engine, filter: ArticleFilter): Promise<CoverageCell[]> {
  const compiled = await compileFilter(engine, engine.dialect, filter);
  const plan = planFilter(compiled);
  if (plan === null) return [];
  const [publisher, publisherEnd] = tagRange('publisher');
  const [about, aboutEnd] = tagRange('about');
  let counts: Sql;
  if (trackedTag(plan)?.id === compiled.everything?.id) counts = wholeMatrix(publisher, publisherEnd);
  else {
    const matches = matchesSql(engine.dialect, plan);
    counts = {
      sql: `SELECT x.tag_id AS publisher_id, y.tag_id AS about_id, count(*) AS n FROM (${matches.sql}) m
        JOIN article_tag x ON x.article_id = m.article_id AND x.tag_id >= ? AND x.tag_id < ?
        JOIN article_tag y ON y.article_id = m.article_id AND y.tag_id >= ? AND y.tag_id < ?
        GROUP BY x.tag_id, y.tag_id`,
      values: [...matches.values, publisher, publisherEnd, about, aboutEnd],
    };
  }
  const cells = await engine.all<CoverageCell>(
    `SELECT p.key AS publisher, a.key AS about, sum(c.n) AS count FROM (${counts.sql}) c
     JOIN tag p ON p.id = c.publisher_id JOIN tag a ON a.id = c.about_id
     GROUP BY p.key, a.key HAVING sum(c.n) > 0 ORDER BY 3 DESC, 1, 2`,
    counts.values,
  );
  return cells.map(({ publisher, about, count }) => ({ publisher, about, count }));
}

// Each publisher's own counts: kept ones for the frequent, counted ones for the rest.
function wholeMatrix(publisher: number, publisherEnd: number): Sql {
  const [about, aboutEnd] = tagRange('about');
  return {
    sql: `SELECT c.tag_id AS publisher_id, c.other_id AS about_id, c.articles AS n FROM tag t
        JOIN pair_count c ON c.tag_id = t.id AND c.other_id >= ? AND c.other_id < ?
        WHERE t.id >= ? AND t.id < ? AND t.tracked = 1
      UNION ALL
      SELECT x.tag_id, y.tag_id, count(*) FROM tag t CROSS JOIN posting x CROSS JOIN article_tag y
        WHERE t.id >= ? AND t.id < ? AND t.tracked = 0 AND x.tag_id = t.id
          AND y.article_id = x.article_id AND y.tag_id >= ? AND y.tag_id < ? GROUP BY x.tag_id, y.tag_id
      UNION ALL
      SELECT x.tag_id, y.tag_id, count(*) FROM article_tag x JOIN tag t ON t.id = x.tag_id
        JOIN article_tag y ON y.article_id = x.article_id
        WHERE x.article_id > (SELECT counted_to FROM state) AND x.tag_id >= ? AND x.tag_id < ? AND t.tracked = 1
          AND y.tag_id >= ? AND y.tag_id < ? GROUP BY x.tag_id, y.tag_id`,
    values: [
      about,
      aboutEnd,
      publisher,
      publisherEnd,
      publisher,
      publisherEnd,
      about,
      aboutEnd,
      publisher,
      publisherEnd,
      about,
      aboutEnd,
    ],
  };
}
