import type { PreparedText } from '../domain/draft.ts';
import { foldSearch } from './fold-search.ts';
import type { IndexedText } from './text-index.ts';

/** A word that stands so often in the body is one that the article is about. */
const FOCUS_COUNT = 3;

/** The headline, summary and body that a reader sees. */
export interface ShownText {
  headline: string;
  summary: string | null;
  body: string | null;
}

/** What search reads of an article. */
export function indexedText(text: ShownText): IndexedText {
  const body = foldSearch(text.body ?? '');
  const counts = new Map<string, number>();
  const focus: string[] = [];
  for (const word of body.split(' ')) {
    if (word.length < 3) continue;
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    if (count === FOCUS_COUNT) focus.push(word);
  }
  return {
    headline: foldSearch(text.headline),
    summary: foldSearch(text.summary ?? ''),
    body,
    focus: focus.join(' '),
  };
}

/** Words of the text, or of the summary where the text is not known. */
export function countWords(text: ShownText): number {
  return (text.body ?? text.summary ?? '').match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

/** What is made of a text before it is stored; any thread may do it. */
export const prepareText = (text: ShownText): PreparedText => ({ ...indexedText(text), wordCount: countWords(text) });

/** Whether a reader would see the same. */
export function sameText(one: ShownText, other: ShownText): boolean {
  return one.headline === other.headline && one.summary === other.summary && one.body === other.body;
}
