import type { Catalog } from '../../src/domain/knowledge.ts';
import { wordOf } from './words.ts';

/** One of the standard questions: a document, and variables that are others each time. */
export interface Question {
  name: string;
  query: string;
  variables(): Record<string, unknown>;
}

const card = `nodes { headline url publishedAt outlet { name } countries { country { code } }
  actors(first: 3) { actor { name } } topics { topic { label } } }`;

const list = (total: string): string => `query ($filter: ArticleFilter) {
  articles(filter: $filter, first: 20) { ${total} ${card} }
}`;

/** The newest 20 before some instant: what PostGraphile and Mercurius are asked as well. */
export const listQuery = list('');

const DAY = 86_400_000;

/**
 * The ten standard questions. Lists are of what was published before an instant that is another each time, facets and
 * timelines of all that a country has. `actors` are slugs, the most frequent first.
 */
export function standardQuestions(catalog: Catalog, actors: readonly string[], newest: number, seed = 1): Question[] {
  let state = seed;
  // A plain generator is enough here; the same seed asks the same.
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const codes = [...new Set(catalog.outlets.map((outlet) => outlet.country))];
  const topics = catalog.topics.map((topic) => topic.slug);
  const zones = Intl.supportedValuesOf('timeZone');
  const before = () => ({ to: new Date(newest - random() * 300 * DAY).toISOString() });
  const country = () => ({ any: [pick(codes)] });
  const actor = () => ({ any: [pick(actors)] });
  const topic = () => ({ any: [pick(topics)] });
  const word = () => wordOf('und', Math.floor(40_000 ** (0.2 + 0.6 * random())));
  const filtered = (filter: () => object) => () => ({ filter: { ...filter(), publishedAt: before() } });
  const counted = list('totalCount');
  return [
    { name: 'by country', query: counted, variables: filtered(() => ({ countries: country() })) },
    { name: 'by actor', query: counted, variables: filtered(() => ({ actors: actor() })) },
    { name: 'by topic', query: counted, variables: filtered(() => ({ topics: topic() })) },
    {
      name: 'country and actor',
      query: counted,
      variables: filtered(() => ({ countries: country(), actors: actor() })),
    },
    {
      name: 'country, actor and topic',
      query: counted,
      variables: filtered(() => ({ countries: country(), actors: actor(), topics: topic() })),
    },
    { name: 'search', query: list(''), variables: filtered(() => ({ search: word() })) },
    {
      name: 'or / not',
      query: counted,
      variables: filtered(() => ({
        or: [{ countries: country(), topics: topic() }, { actors: actor() }],
        not: { publisherCountries: country() },
      })),
    },
    {
      name: 'facets of a country',
      query: `query ($filter: ArticleFilter, $first: Int) { articles(filter: $filter, first: 1) { totalCount facets {
        countries(first: $first) { count country { code } } actors(first: $first) { count actor { slug } }
        topics(first: $first) { count topic { slug } } outlets(first: $first) { count outlet { slug } } } } }`,
      variables: () => ({ filter: { countries: country() }, first: 5 + Math.floor(random() * 40) }),
    },
    {
      name: 'timeline of a country',
      query: `query ($filter: ArticleFilter, $zone: String) {
        articles(filter: $filter, first: 1) { timeline(interval: DAY, timeZone: $zone) { start count } } }`,
      variables: () => ({ filter: { countries: country() }, zone: pick(zones) }),
    },
    {
      name: 'country → actors → articles',
      query: `query ($country: CountryCode, $actors: Int, $filter: ArticleFilter) {
        actors(country: $country, first: $actors) { nodes { name
          articles(filter: $filter, first: 4) { nodes { headline publishedAt outlet { name } } } } } }`,
      variables: () => ({ country: pick(codes), actors: 5, filter: { publishedAt: before() } }),
    },
    ...widerQuestions(),
  ];

  /** Beyond the ten: what costs more. */
  function widerQuestions(): Question[] {
    const [first] = [10];
    return [
      {
        name: '+ search with its count',
        query: counted,
        variables: () => ({ filter: { search: word() } }),
      },
      {
        name: '+ search in a country, with its count',
        query: counted,
        variables: () => ({ filter: { search: word(), countries: country() } }),
      },
      {
        name: '+ search, beginning of a word',
        query: list(''),
        variables: filtered(() => ({ search: `${word().slice(0, 4)}*` })),
      },
      {
        name: '+ facets of a country and topic before a day',
        query: `query ($filter: ArticleFilter, $first: Int) { articles(filter: $filter, first: 1) { totalCount facets {
          actors(first: $first) { count actor { slug } } outlets(first: $first) { count outlet { slug } } } } }`,
        variables: () => ({
          filter: { countries: country(), topics: topic(), publishedAt: before() },
          first,
        }),
      },
      {
        name: '+ timeline of a country and topic before a day',
        query: `query ($filter: ArticleFilter) { articles(filter: $filter, first: 1) { timeline(interval: WEEK) { start count } } }`,
        variables: filtered(() => ({ countries: country(), topics: topic() })),
      },
    ];
  }
}
