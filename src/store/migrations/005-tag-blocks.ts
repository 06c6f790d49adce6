import type { Dialect, Rows } from '../engine.ts';
import { buildBlocks } from '../tag-blocks.ts';

/** Which articles each tag has, packed, in place of counts that were kept for each pair of tags. */
export function tagBlocks({ integer, bytes, clustered, packed }: Dialect): string[] {
  return [
    // Version: the generation that wrote it. Its number comes before its bytes, so that it is read without them.
    `CREATE TABLE tag_block (
      block INTEGER NOT NULL, kind INTEGER NOT NULL, version ${integer} NOT NULL, members ${bytes} NOT NULL,
      PRIMARY KEY (block, kind)
    )`,
    ...packed('tag_block', 'members'),
    'CREATE INDEX tag_block_by_version ON tag_block (version, block, kind)',
    // Articles in blocks that have changed since those were written.
    `CREATE TABLE loose_article (article_id ${integer} PRIMARY KEY)${clustered}`,
    'DROP TABLE pair_count',
    'DROP TABLE hour_count',
    'ALTER TABLE tag DROP COLUMN tracked',
  ];
}

/** Packs what a store has already. */
export async function packArticles(rows: Rows): Promise<void> {
  const state = await rows.get<{ generation: number }>('SELECT generation FROM state');
  const newest = await rows.get<{ id: number | null }>('SELECT max(id) AS id FROM article');
  await buildBlocks(rows, newest?.id ?? 0, state!.generation);
  await rows.run('UPDATE state SET counted_to = ?', [newest?.id ?? 0]);
}
