/** An article as an outlet shows it. */
export interface Shown {
  url: string;
  headline: string;
  at: number;
}

/** So long after it came, each seventh article gets another headline. */
const CHANGED_AFTER = 20;

/** The newest of so many articles of an outlet come first; some have been changed by then. */
export function shown(count: number): Shown[] {
  return Array.from({ length: count }, (_, i) => {
    const changed = isChanged(i, count) ? ', dopunjena' : '';
    return { url: `https://dnevnik.example/vest/${i}`, headline: `Vest broj ${i}${changed}`, at: i * 60_000 };
  }).reverse();
}

export const isChanged = (i: number, count: number): boolean => i % 7 === 0 && i + CHANGED_AFTER < count;
