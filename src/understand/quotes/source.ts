import { type ActorMention, LOWER } from '../context.ts';
import type { Clause } from './clauses.ts';
import { nameRun } from './name-run.ts';
import { isCapital, type Reader } from './reader.ts';
import { type Speaker, spoken } from './speaker.ts';
import { speechWords } from './words.ts';

/** Whether the clause says whose the words are, without a verb: "according to". */
export function hasSource({ document, tokens }: Reader, { first, last }: Clause): boolean {
  const { sources } = speechWords(document.language);
  for (let index = first; index < last; index++) if (isSource(tokens, index, sources)) return true;
  return false;
}

/** In two words of the small ones that mean other things too, the second tells: "po riječima", not "po zakonu". */
const isSource = (tokens: Reader['tokens'], index: number, sources: ReadonlySet<string>): boolean =>
  sources.has(tokens[index]!.folded) &&
  (tokens[index]!.text.length > 2 || sources.has(tokens[index + 1]?.folded ?? ''));

/** "According to", «σύμφωνα με»: whose words they are without a verb. */
export function findSource(reader: Reader, clause: Clause): Speaker | null {
  const words = speechWords(reader.document.language);
  for (let index = clause.first; index < clause.last; index++) {
    if (!words.sources.has(reader.tokens[index]!.folded)) continue;
    if (words.verbLast) {
      // "X'e göre": it stands behind.
      const mention = reader.mentionOf(index - 1);
      if (mention && mention.first >= clause.first) return spoken(reader, mention);
      continue;
    }
    const end = Math.min(clause.last, index + 8);
    let from = index + 1;
    while (
      from < end &&
      (words.prepositions.has(reader.tokens[from]!.folded) || words.sources.has(reader.tokens[from]!.folded))
    )
      from++;
    const person = mentionIn(reader, from, end, 'PERSON');
    const run = person ? null : nameRun(reader, from, end, words, true);
    if (run) return run;
    const mention = person ?? mentionIn(reader, index + 1, end, 'ORGANIZATION');
    if (mention) return spoken(reader, mention);
  }
  return null;
}

/** `skroman je Stefan Gligorić`: a name close behind the words, whatever the verb. */
export function nameBehind(reader: Reader, clause: Clause): Speaker | null {
  const first = reader.tokens[clause.first];
  if (!first || clause.first >= clause.last || first.shape !== LOWER) return null;
  const words = speechWords(reader.document.language);
  if (words.conjunctions.has(first.folded) || words.prepositions.has(first.folded)) return null;
  const end = Math.min(clause.last, clause.first + 5);
  for (let index = clause.first + 1; index < end; index++) {
    if (reader.tokens[index]!.gap !== 0 || words.prepositions.has(reader.tokens[index]!.folded)) return null;
    const mention = reader.mentionOf(index);
    if (mention?.kind === 'PERSON') return spoken(reader, mention);
    if (isCapital(reader.tokens[index]!)) return nameRun(reader, index, end + 2, words, true);
  }
  return null;
}

function mentionIn(reader: Reader, from: number, to: number, kind: 'PERSON' | 'ORGANIZATION'): ActorMention | null {
  for (let index = from; index < to; index++) {
    const mention = reader.mentionOf(index);
    if (mention?.kind === kind) return mention;
  }
  return null;
}
