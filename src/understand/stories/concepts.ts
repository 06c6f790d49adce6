import { readFileSync } from 'node:fs';
import { type Group, isSlavic } from '../forms/language-group.ts';
import { fold } from '../text/fold.ts';

/** What news is about in nine languages, a concept a line; the file says how it is written. */
const file = new URL(import.meta.resolve('#sources/languages/concepts.txt'));
const columns = ['sla', 'sq', 'el', 'ro', 'tr', 'en'] as const;
type Column = (typeof columns)[number];

const columnOf = (group: Group): Column => (isSlavic(group) ? 'sla' : (group as Column));

/** Letters that may follow a stem: a short one begins too many other words. */
const mostFollowing = (stem: string): number => (stem.length < 4 ? 3 : stem.length < 5 ? 5 : 9);

const none: readonly number[] = [];

interface Stems {
  /** Concepts by the stem that words begin with, and by words that stand for themselves alone. */
  beginnings: Map<string, number[]>;
  whole: Map<string, number[]>;
  longest: number;
  known: Map<string, readonly number[]>;
}

let table: Record<Column, Stems> | undefined;

function read(): Record<Column, Stems> {
  const stems = () => ({ beginnings: new Map(), whole: new Map(), longest: 0, known: new Map() });
  const made = Object.fromEntries(columns.map((column) => [column, stems()])) as Record<Column, Stems>;
  const lines = readFileSync(file, 'utf8').replace(/^#.*$/gm, '').split('\n');
  lines.forEach((line, concept) => {
    line.split('|').forEach((cell, at) => {
      const own = made[columns[at]!];
      for (const entry of cell.split(' ')) {
        const text = fold(entry.replace('!', ''));
        if (text === '') continue;
        const map = entry.endsWith('!') ? own.whole : own.beginnings;
        const list = map.get(text);
        if (list?.includes(concept)) continue;
        if (list) list.push(concept);
        else map.set(text, [concept]);
        own.longest = Math.max(own.longest, text.length);
      }
    });
  });
  return made;
}

/** The concepts that a folded word of a language stands for, by its longest known stem; most words for none. */
export function conceptsOf(folded: string, group: Group): readonly number[] {
  table ??= read();
  const own = table[columnOf(group)];
  const cached = own.known.get(folded);
  if (cached) return cached;
  let found = own.whole.get(folded) ?? none;
  for (let end = Math.min(folded.length, own.longest); found === none && end > 2; end--) {
    const stem = folded.slice(0, end);
    const concepts = own.beginnings.get(stem);
    if (concepts && folded.length - end <= mostFollowing(stem)) found = concepts;
  }
  if (own.known.size > 30_000) own.known.clear();
  own.known.set(folded, found);
  return found;
}
