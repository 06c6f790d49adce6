import type { Annotation } from '../domain/annotation.ts';
import type { ArticleDraft, SaveOutcome } from '../domain/draft.ts';
import { changeAnnotation } from './annotation-rows.ts';
import { addStates, insertKeys, type Saving } from './article-parts.ts';
import { list } from './article-rows.ts';
import { countWords, indexedText, type ShownText, sameText } from './article-text.ts';
import { addMarks, removeMarks } from './copy-marks.ts';
import type { Rows } from './engine.ts';
import { loosen } from './tag-blocks.ts';

export interface FormerRow extends ShownText {
  id: number;
  /** JSON; of a text without a body there are none. */
  bands: string | null;
  published_at: number;
  published_at_source: string;
  first_seen_at: number;
  revised_at: number | null;
  authors: string;
  image: string | null;
  sections: string;
  feed_topics: string;
  outlet: string;
  country: string;
}

/** Stored articles, as far as a save may change them, by their ids. */
export async function readFormers({ rows, dialect }: Pick<Saving, 'rows' | 'dialect'>, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, FormerRow>();
  const found = await rows.all<FormerRow>(
    `SELECT a.id, a.headline, a.summary, b.body, b.bands, a.published_at, a.published_at_source, a.first_seen_at, a.revised_at,
       a.authors, a.image, a.sections, a.feed_topics, o.slug AS outlet, o.country
     FROM article a JOIN outlet o ON o.id = a.outlet_id LEFT JOIN article_body b ON b.article_id = a.id
     WHERE a.id IN ${dialect.numbers}`,
    [JSON.stringify(ids)],
  );
  return new Map(found.map((row) => [row.id, row]));
}

/** Gives an article another time of publication, everywhere it stands. */
async function moveInTime(rows: Rows, id: number, publishedAt: number, source: string): Promise<void> {
  await rows.run(
    `UPDATE posting SET published_at = ? WHERE article_id = ?
     AND published_at = (SELECT published_at FROM article WHERE id = ?)
     AND tag_id IN (SELECT tag_id FROM article_tag WHERE article_id = ?)`,
    [publishedAt, id, id, id],
  );
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

const joined = (former: string, more: readonly string[]): string =>
  JSON.stringify([...new Set([...list(former), ...more])]);

const filled = (former: string, list: readonly string[]): string =>
  list.length > 0 && former === '[]' ? JSON.stringify(list) : former;

/** What a known article becomes by a draft; `newKeys` are those that no article has. What is missing from the draft stays as it was. */
export async function updateArticle(
  saving: Saving,
  former: FormerRow,
  draft: ArticleDraft,
  newKeys: readonly string[],
): Promise<[SaveOutcome, boolean]> {
  const { rows, dialect } = saving;
  const { id } = former;
  const text: ShownText = {
    headline: draft.headline,
    summary: draft.summary ?? former.summary,
    body: draft.body ?? former.body,
  };
  if (newKeys.length > 0) await insertKeys(rows, [[id, newKeys]]);
  // What was not known before is no change by the outlet.
  const before = { ...former, summary: former.summary ?? text.summary, body: former.body ?? text.body };
  const revised = !sameText(before, text);
  const rewritten = !sameText(former, text);
  const dated = former.published_at_source === 'FIRST_SEEN' && draft.publishedAtSource !== 'FIRST_SEEN';
  const image = draft.image !== null && (revised || former.image === null) ? JSON.stringify(draft.image) : former.image;
  const listed = revised ? '[]' : null;
  const authors = filled(listed && draft.authors.length > 0 ? listed : former.authors, draft.authors);
  const sections =
    revised && draft.sections.length > 0 ? JSON.stringify(draft.sections) : joined(former.sections, draft.sections);
  const feedTopics = joined(former.feed_topics, draft.feedTopics ?? []);
  // Another feed says what it is about; what was not annotated for that tells nothing of it.
  const evident =
    (sections !== former.sections || feedTopics !== former.feed_topics) && draft.annotation.version !== '';
  const dressed =
    image !== former.image ||
    authors !== former.authors ||
    sections !== former.sections ||
    feedTopics !== former.feed_topics;
  const outcome: SaveOutcome = { id, outcome: revised ? 'changed' : 'unchanged' };
  if (!rewritten && !dated && !dressed) return [outcome, newKeys.length > 0];
  const publishedAt = dated ? draft.publishedAt : former.published_at;
  const formerBands = JSON.parse(former.bands ?? '[]') as string[];
  const bands = rewritten && text.body !== null ? draft.copyBands : formerBands;

  if (rewritten || dated) await dialect.articleText.remove(rows, id);
  if (revised) await keepRevision(rows, former, text, draft.seenAt);
  if (dated) await moveInTime(rows, id, draft.publishedAt, draft.publishedAtSource);
  await rows.run(
    `UPDATE article SET headline = ?, summary = ?, authors = ?, image = ?, sections = ?, feed_topics = ?, word_count = ?
     WHERE id = ?`,
    [text.headline, text.summary, authors, image, sections, feedTopics, countWords(text), id],
  );
  if (rewritten) {
    if (text.body !== null) {
      await rows.run(
        `INSERT INTO article_body (article_id, body, bands) VALUES (?, ?, ?)
         ON CONFLICT (article_id) DO UPDATE SET body = excluded.body, bands = excluded.bands`,
        [id, text.body, JSON.stringify(bands)],
      );
    }
    await rows.run('UPDATE article SET copy_of = ? WHERE id = ?', [draft.copyOf === id ? null : draft.copyOf, id]);
  }
  if (rewritten || evident) await retag(saving, { ...former, published_at: publishedAt }, draft.annotation);
  if (rewritten || dated) {
    await removeMarks(rows, [{ id, publishedAt: former.published_at, bands: formerBands }]);
    await addMarks(rows, [{ id, publishedAt, bands }]);
    await dialect.articleText.put(rows, [[id, indexedText(text)]]);
  }
  if (rewritten || dated || evident) await loosen(rows, saving.state, [id]);
  return [outcome, true];
}

/** Makes the tags of a stored article those of another annotation. */
export async function retag(saving: Saving, article: FormerRow, annotation: Annotation): Promise<void> {
  const { rows, dialect } = saving;
  await rows.run('UPDATE article SET language = ?, agency = ? WHERE id = ?', [
    annotation.language,
    annotation.agency,
    article.id,
  ]);
  const { id, published_at: publishedAt, outlet: slug, country } = article;
  await changeAnnotation(rows, dialect, saving.tags, { id, publishedAt, outlet: { slug, country } }, annotation);
}
