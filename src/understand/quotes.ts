import type { Knowledge } from '../catalog/knowledge.ts';
import type { QuoteTag } from '../domain/annotation.ts';
import type { FindQuotes, TextDocument } from './context.ts';
import { type Attribution, findInside, findVerb } from './quotes/attribution.ts';
import { type Surroundings, surroundingsOf } from './quotes/clauses.ts';
import { cutDash } from './quotes/dashes.ts';
import { isQuotation } from './quotes/judge.ts';
import { nameRun } from './quotes/name-run.ts';
import { isPeople } from './quotes/nouns.ts';
import { createReader, isCapital, type Reader } from './quotes/reader.ts';
import { createRoleReader, type RoleReader } from './quotes/roles.ts';
import { findSource, hasSource, nameBehind } from './quotes/source.ts';
import { findSpans, type RawSpan } from './quotes/spans.ts';
import { type Speaker, spoken } from './quotes/speaker.ts';
import { speakerAfter, speakerBefore, subjectOf } from './quotes/subject.ts';
import { subjectAhead } from './quotes/subject-ahead.ts';
import { genderOf } from './quotes/verbs.ts';
import { fits, whom } from './quotes/whom.ts';
import { speechWords } from './quotes/words.ts';

/** Verbs this near to the closing mark bring the words in, whatever parts them. */
const NEAR = 8;

/** Finds every direct quotation of an article and who says it. */
export function createQuoteFinder(knowledge: Knowledge): FindQuotes {
  const roles = createRoleReader(knowledge);
  return (document, findings) => {
    const fields = document.fields.map((field) => findSpans(field.text));
    if (fields.every((spans) => spans.length === 0)) return [];
    const reader = createReader(document, findings);
    return fields.flatMap((spans, field) => findInField(reader, field, spans, roles));
  };
}

/** The last quotation found and where it stands. */
interface Last {
  speaker: Speaker | null;
  span: RawSpan;
  /** Its last token. */
  token: number;
}

/** One thing said: its stretches, more than one where it goes on over paragraphs. */
interface Saying {
  spans: { span: RawSpan; around: Surroundings }[];
}

function findInField(reader: Reader, field: number, raw: readonly RawSpan[], roles: RoleReader): QuoteTag[] {
  const { document } = reader;
  const spans = raw.flatMap((span) => {
    if (span.by === 'marks') return [span];
    // Marks inside a paragraph that a dash opens: the marks tell.
    if (raw.some((other) => other.by === 'marks' && other.paragraphStart === span.paragraphStart)) return [];
    return cutDash(reader, field, span);
  });
  // "told «Today» that …": a name in quotation marks parts nothing.
  const bounds = spans.filter(
    (span) =>
      reader.tokenAt(field, span.end) - reader.tokenAt(field, span.start) > 2 || speaksAt(document, field, span),
  );
  const sayings: Saying[] = [];
  for (const span of spans) {
    const around = surroundingsOf(reader, field, span, bounds);
    if (span.continues && sayings.length > 0) sayings.at(-1)!.spans.push({ span, around });
    else sayings.push({ spans: [{ span, around }] });
  }
  const tags: QuoteTag[] = [];
  let last: Last | null = null;
  for (const { spans: parts } of sayings) {
    const first = parts[0]!;
    const end = parts.at(-1)!;
    const around = { ...first.around, tail: end.around.tail, parted: end.around.parted };
    const at = reader.tokenAt(field, first.span.start);
    const after = nearVerb(reader, around) ?? findInside(reader, at, reader.tokenAt(field, end.span.end));
    const before = findVerb(reader, around.head, 'before');
    const signs = {
      verbAfter: findVerb(reader, around.tail, 'after') !== null,
      verbBefore: before !== null || hasSource(reader, first.around.head),
      verbNear: after !== null,
      verbNext: after !== null && speechWords(document.language).verbLast && after.verb - around.tail.first < 2,
    };
    if (parts.length === 1 && !isQuotation(reader, field, first.span, around, signs)) continue;
    const speaker = speakerOf(reader, { at, span: first.span, around, after, before, last, roles });
    for (const { span } of parts) tags.push(tagOf(document, field, span, speaker));
    last = { speaker, span: end.span, token: Math.max(at, reader.tokenAt(field, end.span.end) - 1) };
  }
  return tags;
}

/** Whether the marks hold a sentence, however short. */
const speaksAt = ({ fields }: TextDocument, field: number, { start, end }: RawSpan): boolean =>
  /[.!?…,]$/.test(fields[field]!.text.slice(start, end));

/** The verb behind the quotation, where it brings the words in: near by, or with its subject's name in between. */
function nearVerb(reader: Reader, { tail }: Surroundings): Attribution | null {
  const after = findVerb(reader, tail, 'after');
  if (after === null) return null;
  const distance = after.verb - tail.first;
  if (distance < NEAR) return after;
  const { tokens } = reader;
  for (let index = tail.first; index < after.verb; index++)
    if (isCapital(tokens[index]!) && (index - tail.first < 4 || after.verb - index < 3)) return after;
  return null;
}

interface Case {
  /** First token of the words. */
  at: number;
  span: RawSpan;
  around: Surroundings;
  after: Attribution | null;
  before: Attribution | null;
  last: Last | null;
  roles: RoleReader;
}

function speakerOf(reader: Reader, given: Case): Speaker | null {
  const { at, around, after, before, last, span } = given;
  const sameParagraph = last !== null && last.span.paragraphStart === span.paragraphStart;
  const found = named(reader, given);
  if (found?.mention) return found;
  if (found && !found.pronoun && !found.noun) return found;
  const whoSpoke = last?.speaker && !last.speaker.noun && last.speaker.name !== null ? last.speaker : null;
  const spokeLast = whoSpoke ? { mention: whoSpoke.mention, token: last!.token } : null;
  if (found?.noun) {
    if (found.name === null) return null;
    const office = given.roles(reader, found.name!, at);
    if (office) {
      const mention = office.mention ?? (isShort(found.name!) ? whom(reader, at, office.gender, spokeLast) : null);
      return { mention, name: found.name };
    }
    // "The chorus", "the notice of intent": nobody speaks there.
    if (reader.document.language === 'en' && !isPeople(found.name)) return null;
    if (!found.pronoun) return found;
  }
  const verb = after ?? before;
  const { language } = reader.document;
  const byVerb = verb ? genderOf(reader.tokens[verb.verb]!.folded, language) : null;
  const gender = found?.pronoun === 'm' || found?.pronoun === 'f' ? found.pronoun : byVerb;
  const name = found?.pronoun && !found.noun ? found.name : null;
  if (sameParagraph && last!.speaker && suits(last!.speaker, gender))
    return name ? { ...last!.speaker, name } : last!.speaker;
  const subject = subjectOf(reader, around.previous);
  if (subject && !subject.pronoun && !subject.noun && suits(subject, gender))
    return { ...subject, name: subject.mention ? (name ?? subject.name) : subject.name };
  if (!verb && !around.colon) {
    if (sameParagraph) return last!.speaker;
    // A paragraph of its own, right behind one that the same person speaks.
    if (!around.alone || !last || span.paragraphStart - last.span.paragraphEnd > 2) return null;
    return last.speaker;
  }
  const person = whom(reader, at, gender, spokeLast);
  if (person) return { mention: person, name: name ?? spoken(reader, person).name };
  if (whoSpoke && whoSpoke.mention === null) return whoSpoke;
  return null;
}

/** Whom the sentence itself names: by name, pronoun or noun. */
function named(reader: Reader, { around, after: behindIt, before }: Case): Speaker | null {
  let after = behindIt;
  const quoted =
    after && speechWords(reader.document.language).sources.has(reader.tokens[after.verb]!.folded)
      ? findSource(reader, around.tail)
      : null;
  // "The campaign said it was “…”, according to Reuters": the agency only passes it on.
  if (quoted && before && quoted.mention?.kind === 'ORGANIZATION') after = null;
  else if (quoted) return quoted;
  const behind = after && (around.parted || !before) ? speakerAfter(reader, after) : null;
  const { verbLast } = speechWords(reader.document.language);
  if (behind && (behind.mention || !before) && !(verbLast && behind.noun)) return behind;
  const ahead = behindIt && verbLast ? subjectAhead(reader, around.head) : null;
  if (ahead) return ahead;
  if (before) {
    const speaker = speakerBefore(reader, before);
    if (speaker) return speaker;
  }
  if (behind) return behind;
  const source = findSource(reader, around.tail) ?? findSource(reader, around.head);
  if (source) return source;
  if (around.colon) {
    const { first, last } = around.head;
    const speaker =
      subjectOf(reader, around.head) ?? nameRun(reader, first, last, speechWords(reader.document.language), true);
    if (speaker) return speaker;
  }
  if (after || before) return null;
  return (
    (around.parted ? nameBehind(reader, around.tail) : null) ?? (around.alone ? null : subjectOf(reader, around.head))
  );
}

const suits = ({ mention }: Speaker, gender: 'm' | 'f' | null): boolean =>
  mention === null || gender === null || fits(mention, gender);
const isShort = (phrase: string): boolean => phrase.split(/\s+/).length <= 3;

function tagOf(document: TextDocument, field: number, { start, end }: RawSpan, speaker: Speaker | null): QuoteTag {
  const { name, text } = document.fields[field]!;
  const trimmed = text.slice(start, end).replace(/[,\s]+$/, '');
  return {
    text: trimmed,
    speakerName: speaker?.name ?? null,
    speaker: speaker?.mention?.slug ?? null,
    span: { field: name, start, end: start + trimmed.length, text: trimmed },
  };
}
