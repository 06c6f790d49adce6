import type { Topic } from '../domain/knowledge.ts';
import { type Folder, readList } from './folder.ts';
import type { CountryWords, TopicWords } from './knowledge.ts';
import type { Mistakes } from './mistakes.ts';
import { countrySchema, topicSchema } from './schemas.ts';
import type { SourceFile } from './source-file.ts';

/** The topics, parents before children; a parent must exist and no topic may stand above itself. Their actors must be among `actors`. */
export function readTopics(
  folders: readonly Folder[],
  actors: ReadonlySet<string>,
  mistakes: Mistakes,
): { topics: Topic[]; topicWords: TopicWords[] } {
  const topics = new Map<
    string,
    { topic: Topic; words: TopicWords; file: SourceFile; index: number; folder: number }
  >();
  readList(folders, 'topics', topicSchema, mistakes, (value, file, index, folder) => {
    if (topics.get(value.slug)?.folder === folder) {
      mistakes.add(file, [index, 'slug'], `the slug "${value.slug}" is already taken`);
      return;
    }
    if (value.enabled === false) topics.delete(value.slug);
    else {
      (value.actors ?? []).forEach((slug, place) => {
        if (!actors.has(slug)) mistakes.add(file, [index, 'actors', place], `"${slug}" is no actor of sources/actors`);
      });
      const topic = {
        slug: value.slug,
        mediaTopicId: value.mediaTopic ?? null,
        parent: value.parent ?? null,
        labels: value.labels,
      };
      const words = {
        slug: value.slug,
        words: value.words ?? {},
        not: value.not ?? {},
        sections: value.sections ?? [],
        actors: value.actors ?? [],
        needs: {
          countries: value.needs?.countries ?? [],
          anyCountry: value.needs?.anyCountry ?? [],
          words: value.needs?.words ?? 0,
        },
      };
      topics.set(value.slug, { topic, words, file, index, folder });
    }
  });
  const ordered: Topic[] = [];
  const placed = new Set<string>();
  const place = (slug: string, below: readonly string[]): void => {
    const entry = topics.get(slug);
    if (!entry || placed.has(slug)) return;
    const parent = entry.topic.parent;
    if (parent !== null && !topics.has(parent)) {
      mistakes.add(entry.file, [entry.index, 'parent'], `the parent "${parent}" is no topic`);
    } else if (below.includes(slug)) {
      mistakes.add(entry.file, [entry.index, 'parent'], `"${slug}" stands above itself`);
      return;
    } else if (parent !== null) place(parent, [...below, slug]);
    if (placed.has(slug)) return;
    placed.add(slug);
    ordered.push(entry.topic);
  };
  for (const slug of topics.keys()) place(slug, []);
  return { topics: ordered, topicWords: ordered.map((topic) => topics.get(topic.slug)!.words) };
}

/** Countries as the files say; a later folder's entry of the same code replaces. */
export function readCountries(folders: readonly Folder[], mistakes: Mistakes): CountryWords[] {
  const countries = new Map<string, { words: CountryWords; folder: number }>();
  readList(folders, 'countries', countrySchema, mistakes, (value, file, index, folder) => {
    if (countries.get(value.code)?.folder === folder) {
      mistakes.add(file, [index, 'code'], `the country ${value.code} is already there`);
      return;
    }
    const words: CountryWords = {
      code: value.code,
      names: value.names ?? {},
      adjectives: value.adjectives ?? {},
      demonyms: value.demonyms ?? {},
      capital: value.capital ?? {},
      also: value.also ?? [],
      not: value.not ?? {},
    };
    countries.set(value.code, { words, folder });
  });
  return [...countries.values()].map((entry) => entry.words);
}
