import { foldName } from '../text/fold.ts';

/** One word of an entry: the word itself, or with `stem` every word that begins so. */
export interface EvidenceWord {
  text: string;
  stem: boolean;
}

/** What an entry such as `election*`, `polling station*` or `referendum*=3` asks for. */
export interface EvidenceEntry {
  words: EvidenceWord[];
  weight: number;
}

/** What one entry says when it stands in the text. */
export interface Evidence {
  /** Index of the entry among all of the language: distinct entries weigh more than one repeated. */
  id: number;
  topic: number;
  weight: number;
  /** Evidence against the topic: what it covers does not count for it. */
  against: boolean;
  /** The words after the first. */
  rest: EvidenceWord[];
}

const PHRASE_WEIGHT = 2;

/** Reads an entry of topics.yaml; null where nothing of it can stand in a text. */
export function readEntry(entry: string): EvidenceEntry | null {
  const [, text = '', weight] = /^(.*?)(?:=(\d+(?:\.\d+)?))?$/su.exec(entry.trim()) ?? [];
  const words: EvidenceWord[] = [];
  for (const part of text.split(/\s+/u)) {
    const stem = part.endsWith('*');
    const folded = foldName(part);
    // Hyphens and apostrophes part words in the text too.
    folded.forEach((word, index) => {
      words.push({ text: word, stem: stem && index === folded.length - 1 });
    });
  }
  if (words.length === 0) return null;
  return { words, weight: weight === undefined ? (words.length > 1 ? PHRASE_WEIGHT : 1) : Number(weight) };
}
