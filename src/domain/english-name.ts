import type { ActorName } from './knowledge.ts';

/** Letters that no mark makes of a plain one, as the English-language press writes them. */
const plain: Record<string, string> = {
  đ: 'dj', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i', ð: 'd', þ: 'th', ə: 'a',
  Đ: 'Dj', Ø: 'O', Ł: 'L', Æ: 'Ae', Œ: 'Oe', Þ: 'Th', Ə: 'A',
}; // biome-ignore format: a table
const foreign = new RegExp(`[${Object.keys(plain).join('')}]`, 'g');

/**
 * The name that English readers are shown: the first English one; null where there is none. Vučić keeps his marks, which readers
 * look past; a name with a letter that English lacks is written as its press does, all in plain letters: Djokovic, Bjorn,
 * Kilicdaroglu. Its own spelling stays among the names, and is what other languages fall back on.
 */
export function englishName(names: readonly ActorName[]): string | null {
  const own = names.find((name) => name.language === 'en')?.text ?? null;
  if (own === null || own.search(foreign) < 0) return own;
  return own
    .replace(foreign, (letter) => plain[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
