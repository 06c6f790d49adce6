import { NUMBER } from '../context.ts';
import type { Reader } from './reader.ts';
import { type Speaker, slice } from './speaker.ts';
import type { SpeechWords } from './words.ts';

/** In English the words before the verb; elsewhere only where they can be no adverb: the role reader knows offices. */
export function nounBefore(
  reader: Reader,
  from: number,
  verb: number,
  words: SpeechWords,
  whole: boolean,
): Speaker | null {
  const { tokens } = reader;
  let first = from;
  while (first < verb && (words.fillers.has(tokens[first]!.folded) || words.conjunctions.has(tokens[first]!.folded)))
    first++;
  let last = verb;
  while (last > first && words.fillers.has(tokens[last - 1]!.folded)) last--;
  if (last <= first || words.prepositions.has(tokens[first]!.folded)) return null;
  if (words.keepsSubject && isAnybody(reader, from, last)) return NOBODY;
  if (!words.keepsSubject && (whole || last - first > 3))
    return { mention: null, name: slice(reader, first, Math.min(last, first + 3)), noun: true, pronoun: 'any' };
  return { mention: null, name: slice(reader, first, last), noun: true };
}

/** `kazala je svjedokinja pred sudom`: up to the next preposition, comma or name, two words at most. */
export function nounBehind(reader: Reader, begin: number, end: number, words: SpeechWords): Speaker | null {
  const { tokens } = reader;
  let last = begin;
  while (last < end && last - begin < 2) {
    const token = tokens[last]!;
    if (last > begin && token.gap !== 0) break;
    if (words.prepositions.has(token.folded) || words.conjunctions.has(token.folded) || token.shape === NUMBER) break;
    last++;
  }
  return last === begin ? null : { mention: null, name: slice(reader, begin, last), noun: true };
}

const PEOPLE = new Set(
  `prosecutors police officers officer officials official authorities lawyers lawyer attorneys attorney residents witnesses activists protesters demonstrators researchers scientists doctors physicians nurses experts expert analysts critics
  supporters opponents sources source aides aide advisers adviser advisors campaigners neighbours neighbors voters fans parents teachers students workers farmers investigators detectives detective rescuers firefighters soldiers lawmakers
  senators ministers diplomats leaders organisers organizers owners employees employers traders economists historians survivors relatives spokesman spokeswoman spokesperson minister president governor senator mayor judge coroner inspector
  sheriff commissioner director chairman chairwoman chairperson chief manager coach captain author professor doctor pilot driver victim mother father son daughter brother sister wife husband widow widower couple man woman boy girl teenager pensioner neighbour
  neighbor survivor colleague friend boss owner founder general colonel commander ambassador envoy king queen prince princess pope bishop archbishop priest`.split(
    /\s+/,
  ),
);

/** Whether an English phrase says that people speak: "prosecutors", "the coroner", not "the notice of intent". */
export const isPeople = (phrase: string): boolean => PEOPLE.has(phrase.toLowerCase().split(/\s+/).at(-1)!);

/** Somebody speaks, but the text does not say who: "a source", "one", "others". */
const NOBODY: Speaker = { mention: null, name: null, noun: true };
/** More words than this are a description, not whom the article names. */
const LONGEST_NOUN = 4;
const ANYBODY = new Set('a an one another some someone somebody others other many most several two three'.split(' '));

function isAnybody(reader: Reader, from: number, last: number): boolean {
  return ANYBODY.has(reader.tokens[from]!.folded) || last - from > LONGEST_NOUN;
}
