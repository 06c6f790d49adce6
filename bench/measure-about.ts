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

  add(said: ReadonlySet<string>, gold: ReadonlySet<string>): void {
    this.said += said.size;
    this.gold += gold.size;
    for (const one of said) if (gold.has(one)) this.hit++;
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
  /** Top topics, said and labelled. */
  saidTops: Set<string>;
  goldTops: Set<string>;
  /** All topics with those above them. */
  saidTopics: Set<string>;
  goldTopics: Set<string>;
}

/** Every sample article as a poll would annotate it: with its outlet, section and time. */
export async function judgeSamples(): Promise<Judged[]> {
  const knowledge = await loadCatalog({ folders: [sources], outletFolders: [] });
  const annotate = createAnnotator(knowledge);
  const { outlets, articles } = await loadSamples(join(sources, 'samples'));
  const withAbove = (slugs: readonly string[]) =>
    new Set(slugs.flatMap((slug) => knowledge.topicPath(slug).map((topic) => topic.slug)));
  const tops = (slugs: ReadonlySet<string>) =>
    new Set([...slugs].filter((slug) => knowledge.topic(slug)!.parent === null));
  return articles.map((article) => {
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
    const saidTopics = withAbove(topics.map((topic) => topic.slug));
    const goldTopics = withAbove(labels.topics);
    const judged = { saidTops: tops(saidTopics), goldTops: tops(goldTopics), saidTopics, goldTopics };
    return { article, half: halfOf(article.event), countries, topics, ...judged };
  });
}

/** Countries of the articles, all together. */
export function countCountries(judged: readonly Judged[]): Count {
  const count = new Count();
  for (const { countries, article } of judged)
    count.add(new Set(countries.map((tag) => tag.code)), new Set(article.labels.countries));
  return count;
}

/** Each top topic that is labelled or said anywhere in the articles. */
export function countTops(judged: readonly Judged[]): Map<string, Count> {
  return countTopics(judged, (one) => [one.saidTops, one.goldTops]);
}

/** Each topic, what stands above it counted with it. */
export function countTopics(
  judged: readonly Judged[],
  of: (one: Judged) => [said: ReadonlySet<string>, gold: ReadonlySet<string>],
): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const one of judged) {
    const [said, gold] = of(one);
    for (const slug of new Set([...said, ...gold])) {
      const count = counts.get(slug) ?? new Count();
      counts.set(slug, count);
      count.add(new Set([slug].filter((each) => said.has(each))), new Set([slug].filter((each) => gold.has(each))));
    }
  }
  return counts;
}

/** The mean F1 of those that are labelled at all. */
export function macroF1(counts: ReadonlyMap<string, Count>): number {
  const labelled = [...counts.values()].filter((count) => count.gold > 0);
  return labelled.reduce((sum, count) => sum + count.f1, 0) / labelled.length;
}
