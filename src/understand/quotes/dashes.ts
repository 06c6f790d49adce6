import { GAP, LOWER } from '../context.ts';
import type { Reader } from './reader.ts';
import type { RawSpan } from './spans.ts';
import { verbsOf } from './verbs.ts';
import { speechWords } from './words.ts';

/** Tokens between the words said and the verb: `– Da, se smee Roza`. */
const LEAD = 3;

/**
 * A paragraph that a dash opens, cut into what is said and who says it: `– Words, reče X. – More words.` Empty where nobody
 * is said to speak and nothing else tells that it is speech.
 */
export function cutDash(reader: Reader, field: number, span: RawSpan): RawSpan[] {
  const { tokens } = reader;
  const verbs = verbsOf(reader.document.language);
  const words = speechWords(reader.document.language);
  const { text } = reader.document.fields[field]!;
  const first = reader.tokenAt(field, span.start);
  const last = reader.tokenAt(field, span.end);
  for (let index = first + 1; index < last; index++) {
    const token = tokens[index]!;
    const parts = token.gap & (GAP.COMMA | GAP.STOP | GAP.DASH);
    if (parts === 0) continue;
    if (token.shape !== LOWER && !(token.gap & GAP.DASH)) continue;
    let verb = index;
    while (verb < last && verb - index < LEAD && !verbs.has(tokens[verb]!.folded)) {
      if (verb > index && tokens[verb]!.gap !== 0) break;
      verb++;
    }
    if (verb >= last || !verbs.has(tokens[verb]!.folded)) continue;
    // In between only small words, pronouns or a name: "a zatim je rekao" goes on in the speaker's own words.
    let light = true;
    for (let between = index; between < verb; between++) {
      const { folded } = tokens[between]!;
      if (!words.fillers.has(folded) && !words.m.has(folded) && !words.f.has(folded) && !reader.mentionOf(between))
        light = false;
    }
    if (!light) continue;
    const end = tokens[index - 1]!.end + closing(text, tokens[index - 1]!.end);
    const spoken: RawSpan = { ...span, end, outerEnd: end, closed: true };
    return [spoken, ...secondPart(reader, field, span, verb, last)];
  }
  return [];
}

/** What stands behind the words and is still theirs: "!", "?", "…". */
function closing(text: string, at: number): number {
  const marks = /^[!?…]+|^\.(?=\s*[–—-])/.exec(text.slice(at, at + 4));
  return marks ? marks[0].length : 0;
}

/** `– A, reče X. – B.`: the words behind the next dash. */
function secondPart(reader: Reader, field: number, span: RawSpan, verb: number, last: number): RawSpan[] {
  const { tokens } = reader;
  const { text } = reader.document.fields[field]!;
  for (let index = verb + 1; index < last && index - verb < 25; index++) {
    const token = tokens[index]!;
    if (!(token.gap & GAP.DASH)) continue;
    const before = text.slice(tokens[index - 1]!.end, token.start);
    if (!/[.!?,]\s*[–—-]/.test(before)) continue;
    return [
      {
        ...span,
        start: token.start,
        outerStart: tokens[index - 1]!.end,
        end: span.paragraphEnd,
        outerEnd: span.paragraphEnd,
        closed: true,
      },
    ];
  }
  return [];
}
