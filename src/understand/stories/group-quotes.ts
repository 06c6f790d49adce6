import type { QuoteGroup, StoryQuote } from '../../domain/story.ts';
import { CAPITAL, CAPS, GAP, NUMBER } from '../context.ts';
import { type Group, groupOf, isSlavic } from '../forms/language-group.ts';
import { tokenize } from '../text/tokenize.ts';
import { conceptsOf } from './concepts.ts';
import { skeleton } from './skeleton.ts';
import { stemSpace } from './terms.ts';

const STEM = 5;

/** What a quotation is compared by. */
interface Said {
  quote: StoryQuote;
  group: Group;
  /** Stems of its words, small words left out. */
  stems: Set<string>;
  /** What stays itself in every language: numbers, names, concepts, long words. */
  anchors: Set<string>;
  /** The numbers and names among them: no two statements share them by chance. */
  marks: Set<string>;
  words: number;
}

/** Slavic languages write one word with other vowels (susjed, sosed, сосед): there its consonants stand for it. */
const stemOf = (folded: string, group: Group): string =>
  (isSlavic(group) && skeleton(folded, group)) || folded.slice(0, STEM);

function read(quote: StoryQuote): Said {
  const group = groupOf(quote.language);
  const { tokens } = tokenize({ headline: quote.text, summary: null, body: null }, quote.language);
  const stems = new Set<string>();
  const anchors = new Set<string>();
  const marks = new Set<string>();
  for (const { folded, shape, gap, text } of tokens) {
    if (shape === NUMBER) {
      marks.add(text.replace(/\D/g, ''));
      stems.add(text);
      continue;
    }
    if (folded.length >= 4) stems.add(stemOf(folded, group));
    if ((shape === CAPITAL || shape === CAPS) && (gap & (GAP.FIRST | GAP.STOP)) === 0) {
      const name = skeleton(folded, group);
      if (name.length >= 2) marks.add(name);
      continue;
    }
    const concepts = conceptsOf(folded, group);
    for (const concept of concepts) anchors.add(`concept ${concept}`);
    const key = concepts.length === 0 && folded.length >= 8 ? skeleton(folded, group) : '';
    if (key.length >= 4) anchors.add(key);
  }
  for (const mark of marks) anchors.add(mark);
  return { quote, group, stems, anchors, marks, words: tokens.length };
}

const common = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let count = 0;
  for (const value of one) if (other.has(value)) count++;
  return count;
};

/**
 * Whether two quotations of one speaker in one story are one statement. Kindred languages share words, also where one
 * outlet quotes a part; strangers must share most of what no language changes, and be of a length.
 */
function isSame(one: Said, other: Said): boolean {
  if (one.quote.text === other.quote.text) return true;
  if (stemSpace(one.group) === stemSpace(other.group)) {
    const least = Math.min(one.stems.size, other.stems.size);
    const shared = common(one.stems, other.stems);
    const needed = one.quote.language === other.quote.language ? 0.65 : 0.5;
    return least >= 3 && shared >= 3 && shared >= needed * least;
  }
  const least = Math.min(one.anchors.size, other.anchors.size);
  const most = Math.max(one.anchors.size, other.anchors.size);
  const shared = common(one.anchors, other.anchors);
  const length = Math.min(one.words, other.words) / Math.max(one.words, other.words);
  const sure = common(one.marks, other.marks) > 0 || shared >= 5;
  return sure && shared >= 3 && shared >= 0.6 * least && shared >= 0.4 * most && length >= 0.5;
}

/** Puts together what one speaker is quoted with in several articles; two quotations of one article stay apart. */
export function groupQuotes(quotes: readonly StoryQuote[]): QuoteGroup[] {
  const groups: { speaker: string; said: Said[] }[] = [];
  for (const quote of quotes) {
    if (quote.speaker === null) continue;
    const said = read(quote);
    const group = groups.find(
      (one) =>
        one.speaker === quote.speaker &&
        one.said.some((other) => other.quote.articleId !== quote.articleId && isSame(said, other)),
    );
    if (group) group.said.push(said);
    else groups.push({ speaker: quote.speaker, said: [said] });
  }
  return groups
    .map(({ speaker, said }) => ({ speaker, quotes: said.map(({ quote }) => quote) }))
    .sort((a, b) => b.quotes.length - a.quotes.length);
}
