import { type ActorMention, GAP, LOWER, NUMBER } from '../context.ts';
import type { Clause } from './clauses.ts';
import { isCapital, type Reader, stops } from './reader.ts';
import { genderOf, verbsOf } from './verbs.ts';
import { type SpeechWords, speechWords } from './words.ts';

/** Who says it, as far as the text tells. */
export interface Speaker {
  mention: ActorMention | null;
  /** As the article has it. */
  name: string | null;
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
    verbs.has(tokens[index]!.folded) && !(isCapital(tokens[index]!) && reader.mentionOf(index));
  if (side === 'after') {
    for (let index = clause.first; index < Math.min(clause.last, clause.first + REACH + 4); index++)
      if (is(index)) return { verb: index, clause };
    return null;
  }
  for (let index = clause.last - 1; index >= clause.first; index--) if (is(index)) return { verb: index, clause };
  return null;
}

/** "According to", «σύμφωνα με»: whose words they are without a verb. */
export function findSource(reader: Reader, clause: Clause): Speaker | null {
  const { sources } = speechWords(reader.document.language);
  for (let index = clause.first; index < clause.last; index++) {
    if (!sources.has(reader.tokens[index]!.folded)) continue;
    const mention = firstMention(reader, index + 1, Math.min(clause.last, index + 8));
    if (mention) return spoken(reader, mention);
  }
  return null;
}

/** The subject of a verb of saying behind the quotation. */
export function speakerAfter(reader: Reader, { verb, clause }: Attribution): Speaker | null {
  const words = speechWords(reader.document.language);
  const before = subjectBefore(reader, clause.first, verb, words, false);
  const passive = reader.document.language === 'tr';
  if (before) return before;
  const behind = subjectBehind(reader, verb, clause, words);
  if (behind || passive) return behind;
  return null;
}

/** The subject of a verb of saying before the quotation. */
export function speakerBefore(reader: Reader, { verb, clause }: Attribution): Speaker | null {
  const words = speechWords(reader.document.language);
  return subjectBefore(reader, clause.first, verb, words, true) ?? subjectBehind(reader, verb, clause, words) ?? null;
}

/** A name, pronoun or noun that stands before the verb. `far` where a whole sentence may lie between. */
function subjectBefore(reader: Reader, from: number, verb: number, words: SpeechWords, far: boolean): Speaker | null {
  const { tokens } = reader;
  if (verb === from) return null;
  let organization: ActorMention | null = null;
  let person: ActorMention | null = null;
  for (let index = verb - 1; index >= from; index--) {
    const mention = reader.mentionOf(index);
    if (mention) {
      index = Math.max(mention.first, from);
      const governed = index > from && words.prepositions.has(tokens[index - 1]!.folded);
      if (mention.kind === 'PERSON' && (!governed || !far)) {
        if (!person) person = mention;
        if (!governed) break;
      } else if (!governed) organization ??= mention;
      continue;
    }
    const pronoun = pronounOf(reader, index, words);
    if (pronoun !== undefined && verb - index <= 6) return pronounSpeaker(reader, index, pronoun);
  }
  if (person) return spoken(reader, person);
  const run = nameRun(reader, from, verb, words);
  if (run) return run;
  if (organization) return spoken(reader, organization);
  if (!far && verb - from <= 7) {
    const noun = nounBefore(reader, from, verb, words);
    if (noun) return noun;
  }
  return null;
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
  const first = index < end ? pronounOf(reader, index, words) : undefined;
  if (first !== undefined) return pronounSpeaker(reader, index, first);
  for (; index < end; index++) {
    const token = tokens[index]!;
    if (index > begin && token.gap & GAP.COMMA) commas++;
    if (index > begin && token.gap & (GAP.DASH | GAP.COLON)) break;
    if (commas > 1) break;
    const mention = reader.mentionOf(index);
    if (!mention) continue;
    const governed = index > verb + 1 && words.prepositions.has(tokens[index - 1]!.folded);
    if (mention.kind === 'PERSON' && !governed) return spoken(reader, mention);
    if (!governed) organization ??= mention;
    index = Math.max(index, mention.last - 1);
  }
  const run = nameRun(reader, begin, Math.min(end, begin + 8), words);
  if (run) return run;
  if (organization && organization.first - begin <= 1) return spoken(reader, organization);
  const noun = nounBehind(reader, begin, end, words);
  return noun ?? (organization ? spoken(reader, organization) : null);
}

/** A run of capitalised words that no mention covers, in the sentence's middle: `Agim Latifi`. */
function nameRun(reader: Reader, from: number, to: number, words: SpeechWords): Speaker | null {
  const { tokens } = reader;
  for (let index = from; index < to; index++) {
    const token = tokens[index]!;
    if (!isCapital(token) || reader.mentionOf(index) || stops(token) || token.shape === NUMBER) continue;
    if (index > from && words.prepositions.has(tokens[index - 1]!.folded)) continue;
    if (pronounOf(reader, index, words) !== undefined) continue;
    let last = index + 1;
    while (
      last < to &&
      isCapital(tokens[last]!) &&
      !reader.mentionOf(last) &&
      (tokens[last]!.gap & ~(GAP.JOINED | GAP.HYPHEN)) === 0
    )
      last++;
    const lone = last - index === 1;
    // One word alone may open the clause or be a country's adjective; two are a name.
    if (lone && index === from && index !== 0 && words.fillers.has(token.folded)) continue;
    return { mention: null, name: slice(reader, index, last) };
  }
  return null;
}

function nounBefore(reader: Reader, from: number, verb: number, words: SpeechWords): Speaker | null {
  let first = from;
  while (
    first < verb &&
    (words.fillers.has(reader.tokens[first]!.folded) || words.prepositions.has(reader.tokens[first]!.folded))
  )
    first++;
  let last = verb;
  while (last > first && words.fillers.has(reader.tokens[last - 1]!.folded)) last--;
  return last > first && last - first <= 5 ? { mention: null, name: slice(reader, first, last) } : null;
}

/** `kazala je svjedokinja pred sudom`: up to the next preposition or comma, three words at most. */
function nounBehind(reader: Reader, begin: number, end: number, words: SpeechWords): Speaker | null {
  const { tokens } = reader;
  let last = begin;
  while (last < end && last - begin < 3) {
    const token = tokens[last]!;
    if (last > begin && token.gap !== 0) break;
    if (words.prepositions.has(token.folded) || token.shape === NUMBER) break;
    last++;
    // A second noun is the first one's owner; an adverb is none. One word is what is sure.
    if (token.shape === LOWER && last - begin >= 1) break;
  }
  if (last === begin) return null;
  return { mention: null, name: slice(reader, begin, last) };
}

/** The gender of the pronoun at a token; undefined where it is none. */
function pronounOf(reader: Reader, index: number, words: SpeechWords): 'm' | 'f' | null | undefined {
  const { folded } = reader.tokens[index]!;
  if (words.m.has(folded)) return 'm';
  if (words.f.has(folded)) return 'f';
  return words.any.has(folded) ? null : undefined;
}

function pronounSpeaker(reader: Reader, index: number, gender: 'm' | 'f' | null): Speaker {
  const plural = /^(?:they|oni|one|tie|te|idioi|ei|onlar|ata|ato)$/.test(reader.tokens[index]!.folded);
  return { mention: plural ? null : lastPerson(reader, index, gender), name: reader.tokens[index]!.text };
}

/**
 * The person that a pronoun, an office or a verb alone means: of the nearest sentence before that names one of that gender,
 * the first one named, its likely subject.
 */
export function lastPerson(reader: Reader, before: number, gender: 'm' | 'f' | null): ActorMention | null {
  const { tokens, mentions } = reader;
  const { field } = tokens[Math.min(before, tokens.length - 1)]!;
  let found: ActorMention | null = null;
  for (let index = mentions.length - 1; index >= 0; index--) {
    const mention = mentions[index]!;
    if (mention.first >= before || mention.kind !== 'PERSON') continue;
    if (gender !== null && mention.gender !== null && mention.gender !== gender) continue;
    if (mention.field !== field) {
      if (found) break;
      continue;
    }
    if (found && tokens[mention.first]!.sentence !== tokens[found.first]!.sentence) break;
    found = mention;
  }
  return found;
}

/** The person whose sentence the one before the quotation is. */
export function subjectOf(reader: Reader, clause: Clause): Speaker | null {
  const verb = findVerb(reader, clause, 'before');
  if (verb) {
    const speaker = speakerBefore(reader, verb);
    if (speaker?.mention) return speaker;
  }
  const words = speechWords(reader.document.language);
  let governed: ActorMention | null = null;
  for (let index = clause.first; index < clause.last; index++) {
    const mention = reader.mentionOf(index);
    if (mention) {
      index = mention.last - 1;
      if (mention.kind !== 'PERSON') continue;
      if (mention.first > clause.first && words.prepositions.has(reader.tokens[mention.first - 1]!.folded))
        governed ??= mention;
      else return spoken(reader, mention);
      continue;
    }
    const pronoun = index - clause.first < 3 ? pronounOf(reader, index, words) : undefined;
    if (pronoun !== undefined) return pronounSpeaker(reader, index, pronoun);
  }
  return governed ? spoken(reader, governed) : null;
}

/** The verb alone tells: `dodala je`. */
export function unnamed(reader: Reader, verb: number): Speaker | null {
  const mention = lastPerson(reader, verb, genderOf(reader.tokens[verb]!.folded, reader.document.language));
  return mention ? spoken(reader, mention) : null;
}

function firstMention(reader: Reader, from: number, to: number): ActorMention | null {
  let organization: ActorMention | null = null;
  for (let index = from; index < to; index++) {
    const mention = reader.mentionOf(index);
    if (mention?.kind === 'PERSON') return mention;
    organization ??= mention ?? null;
  }
  return organization;
}

/** The name as it stands there; its base form where it is inflected. */
export function spoken(reader: Reader, mention: ActorMention): Speaker {
  const text = slice(reader, mention.first, mention.last);
  if (mention.by === 'role') return { mention, name: text };
  const base = new Set(mention.name.split(/[\s-]+/));
  return { mention, name: text.split(/[\s-]+/).every((word) => base.has(word)) ? text : mention.name };
}

const slice = ({ tokens, document }: Reader, first: number, last: number): string =>
  document.fields[tokens[first]!.field]!.text.slice(tokens[first]!.start, tokens[last - 1]!.end);
