import { GAP } from '../context.ts';
import type { Clause } from './clauses.ts';
import { isCapital, type Reader } from './reader.ts';
import { verbsOf } from './verbs.ts';

/** How a clause brings words in. */
export interface Attribution {
  /** Token of the verb of saying. */
  verb: number;
  clause: Clause;
}

/** How many words behind the quotation its verb may stand. */
const REACH = 22;

/** The verb of saying nearest to the quotation: the first of the clause behind it, the last of the one before. */
export function findVerb(reader: Reader, clause: Clause, side: 'after' | 'before'): Attribution | null {
  const verbs = verbsOf(reader.document.language);
  const { tokens } = reader;
  const is = (index: number) =>
    verbs.has(tokens[index]!.folded) &&
    !(isCapital(tokens[index]!) && (reader.mentionOf(index) || index > clause.first));
  if (side === 'after') {
    for (let index = clause.first; index < Math.min(clause.last, clause.first + REACH); index++)
      if (is(index)) return { verb: index, clause };
    return null;
  }
  for (let index = clause.last - 1; index >= clause.first; index--) if (is(index)) return { verb: index, clause };
  return null;
}

/** `„Утре тръгваме – каза Желева, – и се връщаме“`: the speaker named between dashes inside the words. */
export function findInside(reader: Reader, first: number, last: number): Attribution | null {
  const verbs = verbsOf(reader.document.language);
  for (let index = first + 1; index < last; index++) {
    const { folded, gap } = reader.tokens[index]!;
    if (!(gap & GAP.DASH) || !verbs.has(folded)) continue;
    let end = index + 1;
    while (end < last && !(reader.tokens[end]!.gap & (GAP.DASH | GAP.STOP))) end++;
    return { verb: index, clause: { first: index, last: end } };
  }
  return null;
}
