import { GAP, LOWER, NUMBER } from '../context.ts';
import { lexicons } from '../lexicon/lexicon.ts';
import { isCapital, type Reader, stops } from './reader.ts';
import { isPreposition, pronounOf, type Speaker, slice } from './speaker.ts';
import type { SpeechWords } from './words.ts';

/** A run of capitalised words that no mention covers: `Agim Latifi`. Behind a verb it ends at a preposition. */
export function nameRun(reader: Reader, from: number, to: number, words: SpeechWords, behind: boolean): Speaker | null {
  const { tokens } = reader;
  let governed = false;
  for (let index = from; index < to; index++) {
    const token = tokens[index]!;
    if (behind && index > from && isPreposition(reader, index, words)) governed = true;
    if (!isCapital(token) || token.shape === NUMBER || reader.mentionOf(index)) continue;
    if (index > from && isPreposition(reader, index - 1, words)) continue;
    if (
      pronounOf(reader, index, words) !== undefined ||
      words.fillers.has(token.folded) ||
      words.prepositions.has(token.folded)
    )
      continue;
    let last = index + 1;
    while (
      last < to &&
      isCapital(tokens[last]!) &&
      !reader.mentionOf(last) &&
      (tokens[last]!.gap & ~(GAP.JOINED | GAP.HYPHEN)) === 0
    )
      last++;
    // Behind a preposition one word is rather its object, or the object's owner.
    if (governed && last - index === 1) continue;
    // "tehnicianul Rapidului", «ο εκπρόσωπος Τύπου»: a genitive behind a noun says whose he is.
    if (last - index === 1 && index > from && isOwner(reader, index)) continue;
    // A sentence's first word is written so whatever it is.
    if (last - index === 1 && stops(token) && !reader.isName(token.folded)) continue;
    if (last - index === 1 && !behind && !stops(token) && to - last > 2) continue;
    if (words.keepsSubject && last < to && isAttribute(reader, last, words)) continue;
    const name = slice(reader, index, last);
    // "The President": an office, whoever holds it.
    if (words.keepsSubject && isTitle(reader, index, last)) return { mention: null, name, noun: true, at: index };
    const mention = reader.personNamed(tokens[last - 1]!.folded) ?? null;
    return { mention, name, at: index };
  }
  return null;
}

function isOwner({ tokens, document }: Reader, index: number): boolean {
  const { folded, gap } = tokens[index]!;
  if (gap !== 0 || tokens[index - 1]!.shape !== LOWER || folded.length < 4) return false;
  if (document.language === 'ro') return /(ului|ilor|elor|iei)$/.test(folded);
  return document.language === 'el' && /(oy|on|eos)$/.test(folded);
}

function isTitle({ tokens }: Reader, first: number, last: number): boolean {
  for (let index = first; index < last; index++) if (!lexicons.en.titles.has(tokens[index]!.folded)) return false;
  return true;
}

/** "hurts the U.S. economy": a noun follows that the name only qualifies. */
function isAttribute({ tokens }: Reader, last: number, words: SpeechWords): boolean {
  const { gap, shape, folded } = tokens[last]!;
  if (gap !== 0 || shape !== LOWER || folded.endsWith('ly')) return false;
  return !words.fillers.has(folded) && !words.prepositions.has(folded) && !words.conjunctions.has(folded);
}
