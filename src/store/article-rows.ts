import type { Article, ArticleParts, DateSource, ListedArticle } from '../domain/article.ts';
import type { Engine } from './engine.ts';
import { type MentionColumns, ReadMentions } from './mentions.ts';

/** What stands in every article's own row. */
interface PlainRow {
  id: number;
  url: string;
  outlet: string;
  headline: string;
  summary: string | null;
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

export interface ArticleRow extends PlainRow {
  body: string | null;
}

export type ListedRow = PlainRow & Partial<Pick<ArticleRow, 'body'>> & Partial<MentionColumns>;

const plainColumns = `a.id, a.url, o.slug AS outlet, a.headline, a.summary, a.authors, a.image, a.language, a.sections,
  a.feed_topics, a.word_count, a.published_at, a.published_at_source, a.first_seen_at, a.revised_at, a.copy_of, a.agency,
  a.story`;
const plainJoins = 'JOIN outlet o ON o.id = a.outlet_id';

/** Columns of an article and of its parts, and the joins that bring an article row `a` what stands elsewhere. */
export function articleSelection(parts: ArticleParts): { columns: string; joins: string } {
  const body = parts.body ? [', b.body', ' LEFT JOIN article_body b ON b.article_id = a.id'] : ['', ''];
  const mentions = parts.mentions
    ? [', t.countries, t.actors, t.topics', ' LEFT JOIN annotation t ON t.article_id = a.id']
    : ['', ''];
  return { columns: plainColumns + body[0] + mentions[0], joins: plainJoins + body[1] + mentions[1] };
}

/** A whole article, without what it mentions. */
export const wholeArticle: ArticleParts = { body: true, mentions: false };

export const { columns: articleColumns, joins: articleJoins } = articleSelection(wholeArticle);

/** A list of words as it is stored. */
export const list = (json: string): string[] => (json === '[]' ? [] : JSON.parse(json));

const plainArticle = (row: PlainRow): Omit<Article, 'body'> => ({
  id: row.id,
  url: row.url,
  outlet: row.outlet,
  headline: row.headline,
  summary: row.summary,
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

export const toArticle = (row: ArticleRow): Article => ({ ...plainArticle(row), body: row.body });

/** An article with the parts that were asked for. */
export function toListed(row: ListedRow, parts: ArticleParts): ListedArticle {
  const article: ListedArticle = plainArticle(row);
  if (parts.body) article.body = row.body ?? null;
  if (parts.mentions) article.mentions = new ReadMentions(row.id, row);
  return article;
}

export async function articlesByIds(engine: Engine, ids: readonly number[]): Promise<(Article | null)[]> {
  const rows = await engine.lookup<ArticleRow>(
    `SELECT ${articleColumns} FROM article a ${articleJoins} WHERE a.id IN ${engine.dialect.numbers}`,
    [JSON.stringify(ids)],
  );
  const byId = new Map(rows.map((row) => [row.id, toArticle(row)]));
  return ids.map((id) => byId.get(id) ?? null);
}

export async function articleByUrl(engine: Engine, url: string): Promise<Article | null> {
  const [row] = await engine.lookup<ArticleRow>(
    `SELECT ${articleColumns} FROM article_key k JOIN article a ON a.id = k.article_id ${articleJoins} WHERE k.key = ?`,
    [`url:${url}`],
  );
  return row ? toArticle(row) : null;
}
