import type { Annotation } from '../domain/annotation.ts';
import { TelalError } from '../domain/error.ts';
import type { ArticleDraft, SaveOutcome } from '../domain/store.ts';
import { writeAnnotation } from './annotation-rows.ts';
import { countWords, indexedText, type ShownText, sameText } from './article-text.ts';
import type { Dialect, Engine, Rows } from './engine.ts';
import { keepCounts, recount } from './rollups.ts';
import { holdState, type State, writeState } from './state.ts';
import type { TagIds } from './tags.ts';

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

interface FormerRow extends ShownText {
  id: number;
  published_at: number;
  published_at_source: string;
  first_seen_at: number;
  revised_at: number | null;
  authors: string;
  image: string | null;
  sections: string;
  outlet: string;
  country: string;
}

/** What one save works with. */
interface Saving {
  rows: Rows;
  dialect: Dialect;
  state: State;
  tags: TagIds;
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

/** Adds the keys that no article has yet; true where there were any. */
async function addKeys(saving: Saving, id: number, keys: readonly string[]): Promise<boolean> {
  const { rows, dialect } = saving;
  const list = JSON.stringify(keys);
  const known = await rows.all<{ key: string }>(`SELECT key FROM article_key WHERE key IN ${dialect.texts}`, [list]);
  const had = new Set(known.map((row) => row.key));
  const added = new Set(keys.filter((key) => !had.has(key)));
  await insertKeys(rows, id, added);
  return added.size > 0;
}

async function insertKeys(rows: Rows, id: number, keys: ReadonlySet<string>): Promise<void> {
  await rows.insert(
    'article_key',
    ['key', 'article_id'],
    [...keys].map((key) => [key, id]),
  );
}

async function addBands(rows: Rows, id: number, publishedAt: number, bands: readonly string[]): Promise<void> {
  await rows.insert(
    'copy_band',
    ['band', 'published_at', 'article_id'],
    [...new Set(bands)].map((band) => [band, publishedAt, id]),
  );
}

/** Makes stored articles point to the earlier one that they repeat. */
async function pointCopies(saving: Saving, id: number, copies: readonly number[] = []): Promise<boolean> {
  const others = copies.filter((copy) => copy !== id);
  if (others.length === 0) return false;
  await saving.rows.run(`UPDATE article SET copy_of = ? WHERE id IN ${saving.dialect.numbers}`, [
    id,
    JSON.stringify(others),
  ]);
  return true;
}

async function addStates(
  rows: Rows,
  id: number,
  first: number,
  states: readonly (ShownText & { seenAt: number })[],
): Promise<void> {
  await rows.insert(
    'revision',
    ['article_id', 'number', 'seen_at', 'headline', 'summary', 'body'],
    states.map((state, place) => [id, first + place, state.seenAt, state.headline, state.summary, state.body]),
  );
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

async function readFormer(rows: Rows, id: number): Promise<FormerRow> {
  const row = await rows.get<FormerRow>(
    `SELECT a.id, a.headline, a.summary, b.body, a.published_at, a.published_at_source, a.first_seen_at, a.revised_at,
       a.authors, a.image, a.sections, o.slug AS outlet, o.country
     FROM article a JOIN outlet o ON o.id = a.outlet_id LEFT JOIN article_body b ON b.article_id = a.id WHERE a.id = ?`,
    [id],
  );
  return row!;
}

/** Gives an article another time of publication, everywhere it stands. */
async function moveInTime(rows: Rows, id: number, publishedAt: number, source: string): Promise<void> {
  await rows.run(
    `UPDATE posting SET published_at = ? WHERE article_id = ?
     AND published_at = (SELECT published_at FROM article WHERE id = ?)
     AND tag_id IN (SELECT tag_id FROM article_tag WHERE article_id = ?)`,
    [publishedAt, id, id, id],
  );
  await rows.run('UPDATE copy_band SET published_at = ? WHERE article_id = ?', [publishedAt, id]);
  await rows.run('UPDATE article SET published_at = ?, published_at_source = ? WHERE id = ?', [
    publishedAt,
    source,
    id,
  ]);
}

async function keepRevision(rows: Rows, former: FormerRow, text: ShownText, seenAt: number): Promise<void> {
  const last = await rows.get<{ number: number | null }>(
    'SELECT max(number) AS number FROM revision WHERE article_id = ?',
    [former.id],
  );
  const first = last?.number ?? 0;
  const states = first === 0 ? [{ ...former, seenAt: former.first_seen_at }] : [];
  await addStates(rows, former.id, first + 1, [...states, { ...text, seenAt }]);
  await rows.run('UPDATE article SET revised_at = ? WHERE id = ?', [seenAt, former.id]);
}

const filled = (former: string, list: readonly string[]): string =>
  list.length > 0 && former === '[]' ? JSON.stringify(list) : former;

/** What a known article becomes by a draft. What is missing from the draft stays as it was. */
async function updateArticle(saving: Saving, id: number, draft: ArticleDraft): Promise<[SaveOutcome, boolean]> {
  const { rows, dialect } = saving;
  const former = await readFormer(rows, id);
  const text: ShownText = {
    headline: draft.headline,
    summary: draft.summary ?? former.summary,
    body: draft.body ?? former.body,
  };
  const newKeys = await addKeys(saving, id, draft.keys);
  // What was not known before is no change by the outlet.
  const before = { ...former, summary: former.summary ?? text.summary, body: former.body ?? text.body };
  const revised = !sameText(before, text);
  const rewritten = !sameText(former, text);
  const dated = former.published_at_source === 'FIRST_SEEN' && draft.publishedAtSource !== 'FIRST_SEEN';
  const image = draft.image !== null && (revised || former.image === null) ? JSON.stringify(draft.image) : former.image;
  const listed = revised ? '[]' : null;
  const authors = filled(listed && draft.authors.length > 0 ? listed : former.authors, draft.authors);
  const sections = filled(listed && draft.sections.length > 0 ? listed : former.sections, draft.sections);
  const dressed = image !== former.image || authors !== former.authors || sections !== former.sections;
  const outcome: SaveOutcome = { id, outcome: revised ? 'changed' : 'unchanged' };
  if (!rewritten && !dated && !dressed) return [outcome, newKeys];

  if (rewritten || dated) {
    await recount(rows, saving.state, id, -1);
    await dialect.articleText.remove(rows, id);
  }
  if (revised) await keepRevision(rows, former, text, draft.seenAt);
  if (dated) await moveInTime(rows, id, draft.publishedAt, draft.publishedAtSource);
  await rows.run(
    `UPDATE article SET headline = ?, summary = ?, authors = ?, image = ?, sections = ?, word_count = ? WHERE id = ?`,
    [text.headline, text.summary, authors, image, sections, countWords(text), id],
  );
  if (rewritten) {
    if (text.body !== null) {
      await rows.run(
        `INSERT INTO article_body (article_id, body) VALUES (?, ?)
         ON CONFLICT (article_id) DO UPDATE SET body = excluded.body`,
        [id, text.body],
      );
    }
    await rows.run('UPDATE article SET copy_of = ? WHERE id = ?', [draft.copyOf === id ? null : draft.copyOf, id]);
    await rows.run('DELETE FROM copy_band WHERE article_id = ?', [id]);
    await addBands(rows, id, dated ? draft.publishedAt : former.published_at, draft.copyBands);
    await retag(saving, { ...former, published_at: dated ? draft.publishedAt : former.published_at }, draft.annotation);
  }
  if (rewritten || dated) {
    await dialect.articleText.put(rows, id, indexedText(text));
    await recount(rows, saving.state, id, 1);
  }
  return [outcome, true];
}

async function retag(saving: Saving, article: FormerRow, annotation: Annotation): Promise<void> {
  const { rows, dialect } = saving;
  await rows.run('UPDATE article SET language = ?, agency = ? WHERE id = ?', [
    annotation.language,
    annotation.agency,
    article.id,
  ]);
  const { id, published_at: publishedAt, outlet: slug, country } = article;
  await writeAnnotation(rows, dialect, saving.tags, { id, publishedAt, outlet: { slug, country } }, annotation, false);
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
    if (newest !== undefined) state = await keepCounts(rows, state, newest);
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

export function saveArticle(engine: Engine, memory: TagMemory, draft: ArticleDraft): Promise<SaveOutcome> {
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
    await recount(saving.rows, saving.state, id, -1);
    await retag(saving, former, annotation);
    await recount(saving.rows, saving.state, id, 1);
    return { result: undefined, changed: true };
  });
}
