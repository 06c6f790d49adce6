import type { ArticleDraft } from '../../src/domain/draft.ts';
import type { ArticleFilter, CodeFilter } from '../../src/domain/filter.ts';
import { annotationOf, DAY, draftOf, MINUTE, NOON, outlets } from './sample-world.ts';

const countries = ['RS', 'XK', 'MK', 'BA', 'AL'];
const people = ['ana-djoric', 'bojan-vukic', 'cvetan-tasev', 'red-party', 'someone-new', 'someone-rare'];
const topicSlugs = ['politics', 'election', 'local-election', 'sport'];
const languages = ['sr-Latn', 'sr-Cyrl', 'sq', 'mk', 'bs'];
const vocabulary = [
  'vlada',
  'влада',
  'izbori',
  'izborna',
  'Đorić',
  'Ђорић',
  'mir',
  'zgjedhjet',
  'ποταμός',
  'grad',
  'most',
];
const searches = [
  'vlada',
  'влада izbori',
  'izbor*',
  '"vlada mir"',
  'djoric OR most',
  'grad -vlada',
  '-mir',
  'potam* "grad most"',
  '-"vlada grad" izbori OR zgjedhjet',
  'nowhere',
];

/** Random articles and filters of one seed. */
export function randomWorld(random: () => number) {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const some = <T>(from: readonly T[], most: number): T[] => {
    const chosen = new Set<T>();
    for (let i = Math.floor(random() * (most + 1)); i > 0; i -= 1) chosen.add(pick(from));
    return [...chosen];
  };
  const sentence = (length: number): string => Array.from({ length }, () => pick(vocabulary)).join(' ');
  // Skewed: the first ones are named often, the last hardly ever.
  const named = (): string[] => people.filter((_, i) => random() < 0.5 / (i * i + 1));

  const draft = (earlier: number): ArticleDraft => {
    const actors = named();
    return draftOf({
      outlet: pick(outlets).slug,
      headline: sentence(3),
      summary: random() < 0.3 ? null : sentence(4),
      body: random() < 0.2 ? null : sentence(12),
      // Few different times, so that ties are common.
      publishedAt: NOON - Math.floor(random() * 60) * (DAY / 4) + Math.floor(random() * 3),
      seenAt: NOON + Math.floor(random() * 200) * MINUTE,
      copyOf: earlier > 0 && random() < 0.1 ? 1 + Math.floor(random() * earlier) : null,
      annotation: annotationOf({
        language: pick(languages),
        countries: some(countries, 3),
        actors,
        topics: some(topicSlugs, 2),
        quotes: actors.length > 0 && random() < 0.4 ? [{ text: sentence(5), speaker: pick(actors) }] : [],
      }),
    });
  };

  const codes = (from: readonly string[]): CodeFilter => {
    const filter: CodeFilter = {};
    const wide = [...from, 'unknown'];
    const shape = random();
    if (shape < 0.55) filter.any = some(wide, 3);
    if (shape > 0.45 && shape < 0.8) filter.all = some(wide.slice(0, 3), 2);
    if (shape > 0.7) filter.none = some(wide, 2);
    return filter;
  };

  const fields: ((filter: ArticleFilter) => void)[] = [
    (filter) => {
      filter.countries = codes(countries);
    },
    (filter) => {
      filter.publisherCountries = codes(['RS', 'XK', 'MK', 'BA']);
    },
    (filter) => {
      filter.actors = codes(people);
    },
    (filter) => {
      filter.speakers = codes(people);
    },
    (filter) => {
      filter.topics = codes(topicSlugs);
    },
    (filter) => {
      filter.outlets = codes(outlets.map((outlet) => outlet.slug));
    },
    (filter) => {
      filter.languages = codes([...languages, 'sr']);
    },
    (filter) => {
      filter.search = pick(searches);
    },
    (filter) => {
      const from = NOON - Math.floor(random() * 16) * DAY;
      filter.publishedAt = random() < 0.3 ? { from } : random() < 0.5 ? { to: from } : { from, to: from + 5 * DAY };
    },
    (filter) => {
      filter.firstSeenAt = { from: NOON + Math.floor(random() * 200) * MINUTE };
    },
    (filter) => {
      filter.revisedSince = NOON;
    },
    (filter) => {
      filter.originalsOnly = true;
    },
  ];

  const filter = (depth = 2): ArticleFilter => {
    const made: ArticleFilter = {};
    for (let i = Math.floor(random() * 3); i >= 0; i -= 1) pick(fields.slice(0, random() < 0.7 ? 9 : 12))(made);
    if (depth > 0) {
      if (random() < 0.25) made.and = [filter(depth - 1), filter(depth - 1)];
      if (random() < 0.3) made.or = [filter(depth - 1), filter(depth - 1)].slice(0, random() < 0.2 ? 1 : 2);
      if (random() < 0.25) made.not = filter(depth - 1);
    }
    return made;
  };

  return { draft, filter, pick };
}
