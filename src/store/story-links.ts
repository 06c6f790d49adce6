import type { Article } from '../domain/article.ts';
import type { StoryLink } from '../domain/story.ts';
import type { Instant } from '../domain/text.ts';
import type { Engine } from './engine.ts';

/** The places of articles in their stories, by article; the first article of a story is one published since then. */
export async function storyLinks(
  engine: Engine,
  articles: readonly Pick<Article, 'id' | 'story'>[],
  since: Instant,
): Promise<Map<number, StoryLink>> {
  const placed = articles.flatMap(({ id, story }) => (story === null ? [] : [{ id, story }]));
  if (placed.length === 0) return new Map();
  const { numbers } = engine.dialect;
  const ids = JSON.stringify(placed.map(({ id }) => id));
  const stories = JSON.stringify([...new Set(placed.map(({ story }) => story))]);
  const [parts, firsts, merged] = await Promise.all([
    engine.all<{ article_id: number; features: string; centrality: number }>(
      `SELECT article_id, features, centrality FROM story_article WHERE article_id IN ${numbers}`,
      [ids],
    ),
    engine.all<{ story: number; url: string }>(
      `SELECT a.story, a.url FROM article a JOIN (
         SELECT min(id) AS id FROM article WHERE story IN ${numbers} AND published_at >= ? GROUP BY story
       ) f ON f.id = a.id`,
      [stories, since],
    ),
    engine.all<{ id: number; merged_into: number }>(
      `SELECT id, merged_into FROM story WHERE merged_into IN ${numbers} ORDER BY id`,
      [stories],
    ),
  ]);
  const part = new Map(parts.map((row) => [row.article_id, row]));
  const first = new Map(firsts.map(({ story, url }) => [story, url]));
  const former = Map.groupBy(merged, (row) => row.merged_into);
  return new Map(
    placed.flatMap(({ id, story }): [number, StoryLink][] => {
      const its = part.get(id);
      const url = first.get(story);
      if (its === undefined || url === undefined) return [];
      const { features, centrality } = its;
      const ids = (former.get(story) ?? []).map((row) => row.id);
      return [[id, { id: story, first: url, former: ids, features, centrality }]];
    }),
  );
}
