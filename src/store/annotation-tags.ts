import type { Annotation } from '../domain/annotation.ts';
import { actorsOfTexts } from './actor-rows.ts';
import type { Dialect, Rows } from './engine.ts';
import { ensureTag, type TagIds, type TagKind } from './tags.ts';

/** What the tags of an article hang on. */
export interface TaggedArticle {
  id: number;
  publishedAt: number;
  outlet: { slug: string; country: string };
}

/** An article with what its text says. */
export type Annotated = readonly [article: TaggedArticle, annotation: Annotation];

async function topicPaths(
  rows: Rows,
  dialect: Dialect,
  articles: readonly Annotated[],
): Promise<Map<string, readonly string[]>> {
  const slugs = new Set(articles.flatMap(([, { topics }]) => topics.map((topic) => topic.slug)));
  if (slugs.size === 0) return new Map();
  const paths = await rows.all<{ slug: string; path: string }>(
    `SELECT slug, path FROM topic WHERE slug IN ${dialect.texts}`,
    [JSON.stringify([...slugs])],
  );
  return new Map(paths.map(({ slug, path }) => [slug, JSON.parse(path) as string[]]));
}

/** All tags that articles have by their outlets and annotations, in the articles' order, made where they are missing. */
export async function tagsOf(
  rows: Rows,
  dialect: Dialect,
  known: TagIds,
  articles: readonly Annotated[],
): Promise<Set<number>[]> {
  const paths = await topicPaths(rows, dialect, articles);
  const actors = await actorsOfTexts(
    rows,
    dialect,
    known,
    articles.flatMap(([, annotation]) => annotation.actors),
  );
  const all: Set<number>[] = [];
  for (const [{ outlet }, annotation] of articles) {
    const ids = new Set<number>();
    const add = async (kind: TagKind, key: string): Promise<void> => {
      ids.add(await ensureTag(rows, known, kind, key));
    };
    await add('special', 'all');
    await add('publisher', outlet.country);
    await add('outlet', outlet.slug);
    await add('language', annotation.language);
    await add('bareLanguage', annotation.language.split('-')[0]!);
    for (const country of annotation.countries) await add('about', country.code);
    for (const { slug } of annotation.topics) {
      await add('topic', slug);
      for (const above of paths.get(slug) ?? []) await add('topic', above);
    }
    for (const { slug } of annotation.actors) ids.add(actors.get(slug)!);
    for (const { speaker } of annotation.quotes) if (speaker !== null) await add('speaker', speaker);
    if (annotation.quotes.length > 0) await add('special', 'quoted');
    all.push(ids);
  }
  return all;
}

/** Writes tags that articles have got; in the order of the indexes, which takes a fifth of the time where they are many. */
export async function addTags(
  rows: Rows,
  tagged: readonly (readonly [article: Pick<TaggedArticle, 'id' | 'publishedAt'>, ids: Iterable<number>])[],
): Promise<void> {
  const lists = tagged.map(([{ id, publishedAt }, ids]) => ({ id, publishedAt, ids: Uint32Array.from(ids).sort() }));
  const tags: [article: number, tag: number][] = [];
  for (const { id, ids } of lists.sort((a, b) => a.id - b.id)) for (const tag of ids) tags.push([id, tag]);
  await rows.insert('article_tag', ['article_id', 'tag_id'], tags);
  // Tag by tag: within each they come in order of publication then.
  const postings = new Map<number, [tag: number, publishedAt: number, article: number][]>();
  for (const { id, publishedAt, ids } of lists.sort((a, b) => a.publishedAt - b.publishedAt || a.id - b.id))
    for (const tag of ids) {
      const its = postings.get(tag);
      if (its === undefined) postings.set(tag, [[tag, publishedAt, id]]);
      else its.push([tag, publishedAt, id]);
    }
  const inOrder = [...postings].sort(([one], [other]) => one - other);
  await rows.insert(
    'posting',
    ['tag_id', 'published_at', 'article_id'],
    inOrder.flatMap(([, its]) => its),
  );
  await rows.each(
    'UPDATE tag SET articles = articles + ? WHERE id = ?',
    inOrder.map(([tag, its]) => [its.length, tag]),
  );
}
