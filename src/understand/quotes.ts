import type { Knowledge } from '../catalog/knowledge.ts';
import type { QuoteTag } from '../domain/annotation.ts';
import type { FindQuotes, TextDocument } from './context.ts';
import { type Surroundings, surroundingsOf } from './quotes/clauses.ts';
import { cutDash } from './quotes/dashes.ts';
import { isQuotation } from './quotes/judge.ts';
import { createReader, type Reader } from './quotes/reader.ts';
import { createRoleReader, type RoleReader } from './quotes/roles.ts';
import { findSpans, type RawSpan } from './quotes/spans.ts';
import {
  type Attribution,
  findSource,
  findVerb,
  type Speaker,
  speakerAfter,
  speakerBefore,
  subjectOf,
  unnamed,
} from './quotes/speaker.ts';

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
  speaker: Speaker;
  span: RawSpan;
}

function findInField(reader: Reader, field: number, raw: readonly RawSpan[], roles: RoleReader): QuoteTag[] {
  const { document } = reader;
  const tags: QuoteTag[] = [];
  const spans = raw.flatMap((span) => {
    if (span.by === 'marks') return [span];
    // Marks inside a paragraph that a dash opens: the marks tell.
    if (raw.some((other) => other.by === 'marks' && other.paragraphStart === span.paragraphStart)) return [];
    return cutDash(reader, field, span);
  });
  let last: Last | null = null;
  for (const span of spans) {
    const around = surroundingsOf(reader, field, span, spans);
    const after = findVerb(reader, around.tail, 'after');
    const before = findVerb(reader, around.head, 'before');
    const near = after !== null && after.verb - around.tail.first < NEAR;
    const signs = { verbAfter: after !== null, verbBefore: before !== null, verbNear: near };
    if (!isQuotation(reader, field, span, around, signs)) continue;
    const speaker = speakerOf(reader, span, around, near ? after : null, before, last, roles);
    tags.push(tagOf(document, field, span, speaker));
    last = { speaker: speaker ?? { mention: null, name: null }, span };
  }
  return tags;
}

function speakerOf(
  reader: Reader,
  span: RawSpan,
  around: Surroundings,
  after: Attribution | null,
  before: Attribution | null,
  last: Last | null,
  roles: RoleReader,
): Speaker | null {
  if (span.continues && last?.speaker.name) return last.speaker;
  const sameParagraph = last !== null && last.span.paragraphStart === span.paragraphStart;
  const resolve = (speaker: Speaker | null) =>
    speaker?.name && !speaker.mention
      ? (roles(reader, speaker.name, reader.tokenAt(fieldOf(reader, around), span.start)) ?? speaker)
      : speaker;
  if (after && !before?.clause) {
    const speaker = resolve(speakerAfter(reader, after));
    if (speaker) return speaker;
  }
  if (before) {
    const behind = after && around.parted ? resolve(speakerAfter(reader, after)) : null;
    if (behind?.mention) return behind;
    const speaker = resolve(speakerBefore(reader, before));
    if (speaker) return speaker;
  }
  const source = findSource(reader, around.head) ?? findSource(reader, around.tail);
  if (source) return source;
  if (around.colon) {
    const speaker = subjectOf(reader, around.head);
    if (speaker) return speaker;
  }
  // `dodala je`: the one who spoke last, or the last one named.
  if (after || before) {
    if (sameParagraph && last!.speaker.name) return last!.speaker;
    const subject = around.previous.first < around.previous.last ? subjectOf(reader, around.previous) : null;
    if (subject?.mention) return subject;
    return unnamed(reader, (after ?? before)!.verb);
  }
  if (sameParagraph && last!.speaker.name) return last!.speaker;
  if (around.previous.first < around.previous.last) {
    const subject = subjectOf(reader, around.previous);
    if (subject) return subject;
  }
  return around.head.first < around.head.last ? subjectOf(reader, around.head) : null;
}

const fieldOf = (reader: Reader, around: Surroundings): number =>
  reader.tokens[Math.min(around.head.last, reader.tokens.length - 1)]!.field;

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
