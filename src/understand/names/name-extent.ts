import { GAP, LOWER, type Token } from '../context.ts';
import { hyphenEndings } from './hyphen-endings.ts';
import { among, isHigh, type Scene } from './scene.ts';

/** The case ending after a hyphen or (Turkish) an apostrophe is part of the mention: EU-a, Ankara'da. */
export function withEnding(tokens: readonly Token[], last: number, group: string): number {
  const token = tokens[last];
  if (!token || token.shape !== LOWER) return last;
  if (token.gap === (GAP.JOINED | GAP.HYPHEN))
    return group !== 'en' && hyphenEndings.has(token.folded) ? last + 1 : last;
  if (token.gap === (GAP.JOINED | GAP.APOSTROPHE))
    return group === 'tr' || (group !== 'en' && hyphenEndings.has(token.folded)) ? last + 1 : last;
  return last;
}

const honours = new Set('don fra sir lord lady dj mc king queen sveti sveta'.split(' '));

/** First token of the mention, with the honour that is said as a part of the name: don Bosco, Lady Gaga; in Romanian every title with a capital. */
export function withHonour(scene: Scene, first: number): number {
  const { tokens, group, lexicon, taken } = scene;
  const token = tokens[first - 1];
  if (!token || taken[first - 1] || group === 'en' || group === 'tr') return first;
  const { gap } = tokens[first]!;
  if (token.folded === 'sv' || token.folded === 'sf') return gap === GAP.STOP ? first - 1 : first;
  if (gap !== 0) return first;
  if (honours.has(token.folded)) return isHigh(token) || group === 'bcs' || group === 'sl' ? first - 1 : first;
  return group === 'ro' && isHigh(token) && among(lexicon.titles, token.folded, group) ? first - 1 : first;
}
