import type { Annotation } from '../domain/annotation.ts';
import type { TextSpan } from '../domain/text.ts';
import { withPresentSlugs } from './actor-aliases.ts';
import { type Annotated, addTags, type TaggedArticle, tagsOf } from './annotation-tags.ts';
import type { Dialect, Rows } from './engine.ts';
import { changeQuotes, writeQuotes } from './quote-rows.ts';
import type { Value } from './rows.ts';
import type { TagIds } from './tags.ts';

/**
 * A mention as stored: key, count, weight, and its evidence as [field, start, end, text]; of an actor on no list also the
 * name and the spelling that the article has for him.
 */
export type StoredMention = [
  key: string,
  count: number,
  weight: number,
  evidence: [TextSpan['field'], number, number, string][],
  ...names: string[],
];

const storedMention = (key: string, count: number, weight: number, evidence: readonly TextSpan[]): StoredMention => [
  key,
  count,
  weight,
  evidence.map((span) => [span.field, span.start, span.end, span.text]),
];

/** Most salient first; the text's own order where they are alike. */
const byWeight = (one: StoredMention, other: StoredMention): number => other[2] - one[2];

const columns = ['article_id', 'version', 'countries', 'actors', 'topics'];

function annotationRow(id: number, annotation: Annotation): Value[] {
  const countries = annotation.countries.map((tag) => storedMention(tag.code, tag.count, tag.salience, tag.evidence));
  const actors = annotation.actors.map((tag): StoredMention => {
    const mention = storedMention(tag.slug, tag.count, tag.salience, tag.evidence);
    return tag.curated ? mention : [...mention, tag.name, ...(tag.spelling === undefined ? [] : [tag.spelling])];
  });
  const topics = annotation.topics.map((t) => storedMention(t.slug, t.evidence.length, t.confidence, t.evidence));
  const list = (mentions: StoredMention[]) => JSON.stringify(mentions.sort(byWeight));
  return [id, annotation.version, list(countries), list(actors), list(topics)];
}

/** Writes the tags, mentions and quotations of articles that have none yet. */
export async function writeAnnotations(
  rows: Rows,
  dialect: Dialect,
  known: TagIds,
  given: readonly Annotated[],
): Promise<void> {
  const annotations = await withPresentSlugs(
    rows,
    dialect,
    given.map(([, annotation]) => annotation),
  );
  const articles = given.map(([article], place): Annotated => [article, annotations[place]!]);
  const tags = await tagsOf(rows, dialect, known, articles);
  await addTags(
    rows,
    articles.map(([article], place) => [article, tags[place]!]),
  );
  await rows.insert(
    'annotation',
    columns,
    articles.map(([{ id }, annotation]) => annotationRow(id, annotation)),
  );
  await writeQuotes(
    rows,
    dialect,
    articles.flatMap(([{ id }, { quotes }]) => quotes.map((quote, place) => ({ articleId: id, place, quote }))),
  );
}

/** Makes a stored article's tags, mentions and quotations those of another annotation. */
export async function changeAnnotation(
  rows: Rows,
  dialect: Dialect,
  known: TagIds,
  article: TaggedArticle,
  given: Annotation,
): Promise<void> {
  const [annotation = given] = await withPresentSlugs(rows, dialect, [given]);
  const [ids = new Set<number>()] = await tagsOf(rows, dialect, known, [[article, annotation]]);
  const former = await rows.all<{ tag_id: number }>('SELECT tag_id FROM article_tag WHERE article_id = ?', [
    article.id,
  ]);
  const had = new Set(former.map((tag) => tag.tag_id));
  const gone = [...had].filter((id) => !ids.has(id));
  await rows.each(
    'DELETE FROM posting WHERE tag_id = ? AND published_at = ? AND article_id = ?',
    gone.map((id) => [id, article.publishedAt, article.id]),
  );
  await rows.each(
    'DELETE FROM article_tag WHERE article_id = ? AND tag_id = ?',
    gone.map((id) => [article.id, id]),
  );
  await addTags(rows, [[article, [...ids].filter((id) => !had.has(id))]]);
  await rows.each(
    'UPDATE tag SET articles = articles - 1 WHERE id = ?',
    gone.map((id) => [id]),
  );
  await rows.insert(
    'annotation',
    columns,
    [annotationRow(article.id, annotation)],
    `ON CONFLICT (article_id) DO UPDATE SET version = excluded.version, countries = excluded.countries,
       actors = excluded.actors, topics = excluded.topics`,
  );
  await changeQuotes(rows, dialect, article.id, annotation.quotes);
}
