import { ASKS_READER } from './words/asks-reader.ts';
import { LEADS_ELSEWHERE } from './words/leads-elsewhere.ts';
import { CONTACT, COPYRIGHT, FORBIDS_COPYING } from './words/lines.ts';

/** Marks of speech: what someone asks in a quotation is news. */
export const QUOTED = /["“”„«»]/;
/** A web address with at most a few words before it. */
const ADDRESS_LINE = /^(?:[^\s]+\s+){0,4}(?:https?:\/\/|www\.)\S+$/;
const sentencesOf = (folded: string): string[] => folded.split(/(?<=[.!?…])\s+/);

/** Whether a line under an article belongs to the outlet: rights, contacts, what it asks of readers, links elsewhere. */
export function isClosingLine(text: string, folded: string, linked: boolean, siteNames: readonly string[]): boolean {
  const { length } = text;
  if (length < 240 && (COPYRIGHT.test(folded) || FORBIDS_COPYING.test(folded))) return true;
  if (
    length < 240 &&
    CONTACT.test(folded) &&
    (!/[.!?]$/.test(text) || siteNames.some((name) => folded.includes(name)))
  ) {
    return true;
  }
  if ((linked || length < 160) && !QUOTED.test(text)) {
    if (sentencesOf(folded).some((sentence) => ASKS_READER.test(sentence))) return true;
  }
  return length < 160 && (ADDRESS_LINE.test(text) || LEADS_ELSEWHERE.test(folded));
}
