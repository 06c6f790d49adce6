import type { TopicWords } from '../../catalog/knowledge.ts';
import type { Word } from '../text/words.ts';
import { type Evidence, readEntry } from './evidence-entry.ts';

/** The evidence that may begin with a word. */
export interface EvidenceIndex {
  startingWith(word: Word): readonly Evidence[];
}

/** Which lists of topics.yaml serve a language; `hbs` is the Serbo-Croatian group, `zls` all South Slavic, `und` everyone. */
const lists: Record<string, readonly string[]> = {
  hbs: ['und', 'zls', 'hbs', 'sr', 'sr-Latn', 'sr-Cyrl', 'bs', 'hr', 'cnr'],
  mk: ['und', 'zls', 'mk'],
  bg: ['und', 'zls', 'bg'],
  sl: ['und', 'zls', 'sl'],
};

const none: readonly Evidence[] = [];

/** Answers with the index of a document's language; each is made once, when first asked for. */
export function createEvidenceIndexes(
  topicWords: readonly TopicWords[],
  topicIndex: (slug: string) => number,
): (language: string) => EvidenceIndex {
  const made = new Map<string, EvidenceIndex>();
  return (language) => {
    const group = /^(sr|bs|hr|cnr)(-|$)/.test(language) ? 'hbs' : language;
    let index = made.get(group);
    if (!index) {
      index = createEvidenceIndex(topicWords, lists[group] ?? ['und', group], topicIndex);
      made.set(group, index);
    }
    return index;
  };
}

function createEvidenceIndex(
  topicWords: readonly TopicWords[],
  languages: readonly string[],
  topicIndex: (slug: string) => number,
): EvidenceIndex {
  const whole = new Map<string, Evidence[]>();
  const stems = new Map<string, Evidence[]>();
  let longest = 0;
  let size = 0;
  const add = (topic: number, entries: readonly string[], against: boolean) => {
    for (const text of new Set(entries)) {
      const entry = readEntry(text);
      if (!entry) continue;
      const [first, ...rest] = entry.words;
      const evidence: Evidence = { id: size++, topic, weight: entry.weight, against, rest };
      const map = first!.stem ? stems : whole;
      if (first!.stem) longest = Math.max(longest, first!.text.length);
      const list = map.get(first!.text);
      if (list) list.push(evidence);
      else map.set(first!.text, [evidence]);
    }
  };
  for (const { slug, words, not } of topicWords) {
    const topic = topicIndex(slug);
    const of = (by: Record<string, string[]>) => languages.flatMap((language) => by[language] ?? []);
    add(topic, of(words), false);
    add(topic, of(not), true);
  }
  const lookUp = (folded: string): readonly Evidence[] => {
    const found = [...(whole.get(folded) ?? none)];
    for (let length = Math.min(folded.length, longest); length > 1; length--) {
      const list = stems.get(folded.slice(0, length));
      if (list) found.push(...list);
    }
    return found.length > 0 ? found : none;
  };
  const index: EvidenceIndex = {
    startingWith(word) {
      if (word.evidenceOf !== index) {
        word.evidence = lookUp(word.folded);
        word.evidenceOf = index;
      }
      return word.evidence;
    },
  };
  return index;
}
