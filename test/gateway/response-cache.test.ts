import { describe, expect, test } from 'vitest';
import { gateway, QUERY } from './fixture/gateway-for-a-test.ts';
import type { Json } from './fixture/open-gateway.ts';

describe('the response cache', () => {
  test('answers a repeated query without the store, until something is stored', async () => {
    const open = await gateway();
    const first = await open.ask(QUERY);
    open.store.calls.length = 0;
    expect(await open.ask(QUERY)).toEqual(first);
    expect(open.store.calls).toEqual([]);
    open.store.add({ headline: 'New' });
    expect((await open.ask(QUERY)).data.articles.nodes[0].headline).toBe('New');
  });

  test('answers equal queries at one time once', async () => {
    const open = await gateway();
    open.store.before = () => new Promise((done) => setTimeout(done, 50));
    const answers = await Promise.all(Array.from({ length: 20 }, () => open.ask(QUERY)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(open.store.calls.filter((call) => call === 'listArticles')).toHaveLength(1);
  });

  test('does not keep what was begun before a commit', async () => {
    const open = await gateway();
    open.store.before = () => new Promise((done) => setTimeout(done, 50));
    const early = open.ask(QUERY);
    await new Promise((done) => setTimeout(done, 20));
    open.store.add({ headline: 'Meanwhile' });
    await early;
    expect((await open.ask(QUERY)).data.articles.nodes[0].headline).toBe('Meanwhile');
  });

  test('never keeps errors', async () => {
    const open = await gateway();
    open.store.before = (call) => {
      if (call === 'listArticles') throw new Error('gone');
    };
    expect((await open.ask(QUERY)).errors![0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
    open.store.before = () => {};
    expect((await open.ask(QUERY)).errors).toBeUndefined();
  });

  test('keeps variables, operation names and media types apart', async () => {
    const open = await gateway();
    const query =
      'query A($n: Int) { articles(first: $n) { nodes { headline } } } query B { articles(first: 1) { totalCount } }';
    const ask = async (more: object, accept = 'application/json') => {
      const answer = await open.post({ query, ...more }, { accept });
      return { type: answer.headers.get('content-type'), json: (await answer.json()) as Json };
    };
    expect((await ask({ operationName: 'A', variables: { n: 1 } })).json.data.articles.nodes).toHaveLength(1);
    expect((await ask({ operationName: 'A', variables: { n: 2 } })).json.data.articles.nodes).toHaveLength(2);
    expect((await ask({ operationName: 'B' })).json.data.articles.totalCount).toBe(30);
    expect((await ask({ operationName: 'B' }, 'application/graphql-response+json')).type).toContain('graphql-response');
    expect((await ask({ operationName: 'B' })).type).toContain('application/json');
  });

  test('gives an ETag, 304 to who has it, and compressed bytes to who reads them', async () => {
    const open = await gateway();
    const url = `${open.url}graphql?${new URLSearchParams({ query: '{ articles(first: 30) { nodes { headline body url authors } } }' })}`;
    const first = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('vary')).toContain('Accept-Encoding');
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const again = await fetch(url, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    for (const encoding of ['br', 'gzip']) {
      const packed = await fetch(url, { headers: { 'accept-encoding': encoding } });
      expect(packed.headers.get('content-encoding')).toBe(encoding);
      expect(await packed.json()).toEqual(await (await fetch(url)).json());
    }
    open.store.add({});
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(200);
    const refused = await fetch(`${open.url}graphql?query={nothing}`);
    expect(refused.headers.get('cache-control')).toBe('no-store');
  });
});
