import { addMarks, type MarkedText } from '../copy-marks.ts';
import type { Dialect, Rows } from '../engine.ts';

/**
 * What texts are found by when a copy is looked for, as one number each in place of a text with a time; the bands
 * themselves stand with the text that they are of, in place of an index. A fifth of the room and of the writing.
 */
export function copyMarks({ text, integer, clustered }: Dialect): string[] {
  return [
    `ALTER TABLE article_body ADD COLUMN bands ${text} NOT NULL DEFAULT '[]'`,
    `CREATE TABLE copy_mark (
      mark ${integer} NOT NULL, article_id ${integer} NOT NULL REFERENCES article (id), PRIMARY KEY (mark, article_id)
    )${clustered}`,
  ];
}

const TOGETHER = 5_000;

/** Marks what a store has already. */
export async function markTexts(rows: Rows): Promise<void> {
  const newest = (await rows.get<{ id: number | null }>('SELECT max(article_id) AS id FROM copy_band'))?.id ?? 0;
  for (let from = 1; from <= newest; from += TOGETHER) {
    const found = await rows.all<{ id: number; published_at: number; band: string }>(
      `SELECT article_id AS id, published_at, band FROM copy_band WHERE article_id BETWEEN ? AND ? ORDER BY article_id`,
      [from, from + TOGETHER - 1],
    );
    const texts: MarkedText[] = [...Map.groupBy(found, ({ id }) => id)].map(([id, its]) => {
      return { id, publishedAt: its[0]!.published_at, bands: its.map(({ band }) => band) };
    });
    await rows.each(
      'UPDATE article_body SET bands = ? WHERE article_id = ?',
      texts.map(({ id, bands }) => [JSON.stringify(bands), id]),
    );
    await addMarks(rows, texts);
  }
  await rows.run('DROP TABLE copy_band');
}
