import type { ActorJoin } from '../domain/poll-store.ts';
import { presentSlugs } from './actor-aliases.ts';
import { type ActorRow, foundActor } from './actor-rows.ts';
import type { StoredMention } from './annotation-rows.ts';
import type { Dialect, Engine, Rows } from './engine.ts';
import { holdState, writeState } from './state.ts';
import { keepBlocks, loosen } from './tag-blocks.ts';
import { ensureTag, findTags, type Tag } from './tags.ts';

/** Articles whose rows are read and written together. */
const BATCH = 500;

/** Each join is a transaction of its own; none where nobody is stored under the former slug. */
export async function joinActors(engine: Engine, joins: readonly ActorJoin[]): Promise<void> {
  if (joins.length === 0) return;
  const stored = await engine.all<{ slug: string }>(
    `SELECT slug FROM actor WHERE curated = 0 AND slug IN ${engine.dialect.texts}`,
    [JSON.stringify(joins.map(({ slug }) => slug))],
  );
  const slugs = new Set(stored.map(({ slug }) => slug));
  for (const join of joins)
    if (slugs.has(join.slug)) await engine.transaction((rows) => joinTwo(rows, engine.dialect, join));
}

/**
 * Makes known what actors on no list were called in the store that their articles come from. Whoever is stored under such
 * a slug is joined to the other, else the slug means the other from now on. What is known already stays as it is.
 */
export async function keepFormerSlugs(engine: Engine, joins: readonly ActorJoin[]): Promise<void> {
  await joinActors(engine, joins);
  const { dialect } = engine;
  for (let at = 0; at < joins.length; at += BATCH) {
    const some = joins.slice(at, at + BATCH);
    await engine.transaction(async (rows) => {
      const state = await holdState(rows, dialect);
      const all = JSON.stringify(some.flatMap(({ slug, into }) => [slug, into]));
      const actors = await rows.all<ActorRow & { slug: string }>(
        `SELECT slug, id, kind, curated, tag_id FROM actor WHERE slug IN ${dialect.texts}`,
        [all],
      );
      const bySlug = new Map(actors.map((actor) => [actor.slug, actor]));
      const known = await presentSlugs(
        rows,
        dialect,
        some.map(({ slug }) => slug),
      );
      const missing = some.filter(({ slug, into }) => !known.has(slug) && !bySlug.has(slug) && bySlug.has(into));
      if (missing.length === 0) return;
      await rows.insert(
        'actor_alias',
        ['slug', 'actor_id'],
        missing.map(({ slug, into }) => [slug, bySlug.get(into)!.id]),
      );
      for (const into of new Set(missing.map((join) => join.into))) {
        const actor = bySlug.get(into)!;
        const { name } = missing.find((join) => join.into === into)!;
        if (actor.curated === 0) await showName(rows, actor.id, name);
      }
      await writeState(rows, state);
    });
  }
}

async function joinTwo(rows: Rows, dialect: Dialect, { slug, into, name }: ActorJoin): Promise<void> {
  const state = await holdState(rows, dialect);
  const target = (await presentSlugs(rows, dialect, [into])).get(into) ?? into;
  const from = await rows.get<ActorRow>('SELECT id, kind, curated, tag_id FROM actor WHERE slug = ?', [slug]);
  if (from === undefined || from.curated === 1 || target === slug) return;
  const to = await foundActor(rows, target, from.kind, name);
  const articles = await moveArticles(rows, dialect, from.tag_id, to.tag_id);
  await moveSpeaker(rows, dialect, slug, target);
  for (let at = 0; at < articles.length; at += BATCH)
    await rewrite(rows, dialect, articles.slice(at, at + BATCH), slug, target);
  await moveNames(rows, from.id, to.id);
  if (to.curated === 0) await showName(rows, to.id, name);
  await rows.run('UPDATE actor_alias SET actor_id = ? WHERE actor_id = ?', [to.id, from.id]);
  await rows.run('DELETE FROM actor_country WHERE actor_id = ?', [from.id]);
  await rows.run('DELETE FROM actor WHERE id = ?', [from.id]);
  await rows.run('INSERT INTO actor_alias (slug, actor_id) VALUES (?, ?)', [slug, to.id]);
  await loosen(rows, state, articles);
  await writeState(rows, await keepBlocks(rows, state));
}

/** Gives all articles of one tag to another, and takes the one away; tells which they were. */
async function moveArticles(rows: Rows, dialect: Dialect, from: number, to: number): Promise<number[]> {
  const own = await rows.all<{ article_id: number }>('SELECT article_id FROM posting WHERE tag_id = ?', [from]);
  const ids = JSON.stringify(own.map((row) => row.article_id));
  const among = `article_id IN ${dialect.numbers}`;
  const both = await rows.all<{ article_id: number }>(
    `SELECT article_id FROM article_tag WHERE tag_id = ? AND ${among}`,
    [to, ids],
  );
  const twice = JSON.stringify(both.map((row) => row.article_id));
  for (const table of ['posting', 'article_tag']) {
    await rows.run(`DELETE FROM ${table} WHERE tag_id = ? AND ${among}`, [from, twice]);
    await rows.run(`UPDATE ${table} SET tag_id = ? WHERE tag_id = ? AND ${among}`, [to, from, ids]);
  }
  await rows.run('UPDATE tag SET articles = (SELECT count(*) FROM posting p WHERE p.tag_id = ?) WHERE id = ?', [
    to,
    to,
  ]);
  await rows.run('DELETE FROM tag WHERE id = ?', [from]);
  return own.map((row) => row.article_id);
}

async function moveSpeaker(rows: Rows, dialect: Dialect, slug: string, into: string): Promise<void> {
  const spoke: Tag | undefined = (await findTags(rows, dialect, [['speaker', slug]])).tags.get(`speaker:${slug}`);
  if (spoke === undefined) return;
  await moveArticles(rows, dialect, spoke.id, await ensureTag(rows, new Map(), 'speaker', into));
}

/** Mentions and quotations of articles, under the other slug. */
async function rewrite(rows: Rows, dialect: Dialect, ids: readonly number[], slug: string, into: string) {
  const list = JSON.stringify(ids);
  const found = await rows.all<{ article_id: number; actors: string }>(
    `SELECT article_id, actors FROM annotation WHERE article_id IN ${dialect.numbers}`,
    [list],
  );
  await rows.each(
    'UPDATE annotation SET actors = ? WHERE article_id = ?',
    found.map(({ article_id, actors }) => [JSON.stringify(renamed(JSON.parse(actors), slug, into)), article_id]),
  );
  await rows.run(`UPDATE quote SET speaker = ? WHERE speaker = ? AND article_id IN ${dialect.numbers}`, [
    into,
    slug,
    list,
  ]);
}

function renamed(mentions: readonly StoredMention[], slug: string, into: string): StoredMention[] {
  const bySlug = new Map<string, StoredMention>();
  for (const [key, count, weight, evidence, ...names] of mentions) {
    const own = key === slug ? into : key;
    const same = bySlug.get(own);
    bySlug.set(
      own,
      same
        ? ([
            own,
            same[1] + count,
            Math.max(same[2], weight),
            [...same[3], ...evidence],
            ...same.slice(4),
          ] as StoredMention)
        : [own, count, weight, evidence, ...names],
    );
  }
  return [...bySlug.values()].sort((one, other) => other[2] - one[2]);
}

async function moveNames(rows: Rows, from: number, to: number): Promise<void> {
  await rows.run(
    `INSERT INTO actor_name (actor_id, text, language, place, uses, folded)
     SELECT ?, n.text, n.language, n.place, n.uses, n.folded FROM actor_name n WHERE n.actor_id = ?
     ON CONFLICT (actor_id, text, language) DO UPDATE SET uses = actor_name.uses + excluded.uses`,
    [to, from],
  );
  await rows.run(
    `INSERT INTO actor_word (word, actor_id) SELECT w.word, ? FROM actor_word w WHERE w.actor_id = ?
     ON CONFLICT (word, actor_id) DO NOTHING`,
    [to, from],
  );
  for (const table of ['actor_name', 'actor_word']) await rows.run(`DELETE FROM ${table} WHERE actor_id = ?`, [from]);
}

/** The most used name is shown: that in the own letters counts all uses of the others too. */
async function showName(rows: Rows, id: number, name: string): Promise<void> {
  await rows.run(
    `UPDATE actor_name SET uses = (SELECT sum(n.uses) FROM actor_name n WHERE n.actor_id = ?)
     WHERE actor_id = ? AND text = ?`,
    [id, id, name],
  );
}
