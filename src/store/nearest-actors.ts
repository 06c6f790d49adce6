import type { Engine, Value } from './engine.ts';
import { foldWords } from './fold-search.ts';

/** Letters to insert, drop, change or swap to make one word the other; stops counting past `most`. */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = previous;
    previous = row;
  }
  return previous[other.length]!;
}

/** How far a known slug is from the wanted one: as a whole, or word by word, where words are missing or swapped. */
function distance(wanted: string, words: readonly string[], slug: string): number {
  const most = Math.max(2, Math.floor(wanted.length / 3));
  const own = slug.split('-');
  const each = words.map((word) =>
    Math.min(...own.map((part) => editDistance(word, part, Math.ceil(word.length / 3)))),
  );
  const wordwise = each.reduce((sum, n) => sum + n, 0) + Math.max(0, own.length - words.length) * 0.5;
  const close = each.every((n, i) => n <= Math.ceil(words[i]!.length / 3));
  return Math.min(editDistance(wanted, slug, most), close && words.length > 0 ? wordwise + 0.25 : Infinity, most + 1);
}

const CANDIDATES = 4_000;
const NEAREST = 3;

/** The known slugs nearest to a wrong one; none that is nothing like it. */
export async function nearestActors(engine: Engine, slug: string): Promise<string[]> {
  const words = foldWords(slug.slice(0, 200)).slice(0, 12);
  if (words.length === 0) return [];
  const wanted = words.join('-');
  const begins = words.map((word) => word.slice(0, 2));
  const values: Value[] = begins.flatMap((word) => [word, `${word}\u{10ffff}`]);
  const rows = await engine.all<{ slug: string; articles: number }>(
    `SELECT r.slug, t.articles FROM actor r JOIN tag t ON t.id = r.tag_id WHERE r.id IN (
       ${begins.map(() => 'SELECT actor_id FROM actor_word WHERE word >= ? AND word < ?').join(' UNION ')}
     ) ORDER BY r.curated DESC, t.articles DESC, r.id LIMIT ${CANDIDATES}`,
    values,
  );
  const most = Math.max(2, Math.floor(wanted.length / 3));
  return rows
    .map((row) => ({ ...row, far: distance(wanted, words, foldWords(row.slug).join('-')) }))
    .filter((row) => row.far <= most)
    .sort((one, other) => one.far - other.far || other.articles - one.articles || (one.slug < other.slug ? -1 : 1))
    .slice(0, NEAREST)
    .map((row) => row.slug);
}
