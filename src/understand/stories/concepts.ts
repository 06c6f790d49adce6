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

const none: readonly string[] = [];

interface Stems {
  /** Concepts by the stem that words begin with, and by words that stand for themselves alone. */
  beginnings: Map<string, string[]>;
  whole: Map<string, string[]>;
  longest: number;
}

let table: Record<Column, Stems> | undefined;

function read(): Record<Column, Stems> {
  const stems = () => ({ beginnings: new Map(), whole: new Map(), longest: 0 });
  const made = Object.fromEntries(columns.map((column) => [column, stems()])) as Record<Column, Stems>;
  const lines = readFileSync(file, 'utf8').replace(/^#.*$/gm, '').split('\n');
  for (const line of lines) {
    const cells = line.split('|').map((cell) => cell.trim().split(/\s+/));
    // Called by its first English stem, so that lines may come and go around it.
    const concept = cells.at(-1)![0]!.replace('!', '');
    cells.forEach((cell, at) => {
      const own = made[columns[at]!];
      for (const entry of cell) {
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
  }
  return made;
}

/** The concepts that a folded word of a language stands for, by its longest known stem; most words for none. */
export function conceptsOf(folded: string, group: Group): readonly string[] {
  table ??= read();
  const own = table[columnOf(group)];
  const exact = own.whole.get(folded);
  if (exact) return exact;
  for (let end = Math.min(folded.length, own.longest); end > 2; end--) {
    const stem = folded.slice(0, end);
    const concepts = own.beginnings.get(stem);
    if (concepts && folded.length - end <= mostFollowing(stem)) return concepts;
  }
  return none;
}
