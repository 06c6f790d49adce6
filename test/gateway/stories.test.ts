import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '../../src/domain/annotation.ts';
import type { ArticleDraft } from '../../src/domain/draft.ts';
import { engines } from '../store/engines.ts';
import { smallCatalog } from './fixture/catalog.ts';
import type { Json } from './fixture/open-gateway.ts';
import { draft, NOW, openReal, type RealGateway } from './fixture/open-real.ts';

const MINUTE = 60_000;
const idsOf = (list: Json) => list.nodes.map((node: Json) => node.id).sort();

describe.each(engines)('Stories in the graph on $name', (engine) => {
  let open: RealGateway;
  beforeEach(async () => {
    open = await openReal({}, engine);
  });
  afterEach(() => open.close());

  /** Puts an article into a story, which begins with it where none is named. */
  const place = async (articleId: number, story: number | null, centrality = 0.5, absorbed: number[] = []) => {
    const expected = await open.store.storyPosition();
    const request = { articleId, features: '', story, absorbed, expected };
    return (await open.store.placeArticle({ ...request, centrality: [[articleId, centrality]] }))!.story;
  };
  const ask = async (query: string, variables?: object): Promise<Json> => {
    const { data, errors } = await open.ask(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const said = (text: string, index: number, change: Partial<Annotation>): Partial<ArticleDraft> => ({
    headline: text,
    annotation: { ...draft(index).annotation, quotes: [], ...change },
  });

  test('tell who tells it where, in which languages, about whom, and who is silent', async () => {
    // 40 danica RS sr-Cyrl, 41 vjesnik HR hr, 42 lajm XK sq
    const about = (codes: string[]) => codes.map((code) => ({ code, count: 1, salience: 0.5, evidence: [] }));
    const story = await place(
      await open.add(40, said('Београд', 40, { countries: about(['RS', 'MK', 'AL']) })),
      null,
      0.2,
    );
    await place(await open.add(41, said('Zagreb', 41, { countries: about(['RS', 'HR']) })), story, 0.9);
    const last = await open.add(42, said('Prishtina', 42, { countries: about(['XK']) }));
    await place(last, story, 0.1);
    const { stories, articles } = await ask(`{
      stories { totalCount nodes {
        id title serbian: title(language: "sr") croatian: title(language: "hr") bosnian: title(language: "bs") albanian: title(language: "sq") greek: title(language: "el")
        articleCount independentOutletCount firstPublishedAt lastPublishedAt
        articles(first: 10) { totalCount nodes { headline } }
        countries { country { code } count } publisherCountries { country { code } count } languages { language count }
        actors(first: 2) { actor { name } count } topics { topic { slug } count } silentCountries { code }
      } }
      articles(first: 1, filter: { search: "Prishtina" }) { nodes { story { id } } }
    }`);
    const [node] = stories.nodes;
    expect(stories.totalCount).toBe(1);
    expect(articles.nodes[0].story.id).toBe(node.id);
    expect(node).toMatchObject({
      title: 'Zagreb',
      serbian: 'Београд',
      croatian: 'Zagreb',
      bosnian: 'Zagreb',
      albanian: 'Prishtina',
      greek: 'Zagreb',
      articleCount: 3,
      independentOutletCount: 3,
      firstPublishedAt: new Date(draft(42).publishedAt).toISOString().replace('.000', ''),
      lastPublishedAt: new Date(draft(40).publishedAt).toISOString().replace('.000', ''),
    });
    expect(node.articles).toMatchObject({
      totalCount: 3,
      nodes: [{ headline: 'Београд' }, { headline: 'Zagreb' }, { headline: 'Prishtina' }],
    });
    expect(node.countries[0]).toEqual({ country: { code: 'RS' }, count: 2 });
    expect(node.publisherCountries.map((one: Json) => one.country.code).sort()).toEqual(['HR', 'RS', 'XK']);
    expect(node.languages.map((one: Json) => one.language).sort()).toEqual(['hr', 'sq', 'sr-Cyrl']);
    expect(node.actors).toHaveLength(2);
    expect(node.actors[0]).toMatchObject({ actor: { name: 'Ana Anić' }, count: 3 });
    // Albania is spoken of too, but none of its outlets is read: its silence would say nothing.
    expect(node.silentCountries).toEqual([{ code: 'MK' }]);
  });

  test('count an agency once whoever prints it, copies as what they repeat, and outlets of one owner as one', async () => {
    const catalog = smallCatalog();
    const outlets = catalog.outlets.map((one) => ({
      ...one,
      owner: one.slug === 'danica' || one.slug === 'vest' ? 'One House' : null,
    }));
    await open.store.syncCatalog({ ...catalog, version: 'owners', outlets }, NOW);
    const count = async (story: number) => (await open.store.storiesByIds([story]))[0]!.independentOutletCount;
    const hina = { annotation: { ...draft(0).annotation, agency: 'hina' } };
    const first = await open.add(40, hina);
    const story = await place(first, null);
    await place(await open.add(41, hina), story);
    expect(await count(story)).toBe(1);
    await place(await open.add(42, { copyOf: first }), story);
    expect(await count(story)).toBe(1);
    await place(await open.add(44), story);
    expect(await count(story)).toBe(2);
    await place(await open.add(47), story);
    expect(await count(story)).toBe(2);
    await place(await open.add(46), story);
    expect(await count(story)).toBe(3);
    const { one, three, four } = await ask(`{
      one: stories(minimumOutlets: 1) { totalCount } three: stories(minimumOutlets: 3) { totalCount nodes { independentOutletCount } }
      four: stories(minimumOutlets: 4) { totalCount }
    }`);
    expect([one.totalCount, three.totalCount, four.totalCount]).toEqual([1, 1, 0]);
    expect(three.nodes[0].independentOutletCount).toBe(3);
  });

  test('are found by every filter of articles: those that hold a matching article, and no others', async () => {
    const { edges } = await open.store.articles({}, 'NEWEST', { first: 40 });
    const seven: number[] = [];
    for (const [index, { node }] of edges.entries()) {
      const at = index % 7;
      seven[at] = await place(node.id, seven[at] ?? null);
    }
    const filters = [
      '{}',
      '{ countries: { any: ["RS"] } }',
      '{ countries: { none: ["RS", "XK"] } }',
      '{ publisherCountries: { any: ["HR", "MK"] } }',
      '{ outlets: { any: ["lajm"] } }',
      '{ languages: { any: ["sr"] } }',
      '{ actors: { all: ["ana-anic", "found-3"] } }',
      '{ topics: { any: ["politics"] } }',
      '{ topics: { any: ["sport"] }, countries: { any: ["RS"] } }',
      '{ search: "\\"broj 17\\"" }',
      '{ search: "nothing of the kind" }',
      `{ publishedAt: { from: "${new Date(NOW - 9.5 * 3_600_000).toISOString()}" } }`,
      `{ firstSeenAt: { to: "${new Date(NOW - 38 * 3_600_000).toISOString()}" } }`,
      '{ or: [{ search: "\\"broj 3\\"" }, { search: "\\"broj 4\\"" }] }',
      '{ not: { actors: { any: ["found-1", "found-2", "found-3", "found-4"] } } }',
      '{ originalsOnly: true, and: [{ countries: { any: ["XK"] } }, { topics: { any: ["elections"] } }] }',
    ];
    for (const filter of filters) {
      const { stories, articles } = await ask(
        `{ stories(filter: ${filter}, first: 50) { totalCount nodes { id } } articles(filter: ${filter}, first: 50) { nodes { story { id } } } }`,
      );
      const wanted = [...new Set(articles.nodes.map((node: Json) => node.story.id))].sort();
      expect(idsOf(stories), filter).toEqual(wanted);
      expect(stories.totalCount, filter).toBe(wanted.length);
    }
  });

  test('are listed by time and by size, page by page, and by who tells them', async () => {
    const at = (index: number) => ({ publishedAt: NOW - index * MINUTE });
    const small = await place(await open.add(40, at(1)), null);
    const large = await place(await open.add(41, at(5)), null);
    await place(await open.add(42, at(6)), large);
    const middle = await place(await open.add(43, at(3)), null);
    const { latest, largest, many, untold, first } = await ask(`{
      latest: stories(orderBy: LATEST) { nodes { id } } largest: stories(orderBy: LARGEST) { nodes { id } }
      many: stories(minimumCountries: 2) { nodes { id } } untold: stories(untoldIn: ["RS", "MK"]) { nodes { id } }
      first: stories(orderBy: LARGEST, first: 1) { pageInfo { hasNextPage endCursor } }
    }`);
    const story = async (id: number) =>
      (await ask('query ($id: ID!) { story(id: $id) { id } }', { id: globalId(id) })).story?.id;
    const [a, b, c] = [await story(small), await story(middle), await story(large)];
    const inOrder = (list: Json) => list.nodes.map((node: Json) => node.id);
    expect(inOrder(latest)).toEqual([a, b, c]);
    expect(inOrder(largest)).toEqual([c, a, b]);
    expect(inOrder(many)).toEqual([c]);
    expect(inOrder(untold)).toEqual([c]);
    const { rest } = await ask(
      'query ($after: String) { rest: stories(orderBy: LARGEST, first: 5, after: $after) { nodes { id } pageInfo { hasNextPage } } }',
      { after: first.pageInfo.endCursor },
    );
    expect(inOrder(rest)).toEqual([a, b]);
    expect(await story(999_999)).toBeUndefined();
    const { errors } = await open.ask('{ stories(minimumOutlets: 0) { totalCount } }');
    expect(errors![0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors![0].message).toContain('minimumOutlets');
  });

  test('show one statement in several languages once, and keep apart what is not surely the same', async () => {
    const quote = (text: string, speaker: string | null = 'ana-anic') => ({
      text,
      speakerName: 'Anić',
      speaker,
      span: { field: 'BODY' as const, start: 0, end: text.length, text },
    });
    const told: [number, string, ReturnType<typeof quote>[]][] = [
      [
        40,
        'sr-Cyrl',
        [quote('Споразум са Европском комисијом о 120 милиона евра потписаћемо у Бриселу до 15. марта.')],
      ],
      [
        41,
        'hr',
        [quote('Sporazum s Europskom komisijom o 120 milijuna eura potpisat ćemo u Bruxellesu do 15. ožujka.')],
      ],
      [
        42,
        'sq',
        [
          quote(
            'Marrëveshjen me Komisionin Evropian për 120 milionë euro do ta nënshkruajmë në Bruksel deri më 15 mars.',
          ),
        ],
      ],
      [
        43,
        'mk',
        [
          quote('Не разговараме за избори пред летото, тоа е завршена тема.'),
          quote('Непознат говорник вели нешто.', null),
        ],
      ],
      [
        44,
        'sr-Cyrl',
        [quote('Споразум са Европском комисијом о 120 милиона евра потписаћемо у Бриселу до 15. марта.', 'found-1')],
      ],
    ];
    let story: number | null = null;
    for (const [index, language, quotes] of told)
      story = await place(
        await open.add(index, {
          publishedAt: NOW - (60 - index) * MINUTE,
          annotation: { ...draft(index).annotation, language, quotes },
        }),
        story,
      );
    const { stories } = await ask(
      '{ stories { nodes { quotes { speaker { slug } quotes { text article { language } } } } } }',
    );
    const groups = stories.nodes[0].quotes.map((group: Json) => [
      group.speaker.slug,
      group.quotes.map((one: Json) => one.article.language),
    ]);
    expect(groups).toEqual([
      ['ana-anic', ['sr-Cyrl', 'hr', 'sq']],
      ['ana-anic', ['mk']],
      ['found-1', ['sr-Cyrl']],
    ]);
  });

  test('lead on from the id of a story that became part of another', async () => {
    const first = await place(await open.add(40), null);
    const second = await place(await open.add(41), null);
    await place(await open.add(42), first, 0.5, [second]);
    const { story } = await ask('query ($id: ID!) { story(id: $id) { id articleCount } }', { id: globalId(second) });
    expect(story).toEqual({ id: globalId(first), articleCount: 3 });
    expect((await ask('{ stories { totalCount } }')).stories.totalCount).toBe(1);
  });
});

const globalId = (id: number) => Buffer.from(`Story:${id}`).toString('base64url');
