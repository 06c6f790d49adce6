import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../store/engines.ts';
import type { Json } from './fixture/open-gateway.ts';
import { openReal, type RealGateway } from './fixture/open-real.ts';

describe.each(engines)('The graph over $name', (engine) => {
  let open: RealGateway;
  beforeAll(async () => {
    open = await openReal({}, engine);
  });
  afterAll(() => open.close());

  async function data(query: string, variables?: object): Promise<Json> {
    const answer = await open.ask(query, variables);
    expect(answer.errors).toBeUndefined();
    return answer.data;
  }

  async function problem(query: string, variables?: object): Promise<string> {
    const answer = await open.ask(query, variables);
    expect(answer.errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
    return answer.errors![0].message;
  }

  describe('articles', () => {
    test('come newest first and can be walked forwards and backwards', async () => {
      const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
      articles(first: $first, after: $after, last: $last, before: $before) {
        nodes { url } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount
      }
    }`;
      const forwards: string[] = [];
      let after: string | null = null;
      do {
        const { articles } = await data(query, { first: 7, after });
        forwards.push(...articles.nodes.map((node: Json) => node.url));
        expect(articles.totalCount).toBe(40);
        after = articles.pageInfo.hasNextPage ? articles.pageInfo.endCursor : null;
      } while (after);
      expect(forwards).toHaveLength(40);
      expect(forwards[0]).toBe('https://danica.example/0');
      const backwards: string[] = [];
      let before: string | null = null;
      do {
        const { articles } = await data(query, { last: 9, before });
        backwards.unshift(...articles.nodes.map((node: Json) => node.url));
        before = articles.pageInfo.hasPreviousPage ? articles.pageInfo.startCursor : null;
      } while (before);
      expect(backwards).toEqual(forwards);
    });

    test('show everything that the graph says of them', async () => {
      const { article } = await data(`{
      article(by: { url: "https://lajm.example/2" }) {
        id headline summary body authors image { url caption } language sections wordCount publishedAt publishedAtSource
        firstSeenAt revisedAt revisions { number } outlet { name homepage country { code name(language: "sr") } languages }
        countries { country { code } count salience evidence { field start end text } }
        actors { actor { slug name curated } count }
        topics { topic { slug parent { slug } } confidence }
        quotes { text speakerName speaker { name(language: "sr-Cyrl") } span { field start end text } article { headline } }
        copyOf { id } agency { slug }
      }
    }`);
      expect(article).toMatchObject({
        headline: 'Vest broj 2 o izborima',
        language: 'sq',
        publishedAt: '2026-02-14T09:00:00Z',
        publishedAtSource: 'FEED',
        revisedAt: null,
        revisions: [],
        outlet: {
          name: 'Lajm',
          homepage: 'https://lajm.example/',
          country: { code: 'XK', name: 'Косово' },
          languages: ['sq'],
        },
        countries: [{ country: { code: 'HR' }, count: 2, salience: 0.9 }],
        topics: [{ topic: { slug: 'sport', parent: null }, confidence: 0.7 }],
        quotes: [
          { text: 'Изјава број 2', speaker: { name: 'Ана Анић' }, article: { headline: 'Vest broj 2 o izborima' } },
        ],
        copyOf: null,
        agency: null,
      });
      expect(article.actors.map((mention: Json) => mention.actor.slug)).toEqual(['ana-anic', 'found-2', 'party-p']);
      expect(article.actors[1].actor).toMatchObject({ name: 'Found 2', curated: false });
    });

    test('of one kind of actor, and so many', async () => {
      const { article } = await data(`{ article(by: { url: "https://lajm.example/2" }) {
      persons: actors(kind: PERSON) { actor { slug } } bodies: actors(kind: ORGANIZATION) { actor { slug } } one: actors(first: 1) { actor { slug } }
    } }`);
      expect(article.persons).toHaveLength(2);
      expect(article.bodies).toEqual([{ actor: { slug: 'party-p' } }]);
      expect(article.one).toEqual([{ actor: { slug: 'ana-anic' } }]);
    });

    test('are filtered by whatever names an actor, topic, country, outlet or language', async () => {
      const count = async (filter: string) =>
        (await data(`{ articles(filter: ${filter}) { totalCount } }`)).articles.totalCount;
      const id = (text: string) => Buffer.from(text).toString('base64url');
      expect(await count('{ actors: { any: ["Q101"] } }')).toBe(40);
      expect(await count('{ actors: { all: ["ana-anic", "found-1"] } }')).toBe(8);
      expect(await count(`{ actors: { none: ["${id('Actor:found-1')}"] } }`)).toBe(32);
      expect(await count('{ topics: { any: ["politics"] } }')).toBe(20);
      expect(await count('{ topics: { any: ["medtop:20000574"] } }')).toBe(20);
      expect(await count('{ countries: { any: ["RS", "XK"] } }')).toBe(20);
      expect(await count('{ publisherCountries: { any: ["HR"] } }')).toBe(10);
      expect(await count('{ outlets: { any: ["vest"] } }')).toBe(10);
      expect(await count('{ languages: { any: ["sr"] } }')).toBe(10);
      expect(await count('{ speakers: { any: ["ana-anic"] } }')).toBe(40);
      expect(await count('{ countries: { any: [] } }')).toBe(0);
      expect(await count('{ search: "избори*" }')).toBe(40);
      expect(
        await count(
          '{ or: [{ outlets: { any: ["vest"] } }, { countries: { any: ["RS"] } }], not: { topics: { any: ["sport"] } } }',
        ),
      ).toBe(10);
      expect(await count('{ publishedAt: { from: "2026-02-14T00:00:00Z", to: "2026-02-14T12:00:00+01:00" } }')).toBe(
        11,
      );
    });

    test('and unknown names are refused with the nearest known', async () => {
      const told = (filter: string) => problem(`{ articles(filter: ${filter}) { totalCount } }`);
      expect(await told('{ outlets: { any: ["danika"] } }')).toBe(
        'There is no outlet "danika". The nearest known: danica.',
      );
      expect(await told('{ topics: { any: ["electons"] } }')).toContain('elections');
      expect(await told('{ actors: { any: ["ana-anik"] } }')).toContain('ana-anic');
      expect(await told('{ countries: { any: ["Kosovo"] } }')).toContain('XK (Kosovo)');
      expect(await told('{ actors: { any: ["Q999999"] } }')).toContain('Wikidata');
      expect(await told('{ languages: { any: ["serbian!"] } }')).toContain('language tag');
      expect(await told('{ publishedAt: { from: "2026-02-30T00:00:00Z" } }')).toContain('RFC 3339');
    });

    test('add up to facets and timelines', async () => {
      const { articles } = await data(`{ articles(filter: { publisherCountries: { any: ["RS"] } }) {
      totalCount
      facets { countries { country { code } count } topics { topic { slug } count } actors(kind: PERSON, first: 2) { actor { slug } count } outlets { outlet { slug } count } languages { language count } publisherCountries { country { code } count } }
      timeline(interval: DAY, timeZone: "Europe/Belgrade") { start count }
    } }`);
      expect(articles.totalCount).toBe(10);
      expect(articles.facets).toMatchObject({
        countries: [{ country: { code: 'RS' }, count: 10 }],
        outlets: [{ outlet: { slug: 'danica' }, count: 10 }],
        languages: [{ language: 'sr-Cyrl', count: 10 }],
        publisherCountries: [{ country: { code: 'RS' }, count: 10 }],
      });
      expect(articles.facets.actors[0]).toEqual({ actor: { slug: 'ana-anic' }, count: 10 });
      expect(articles.timeline.reduce((sum: number, bucket: Json) => sum + bucket.count, 0)).toBe(10);
      expect(articles.timeline[0].start).toMatch(/T23:00:00Z$/);
      expect(await problem('{ articles { timeline(timeZone: "Mars/Olympus") { count } } }')).toContain('time zone');
      expect(
        await problem(
          '{ articles(filter: { publishedAt: { from: "1000-01-01T00:00:00Z", to: "2026-01-01T00:00:00Z" } }) { timeline(interval: HOUR) { count } } }',
        ),
      ).toContain('buckets');
    });
  });

  describe('walks', () => {
    test('lead from a country to articles to actors and back', async () => {
      const { country } = await data(`{ country(code: "XK") {
      name outlets { slug }
      articles(first: 2, filter: { topics: { any: ["elections"] } }) { nodes { actors(first: 1) { actor {
        name(language: "sr") countries { code }
        articles(first: 1, orderBy: OLDEST) { nodes { url } }
        quotes(first: 1) { totalCount nodes { text } }
        coActors(first: 1, kind: ORGANIZATION) { actor { slug } count }
      } } } }
    } }`);
      expect(country.outlets).toEqual([{ slug: 'lajm' }]);
      expect(country.articles.nodes[0].actors[0].actor).toMatchObject({
        name: 'Ана Анић',
        countries: [{ code: 'RS' }],
        articles: { nodes: [{ url: 'https://vest.example/39' }] },
        quotes: { totalCount: 40 },
        coActors: [{ actor: { slug: 'party-p' }, count: 40 }],
      });
    });

    test('find every node again by its id', async () => {
      const found = await data(`{
      articles(first: 1) { nodes { id quotes { id } outlet { id feeds { id } country { id } } topics { topic { id } } actors { actor { id } } } }
    }`);
      const [article] = found.articles.nodes;
      const ids = [
        article.id,
        article.quotes[0].id,
        article.outlet.id,
        article.outlet.feeds[0].id,
        article.outlet.country.id,
        article.topics[0].topic.id,
        article.actors[1].actor.id,
      ];
      const { nodes } = await data('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
        ids: [...ids, Buffer.from('Article:12345').toString('base64url')],
      });
      expect(nodes.map((node: Json) => node?.__typename)).toEqual([
        'Article',
        'Quote',
        'Outlet',
        'Feed',
        'Country',
        'Topic',
        'Actor',
        undefined,
      ]);
      expect(nodes.slice(0, -1).map((node: Json) => node.id)).toEqual(ids);
    });

    test('list outlets with health and feeds, actors by name, topics and countries', async () => {
      const all = await data(`{
      outlets(first: 2, country: null) { totalCount nodes { slug health { status articlesLastDay } feeds { url kind status } } pageInfo { hasNextPage endCursor } }
      macedonian: outlets(language: "sq") { nodes { slug } }
      actors(search: "Анић") { nodes { slug } }
      topics { slug label(language: "hr") children { slug } }
      topic(slug: "medtop:20000574") { slug articles { totalCount } }
      countries { code }
      none: outlet(slug: "none") { slug }
      trendingActors(until: "2026-02-14T12:00:00Z", first: 3) { actor { slug } count }
      coverageMatrix { publisher { code } about { code } count }
      quotes(speaker: "Q101", search: "изјава", first: 1) { totalCount nodes { speaker { slug } } }
    }`);
      expect(all.outlets).toMatchObject({
        totalCount: 4,
        nodes: [{ slug: 'danica' }, { slug: 'lajm' }],
        pageInfo: { hasNextPage: true },
      });
      expect(all.outlets.nodes[0].feeds).toHaveLength(1);
      expect(all.macedonian.nodes).toEqual([{ slug: 'lajm' }, { slug: 'vest' }]);
      expect(all.actors.nodes[0]).toEqual({ slug: 'ana-anic' });
      expect(all.topics[0]).toEqual({
        slug: 'politics',
        label: 'Politics',
        children: [{ slug: 'elections' }, { slug: 'kosovo-serbia-dialogue' }],
      });
      expect(all.topic).toEqual({ slug: 'elections', articles: { totalCount: 20 } });
      expect(all.none).toBeNull();
      expect(all.coverageMatrix).toContainEqual({ publisher: { code: 'RS' }, about: { code: 'RS' }, count: 10 });
      expect(all.quotes).toMatchObject({ totalCount: 40, nodes: [{ speaker: { slug: 'ana-anic' } }] });
      const next = await data(
        'query ($after: String) { outlets(first: 2, after: $after) { nodes { slug } pageInfo { hasNextPage hasPreviousPage } } }',
        { after: all.outlets.pageInfo.endCursor },
      );
      expect(next.outlets).toEqual({
        nodes: [{ slug: 'vest' }, { slug: 'vjesnik' }],
        pageInfo: { hasNextPage: false, hasPreviousPage: true },
      });
    });
  });

  describe('statements', () => {
    async function statements(query: string): Promise<number> {
      const before = open.store.statementCount();
      await data(query);
      return open.store.statementCount() - before;
    }

    test('do not grow with the number of articles, however much is asked of each', async () => {
      const query = (first: number) => `{ articles(first: ${first}) { nodes {
      headline outlet { name country { name } health { status } feeds { url } }
      actors { actor { name countries { name } } } topics { topic { label } } countries { country { name } }
      quotes { text speaker { name } article { headline } } revisions { number } copyOf { headline }
    } } }`;
      const two = await statements(query(2));
      const thirty = await statements(query(30));
      expect(thirty).toBe(two);
      expect(thirty).toBeLessThanOrEqual(14);
    });

    test('of one page are one: counts, facets and timelines are made only when asked for', async () => {
      expect(await statements('{ articles(first: 5) { nodes { headline outlet { name } } } }')).toBeLessThanOrEqual(2);
      expect(await statements('{ topics { label } countries { name } outlets { nodes { name } } }')).toBe(0);
      expect(
        await statements(
          '{ articles(filter: { topics: { any: ["sport"] }, actors: { any: ["Q101"] } }) { totalCount } }',
        ),
      ).toBeLessThanOrEqual(3);
    });
  });
});
