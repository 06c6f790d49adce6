import { type ActorMention, GAP, LOWER } from '../context.ts';
import { groupOf } from '../forms/language-group.ts';
import { lexicons } from '../lexicon/lexicon.ts';
import { among } from '../names/scene.ts';
import { type Attribution, findVerb } from './attribution.ts';
import type { Clause } from './clauses.ts';
import { nameRun } from './name-run.ts';
import { isPeople, nounBefore, nounBehind } from './nouns.ts';
import { isCapital, type Reader } from './reader.ts';
import { isPreposition, pronounOf, pronounSpeaker, type Speaker, slice, spoken, startOf } from './speaker.ts';
import { isBare } from './subject-ahead.ts';
import { genderOf } from './verbs.ts';
import { fits } from './whom.ts';
import { type SpeechWords, speechWords } from './words.ts';

/** How far behind the verb its subject may stand. */
const REACH = 14;

/** The subject of a verb of saying behind the quotation. */
export function speakerAfter(reader: Reader, { verb, clause }: Attribution): Speaker | null {
  const words = speechWords(reader.document.language);
  return subjectBefore(reader, clause.first, verb, words, false) ?? subjectBehind(reader, verb, clause, words);
}

/** The subject of a verb of saying before the quotation. */
export function speakerBefore(reader: Reader, { verb, clause }: Attribution): Speaker | null {
  const words = speechWords(reader.document.language);
  const before = subjectBefore(reader, clause.first, verb, words, true);
  // "…, saying he was": what follows the verb is a part of what is said, but in "Said Smith:".
  if (before || (words.keepsSubject && verb > clause.first)) return before;
  return subjectBehind(reader, verb, clause, words);
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

/** A name, pronoun or noun that stands before the verb. `whole` where the clause is a sentence's beginning. */
function subjectBefore(reader: Reader, from: number, verb: number, words: SpeechWords, whole: boolean): Speaker | null {
  const { tokens } = reader;
  if (verb === from) return null;
  // "X, of the institute in Y, said": what stands between commas is no subject.
  const apart =
    ((tokens[verb]!.gap | (verb - 1 > from && !reader.mentionOf(verb - 1) ? tokens[verb - 1]!.gap : 0)) & GAP.COMMA) !==
    0;
  // "Ri spoke of talks with Moon and added": the subject is that of the verb before.
  const joined = words.keepsSubject && /^(and|but)$/.test(tokens[verb - 1]!.folded);
  if (joined && tokens[from]!.folded === 'the' && verb - from > 3 && isPeople(slice(reader, from, from + 2)))
    return { mention: null, name: slice(reader, from + 1, from + 2), noun: true };
  let organization: ActorMention | null = null;
  let person: ActorMention | null = null;
  for (let index = verb - 1; index >= from; index--) {
    const mention = reader.mentionOf(index);
    if (mention) {
      index = Math.max(mention.first, from);
      const governed =
        isGoverned(reader, index, from, words) ||
        owns(reader, mention, verb, words) ||
        (words.verbLast && !isBare(reader, mention));
      if (mention.kind === 'PERSON') {
        // `Radaković je, kako je rekla Tešić`: the verb's form tells which.
        if (!governed && agrees(reader, mention, verb)) {
          person = mention;
          if (!apart && !joined) break;
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

/** "on President Donald Trump": a preposition before the name and the titles with it. */
function isGoverned(reader: Reader, first: number, from: number, words: SpeechWords): boolean {
  let index = first - 1;
  while (
    words.keepsSubject &&
    index > from &&
    isCapital(reader.tokens[index]!) &&
    reader.tokens[index + 1]!.gap === 0 &&
    !reader.mentionOf(index)
  )
    index--;
  // "Secretary of State Mike Pompeo": the preposition stands inside the title.
  if (
    index < first - 1 &&
    reader.tokens[index]!.folded === 'of' &&
    index > from &&
    isCapital(reader.tokens[index - 1]!)
  )
    return false;
  return index >= from && index < first && isPreposition(reader, index, words);
}

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

/** "spune tehnicianul FCSB": by the noun before it somebody of that body speaks. */
function isPerson({ tokens, document }: Reader, at: number): boolean {
  const group = groupOf(document.language);
  const { folded, shape } = tokens[at]!;
  if (shape !== LOWER || group === 'en' || group === 'tr') return false;
  return among(lexicons[group].titles, folded, group);
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
    // "ministrul Muncii, Familiei și Tineretului, X": the commas of a portfolio part nothing.
    const portfolio = isCapital(token) && !reader.mentionOf(index);
    if (index > begin && token.gap & GAP.COMMA && !portfolio) commas++;
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
  if (organization && organization.first - begin <= 1 && !isPerson(reader, begin)) return spoken(reader, organization);
  const noun = words.verbLast ? null : nounBehind(reader, begin, end, words);
  return noun ?? (organization ? spoken(reader, organization) : null);
}
