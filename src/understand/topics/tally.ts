import type { TextDocument } from '../context.ts';
import type { Evidence } from './evidence-entry.ts';
import type { EvidenceIndex } from './evidence-index.ts';

/** One place in the text that speaks for a topic. Tokens, end exclusive. */
export interface Hit {
  topic: number;
  first: number;
  last: number;
  weight: number;
}

/** What the words of an article say for each topic. */
export interface Tally {
  /** By topic: weights of its distinct entries, repetition counting ever less, the beginning more than the rest. */
  scores: Float64Array;
  /** By topic: how many distinct entries stand in the text. */
  distinct: Uint16Array;
  hits: Hit[];
}

const HEADLINE = 2.5;
const SUMMARY = 1.6;
const OPENING = 1.5;
const OPENING_LENGTH = 400;

/** Reads the text once and adds up its evidence. */
export function tally(document: TextDocument, index: EvidenceIndex, topics: number): Tally {
  const { tokens } = document;
  const hits: (Hit & { id: number })[] = [];
  let against: Hit[] | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const evidences = index.startingWith(tokens[at]!.word);
    if (evidences.length === 0) continue;
    const before = hits.length;
    for (let each = 0; each < evidences.length; each++) {
      const evidence = evidences[each]!;
      const last = evidence.rest.length === 0 ? at + 1 : endOf(evidence, document, at);
      if (last === 0) continue;
      const hit = { topic: evidence.topic, first: at, last, weight: evidence.weight, id: evidence.id };
      if (evidence.against) {
        against ??= [];
        against.push(hit);
      } else {
        // Of several entries that begin at one word the strongest counts.
        let same = before;
        while (same < hits.length && hits[same]!.topic !== hit.topic) same++;
        if (same === hits.length || hits[same]!.weight < hit.weight) hits[same] = hit;
      }
    }
  }
  const counted = against ? hits.filter((hit) => !isCovered(hit, against!)) : hits;
  const scores = new Float64Array(topics);
  const distinct = new Uint16Array(topics);
  const seen = new Map<number, number>();
  for (const hit of counted) {
    const times = (seen.get(hit.id) ?? 0) + 1;
    seen.set(hit.id, times);
    if (times === 1) distinct[hit.topic]!++;
    scores[hit.topic]! += (hit.weight * placeWeight(document, hit.first)) / (times * times);
  }
  return { scores, distinct, hits: counted };
}

/** One past the phrase's last token; 0 where the text goes on otherwise. */
function endOf(evidence: Evidence, document: TextDocument, at: number): number {
  const { tokens } = document;
  const { field } = tokens[at]!;
  const { rest } = evidence;
  for (let each = 0; each < rest.length; each++) {
    const word = rest[each]!;
    const token = tokens[at + 1 + each];
    if (token === undefined || token.field !== field) return 0;
    if (word.stem ? !token.folded.startsWith(word.text) : token.folded !== word.text) return 0;
  }
  return at + 1 + rest.length;
}

const isCovered = (hit: Hit, against: readonly Hit[]) =>
  against.some((other) => other.topic === hit.topic && other.first <= hit.first && hit.last <= other.last);

function placeWeight(document: TextDocument, at: number): number {
  const token = document.tokens[at]!;
  const { name } = document.fields[token.field]!;
  if (name === 'HEADLINE') return HEADLINE;
  if (name === 'SUMMARY') return SUMMARY;
  return token.start < OPENING_LENGTH ? OPENING : 1;
}
