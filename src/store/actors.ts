import type { StoredActor } from '../domain/article.ts';
import { englishName } from '../domain/english-name.ts';
import type { Page, PageRequest } from '../domain/filter.ts';
import type { ActorKind } from '../domain/knowledge.ts';
import { presentSlugs } from './actor-aliases.ts';
import { actorTagKind } from './actor-rows.ts';
import type { Engine } from './engine.ts';
import type { Sql } from './expr-sql.ts';
import { foldWords } from './fold-search.ts';
import { readPage, toPage, type Window } from './page.ts';

interface ActorRow {
  id: number;
  tag_id: number;
  slug: string;
  kind: ActorKind;
  curated: number;
  wikidata_id: string | null;
  description: string | null;
  countries: string;
}

interface NameRow {
  actor_id: number;
  text: string;
  language: string;
}

const columns = 'r.id, r.tag_id, r.slug, r.kind, r.curated, r.wikidata_id, r.description, r.countries';

/** Fills in the names of many actors, in one statement. The first is the one to show: English, or the most frequent. */
async function withNames(engine: Engine, rows: readonly ActorRow[]): Promise<StoredActor[]> {
  if (rows.length === 0) return [];
  const names = await engine.lookup<NameRow>(
    `SELECT actor_id, text, language FROM actor_name WHERE actor_id IN ${engine.dialect.numbers}
     ORDER BY actor_id, uses DESC, place, text, language`,
    [JSON.stringify(rows.map((row) => row.id))],
  );
  const byActor = Map.groupBy(names, (name) => name.actor_id);
  return rows.map((row) => {
    const own = byActor.get(row.id) ?? [];
    const shown = (row.curated === 1 ? englishName(own) : null) ?? own[0]?.text;
    return {
      slug: row.slug,
      kind: row.kind,
      curated: row.curated === 1,
      wikidataId: row.wikidata_id,
      description: row.description,
      name: shown ?? row.slug,
      names: own.map(({ text, language }) => ({ text, language: language === '' ? null : language })),
      countries: JSON.parse(row.countries),
    };
  });
}

export async function actorsBySlugs(engine: Engine, slugs: readonly string[]): Promise<(StoredActor | null)[]> {
  const rows = await engine.lookup<ActorRow>(`SELECT ${columns} FROM actor r WHERE r.slug IN ${engine.dialect.texts}`, [
    JSON.stringify(slugs),
  ]);
  const bySlug = new Map((await withNames(engine, rows)).map((actor) => [actor.slug, actor]));
  const missing = slugs.filter((slug) => !bySlug.has(slug));
  const present = await presentSlugs(engine, engine.dialect, missing);
  if (present.size === 0) return slugs.map((slug) => bySlug.get(slug) ?? null);
  // One that was joined to another is found under its former slug too.
  const joined = await actorsBySlugs(engine, [...new Set(present.values())]);
  for (const actor of joined) if (actor) bySlug.set(actor.slug, actor);
  return slugs.map((slug) => bySlug.get(present.get(slug) ?? slug) ?? null);
}

/** People on no list under the name to show, ascending by id. */
export async function foundPeople(
  engine: Engine,
  { after, limit }: { after?: number; limit: number },
): Promise<{ id: number; slug: string; name: string }[]> {
  const last = after === undefined;
  const rows = await engine.all<ActorRow>(
    `SELECT ${columns} FROM actor r WHERE r.kind = 'PERSON' AND r.curated = 0 AND r.id > ?
     ORDER BY r.id ${last ? 'DESC' : ''} LIMIT ?`,
    [after ?? 0, limit],
  );
  const ordered = last ? rows.reverse() : rows;
  const named = await withNames(engine, ordered);
  return ordered.map(({ id, slug }, at) => ({ id, slug, name: named[at]!.name }));
}

export async function actorByWikidataId(engine: Engine, id: string): Promise<StoredActor | null> {
  const rows = await engine.all<ActorRow>(
    `SELECT ${columns} FROM actor r WHERE r.wikidata_id = ? ORDER BY r.curated DESC, r.id LIMIT 1`,
    [id],
  );
  return (await withNames(engine, rows))[0] ?? null;
}

export interface ActorRequest {
  search?: string;
  kind?: ActorKind;
  country?: string;
}

/** How well an actor's names match: 3 one is the search, 2 has all its words, 1 has words that begin so. */
interface Ranked extends ActorRow {
  rank: number;
  articles: number;
}

// The first letter after all others, so that a range ends behind every word with the prefix.
const LAST = '\u{10ffff}';

const kindsOf = (request: ActorRequest): ('person' | 'organization')[] =>
  request.kind ? [actorTagKind(request.kind)] : ['person', 'organization'];

function ofCountry(request: ActorRequest): Sql {
  if (!request.country) return { sql: '', values: [] };
  return {
    sql: ' AND EXISTS (SELECT 1 FROM actor_country c WHERE c.country = ? AND c.actor_id = r.id)',
    values: [request.country],
  };
}

/** Actors that a search finds, with their rank; null where it can find no one. */
function searched(request: ActorRequest, search: string): Sql | null {
  const words = [...new Set(foldWords(search))];
  if (words.length === 0 || words.length > 12) return null;
  const begins = words.map(() => 'SELECT DISTINCT actor_id FROM actor_word WHERE word >= ? AND word < ?');
  const same = words.map(() => 'EXISTS (SELECT 1 FROM actor_word w WHERE w.word = ? AND w.actor_id = r.id)');
  const kinds = kindsOf(request);
  const country = ofCountry(request);
  return {
    sql: `SELECT ${columns}, CASE
        WHEN EXISTS (SELECT 1 FROM actor_name n WHERE n.folded = ? AND n.actor_id = r.id) THEN 3
        WHEN ${same.join(' AND ')} THEN 2 ELSE 1 END AS rank, t.articles
      FROM (${begins.join(' INTERSECT ')}) m JOIN actor r ON r.id = m.actor_id JOIN tag t ON t.id = r.tag_id
      WHERE t.kind IN (${kinds.map(() => '?').join(', ')})${country.sql}`,
    values: [
      foldWords(search).join(' '),
      ...words,
      ...words.flatMap((word) => [word, word + LAST]),
      ...kinds,
      ...country.values,
    ],
  };
}

/** All actors, walked as the tags stand in order of their articles; each kind apart, and a page of each. */
function listed(request: ActorRequest, window: Window | null): Sql {
  const country = ofCountry(request);
  const bounds: Sql[] = [];
  const beyond = ([, articles, tag]: number[], fewer: '<' | '>', later: '<' | '>'): Sql => ({
    sql: ` AND t.articles ${fewer}= ? AND (t.articles ${fewer} ? OR t.id ${later} ?)`,
    values: [articles!, articles!, tag!],
  });
  if (window?.after) bounds.push(beyond(window.after, '<', '>'));
  if (window?.before) bounds.push(beyond(window.before, '>', '<'));
  const order = window?.backward ? 't.articles, t.id DESC' : 't.articles DESC, t.id';
  const parts = kindsOf(request).map((kind): Sql => {
    const page = window === null ? '' : ` ORDER BY ${order} LIMIT ?`;
    return {
      sql: `SELECT * FROM (SELECT ${columns}, 0 AS rank, t.articles FROM tag t CROSS JOIN actor r
        WHERE t.kind = ? AND r.tag_id = t.id${country.sql}${bounds.map((bound) => bound.sql).join('')}${page}) ${kind}s`,
      values: [
        kind,
        ...country.values,
        ...bounds.flatMap((bound) => bound.values),
        ...(window === null ? [] : [window.limit + 1]),
      ],
    };
  });
  return { sql: parts.map((part) => part.sql).join(' UNION ALL '), values: parts.flatMap((part) => part.values) };
}

/** Actors with their rank; a walk over all may end after the window. */
function ranked(request: ActorRequest, window: Window | null): Sql | null {
  const { search } = request;
  return search === undefined || search.trim() === '' ? listed(request, window) : searched(request, search);
}

const LIST = 'ACTORS';

/** Best match first, then the most mentioned. */
export async function actors(engine: Engine, request: ActorRequest, page: PageRequest): Promise<Page<StoredActor>> {
  const window = readPage(LIST, 3, page);
  const query = ranked(request, window);
  if (query === null)
    return toPage(
      LIST,
      window,
      [],
      () => [],
      () => null as never,
    );
  // A row stands after another where its rank or its articles are lower, or its tag's id higher.
  const key = '(-s.rank, -s.articles, s.tag_id)';
  const negative = (place: number[]): number[] => [-place[0]!, -place[1]!, place[2]!];
  const bounds: Sql[] = [];
  if (window.after) bounds.push({ sql: `${key} > (?, ?, ?)`, values: negative(window.after) });
  if (window.before) bounds.push({ sql: `${key} < (?, ?, ?)`, values: negative(window.before) });
  const order = window.backward ? 's.rank, s.articles, s.tag_id DESC' : 's.rank DESC, s.articles DESC, s.tag_id';
  const rows = await engine.walk<Ranked>(
    `SELECT * FROM (${query.sql}) s ${bounds.length > 0 ? `WHERE ${bounds.map((b) => b.sql).join(' AND ')}` : ''}
     ORDER BY ${order} LIMIT ?`,
    [...query.values, ...bounds.flatMap((bound) => bound.values), window.limit + 1],
  );
  const named = new Map((await withNames(engine, rows)).map((actor) => [actor.slug, actor]));
  return toPage(
    LIST,
    window,
    rows,
    (row) => [row.rank, row.articles, row.tag_id],
    (row) => named.get(row.slug)!,
  );
}

export async function countActors(engine: Engine, request: ActorRequest): Promise<number> {
  const query = ranked(request, null);
  if (query === null) return 0;
  const [row] = await engine.walk<{ n: number }>(`SELECT count(*) AS n FROM (${query.sql}) s`, query.values);
  return row?.n ?? 0;
}
