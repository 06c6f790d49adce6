import type { ActorTag } from '../domain/annotation.ts';
import type { KnownActor } from '../domain/knowledge.ts';
import type { Dialect, Rows } from './engine.ts';
import { foldSearch } from './fold-search.ts';
import { ensureTag, type TagIds } from './tags.ts';

export interface ActorRow {
  id: number;
  kind: string;
  curated: number;
  tag_id: number;
}

/** An actor's names as rows; `uses` counts the articles of a form found by rule. */
interface NameRow {
  text: string;
  language: string;
  place: number;
}

export const actorTagKind = (kind: string): 'person' | 'organization' =>
  kind === 'PERSON' ? 'person' : 'organization';

async function writeNames(rows: Rows, actorId: number, given: readonly NameRow[], uses: number): Promise<void> {
  // An acronym may be a name too; the first place is the one it is shown by.
  const names = [...new Map(given.toReversed().map((name) => [`${name.language} ${name.text}`, name])).values()];
  const folded = names.map((name) => foldSearch(name.text));
  await rows.insert(
    'actor_name',
    ['actor_id', 'text', 'language', 'place', 'uses', 'folded'],
    names.map((name, i) => [actorId, name.text, name.language, name.place, uses, folded[i]!]),
    `ON CONFLICT (actor_id, text, language) DO UPDATE SET uses = actor_name.uses + ${uses}`,
  );
  const words = new Set(folded.flatMap((text) => text.split(' ')).filter((word) => word !== ''));
  await rows.insert(
    'actor_word',
    ['word', 'actor_id'],
    [...words].map((word) => [word, actorId]),
    'ON CONFLICT (word, actor_id) DO NOTHING',
  );
}

/** Moves everything under one tag to another, where an actor turned out to be of the other kind. */
async function moveTag(rows: Rows, from: number, to: number): Promise<void> {
  for (const table of ['posting', 'article_tag']) {
    await rows.run(`UPDATE ${table} SET tag_id = ? WHERE tag_id = ?`, [to, from]);
  }
  await rows.run('UPDATE tag SET articles = (SELECT f.articles FROM tag f WHERE f.id = ?) WHERE id = ?', [from, to]);
  await rows.run('DELETE FROM tag WHERE id = ?', [from]);
}

async function writeActor(
  rows: Rows,
  tags: TagIds,
  actor: Pick<KnownActor, 'slug' | 'kind' | 'wikidataId' | 'description' | 'countries'>,
  curated: boolean,
): Promise<ActorRow & { moved: boolean }> {
  const former = await rows.get<ActorRow>('SELECT id, kind, curated, tag_id FROM actor WHERE slug = ?', [actor.slug]);
  const tagId = await ensureTag(rows, tags, actorTagKind(actor.kind), actor.slug);
  const moved = former !== undefined && former.tag_id !== tagId;
  const columns = ['slug', 'kind', 'curated', 'wikidata_id', 'description', 'countries', 'tag_id'];
  const { slug, kind, wikidataId, description, countries } = actor;
  const values = [slug, kind, curated ? 1 : 0, wikidataId, description, JSON.stringify(countries), tagId];
  let id = former?.id;
  if (id === undefined) {
    await rows.run('DELETE FROM actor_alias WHERE slug = ?', [slug]);
    id = await rows.create('actor', columns, values);
  } else {
    const set = columns.map((column) => `${column} = ?`).join(', ');
    await rows.run(`UPDATE actor SET ${set} WHERE id = ?`, [...values, id]);
  }
  if (moved) {
    await moveTag(rows, former.tag_id, tagId);
    tags.delete(`${actorTagKind(former.kind)}:${actor.slug}`);
  }
  if (former !== undefined) await rows.run('DELETE FROM actor_country WHERE actor_id = ?', [id]);
  await rows.insert(
    'actor_country',
    ['country', 'actor_id'],
    [...new Set(actor.countries)].map((country) => [country, id]),
  );
  return { id, kind: actor.kind, curated: curated ? 1 : 0, tag_id: tagId, moved };
}

/** Makes one actor as the catalog has it; true where its articles had to move to another tag. */
export async function syncActor(rows: Rows, tags: TagIds, actor: KnownActor): Promise<boolean> {
  const { id, moved } = await writeActor(rows, tags, actor, true);
  await rows.run('DELETE FROM actor_name WHERE actor_id = ?', [id]);
  await rows.run('DELETE FROM actor_word WHERE actor_id = ?', [id]);
  const names = [...actor.names, ...actor.acronyms];
  const shown = names.map((name, place) => ({ text: name.text, language: name.language ?? '', place }));
  await writeNames(rows, id, shown, 0);
  return moved;
}

/** An actor on no list, made known where it was not. */
export async function foundActor(rows: Rows, slug: string, kind: string, name: string): Promise<ActorRow> {
  const known = await rows.get<ActorRow>('SELECT id, kind, curated, tag_id FROM actor WHERE slug = ?', [slug]);
  if (known !== undefined) return known;
  const actor = { slug, kind: kind as KnownActor['kind'], wikidataId: null, description: null, countries: [] };
  const made = await writeActor(rows, new Map(), actor, false);
  await writeNames(rows, made.id, [{ text: name, language: '', place: 0 }], 0);
  return made;
}

/** Counts more articles that use a form; a new form can be found from now on. */
async function countName(rows: Rows, actorId: number, text: string, uses: number): Promise<void> {
  const counted = await rows.run(
    "UPDATE actor_name SET uses = uses + ? WHERE actor_id = ? AND text = ? AND language = ''",
    [uses, actorId, text],
  );
  if (counted === 0) await writeNames(rows, actorId, [{ text, language: '', place: 0 }], uses);
}

/** The tags of actors that texts name, by slug, one mention for each text; they are made known where they were not. */
export async function actorsOfTexts(
  rows: Rows,
  dialect: Dialect,
  tags: TagIds,
  mentions: readonly ActorTag[],
): Promise<Map<string, number>> {
  const bySlug = Map.groupBy(mentions, (mention) => mention.slug);
  const found = await rows.all<ActorRow & { slug: string }>(
    `SELECT id, slug, kind, curated, tag_id FROM actor WHERE slug IN ${dialect.texts}`,
    [JSON.stringify([...bySlug.keys()])],
  );
  const actors = new Map<string, ActorRow>(found.map((actor) => [actor.slug, actor]));
  for (const [slug, [first]] of bySlug) {
    if (first === undefined || actors.has(slug)) continue;
    const { kind, wikidataId, curated, name } = first;
    const made = await writeActor(rows, tags, { slug, kind, wikidataId, description: null, countries: [] }, curated);
    if (curated) await writeNames(rows, made.id, [{ text: name, language: '', place: 0 }], 0);
    actors.set(slug, made);
  }
  for (const [slug, its] of bySlug) {
    const actor = actors.get(slug)!;
    // The catalog's actors bring their names themselves.
    if (actor.curated !== 0) continue;
    for (const [name, same] of Map.groupBy(its, (mention) => mention.name))
      await countName(rows, actor.id, name, same.length);
    const spellings = new Set(its.flatMap(({ spelling }) => spelling ?? []));
    for (const spelling of spellings) await countName(rows, actor.id, spelling, 0);
  }
  return new Map([...actors].map(([slug, actor]) => [slug, actor.tag_id]));
}
