import type { Knowledge } from '../catalog/knowledge.ts';
import { sparingly } from '../catalog/sparingly.ts';
import type { ActorTag } from '../domain/annotation.ts';
import { englishName } from '../domain/english-name.ts';
import type { Annotate } from '../domain/ports.ts';
import type { ActorMention, TextDocument } from './context.ts';
import { createCountryFinder } from './countries.ts';
import { findActors } from './find-actors.ts';
import { findAgency } from './find-agency.ts';
import { findKnown } from './find-known.ts';
import { detectLanguage } from './language.ts';
import { createLinker } from './link-actors.ts';
import { createNameIndex } from './name-index.ts';
import { withoutOutletText } from './outlet-text/outlet-text.ts';
import { parentMentions } from './parent-mentions.ts';
import { createQuoteFinder } from './quotes.ts';
import { createOfficeResolver } from './resolve-offices.ts';
import { tokenize } from './text/tokenize.ts';
import { createTopicFinder } from './topics.ts';

/** The whole line from an article's text to its annotation, with the knowledge ready in memory. */
export const createAnnotator = (knowledge: Knowledge): Annotate => sparingly(() => makeAnnotator(knowledge));

function makeAnnotator(knowledge: Knowledge): Annotate {
  const index = createNameIndex(knowledge);
  const link = createLinker(index);
  const findCountries = createCountryFinder(index);
  const resolveOffices = createOfficeResolver(index);
  const findTopics = createTopicFinder(knowledge);
  const findQuotes = createQuoteFinder(knowledge);
  /** The agency that a byline, a dateline or a line of credits names. */
  const credited = (outlets: string, { language, setting }: TextDocument): string | null => {
    if (outlets === '') return null;
    const document = { language, setting, ...tokenize({ headline: '', summary: null, body: outlets }, language) };
    return findAgency(document, link(document, findKnown(document, index)), knowledge, true);
  };
  return (text, setting) => {
    const language = detectLanguage(text, setting);
    const { body, outlets } = text.body === null ? { body: null, outlets: '' } : withoutOutletText(text.body);
    const document: TextDocument = { language, setting, ...tokenize({ ...text, body }, language) };
    const known = findKnown(document, index);
    const named = findActors(document, known, index, link);
    const mentions = [...named, ...resolveOffices(document, known, named)].sort((a, b) => a.first - b.first);
    const countries = findCountries(document, known, mentions);
    const findings = { mentions, countries };
    return {
      language,
      countries,
      actors: toTags(document, [...mentions, ...parentMentions(document, mentions, index)], knowledge),
      topics: findTopics(document, findings),
      quotes: findQuotes(document, findings),
      agency: findAgency(document, mentions, knowledge) ?? credited(outlets, document),
      version: knowledge.version,
    };
  };
}

/** One tag for each actor, most salient first. */
function toTags(document: TextDocument, mentions: readonly ActorMention[], knowledge: Knowledge): ActorTag[] {
  const bySlug = Map.groupBy(mentions, (mention) => mention.slug);
  const tags = [...bySlug].map(([slug, own]): ActorTag => {
    const actor = knowledge.actor(slug);
    return {
      slug,
      kind: own[0]!.kind,
      name: actor ? (englishName(actor.names) ?? actor.names[0]!.text) : own[0]!.name,
      ...(own[0]!.acronym !== undefined && { spelling: own[0]!.acronym }),
      wikidataId: actor?.wikidataId ?? null,
      curated: own[0]!.curated,
      count: own.length,
      salience: salienceOf(document, own),
      evidence: own.map(({ field, start, end }) => {
        const { name, text } = document.fields[field]!;
        return { field: name, start, end, text: text.slice(start, end) };
      }),
    };
  });
  return tags.sort((a, b) => b.salience - a.salience || b.count - a.count);
}

/** How much of the article is about it: the headline weighs most, then the beginning, then how often. */
function salienceOf(document: TextDocument, mentions: readonly ActorMention[]): number {
  let sum = 0;
  for (const mention of mentions) {
    const field = document.fields[mention.field]!;
    if (field.name === 'HEADLINE') sum += 4;
    else if (field.name === 'SUMMARY') sum += 1.5;
    else sum += mention.start < 400 ? 1.5 : 1;
  }
  return Math.round((1 - Math.exp(-sum / 5)) * 1000) / 1000;
}
