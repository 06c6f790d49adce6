import type { Annotation } from '../domain/annotation.ts';
import type { ArticleDraft, SaveOutcome } from '../domain/draft.ts';
import { TelalError } from '../domain/error.ts';
import { pointCopies, type Saving } from './article-parts.ts';
import { cleanAll } from './clean-text.ts';
import type { Engine } from './engine.ts';
import { insertArticles } from './insert-articles.ts';
import { joinStories } from './join-stories.ts';
import { holdState, writeState } from './state.ts';
import { keepBlocks, loosen } from './tag-blocks.ts';
import type { TagIds } from './tags.ts';
import { readFormers, retag, updateArticle } from './update-article.ts';

/** Ids of tags that were seen, so that they are not looked up for each article. */
export interface TagMemory {
  /** Catalog under which they were read; under another one they may have moved. */
  catalog: string;
  ids: Map<string, number>;
}

const MOST_REMEMBERED = 60_000;

export const newTagMemory = (): TagMemory => ({ catalog: '', ids: new Map() });

const isoDate = (instant: number): boolean => Number.isSafeInteger(instant) && Math.abs(instant) < 8.64e15;

function check(draft: ArticleDraft): void {
  if (draft.keys.length === 0) throw new TelalError('BAD_USER_INPUT', 'An article needs at least one key.');
  for (const field of ['publishedAt', 'seenAt'] as const) {
    if (!isoDate(draft[field])) throw new TelalError('BAD_USER_INPUT', `The article's ${field} is no instant.`);
  }
}

/** The articles that have keys, by key. */
async function findKnown({ rows, dialect }: Saving, keys: readonly string[]): Promise<Map<string, number>> {
  const found = await rows.all<{ key: string; article_id: number }>(
    `SELECT key, article_id FROM article_key WHERE key IN ${dialect.texts}`,
    [JSON.stringify(keys)],
  );
  return new Map(found.map((row) => [row.key, row.article_id]));
}

/** Runs one save: all or nothing. What it learns of tags is remembered once it is committed, for it may be undone. */
async function save<T>(
  engine: Engine,
  memory: TagMemory,
  work: (saving: Saving) => Promise<{ result: T; changed: boolean; newest?: number; together?: number }>,
): Promise<T> {
  let learnt = new Map<string, number>();
  let catalog = '';
  const result = await engine.transaction(async (rows) => {
    let state = await holdState(rows, engine.dialect);
    learnt = new Map();
    catalog = state.catalog;
    const known = memory.catalog === catalog ? memory.ids : new Map<string, number>();
    const tags: TagIds = {
      get: (name) => learnt.get(name) ?? known.get(name),
      set: (name, id) => learnt.set(name, id),
      delete: (name) => learnt.delete(name),
    };
    const { result, changed, newest, together } = await work({ rows, dialect: engine.dialect, state, tags });
    state = await keepBlocks(rows, state, newest, together);
    if (changed) await writeState(rows, state);
    return result;
  });
  if (memory.catalog !== catalog || memory.ids.size > MOST_REMEMBERED) {
    memory.ids.clear();
    memory.catalog = catalog;
  }
  for (const [name, id] of learnt) memory.ids.set(name, id);
  return result;
}

export async function saveArticle(engine: Engine, memory: TagMemory, draft: ArticleDraft): Promise<SaveOutcome> {
  const [outcome] = await saveArticles(engine, memory, [draft]);
  return outcome!;
}

export function saveArticles(
  engine: Engine,
  memory: TagMemory,
  given: readonly ArticleDraft[],
): Promise<SaveOutcome[]> {
  const drafts = given.map((draft) => (draft.prepared === undefined ? cleanAll(draft) : draft));
  return save<SaveOutcome[]>(engine, memory, async (saving) => {
    for (const draft of drafts) check(draft);
    const others = drafts.flatMap(({ copyOfUrl, story }) => [copyOfUrl, story?.first].filter((url) => url != null));
    const byKey = await findKnown(saving, [
      ...drafts.flatMap((draft) => draft.keys),
      ...new Set(others.map((url) => `url:${url}`)),
    ]);
    const taken = new Set<string>();
    const fresh = drafts.filter((draft) => {
      if (draft.keys.some((key) => byKey.has(key) || taken.has(key))) return false;
      for (const key of draft.keys) taken.add(key);
      return true;
    });
    const ids = new Map<ArticleDraft, number>();
    const created = await insertArticles(saving, fresh);
    for (const [at, draft] of fresh.entries()) {
      ids.set(draft, created[at]!);
      for (const key of draft.keys) byKey.set(key, created[at]!);
    }
    const known = drafts.filter((draft) => !ids.has(draft));
    const [outcomes, updated] = await updateKnown(saving, known, byKey);
    for (const [draft, id] of ids) outcomes.set(draft, { id, outcome: 'new' });
    let linked = await pointTo(saving, fresh, ids, byKey);
    for (const draft of drafts) linked = (await pointCopies(saving, outcomes.get(draft)!.id, draft.copiedBy)) || linked;
    const links = drafts.flatMap((draft) => (draft.story ? [[outcomes.get(draft)!.id, draft.story] as const] : []));
    if (links.length > 0) linked = (await joinStories(saving, links, byKey)) || linked;
    const newest = created.at(-1);
    return {
      result: drafts.map((draft) => outcomes.get(draft)!),
      changed: created.length > 0 || updated || linked,
      ...(newest === undefined ? {} : { newest, together: created.length }),
    };
  });
}

/** Brings known articles to what drafts say, one after another: two may be of the same article. */
async function updateKnown(
  saving: Saving,
  drafts: readonly ArticleDraft[],
  byKey: Map<string, number>,
): Promise<[Map<ArticleDraft, SaveOutcome>, changed: boolean]> {
  const idOf = (draft: ArticleDraft): number => draft.keys.map((key) => byKey.get(key)).find((id) => id !== undefined)!;
  const formers = await readFormers(saving, [...new Set(drafts.map(idOf))]);
  const outcomes = new Map<ArticleDraft, SaveOutcome>();
  let changed = false;
  for (const draft of drafts) {
    const id = idOf(draft);
    const former = formers.get(id) ?? (await readFormers(saving, [id])).get(id)!;
    const newKeys = draft.keys.filter((key) => !byKey.has(key));
    for (const key of newKeys) byKey.set(key, id);
    const [outcome, wrote] = await updateArticle(saving, former, draft, newKeys);
    outcomes.set(draft, outcome);
    if (wrote) formers.delete(id);
    changed ||= wrote;
  }
  return [outcomes, changed];
}

/** New articles that say by address whom they repeat point there, as far as it is known. */
async function pointTo(
  { rows }: Saving,
  drafts: readonly ArticleDraft[],
  ids: ReadonlyMap<ArticleDraft, number>,
  byKey: ReadonlyMap<string, number>,
): Promise<boolean> {
  const links = drafts.flatMap((draft): [number, number][] => {
    const original = draft.copyOfUrl ? byKey.get(`url:${draft.copyOfUrl}`) : undefined;
    const id = ids.get(draft)!;
    return original === undefined || original === id ? [] : [[original, id]];
  });
  await rows.each('UPDATE article SET copy_of = ? WHERE id = ?', links);
  return links.length > 0;
}

export function saveAnnotation(engine: Engine, memory: TagMemory, id: number, annotation: Annotation): Promise<void> {
  return save<void>(engine, memory, async (saving) => {
    const former = (await readFormers(saving, [id])).get(id);
    if (former === undefined) throw new TelalError('BAD_USER_INPUT', `The store has no article ${id}.`);
    await retag(saving, former, cleanAll(annotation));
    await loosen(saving.rows, saving.state, [id]);
    return { result: undefined, changed: true };
  });
}
