import type { Annotation } from '../domain/annotation.ts';
import type { TextSpan } from '../domain/text.ts';
import { actorOfText } from './actor-rows.ts';
import type { Dialect, Rows } from './engine.ts';
import { foldSearch } from './fold-search.ts';
import { ensureTag, type TagIds } from './tags.ts';

/** What the tags of an article hang on. */
export interface TaggedArticle {
  id: number;
  publishedAt: number;
  outlet: { slug: string; country: string };
}

/** A mention as stored: key, count, weight, and its evidence as [field, start, end, text]. */
export type StoredMention = [string, number, number, [TextSpan['field'], number, number, string][]];

const storedMention = (key: string, count: number, weight: number, evidence: readonly TextSpan[]): StoredMention => [
  key,
  count,
  weight,
  evidence.map((span) => [span.field, span.start, span.end, span.text]),
];

/** Most salient first; the text's own order where they are alike. */
const byWeight = (one: StoredMention, other: StoredMention): number => other[2] - one[2];

async function topicPaths(rows: Rows, dialect: Dialect, slugs: readonly string[]): Promise<Set<string>> {
  const found = new Set(slugs);
  if (slugs.length === 0) return found;
  const paths = await rows.all<{ path: string }>(`SELECT path FROM topic WHERE slug IN ${dialect.texts}`, [
    JSON.stringify(slugs),
  ]);
  for (const { path } of paths) for (const slug of JSON.parse(path) as string[]) found.add(slug);
  return found;
}

/** All tags that an article has by its outlet and annotation, made where they are missing. */
async function tagIds(
  rows: Rows,
  dialect: Dialect,
  known: TagIds,
  article: TaggedArticle,
  annotation: Annotation,
): Promise<Set<number>> {
  const ids = new Set<number>();
  const add = async (kind: Parameters<typeof ensureTag>[2], key: string): Promise<void> => {
    ids.add(await ensureTag(rows, known, kind, key));
  };
  await add('special', 'all');
  await add('publisher', article.outlet.country);
  await add('outlet', article.outlet.slug);
  await add('language', annotation.language);
  await add('bareLanguage', annotation.language.split('-')[0]!);
  for (const country of annotation.countries) await add('about', country.code);
  const topics = annotation.topics.map((topic) => topic.slug);
  for (const slug of await topicPaths(rows, dialect, topics)) await add('topic', slug);
  for (const actor of annotation.actors) ids.add(await actorOfText(rows, known, actor));
  for (const quote of annotation.quotes) if (quote.speaker !== null) await add('speaker', quote.speaker);
  if (annotation.quotes.length > 0) await add('special', 'quoted');
  return ids;
}

async function countTags(rows: Rows, ids: readonly number[], by: 1 | -1): Promise<void> {
  await rows.each(
    `UPDATE tag SET articles = articles + ${by} WHERE id = ?`,
    ids.map((id) => [id]),
  );
}

async function writeQuotes(rows: Rows, dialect: Dialect, articleId: number, annotation: Annotation): Promise<void> {
  const former = await rows.all<{ id: number; place: number; text: string }>(
    'SELECT id, place, text FROM quote WHERE article_id = ?',
    [articleId],
  );
  const texts = new Map(former.map((quote) => [quote.place, quote]));
  for (const [place, quote] of annotation.quotes.entries()) {
    const same = texts.get(place);
    const { field, start, end } = quote.span;
    // A quotation keeps its id for as long as its place holds it.
    const values = [quote.text, quote.speakerName, quote.speaker, field, start, end];
    const columns = ['text', 'speaker_name', 'speaker', 'field', 'start_at', 'end_at'];
    let id = same?.id;
    if (id === undefined) {
      id = await rows.create('quote', ['article_id', 'place', ...columns], [articleId, place, ...values]);
    } else {
      const set = columns.map((column) => `${column} = ?`).join(', ');
      await rows.run(`UPDATE quote SET ${set} WHERE id = ?`, [...values, id]);
    }
    texts.delete(place);
    if (same?.text === quote.text) continue;
    if (same) await dialect.quoteText.remove(rows, same.id);
    await dialect.quoteText.put(rows, id, { headline: foldSearch(quote.text), summary: '', body: '', focus: '' });
  }
  for (const gone of texts.values()) {
    await dialect.quoteText.remove(rows, gone.id);
    await rows.run('DELETE FROM quote WHERE id = ?', [gone.id]);
  }
}

/** Makes an article's tags, mentions and quotations those of the annotation. `fresh` where it has none yet. */
export async function writeAnnotation(
  rows: Rows,
  dialect: Dialect,
  known: TagIds,
  article: TaggedArticle,
  annotation: Annotation,
  fresh: boolean,
): Promise<void> {
  const ids = await tagIds(rows, dialect, known, article, annotation);
  const former = fresh
    ? []
    : await rows.all<{ tag_id: number }>('SELECT tag_id FROM article_tag WHERE article_id = ?', [article.id]);
  const had = new Set(former.map((tag) => tag.tag_id));
  const gone = [...had].filter((id) => !ids.has(id));
  const added = [...ids].filter((id) => !had.has(id));
  await rows.each(
    'DELETE FROM posting WHERE tag_id = ? AND published_at = ? AND article_id = ?',
    gone.map((id) => [id, article.publishedAt, article.id]),
  );
  await rows.each(
    'DELETE FROM article_tag WHERE article_id = ? AND tag_id = ?',
    gone.map((id) => [article.id, id]),
  );
  await rows.insert(
    'posting',
    ['tag_id', 'published_at', 'article_id'],
    added.map((id) => [id, article.publishedAt, article.id]),
  );
  await rows.insert(
    'article_tag',
    ['article_id', 'tag_id'],
    added.map((id) => [article.id, id]),
  );
  await countTags(rows, added, 1);
  await countTags(rows, gone, -1);
  const countries = annotation.countries.map((tag) => storedMention(tag.code, tag.count, tag.salience, tag.evidence));
  const actors = annotation.actors.map((tag) => storedMention(tag.slug, tag.count, tag.salience, tag.evidence));
  const topics = annotation.topics.map((t) => storedMention(t.slug, t.evidence.length, t.confidence, t.evidence));
  await rows.run(
    `INSERT INTO annotation (article_id, version, countries, actors, topics) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (article_id) DO UPDATE SET version = excluded.version, countries = excluded.countries,
       actors = excluded.actors, topics = excluded.topics`,
    [
      article.id,
      annotation.version,
      JSON.stringify(countries.sort(byWeight)),
      JSON.stringify(actors.sort(byWeight)),
      JSON.stringify(topics.sort(byWeight)),
    ],
  );
  if (!fresh || annotation.quotes.length > 0) await writeQuotes(rows, dialect, article.id, annotation);
}
