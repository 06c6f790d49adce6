import type { Article } from '../domain/article.ts';
import type { CopyCandidate, KnownArticle } from '../domain/draft.ts';
import type { Instant } from '../domain/text.ts';
import { type ArticleRow, articleColumns, articleJoins, list, toArticle } from './article-rows.ts';
import { cleanText } from './clean-text.ts';
import { marksWithin } from './copy-marks.ts';
import type { Engine } from './engine.ts';

interface KnownRow {
  key: string;
  id: number;
  headline: string;
  summary: string | null;
  body: string | null;
  sections: string;
  feed_topics: string;
  published_at: number;
  published_at_source: KnownArticle['publishedAtSource'];
}

export async function knownArticles(engine: Engine, keys: readonly string[]): Promise<Map<string, KnownArticle>> {
  const rows = await engine.all<KnownRow>(
    `SELECT k.key, a.id, a.headline, a.summary, b.body, a.sections, a.feed_topics, a.published_at, a.published_at_source
     FROM article_key k JOIN article a ON a.id = k.article_id LEFT JOIN article_body b ON b.article_id = a.id
     WHERE k.key IN ${engine.dialect.texts}`,
    [JSON.stringify(keys.map(cleanText))],
  );
  const asked = new Map(keys.map((key) => [cleanText(key), key]));
  return new Map(
    rows.map((row) => [
      asked.get(row.key) ?? row.key,
      {
        id: row.id,
        headline: row.headline,
        summary: row.summary,
        body: row.body,
        sections: list(row.sections),
        feedTopics: list(row.feed_topics),
        publishedAt: row.published_at,
        publishedAtSource: row.published_at_source,
      },
    ]),
  );
}

interface CandidateRow {
  id: number;
  outlet: string;
  published_at: number;
  headline: string;
  body: string;
}

const MOST_CANDIDATES = 20;

/** Texts published in that time that share a band, the oldest first. */
export async function copyCandidates(
  engine: Engine,
  bands: readonly string[],
  since: Instant,
  until: Instant,
): Promise<CopyCandidate[]> {
  const rows = await engine.all<CandidateRow>(
    `SELECT a.id, o.slug AS outlet, a.published_at, a.headline, t.body
     FROM (SELECT DISTINCT article_id FROM copy_mark WHERE mark IN ${engine.dialect.numbers}) c
     JOIN article a ON a.id = c.article_id JOIN outlet o ON o.id = a.outlet_id
     JOIN article_body t ON t.article_id = a.id
     WHERE a.published_at BETWEEN ? AND ?
     ORDER BY a.published_at, a.id LIMIT ${MOST_CANDIDATES}`,
    [JSON.stringify(marksWithin(since, until, bands)), since, until],
  );
  return rows.map(({ published_at: publishedAt, ...row }) => ({ ...row, publishedAt }));
}

/** Articles not annotated with `version`, ascending by id. */
export async function staleArticles(
  engine: Engine,
  version: string,
  afterId: number,
  limit: number,
  since: Instant | undefined,
): Promise<Article[]> {
  const rows = await engine.all<ArticleRow>(
    `SELECT ${articleColumns} FROM annotation n CROSS JOIN article a ${articleJoins}
     WHERE n.article_id > ? AND n.version <> ? AND a.id = n.article_id AND a.published_at >= ?
     ORDER BY n.article_id LIMIT ?`,
    [afterId, version, since ?? -8.64e15, limit],
  );
  return rows.map(toArticle);
}
