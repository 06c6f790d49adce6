import type { ActorTag, Annotation, QuoteTag } from '../domain/annotation.ts';
import type { Article, Quote, StoredActor } from '../domain/article.ts';
import type { Mention } from '../domain/counts.ts';
import type { StoredArticle } from '../domain/store.ts';
import type { Instant } from '../domain/text.ts';
import { formerSlugs } from './actor-aliases.ts';
import { actorsBySlugs } from './actors.ts';
import { type ArticleRow, articleColumns, articleJoins, toArticle } from './article-rows.ts';
import type { Engine } from './engine.ts';
import { mentionsOf, quotesOf, revisionsOf } from './mentions.ts';
import { storyLinks } from './story-links.ts';

/** Whole articles in the order of their ids: a bounded number of statements for each call. */
export async function storedArticles(
  engine: Engine,
  afterId: number,
  limit: number,
  since: Instant = -8.64e15,
): Promise<StoredArticle[]> {
  const rows = await engine.all<ArticleRow>(
    `SELECT ${articleColumns} FROM article a ${articleJoins}
     WHERE a.id > ? AND a.published_at >= ? ORDER BY a.id LIMIT ?`,
    [afterId, since, limit],
  );
  const articles = rows.map(toArticle);
  const ids = articles.map((article) => article.id);
  const list = JSON.stringify(ids);
  const [countries, actors, topics, quotes, revisions, keys, versions, copies, stories] = await Promise.all([
    mentionsOf(engine, 'countries', ids),
    mentionsOf(engine, 'actors', ids),
    mentionsOf(engine, 'topics', ids),
    quotesOf(engine, ids),
    revisionsOf(engine, ids),
    engine.all<{ article_id: number; key: string }>(
      `SELECT article_id, key FROM article_key WHERE article_id IN ${engine.dialect.numbers} ORDER BY key`,
      [list],
    ),
    engine.all<{ article_id: number; version: string }>(
      `SELECT article_id, version FROM annotation WHERE article_id IN ${engine.dialect.numbers}`,
      [list],
    ),
    engine.all<{ id: number; url: string }>(`SELECT id, url FROM article WHERE id IN ${engine.dialect.numbers}`, [
      JSON.stringify(articles.flatMap((article) => (article.copyOf === null ? [] : [article.copyOf]))),
    ]),
    storyLinks(engine, articles, since),
  ]);
  const known = await actorsOf(engine, actors);
  const former = Map.groupBy(await formerSlugs(engine, engine.dialect, [...known.keys()]), ({ into }) => into);
  const version = new Map(versions.map((row) => [row.article_id, row.version]));
  const urls = new Map(copies.map((row) => [row.id, row.url]));
  const of = <T extends { articleId: number }>(all: readonly T[]) => Map.groupBy(all, (one) => one.articleId);
  const parts = { countries: of(countries), actors: of(actors), topics: of(topics), quotes: of(quotes) };
  const states = of(revisions);
  const keysOf = Map.groupBy(keys, (row) => row.article_id);
  return articles.map((article) => {
    const annotation: Annotation = {
      language: article.language,
      countries: (parts.countries.get(article.id) ?? []).map(({ key: code, count, weight: salience, evidence }) => {
        return { code, count, salience, evidence };
      }),
      actors: (parts.actors.get(article.id) ?? []).flatMap((mention) => actorTag(mention, known)),
      topics: (parts.topics.get(article.id) ?? []).map(({ key: slug, weight: confidence, evidence }) => {
        return { slug, mediaTopicId: null, confidence, evidence };
      }),
      quotes: (parts.quotes.get(article.id) ?? []).map((quote) => quoteTag(quote, article)),
      agency: article.agency,
      version: version.get(article.id) ?? '',
    };
    return {
      article,
      keys: (keysOf.get(article.id) ?? []).map((row) => row.key).sort(mainFirst(article.url)),
      annotation,
      revisions: (states.get(article.id) ?? []).map(({ articleId: _, ...state }) => state),
      copyOfUrl: article.copyOf === null ? null : (urls.get(article.copyOf) ?? null),
      story: stories.get(article.id) ?? null,
      joined: annotation.actors.flatMap(({ slug: into }) =>
        (former.get(into) ?? []).map(({ slug }) => ({ slug, into, name: known.get(into)!.name })),
      ),
    };
  });
}

async function actorsOf(engine: Engine, mentions: readonly Mention[]): Promise<Map<string, StoredActor>> {
  const slugs = [...new Set(mentions.map((mention) => mention.key))];
  const found = await actorsBySlugs(engine, slugs);
  return new Map(found.flatMap((actor) => (actor === null ? [] : [[actor.slug, actor]])));
}

function actorTag(
  { key: slug, count, weight: salience, evidence, name: own, spelling }: Mention,
  known: Map<string, StoredActor>,
): ActorTag[] {
  const actor = known.get(slug);
  if (actor === undefined) return [];
  const { kind, wikidataId, curated } = actor;
  const name = curated ? actor.name : (own ?? actor.name);
  const spelled = curated || spelling === undefined ? {} : { spelling };
  return [{ slug, kind, name, ...spelled, wikidataId, curated, count, salience, evidence }];
}

function quoteTag({ text, speakerName, speaker, field, start, end }: Quote, article: Article): QuoteTag {
  const whole = { HEADLINE: article.headline, SUMMARY: article.summary, BODY: article.body }[field] ?? '';
  return { text, speakerName, speaker, span: { field, start, end, text: whole.slice(start, end) } };
}

const mainFirst = (url: string) => (one: string, other: string) =>
  Number(other === `url:${url}`) - Number(one === `url:${url}`);
