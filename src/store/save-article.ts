import type { Annotation } from '../domain/annotation.ts';
import { TelalError } from '../domain/error.ts';
import type { ArticleDraft, SaveOutcome } from '../domain/store.ts';
import { writeAnnotation } from './annotation-rows.ts';
import { addBands, addStates, insertKeys, pointCopies, type Saving } from './article-parts.ts';
import { countWords, indexedText, type ShownText, sameText } from './article-text.ts';
import { cleanAll } from './clean-text.ts';
import type { Engine, Rows } from './engine.ts';
import { holdState, writeState } from './state.ts';
import { keepBlocks, loosen } from './tag-blocks.ts';
import type { TagIds } from './tags.ts';
import { readFormer, retag, updateArticle } from './update-article.ts';

/** Ids of tags that were seen, so that they are not looked up for each article. */
export interface TagMemory {
  /** Catalog under which they were read; under another one they may have moved. */
  catalog: string;
  ids: Map<string, number>;
}

const MOST_REMEMBERED = 200_000;

export const newTagMemory = (): TagMemory => ({ catalog: '', ids: new Map() });

interface OutletRow {
  id: number;
  slug: string;
  country: string;
}

const isoDate = (instant: number): boolean => Number.isSafeInteger(instant) && Math.abs(instant) < 8.64e15;

function check(draft: ArticleDraft): void {
  if (draft.keys.length === 0) throw new TelalError('BAD_USER_INPUT', 'An article needs at least one key.');
  for (const field of ['publishedAt', 'seenAt'] as const) {
    if (!isoDate(draft[field])) throw new TelalError('BAD_USER_INPUT', `The article's ${field} is no instant.`);
  }
}

async function findOutlet(rows: Rows, slug: string): Promise<OutletRow> {
  const outlet = await rows.get<OutletRow>('SELECT id, slug, country FROM outlet WHERE slug = ?', [slug]);
  if (outlet === undefined) throw new TelalError('BAD_USER_INPUT', `The store knows no outlet "${slug}".`);
  return outlet;
}

async function findKnown(saving: Saving, keys: readonly string[]): Promise<number | null> {
  const found = await saving.rows.all<{ key: string; article_id: number }>(
    `SELECT key, article_id FROM article_key WHERE key IN ${saving.dialect.texts}`,
    [JSON.stringify(keys)],
  );
  if (found.length === 0) return null;
  const byKey = new Map(found.map((row) => [row.key, row.article_id]));
  return keys.map((key) => byKey.get(key)).find((id) => id !== undefined) ?? null;
}

/** The states of an imported article, the current one last; none where it never changed. */
function importedStates(draft: ArticleDraft): (ShownText & { seenAt: number })[] {
  const earlier = draft.revisions ?? [];
  const last = earlier[earlier.length - 1];
  if (last === undefined) return [];
  return sameText(last, draft) ? (earlier.length > 1 ? earlier : []) : [...earlier, draft];
}

async function insertArticle(saving: Saving, draft: ArticleDraft): Promise<number> {
  const { rows, dialect } = saving;
  const outlet = await findOutlet(rows, draft.outlet);
  const states = importedStates(draft);
  const id = await rows.create(
    'article',
    [
      'outlet_id',
      'url',
      'headline',
      'summary',
      'authors',
      'image',
      'language',
      'sections',
      'word_count',
      'published_at',
      'published_at_source',
      'first_seen_at',
      'revised_at',
      'copy_of',
      'agency',
    ],
    [
      outlet.id,
      draft.url,
      draft.headline,
      draft.summary,
      JSON.stringify(draft.authors),
      draft.image === null ? null : JSON.stringify(draft.image),
      draft.annotation.language,
      JSON.stringify(draft.sections),
      countWords(draft),
      draft.publishedAt,
      draft.publishedAtSource,
      draft.seenAt,
      states[states.length - 1]?.seenAt ?? null,
      draft.copyOf,
      draft.annotation.agency,
    ],
  );
  if (draft.body !== null)
    await rows.run('INSERT INTO article_body (article_id, body) VALUES (?, ?)', [id, draft.body]);
  await insertKeys(rows, id, new Set(draft.keys));
  await addStates(rows, id, 1, states);
  await addBands(rows, id, draft.publishedAt, draft.copyBands);
  await dialect.articleText.put(rows, id, indexedText(draft));
  const article = { id, publishedAt: draft.publishedAt, outlet };
  await writeAnnotation(rows, dialect, saving.tags, article, draft.annotation, true);
  return id;
}

/** Runs one save: all or nothing. What it learns of tags is remembered once it is committed, for it may be undone. */
async function save<T>(
  engine: Engine,
  memory: TagMemory,
  work: (saving: Saving) => Promise<{ result: T; changed: boolean; newest?: number }>,
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
    const { result, changed, newest } = await work({ rows, dialect: engine.dialect, state, tags });
    state = await keepBlocks(rows, state, newest);
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

export function saveArticle(engine: Engine, memory: TagMemory, given: ArticleDraft): Promise<SaveOutcome> {
  const draft = cleanAll(given);
  return save<SaveOutcome>(engine, memory, async (saving) => {
    check(draft);
    const known = await findKnown(saving, draft.keys);
    if (known !== null) {
      const [result, changed] = await updateArticle(saving, known, draft);
      const pointed = await pointCopies(saving, known, draft.copiedBy);
      return { result, changed: changed || pointed };
    }
    const id = await insertArticle(saving, draft);
    await pointCopies(saving, id, draft.copiedBy);
    return { result: { id, outcome: 'new' }, changed: true, newest: id };
  });
}

export function saveAnnotation(engine: Engine, memory: TagMemory, id: number, annotation: Annotation): Promise<void> {
  return save<void>(engine, memory, async (saving) => {
    const former = await readFormer(saving.rows, id);
    if (former === undefined) throw new TelalError('BAD_USER_INPUT', `The store has no article ${id}.`);
    await retag(saving, former, cleanAll(annotation));
    await loosen(saving.rows, saving.state, [id]);
    return { result: undefined, changed: true };
  });
}
