import type { Engine } from './engine.ts';

/** Looks whether files and counts are right; a plain sentence for each thing that is not. */
export async function checkStore(engine: Engine): Promise<string[]> {
  const faults = await engine.faults();
  const counts = await engine.all<{ kind: string; key: string; articles: number; found: number }>(
    `SELECT t.kind, t.key, t.articles, count(p.article_id) AS found
     FROM tag t LEFT JOIN posting p ON p.tag_id = t.id
     GROUP BY t.id, t.kind, t.key, t.articles HAVING count(p.article_id) <> t.articles LIMIT 20`,
  );
  const bare = await engine.get<{ n: number }>(
    'SELECT count(*) AS n FROM article a LEFT JOIN annotation t ON t.article_id = a.id WHERE t.article_id IS NULL',
  );
  return [
    ...faults.map((fault) => `The database is damaged: ${fault}.`),
    ...counts.map(
      (tag) => `${tag.kind} "${tag.key}" is counted ${tag.articles} times, but stands at ${tag.found} articles.`,
    ),
    ...(bare && bare.n > 0 ? [`${bare.n} articles have no annotation; "telal annotate" makes them.`] : []),
  ];
}
