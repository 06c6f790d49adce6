import { GAP } from '../context.ts';
import { goesOn } from '../find-known.ts';
import { englishThings } from '../lexicon/things.ts';
import { isCommonWord } from './common-words.ts';
import { extend } from './organization-extent.ts';
import { isHigh, opens, type Scene } from './scene.ts';

/** Ankara Üniversitesi, Clarion Ledger, Bank of England: a word of the run says it. */
export function byMark(scene: Scene, first: number): number | null {
  const { tokens, lexicon, group } = scene;
  if (group !== 'en' && group !== 'tr') return null;
  let last = first + 1;
  while (last < tokens.length && tokens[last]!.sentence === tokens[first]!.sentence) {
    if (isHigh(tokens[last]!) && goesOn(tokens[last]!)) last++;
    else if (group === 'en' && ownersLast(scene, last) > 0) last += ownersLast(scene, last);
    else if (group === 'tr' && ministryEnd(scene, first, last) > 0) return ministryEnd(scene, first, last);
    else break;
  }
  let start = first;
  const isMark = (at: number) => {
    const { folded } = tokens[at]!;
    return (
      lexicon.marks.has(folded) ||
      (group === 'tr' &&
        lexicon.marks.has(folded.replace(/(?<=[iu])n(in|un|a|e|i|u|da|de|dan|den|daki|deki|ca|ce)$/, '')))
    );
  };
  const isHead = (at: number) => group === 'en' && lexicon.heads.has(tokens[at]!.folded);
  const heads = (at: number) => group === 'tr' && lexicon.heads.has(tokens[at]!.folded);
  while (start < last && opens(scene, start) && lexicon.openers.has(tokens[start]!.folded) && !heads(start)) start++;
  if (start > first) return null;
  if (group === 'tr') {
    for (let at = last - 1; at > first; at--) if (isMark(at)) return at + 1;
    return null;
  }
  const next = tokens[last];
  if (isHead(last - 1) && next && next.gap === 0 && (next.folded === 'of' || next.folded === 'for')) {
    const far = extend(scene, first, last);
    if (far > last) return far;
  }
  if (last - first > 1 && isMark(last - 1) && !englishThings.has(tokens[last - 1]!.folded)) return last;
  return null;
}

/** Kültür ve Turizm Bakanlığı: where a ministry's name ends that goes on over commas and "and"; 0 where it is none. */
function ministryEnd({ tokens, taken }: Scene, first: number, at: number): number {
  for (let word = first; word < at; word++) if (taken[word] || !isCommonWord(tokens[word]!.folded, 'tr')) return 0;
  for (let word = at; word < first + 9; word++) {
    const token = tokens[word];
    if (!token || token.gap & ~GAP.COMMA || taken[word] === 2) return 0;
    if (token.folded.startsWith('bakanlig')) return word + 1;
    if (token.folded !== 've' && !(isHigh(token) && isCommonWord(token.folded, 'tr'))) return 0;
  }
  return 0;
}

/** Consumers' Association, Prosecutor's Office: how many tokens lead over an everyday word's possessive to the next capital; 0 where none do. */
function ownersLast(scene: Scene, at: number): number {
  const { tokens, taken } = scene;
  if (taken[at - 1] || !isCommonWord(tokens[at - 1]!.folded, 'en')) return 0;
  if (isHigh(tokens[at]!)) return tokens[at]!.gap === GAP.APOSTROPHE ? 1 : 0;
  const next = tokens[at + 1];
  return tokens[at]!.folded === 's' && tokens[at]!.gap & GAP.JOINED && next?.gap === 0 && isHigh(next) ? 2 : 0;
}
