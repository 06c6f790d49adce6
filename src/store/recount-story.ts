import type { Rows } from './engine.ts';

/** Who an article's words come from: an agency, the house behind an outlet, or the outlet. */
const source = (article: string, outlet: string): string =>
  `coalesce(${article}.agency, 'owner ' || ${outlet}.owner, ${outlet}.slug)`;

/** Counts a story's articles anew; a copy has the source of what it repeats. */
export async function recountStory(rows: Rows, story: number, position: number): Promise<void> {
  const counts = await rows.get<{ first: number; last: number; articles: number; outlets: number; countries: number }>(
    `SELECT min(a.published_at) AS first, max(a.published_at) AS last, count(*) AS articles,
       count(DISTINCT o.country) AS countries,
       count(DISTINCT CASE WHEN c.id IS NULL THEN ${source('a', 'o')} ELSE ${source('c', 'co')} END) AS outlets
     FROM article a JOIN outlet o ON o.id = a.outlet_id
     LEFT JOIN article c ON c.id = a.copy_of LEFT JOIN outlet co ON co.id = c.outlet_id
     WHERE a.story = ?`,
    [story],
  );
  await rows.run(
    `UPDATE story SET first_published_at = ?, last_published_at = ?, articles = ?, outlets = ?, countries = ?,
       position = ? WHERE id = ?`,
    [counts!.first, counts!.last, counts!.articles, counts!.outlets, counts!.countries, position, story],
  );
}
