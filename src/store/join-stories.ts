import type { StoryLink } from '../domain/story.ts';
import type { Saving } from './article-parts.ts';
import { recountStory } from './recount-story.ts';

/**
 * Puts articles that came from another store into the stories that they had there. Which story that is here tells its
 * first article: where that one has a story, it is this one. Else one is begun, under the id it had there where that is
 * free. An article that has a story stays in it. True where anything changed.
 */
export async function joinStories(
  saving: Saving,
  links: readonly (readonly [articleId: number, link: StoryLink])[],
  byKey: ReadonlyMap<string, number>,
): Promise<boolean> {
  const { rows, dialect } = saving;
  const firstOf = (link: StoryLink): number | undefined => byKey.get(`url:${link.first}`);
  const asked = links.flatMap(([id, link]) => [id, firstOf(link)]).filter((id) => id !== undefined);
  const placed = await rows.all<{ id: number; story: number }>(
    `SELECT id, story FROM article WHERE id IN ${dialect.numbers} AND story IS NOT NULL`,
    [JSON.stringify([...new Set(asked)])],
  );
  const storyOf = new Map(placed.map(({ id, story }) => [id, story]));
  const wanting = links.filter(([id]) => !storyOf.has(id));
  if (wanting.length === 0) return false;

  const held = await rows.get<{ position: number }>(
    `SELECT position FROM story_state WHERE one = 1${dialect.forUpdate}`,
  );
  const position = held!.position + 1;
  const begun = new Map<string, number>();
  const joined = new Map<number, number>();
  for (const [id, link] of wanting) {
    const first = firstOf(link);
    let story = (first === undefined ? undefined : (storyOf.get(first) ?? joined.get(first))) ?? begun.get(link.first);
    story ??= await beginStory(saving, link, position);
    begun.set(link.first, story);
    joined.set(id, story);
  }
  await rows.each(
    'UPDATE article SET story = ? WHERE id = ?',
    [...joined].map(([id, story]) => [story, id]),
  );
  await rows.insert(
    'story_article',
    ['article_id', 'position', 'features', 'centrality'],
    wanting.map(([id, { features, centrality }]) => [id, position, features, centrality]),
    'ON CONFLICT (article_id) DO NOTHING',
  );
  for (const story of new Set(joined.values())) await recountStory(rows, story, position);
  await rows.run('UPDATE story_state SET position = ? WHERE one = 1', [position]);
  return true;
}

/** Begins a story, with those that had become part of it, as far as their ids are free. */
async function beginStory({ rows, dialect }: Saving, link: StoryLink, position: number): Promise<number> {
  const ids = [link.id, ...link.former];
  const found = await rows.all<{ id: number }>(`SELECT id FROM story WHERE id IN ${dialect.numbers}`, [
    JSON.stringify(ids),
  ]);
  const taken = new Set(found.map((row) => row.id));
  const columns = ['merged_into', 'first_published_at', 'last_published_at', 'articles', 'outlets', 'countries'];
  const empty = (into: number | null) => [into, 0, 0, 0, 0, 0, position];
  let story = link.id;
  if (taken.has(link.id)) story = await rows.create('story', [...columns, 'position'], empty(null));
  const free = ids.filter((id) => !taken.has(id));
  await rows.insert(
    'story',
    ['id', ...columns, 'position'],
    free.map((id) => [id, ...empty(id === story ? null : story)]),
  );
  if (dialect.skipIds !== null && free.length > 0) await rows.all(dialect.skipIds('story'));
  return story;
}
