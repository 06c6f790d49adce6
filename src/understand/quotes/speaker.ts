import { type ActorMention, GAP, LOWER, NUMBER } from '../context.ts';
import type { Clause } from './clauses.ts';
import { isCapital, type Reader, stops } from './reader.ts';
import { genderOf, verbsOf } from './verbs.ts';
import { fits } from './whom.ts';
import { type SpeechWords, speechWords } from './words.ts';

/** What the text says of who speaks: a person or body, a pronoun or a verb's gender alone, or a noun. */
export interface Speaker {
  mention: ActorMention | null;
  /** As the article has it. */
  name: string | null;
  /** Set where a pronoun stands for the speaker: whom it means is not said here. */
  pronoun?: 'm' | 'f' | 'any';
  /** A noun stands there, an office perhaps. */
  noun?: boolean;
  /** First token of a name that no mention covers. */
  at?: number;
}

/** How a clause brings words in. */
export interface Attribution {
  /** Token of the verb of saying. */
  verb: number;
  clause: Clause;
}

const REACH = 14;

/** The verb of saying nearest to the quotation: the first of the clause behind it, the last of the one before. */
export function findVerb(reader: Reader, clause: Clause, side: 'after' | 'before'): Attribution | null {
  const verbs = verbsOf(reader.document.language);
  const { tokens } = reader;
  const is = (index: number) =>
    verbs.has(tokens[index]!.folded) &&
    !(isCapital(tokens[index]!) && (reader.mentionOf(index) || index > clause.first));
  if (side === 'after') {
    for (let index = clause.first; index < Math.min(clause.last, clause.first + REACH + 8); index++)
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

/** "According to", «σύμφωνα με»: whose words they are without a verb. */
export function findSource(reader: Reader, clause: Clause): Speaker | null {
  const words = speechWords(reader.document.language);
  for (let index = clause.first; index < clause.last; index++) {
    if (!words.sources.has(reader.tokens[index]!.folded)) continue;
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

/** The subject of a verb of saying behind the quotation. */
export function speakerAfter(reader: Reader, { verb, clause }: Attribution): Speaker | null {
  const words = speechWords(reader.document.language);
  return subjectBefore(reader, clause.first, verb, words, false) ?? subjectBehind(reader, verb, clause, words);
}

/** The subject of a verb of saying before the quotation. */
export function speakerBefore(reader: Reader, { verb, clause }: Attribution): Speaker | null {
  const words = speechWords(reader.document.language);
  return subjectBefore(reader, clause.first, verb, words, true) ?? subjectBehind(reader, verb, clause, words);
}

/** A name, pronoun or noun that stands before the verb. `whole` where the clause is a sentence's beginning. */
function subjectBefore(reader: Reader, from: number, verb: number, words: SpeechWords, whole: boolean): Speaker | null {
  const { tokens } = reader;
  if (verb === from) return null;
  // "X, of the institute in Y, said": what stands between commas is no subject.
  const apart =
    ((tokens[verb]!.gap | (verb - 1 > from && !reader.mentionOf(verb - 1) ? tokens[verb - 1]!.gap : 0)) & GAP.COMMA) !==
    0;
  let organization: ActorMention | null = null;
  let person: ActorMention | null = null;
  for (let index = verb - 1; index >= from; index--) {
    const mention = reader.mentionOf(index);
    if (mention) {
      index = Math.max(mention.first, from);
      const governed = (index > from && isPreposition(reader, index - 1, words)) || owns(reader, mention, verb, words);
      if (mention.kind === 'PERSON') {
        // `Radaković je, kako je rekla Tešić`: the verb's form tells which.
        if (!governed && agrees(reader, mention, verb)) {
          person = mention;
          if (!apart) break;
        }
      } else if (!governed) organization ??= mention;
      continue;
    }
    const pronoun = person ? undefined : pronounOf(reader, index, words);
    if (pronoun !== undefined && verb - index <= 6) return pronounSpeaker(reader, index, pronoun);
  }
  const run = nameRun(reader, from, verb, words, false);
  if (person && !(apart && run && startOf(run) < person.first)) return spoken(reader, person);
  if (run) return run;
  if (organization) return spoken(reader, organization);
  return verb - from <= (words.keepsSubject ? 8 : 6) ? nounBefore(reader, from, verb, words, whole) : null;
}

const agrees = ({ tokens, document }: Reader, mention: ActorMention, verb: number): boolean =>
  fits(mention, genderOf(tokens[verb]!.folded, document.language));

/** "Trump's campaign said", "a Trump spokesman said": the name only says whose. */
function owns(reader: Reader, mention: ActorMention, verb: number, words: SpeechWords): boolean {
  if (!words.keepsSubject) return false;
  const next = reader.tokens[mention.last];
  if (!next || mention.last >= verb) return false;
  if (next.folded === 's' && next.gap & GAP.JOINED) return mention.last + 1 < verb;
  if (next.gap !== 0 || next.shape !== LOWER || next.folded.endsWith('ly')) return false;
  return (
    !words.fillers.has(next.folded) && !words.prepositions.has(next.folded) && !words.conjunctions.has(next.folded)
  );
}

/** A name, pronoun or noun that follows the verb: `rekla je predsednica veća Jelena Milutinović`. */
function subjectBehind(reader: Reader, verb: number, clause: Clause, words: SpeechWords): Speaker | null {
  const { tokens } = reader;
  const end = Math.min(clause.last, verb + 1 + REACH);
  let organization: ActorMention | null = null;
  let commas = 0;
  let index = verb + 1;
  while (index < end && words.fillers.has(tokens[index]!.folded) && !reader.mentionOf(index)) index++;
  const begin = index;
  if (begin >= end || words.conjunctions.has(tokens[begin]!.folded)) return null;
  // Only an apposition may stand behind a comma, never the subject itself.
  if (tokens[begin]!.gap & (GAP.COMMA | GAP.COLON | GAP.DASH)) return null;
  const first = pronounOf(reader, index, words);
  if (first !== undefined) return pronounSpeaker(reader, index, first);
  for (; index < end; index++) {
    const token = tokens[index]!;
    if (index > begin && token.gap & GAP.COMMA) commas++;
    if (index > begin && token.gap & (GAP.DASH | GAP.COLON)) break;
    if (commas > 1 || (words.conjunctions.has(token.folded) && commas > 0)) break;
    const mention = reader.mentionOf(index);
    if (!mention) continue;
    const governed = index > verb + 1 && isPreposition(reader, index - 1, words);
    if (mention.kind === 'PERSON' && !governed && agrees(reader, mention, verb)) return spoken(reader, mention);
    if (!governed) organization ??= mention;
    index = Math.max(index, mention.last - 1);
  }
  let open = begin;
  if (begin > verb + 1 && isPreposition(reader, begin - 1, words))
    while (open < end && isCapital(tokens[open]!)) open++;
  const run = nameRun(reader, open, Math.min(end, open + 8), words, true);
  if (run) return run;
  if (organization && organization.first - begin <= 1) return spoken(reader, organization);
  const noun = words.verbLast ? null : nounBehind(reader, begin, end, words);
  return noun ?? (organization ? spoken(reader, organization) : null);
}

/** A run of capitalised words that no mention covers: `Agim Latifi`. Behind a verb it ends at a preposition. */
export function nameRun(reader: Reader, from: number, to: number, words: SpeechWords, behind: boolean): Speaker | null {
  const { tokens } = reader;
  let governed = false;
  for (let index = from; index < to; index++) {
    const token = tokens[index]!;
    if (behind && index > from && isPreposition(reader, index, words)) governed = true;
    if (!isCapital(token) || token.shape === NUMBER || reader.mentionOf(index)) continue;
    if (index > from && isPreposition(reader, index - 1, words)) continue;
    if (
      pronounOf(reader, index, words) !== undefined ||
      words.fillers.has(token.folded) ||
      words.prepositions.has(token.folded)
    )
      continue;
    let last = index + 1;
    while (
      last < to &&
      isCapital(tokens[last]!) &&
      !reader.mentionOf(last) &&
      (tokens[last]!.gap & ~(GAP.JOINED | GAP.HYPHEN)) === 0
    )
      last++;
    // Behind a preposition one word is rather its object, or the object's owner.
    if (governed && last - index === 1) continue;
    // A sentence's first word is written so whatever it is.
    if (last - index === 1 && stops(token) && !reader.isName(token.folded)) continue;
    if (last - index === 1 && !behind && !stops(token) && to - last > 2) continue;
    const mention = reader.personNamed(tokens[last - 1]!.folded) ?? null;
    return { mention, name: slice(reader, index, last), at: index };
  }
  return null;
}

/** In English the words before the verb; elsewhere only where they can be no adverb: the role reader knows offices. */
function nounBefore(reader: Reader, from: number, verb: number, words: SpeechWords, whole: boolean): Speaker | null {
  const { tokens } = reader;
  let first = from;
  while (first < verb && (words.fillers.has(tokens[first]!.folded) || words.conjunctions.has(tokens[first]!.folded)))
    first++;
  let last = verb;
  while (last > first && words.fillers.has(tokens[last - 1]!.folded)) last--;
  if (last <= first || words.prepositions.has(tokens[first]!.folded)) return null;
  if (words.keepsSubject && isAnybody(reader, from, last)) return NOBODY;
  if (!words.keepsSubject && (whole || last - first > 3))
    return { mention: null, name: slice(reader, first, Math.min(last, first + 3)), noun: true, pronoun: 'any' };
  return { mention: null, name: slice(reader, first, last), noun: true };
}

/** `kazala je svjedokinja pred sudom`: up to the next preposition, comma or name, two words at most. */
function nounBehind(reader: Reader, begin: number, end: number, words: SpeechWords): Speaker | null {
  const { tokens } = reader;
  let last = begin;
  while (last < end && last - begin < 2) {
    const token = tokens[last]!;
    if (last > begin && token.gap !== 0) break;
    if (words.prepositions.has(token.folded) || words.conjunctions.has(token.folded) || token.shape === NUMBER) break;
    last++;
  }
  return last === begin ? null : { mention: null, name: slice(reader, begin, last), noun: true };
}

/** Somebody speaks, but the text does not say who: "a source", "one", "others". */
const NOBODY: Speaker = { mention: null, name: null, noun: true };
/** More words than this are a description, not whom the article names. */
const LONGEST_NOUN = 4;
const ANYBODY = new Set('a an one another some someone somebody others other many most several two three'.split(' '));

function isAnybody(reader: Reader, from: number, last: number): boolean {
  return ANYBODY.has(reader.tokens[from]!.folded) || last - from > LONGEST_NOUN;
}

function isPreposition(reader: Reader, index: number, words: SpeechWords): boolean {
  const token = reader.tokens[index]!;
  return words.prepositions.has(token.folded) && !(token.gap & GAP.JOINED);
}

/** The gender of the pronoun at a token; undefined where it is none. */
function pronounOf(reader: Reader, index: number, words: SpeechWords): 'm' | 'f' | 'any' | undefined {
  const { folded } = reader.tokens[index]!;
  if (words.m.has(folded)) return 'm';
  if (words.f.has(folded)) return 'f';
  return words.any.has(folded) ? 'any' : undefined;
}

const PLURAL = new Set(['they', 'oni', 'one', 'tie', 'te', 'idioi', 'ei', 'onlar', 'ata', 'ato']);

function pronounSpeaker(reader: Reader, index: number, pronoun: 'm' | 'f' | 'any'): Speaker {
  const { folded, text } = reader.tokens[index]!;
  return PLURAL.has(folded) ? { mention: null, name: text } : { mention: null, name: text, pronoun };
}

/** The person whose sentence the one before the quotation is. */
export function subjectOf(reader: Reader, clause: Clause): Speaker | null {
  if (clause.first >= clause.last) return null;
  const words = speechWords(reader.document.language);
  const verb = findVerb(reader, clause, 'before');
  if (verb) {
    const speaker = speakerBefore(reader, verb);
    if (speaker && (speaker.mention || !speaker.noun)) return speaker;
  }
  let governed: ActorMention | null = null;
  for (let index = clause.first; index < clause.last; index++) {
    const mention = reader.mentionOf(index);
    if (mention) {
      index = mention.last - 1;
      if (mention.kind !== 'PERSON') continue;
      if (mention.first > clause.first && isPreposition(reader, mention.first - 1, words)) governed ??= mention;
      else return spoken(reader, mention);
      continue;
    }
    const pronoun = index - clause.first < 3 ? pronounOf(reader, index, words) : undefined;
    if (pronoun !== undefined && pronoun !== 'any') return pronounSpeaker(reader, index, pronoun);
  }
  return governed ? spoken(reader, governed) : null;
}

function mentionIn(reader: Reader, from: number, to: number, kind: 'PERSON' | 'ORGANIZATION'): ActorMention | null {
  for (let index = from; index < to; index++) {
    const mention = reader.mentionOf(index);
    if (mention?.kind === kind) return mention;
  }
  return null;
}

/** The name as it stands there; its base form where it is inflected. */
export function spoken(reader: Reader, mention: ActorMention): Speaker {
  const text = slice(reader, mention.first, mention.last);
  if (mention.by === 'role') return { mention, name: text };
  const base = new Set(mention.name.split(/[\s-]+/));
  return { mention, name: text.split(/[\s-]+/).every((word) => base.has(word)) ? text : mention.name };
}

const startOf = ({ at, mention }: Speaker): number => at ?? mention?.first ?? 0;

const slice = ({ tokens, document }: Reader, first: number, last: number): string =>
  document.fields[tokens[first]!.field]!.text.slice(tokens[first]!.start, tokens[last - 1]!.end);
