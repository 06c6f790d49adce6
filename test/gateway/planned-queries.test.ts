import { afterEach, describe, expect, test } from 'vitest';
import { type OpenGateway, openGateway } from './fixture/open-gateway.ts';

let open: OpenGateway;
afterEach(() => open.close());

const id = (text: string): string => Buffer.from(text).toString('base64url');

/** The bytes of each answer; nothing is kept, so that all are made: the first by graphql-js, the others as planned. */
async function answers(query: string, variables: object = {}, times = 3): Promise<string[]> {
  const texts: string[] = [];
  for (let i = 0; i < times; i += 1) {
    const text = await (await open.post({ query, variables })).text();
    texts.push(text.replaceAll(/[0-9a-f]{8}-[0-9a-z]+/g, 'REQUEST'));
  }
  return texts;
}

const card = `fragment card on Article { id headline url publishedAt outlet { name country { code } } }
  fragment tags on Article { countries { country { code } count } topics { topic { label parent { label } } } }`;

const questions: [what: string, query: string, variables?: object][] = [
  ['a list', '{ articles(first: 4) { totalCount nodes { headline actors(first: 2) { actor { name } } } } }'],
  [
    'fragments, fields asked twice and other names',
    `{ one: articles(first: 2) { nodes { ...card ...tags } edges { cursor node { body ...card } } }
       two: articles(first: 1) { nodes { outlet { slug } ...card title: headline } pageInfo { hasNextPage endCursor } } } ${card}`,
  ],
  [
    'nodes of many types',
    `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Article { headline } ... on Topic { label }
       ... on Country { code name } ... on Actor { name } } node(id: "${id('Topic:politics')}") { id } }`,
    { ids: [id('Article:1'), id('Topic:politics'), id('Country:RS'), id('Article:12345'), id('Actor:ana-anic')] },
  ],
  ['the schema', '{ __schema { types { name fields { name type { name ofType { name } } } } } __typename }'],
  [
    'facets, timeline and nested lists',
    `{ articles(first: 1) { facets { topics { count topic { slug } } } timeline(interval: DAY) { start count } }
       topic(slug: "politics") { slug children { slug } articles(first: 1) { nodes { url } } } }`,
  ],
  ['what is not there', '{ article(by: { url: "https://example.com/none" }) { url } outlet(slug: "none") { name } }'],
  ['a name of the language itself', '{ __proto__: topics { slug } constructor: topics { slug } }'],
];

const faults: [what: string, query: string, variables?: object][] = [
  ['an unknown slug', 'query ($c: String!) { articles(filter: { topics: { any: [$c] } }) { totalCount } }', { c: 'x' }],
  ['a wrong variable', 'query ($n: Int) { articles(first: $n) { totalCount } }', { n: 'many' }],
  [
    'two keys of @oneOf',
    'query ($by: ArticleBy!) { article(by: $by) { url } }',
    { by: { id: id('Article:1'), url: 'https://example.com/' } },
  ],
  ['one field among others', '{ articles(first: 3) { totalCount nodes { headline actors(first: 1000) { count } } } }'],
  ['a broken id beside what is right', '{ topics { slug } node(id: "nonsense") { id } }'],
];

describe('a query that comes again', () => {
  test.each(questions)('has the same answer byte by byte: %s', async (_what, query, variables) => {
    open = await openGateway({ cacheBytes: 0 });
    const [first, ...others] = await answers(query, variables);
    expect(JSON.parse(first!).errors).toBeUndefined();
    expect(others).toEqual([first, first]);
  });

  test.each(faults)('has the same error: %s', async (_what, query, variables) => {
    open = await openGateway({ cacheBytes: 0 });
    const [first, ...others] = await answers(query, variables);
    expect(JSON.parse(first!).errors).toHaveLength(1);
    expect(others).toEqual([first, first]);
  });

  test('follows @skip and @include whatever they were before', async () => {
    open = await openGateway({ cacheBytes: 0 });
    const query = `query ($a: Boolean!, $b: Boolean = true) { articles(first: 1) { totalCount @include(if: $a)
      nodes @skip(if: $b) { headline } ... @include(if: $b) { pageInfo { hasNextPage } } } }`;
    const keys = async (variables: object) => {
      const [text] = await answers(query, variables, 1);
      return Object.keys(JSON.parse(text!).data.articles);
    };
    for (let round = 0; round < 3; round += 1) {
      expect(await keys({ a: true, b: false })).toEqual(['totalCount', 'nodes']);
      expect(await keys({ a: false, b: false })).toEqual(['nodes']);
      expect(await keys({ a: true })).toEqual(['totalCount', 'pageInfo']);
    }
  });

  test('tells of a resolver that fails as the first time, with an id of its own', async () => {
    open = await openGateway({ cacheBytes: 0 });
    const query = '{ topics { slug } articles(first: 2) { totalCount nodes { headline } } }';
    const right = await answers(query);
    open.store.before = (call) => {
      if (call === 'countArticles') throw new Error('gone');
    };
    const wrong = await answers(query);
    expect(wrong[0]).toContain('INTERNAL_SERVER_ERROR');
    expect(wrong[0]).not.toContain('gone');
    expect(new Set(wrong).size).toBe(1);
    open.store.before = () => undefined;
    expect(await answers(query)).toEqual(right);
  });

  test('is given up when it takes too long', async () => {
    open = await openGateway({ cacheBytes: 0, timeLimitMs: 100 });
    const query = '{ articles(first: 2) { nodes { actors { actor { name } } } } }';
    const right = await answers(query);
    open.store.before = (call) => (call === 'listArticles' ? new Promise((done) => setTimeout(done, 300)) : undefined);
    for (const text of await answers(query, {}, 2)) expect(text).toContain('0.1 seconds');
    open.store.before = () => undefined;
    expect(await answers(query)).toEqual(right);
  });

  test('reads its actors anew after a commit', async () => {
    open = await openGateway({ cacheBytes: 0 });
    const query = '{ articles(first: 1) { nodes { actors { actor { slug name } } } } }';
    const asked = () => open.store.calls.filter((call) => call === 'actorsBySlugs').length;
    await answers(query);
    const before = asked();
    await answers(query);
    expect(asked()).toBe(before);
    open.store.add({});
    await answers(query);
    expect(asked()).toBeGreaterThan(before);
  });
});
