import type { Country, KnownActor, Outlet, Topic } from '../domain/knowledge.ts';
import { countryNames } from './country-names.ts';
import type { CountryWords, Knowledge } from './knowledge.ts';

type Parts = Pick<
  Knowledge,
  | 'version'
  | 'outlets'
  | 'actors'
  | 'topics'
  | 'countryWords'
  | 'topicWords'
  | 'places'
  | 'roles'
  | 'givenNames'
  | 'warnings'
>;

/** Indexes the parts; everything it answers is ready in memory. */
export function createKnowledge(parts: Parts): Knowledge {
  const outlets = new Map<string, Outlet>(parts.outlets.map((outlet) => [outlet.slug, outlet]));
  const actors = new Map<string, KnownActor>(parts.actors.map((actor) => [actor.slug, actor]));
  const topics = new Map<string, Topic>(parts.topics.map((topic) => [topic.slug, topic]));
  const byMediaTopic = new Map<string, Topic>();
  const children = new Map<string, Topic[]>();
  for (const topic of parts.topics) {
    if (topic.mediaTopicId) byMediaTopic.set(topic.mediaTopicId, topic);
    if (topic.parent) children.set(topic.parent, [...(children.get(topic.parent) ?? []), topic]);
  }
  const { countries, words } = countryNames(parts.countryWords);
  const byCode = new Map<string, Country>(countries.map((country) => [country.code, country]));
  return {
    ...parts,
    countryWords: words satisfies CountryWords[],
    countries,
    outlet: (slug) => outlets.get(slug),
    actor: (slug) => actors.get(slug),
    topic: (slug) => topics.get(slug),
    topicByMediaTopic: (code) => byMediaTopic.get(code),
    country: (code) => byCode.get(code),
    topicPath(slug) {
      const path: Topic[] = [];
      for (let topic = topics.get(slug); topic; topic = topic.parent ? topics.get(topic.parent) : undefined)
        path.push(topic);
      return path;
    },
    topicChildren: (slug) => children.get(slug) ?? [],
  };
}
