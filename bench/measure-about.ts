import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { loadCatalog } from '../src/catalog/load-catalog.ts';
import { loadSamples, type SampleArticle } from '../src/commands/demo/samples.ts';
import type { CountryTag, TopicTag } from '../src/domain/annotation.ts';
import { createAnnotator } from '../src/understand/annotate.ts';

const sources = new URL('../sources', import.meta.url).pathname;
/** When the samples are read: offices and "now" in them are of this day. */
const START = Date.UTC(2026, 1, 14, 12);

/** Rules are written with sight of the articles of `seen`; those of `measured` are only counted. */
export type Half = 'seen' | 'measured';

/** The half of an event: by the digest of its name, so that no one chooses. */
export const halfOf = (event: string): Half =>
  createHash('sha256').update(event).digest()[0]! % 2 === 0 ? 'seen' : 'measured';

/** How often something was said, was right, and was labelled. */
export class Count {
  hit = 0;
  said = 0;
  gold = 0;

  /** What is in `maybe` alone counts neither way. */
  add(said: ReadonlySet<string>, gold: ReadonlySet<string>, maybe: ReadonlySet<string>): void {
    this.gold += gold.size;
    for (const one of said) {
      if (gold.has(one)) this.hit++;
      if (gold.has(one) || !maybe.has(one)) this.said++;
    }
  }

  get precision(): number {
    return this.said === 0 ? 0 : this.hit / this.said;
  }

  get recall(): number {
    return this.gold === 0 ? 0 : this.hit / this.gold;
  }

  get f1(): number {
    return this.said + this.gold === 0 ? 0 : (2 * this.hit) / (this.said + this.gold);
  }
}

/** One sample article with what was said of it and what its labels say. */
export interface Judged {
  article: SampleArticle;
  half: Half;
  countries: CountryTag[];
  topics: TopicTag[];
  /** Topics said, labelled and labelled as doubtful, each with those above it. */
  said: Set<string>;
  gold: Set<string>;
  maybe: Set<string>;
}

/** Every sample article as a poll would annotate it: with its outlet, section and time. */
export async function judgeSamples(): Promise<{ judged: Judged[]; tops: string[] }> {
  const knowledge = await loadCatalog({ folders: [sources], outletFolders: [] });
  const annotate = createAnnotator(knowledge);
  const { outlets, articles } = await loadSamples(join(sources, 'samples'));
  const withAbove = (slugs: readonly string[]) =>
    new Set(slugs.flatMap((slug) => knowledge.topicPath(slug).map((topic) => topic.slug)));
  const judged = articles.map((article) => {
    const { headline, summary, body, language, section, hoursAgo, labels } = article;
    const outlet = outlets.find((one) => one.slug === article.outlet)!;
    const setting = {
      language,
      outletLanguages: outlet.languages,
      outletCountry: outlet.country,
      sections: [section],
      publishedAt: START - hoursAgo * 3_600_000,
    };
    const { countries, topics } = annotate({ headline, summary, body }, setting);
    return {
      article,
      half: halfOf(article.event),
      countries,
      topics,
      said: withAbove(topics.map((topic) => topic.slug)),
      gold: withAbove(labels.topics),
      maybe: withAbove(labels.topicsMaybe),
    };
  });
  return { judged, tops: knowledge.topics.filter((topic) => topic.parent === null).map((topic) => topic.slug) };
}

/** Countries of the articles, all together. */
export function countCountries(judged: readonly Judged[]): Count {
  const count = new Count();
  for (const { countries, article } of judged) {
    const { labels } = article;
    count.add(new Set(countries.map((tag) => tag.code)), new Set(labels.countries), new Set(labels.countriesMaybe));
  }
  return count;
}

/** Each topic that is said or labelled, with all that stands below it. */
export function countTopics(judged: readonly Judged[]): Map<string, Count> {
  const counts = new Map<string, Count>();
  const only = (slug: string, all: ReadonlySet<string>) => new Set(all.has(slug) ? [slug] : []);
  for (const { said, gold, maybe } of judged) {
    for (const slug of new Set([...said, ...gold])) {
      const count = counts.get(slug) ?? new Count();
      counts.set(slug, count);
      count.add(only(slug, said), only(slug, gold), only(slug, maybe));
    }
  }
  return counts;
}

/** The mean F1 of those topics that are labelled at all. */
export function macroF1(counts: ReadonlyMap<string, Count>, slugs: (slug: string) => boolean): number {
  const labelled = [...counts].flatMap(([slug, count]) => (slugs(slug) && count.gold > 0 ? [count.f1] : []));
  return labelled.reduce((sum, f1) => sum + f1, 0) / labelled.length;
}
