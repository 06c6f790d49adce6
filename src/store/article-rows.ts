import type { Article, DateSource } from '../domain/article.ts';
import type { Engine } from './engine.ts';

export interface ArticleRow {
  id: number;
  url: string;
  outlet: string;
  headline: string;
  summary: string | null;
  body: string | null;
  authors: string;
  image: string | null;
  language: string;
  sections: string;
  feed_topics: string;
  word_count: number;
  published_at: number;
  published_at_source: string;
  first_seen_at: number;
  revised_at: number | null;
  copy_of: number | null;
  agency: string | null;
  story: number | null;
}

/** Columns of an article from `articleTables`. */
export const articleColumns = `a.id, a.url, o.slug AS outlet, a.headline, a.summary, b.body, a.authors, a.image,
  a.language, a.sections, a.feed_topics, a.word_count, a.published_at, a.published_at_source, a.first_seen_at, a.revised_at,
  a.copy_of, a.agency, a.story`;

/** The joins that bring an article row `a` what stands elsewhere. */
export const articleJoins = `JOIN outlet o ON o.id = a.outlet_id LEFT JOIN article_body b ON b.article_id = a.id`;

/** A list of words as it is stored. */
export const list = (json: string): string[] => (json === '[]' ? [] : JSON.parse(json));

export const toArticle = (row: ArticleRow): Article => ({
  id: row.id,
  url: row.url,
  outlet: row.outlet,
  headline: row.headline,
  summary: row.summary,
  body: row.body,
  authors: list(row.authors),
  image: row.image === null ? null : JSON.parse(row.image),
  language: row.language,
  sections: list(row.sections),
  feedTopics: list(row.feed_topics),
  wordCount: row.word_count,
  publishedAt: row.published_at,
  publishedAtSource: row.published_at_source as DateSource,
  firstSeenAt: row.first_seen_at,
  revisedAt: row.revised_at,
  copyOf: row.copy_of,
  agency: row.agency,
  story: row.story,
});

export async function articlesByIds(engine: Engine, ids: readonly number[]): Promise<(Article | null)[]> {
  const rows = await engine.all<ArticleRow>(
    `SELECT ${articleColumns} FROM article a ${articleJoins} WHERE a.id IN ${engine.dialect.numbers}`,
    [JSON.stringify(ids)],
  );
  const byId = new Map(rows.map((row) => [row.id, toArticle(row)]));
  return ids.map((id) => byId.get(id) ?? null);
}

export async function articleByUrl(engine: Engine, url: string): Promise<Article | null> {
  const row = await engine.get<ArticleRow>(
    `SELECT ${articleColumns} FROM article_key k JOIN article a ON a.id = k.article_id ${articleJoins} WHERE k.key = ?`,
    [`url:${url}`],
  );
  return row ? toArticle(row) : null;
}
