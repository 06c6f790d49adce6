import type { Knowledge, TopicWords } from '../catalog/knowledge.ts';
import type { TopicTag } from '../domain/annotation.ts';
import type { Topic } from '../domain/knowledge.ts';
import type { TextSpan } from '../domain/text.ts';
import type { Findings, FindTopics, TextDocument } from './context.ts';
import { spanOf } from './context.ts';
import { fold } from './text/fold.ts';
import { evidenceOfActor } from './topics/actor-evidence.ts';
import { createEvidenceIndexes } from './topics/evidence-index.ts';
import { type Hit, tally } from './topics/tally.ts';

const MOST = 5;
const SPANS = 8;
/** What a section's name, where the text agrees, and the feed's own topic are worth, in words of the text. */
const SECTION = 3;
const FEED = 12;
/** A top topic needs so much evidence, and so much of what the strongest one has. */
const ENOUGH = 3;
const SHARE = 0.38;
/** A topic below needs so much of its own. */
const OWN = 2;
const SHARE_BELOW = 0.15;
/** How much of a topic's evidence counts for the one above; most of its words stand there too. */
const BELOW = 0.6;

interface Choice {
  index: number;
  /** 0 to 1. */
  confidence: number;
  hits: readonly Hit[];
}

/** Tells what an article is about: scored evidence for each topic, and what its children have counts for it too. */
export function createTopicFinder(knowledge: Knowledge): FindTopics {
  const topics = knowledge.topics;
  const indexOf = new Map(topics.map((topic, index) => [topic.slug, index]));
  const parents = topics.map((topic) => (topic.parent ? indexOf.get(topic.parent)! : -1));
  const words = topics.map((topic) => knowledge.topicWords.find((entry) => entry.slug === topic.slug)!);
  const indexes = createEvidenceIndexes(knowledge.topicWords, (slug) => indexOf.get(slug)!);
  const actors = actorEvidence(knowledge, words, indexOf);
  const sections = sectionNames(words);

  return (document, findings) => {
    const found = tally(document, indexes(document.language), topics.length);
    const own = found.scores;
    addActors(own, findings, actors);
    const given = addSetting(own, document, sections, indexOf);
    const sums = own.slice();
    // Parents stand before children, so from the end each one is complete when it is added.
    for (let index = topics.length - 1; index >= 0; index--)
      if (parents[index]! >= 0) sums[parents[index]!]! += sums[index]! * BELOW;
    const length = Math.sqrt(Math.max(document.tokens.length, 40) / 200);
    let most = 0;
    for (let index = 0; index < topics.length; index++) if (parents[index]! < 0) most = Math.max(most, sums[index]!);

    const chosen: Choice[] = [];
    for (let index = 0; index < topics.length; index++) {
      const top = parents[index]! < 0;
      const needed = (top ? ENOUGH : OWN) * length;
      const score = sums[index]!;
      if (score < needed || score < most * (top ? SHARE : SHARE_BELOW)) continue;
      const hits = evidenceBelow(index, found.hits, parents);
      // One word, however often, does not tell what a text is about; the outlet's word does.
      if (!given.has(index) && !isVaried(document, hits)) continue;
      if (!isPossible(words[index]!, found.distinct[index]!, findings)) continue;
      chosen.push({ index, confidence: confidenceOf(score / needed, score / (most || 1)), hits });
    }
    const between = new Set(chosen.map(({ index }) => parents[index]!));
    return chosen
      .filter(({ index }) => parents[index]! < 0 || !between.has(index))
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, MOST)
      .map(({ index, confidence, hits }) => toTag(topics[index]!, confidence, document, hits));
  };
}

const confidenceOf = (enough: number, share: number) =>
  Math.round(Math.min(0.99, (1 - Math.exp(-enough * 0.8)) * (0.5 + 0.5 * share)) * 1000) / 1000;

function isPossible({ needs }: TopicWords, distinct: number, { countries }: Findings): boolean {
  const has = (code: string) => countries.some((country) => country.code === code);
  return (
    distinct >= needs.words &&
    needs.countries.every(has) &&
    (needs.anyCountry.length === 0 || needs.anyCountry.some(has))
  );
}

/** What each actor's being named is worth, and for which topic. */
function actorEvidence(
  knowledge: Knowledge,
  words: readonly TopicWords[],
  indexOf: ReadonlyMap<string, number>,
): Map<string, [topic: number, weight: number][]> {
  const actors = new Map<string, [number, number][]>();
  const add = (slug: string, topic: number | undefined, weight: number) => {
    if (topic === undefined) return;
    const list = actors.get(slug);
    if (list) list.push([topic, weight]);
    else actors.set(slug, [[topic, weight]]);
  };
  for (const actor of knowledge.actors) {
    const evidence = evidenceOfActor(actor);
    if (evidence) add(actor.slug, indexOf.get(evidence[0]), evidence[1]);
  }
  words.forEach((entry, topic) => {
    for (const slug of entry.actors) add(slug, topic, 2);
  });
  return actors;
}

function addActors(
  scores: Float64Array,
  { mentions }: Findings,
  actors: ReadonlyMap<string, readonly [topic: number, weight: number][]>,
): void {
  const seen = new Set<string>();
  for (const { slug } of mentions) {
    if (seen.has(slug)) continue;
    seen.add(slug);
    for (const [topic, weight] of actors.get(slug) ?? []) scores[topic]! += weight;
  }
}

const sectionKey = (name: string) => fold(name).trim();

function sectionNames(words: readonly TopicWords[]): Map<string, number[]> {
  const sections = new Map<string, number[]>();
  words.forEach((entry, topic) => {
    for (const name of entry.sections) {
      const key = sectionKey(name);
      sections.set(key, [...(sections.get(key) ?? []), topic]);
    }
  });
  return sections;
}

/** Adds what the feed and the section say; answers which topics they name. */
function addSetting(
  scores: Float64Array,
  { setting }: TextDocument,
  sections: ReadonlyMap<string, readonly number[]>,
  indexOf: ReadonlyMap<string, number>,
): Set<number> {
  const given = new Set<number>();
  for (const slug of setting.topics ?? []) {
    const topic = indexOf.get(slug);
    if (topic === undefined) continue;
    scores[topic]! += FEED;
    given.add(topic);
  }
  const named = new Set((setting.sections ?? []).flatMap((name) => sections.get(sectionKey(name)) ?? []));
  for (const topic of named) {
    scores[topic]! += Math.min(SECTION, SECTION / 2 + scores[topic]!);
    given.add(topic);
  }
  return given;
}

/** The hits of the topic and of all below it. */
function evidenceBelow(topic: number, hits: readonly Hit[], parents: readonly number[]): Hit[] {
  return hits.filter((hit) => {
    let index = hit.topic;
    while (index > topic) index = parents[index]!;
    return index === topic;
  });
}

/** Whether the hits are not all of one word. */
function isVaried({ tokens }: TextDocument, hits: readonly Hit[]): boolean {
  const [one] = hits;
  if (!one) return false;
  const opening = tokens[one.first]!.folded;
  const closing = tokens[one.last - 1]!.folded;
  return hits.some(
    ({ first, last }) => !sameRoot(tokens[first]!.folded, opening) || !sameRoot(tokens[last - 1]!.folded, closing),
  );
}

const ROOT = 5;
const sameRoot = (word: string, other: string) =>
  word === other || (word.length >= ROOT && other.startsWith(word.slice(0, ROOT)));

function toTag(topic: Topic, confidence: number, document: TextDocument, hits: readonly Hit[]): TopicTag {
  const spans = new Map<number, TextSpan>();
  for (const { first, last } of hits) {
    if (spans.size === SPANS) break;
    spans.set(first, spanOf(document, first, last));
  }
  return { slug: topic.slug, mediaTopicId: topic.mediaTopicId, confidence, evidence: [...spans.values()] };
}
