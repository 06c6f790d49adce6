import { CAPITAL, GAP, LOWER } from '../context.ts';
import { baseForms } from '../forms/base-forms.ts';
import { isCommonWord } from './common-words.ts';
import { isTitle } from './runs.ts';
import { among, givenName, isHigh, type Scene } from './scene.ts';
import { isSurname } from './surname-endings.ts';

/** An organisation found by rule. Tokens, end exclusive. */
export interface OrganizationSpan {
  first: number;
  last: number;
  /** What the text gives in brackets as its acronym. */
  acronym?: string;
}

/** Where the name ends that a small noun announces; one of a single word is written down in `announced`. */
export function byAnnouncement(scene: Scene, at: number, announced: Set<string>): number | null {
  const last = afterNoun(scene, at);
  const { folded, text } = scene.tokens[at]!;
  if (last === at + 1 && text.length > 3 && !isCommonWord(folded, scene.group) && !givenName(scene, folded))
    announced.add(folded);
  return last;
}

/** kompanija „Galeb“, the newspaper Blic: a small noun announces it. */
function afterNoun(scene: Scene, first: number): number | null {
  const { tokens, lexicon, group } = scene;
  const before = tokens[first - 1];
  const token = tokens[first]!;
  if (!before || before.shape !== LOWER || before.field !== token.field) return null;
  if (!among(lexicon.announces, before.folded, group)) return isAnnouncedFar(scene, first) ? first + 1 : null;
  if (token.gap & GAP.QUOTE && !(token.gap & ~GAP.QUOTE)) {
    for (let at = first + 1; at < first + 7 && at < tokens.length; at++) if (tokens[at]!.gap & GAP.QUOTE) return at;
    return null;
  }
  if (token.gap !== 0 || group === 'en' || scene.taken[first]) return null;
  let last = first + 1;
  while (last < tokens.length && isHigh(tokens[last]!) && tokens[last]!.gap === 0 && !scene.taken[last]) last++;
  while (tokens[last]?.gap === (GAP.JOINED | GAP.HYPHEN) && isHigh(tokens[last]!)) last++;
  return givenName(scene, token.folded) && last - first > 1 ? null : last;
}

/** "tvrtka za filmsku distribuciju X", "ansambl violončelista X": whose or what for stands between the noun and the name. */
function isAnnouncedFar(scene: Scene, first: number): boolean {
  const { tokens, lexicon, group, taken } = scene;
  const token = tokens[first]!;
  if (group !== 'bcs' || token.gap !== 0 || token.shape !== CAPITAL || taken[first]) return false;
  const next = tokens[first + 1];
  if (next && isHigh(next) && (next.gap === 0 || next.gap & GAP.JOINED)) return false;
  if (givenName(scene, token.folded) || isSurname(token.folded, group) || isCommonWord(token.folded, group))
    return false;
  for (let at = first - 1; at > first - 5 && at >= 0; at--) {
    const { folded, shape, gap } = tokens[at]!;
    if (shape !== LOWER) return false;
    // "direktor kompanije": he heads it.
    if (at < first - 1 && among(lexicon.announces, folded, group)) return !isTitle(scene, at - 1);
    if (gap !== 0 || !(folded === 'za' || /(ih|a|e|u|skog|nog)$/.test(folded))) return false;
    // "violončelist X" is he, "ansambl violončelista X" are they.
    if (isTitle(scene, at) && !among(lexicon.announces, tokens[at - 1]?.folded ?? '', group)) return false;
  }
  return false;
}

/** "Cellomania", after "ansambl Cellomania": a name of one word that the text has announced as a body's. */
export function findRepeated(
  { tokens, taken, group, blind }: Scene,
  found: readonly OrganizationSpan[],
  announced: ReadonlySet<string>,
): OrganizationSpan[] {
  if (announced.size === 0) return [];
  const repeated: OrganizationSpan[] = [];
  tokens.forEach((token, at) => {
    if (
      !isHigh(token) ||
      taken[at] ||
      blind[token.sentence] ||
      found.some(({ first, last }) => first <= at && at < last)
    )
      return;
    const same =
      announced.has(token.folded) ||
      baseForms(token.folded, group).some(({ base, possessive }) => !possessive && announced.has(base));
    if (same) repeated.push({ first: at, last: at + 1 });
  });
  return repeated;
}
