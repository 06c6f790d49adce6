import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { open, refused } from './fixture/attacked.ts';
import type { Json } from './fixture/open-gateway.ts';

describe('requests that are none', () => {
  test('a batch', async () => {
    const answer = await open.post([{ query: '{ __typename }' }]);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Json).errors[0].message).toContain('Batches');
  });

  test('a mutation, by GET and by POST', async () => {
    const answer = await fetch(`${open.url}graphql?query=mutation{x}`);
    expect(((await answer.json()) as Json).errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await refused('mutation { x }')).code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('bodies that are no JSON by their type', async () => {
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      'application/graphql',
    ])
      expect((await open.post('{"query":"{__typename}"}', { 'content-type': type })).status, type).toBe(415);
    expect(
      (await open.post('{"query":"{__typename}"}', { 'content-type': 'application/json; charset=utf-7' })).status,
    ).toBe(415);
  });

  test('compressed bodies', async () => {
    const answer = await fetch(`${open.url}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync('{"query":"{__typename}"}'),
    });
    expect(answer.status).toBe(415);
  });

  test('150 KB and 30 MB, announced or not', async () => {
    expect((await open.post(`{"query":"${' '.repeat(150_000)}"}`)).status).toBe(413);
    expect(await pour(open.url, 30_000_000)).toBe(413);
  });

  test('variables 20,000 deep', async () => {
    const deep = `${'{"not":'.repeat(8000)}{}${'}'.repeat(8000)}`;
    const answer = await open.post(
      `{"query":"query ($f: ArticleFilter) { articles(filter: $f) { totalCount } }","variables":{"f":${deep}}}`,
    );
    expect(((await answer.json()) as Json).errors[0].extensions.code).toBe('QUERY_TOO_COMPLEX');
    const list = await open.post(
      `{"query":"{__typename}","variables":{"f":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`,
    );
    expect(((await list.json()) as Json).errors[0].extensions.code).toBe('QUERY_TOO_COMPLEX');
  });

  test('prototype names are names like others', async () => {
    const answer = await open.post(
      '{"query":"query ($f: ArticleFilter) { articles(filter: $f) { totalCount } }","variables":{"f":{"__proto__":{"search":"x"}}}}',
    );
    expect(((await answer.json()) as Json).errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect((await refused('{ actor(by: { slug: "a" }) { constructor } }')).code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('what a client gives', () => {
  test('broken cursors and ids, and ids of another type', async () => {
    expect((await refused('{ articles(after: "!!") { nodes { id } } }')).code).toBe('BAD_USER_INPUT');
    expect((await refused('{ outlets(after: "§") { nodes { id } } }')).code).toBe('BAD_USER_INPUT');
    expect((await refused('{ node(id: "nonsense") { id } }')).code).toBe('BAD_USER_INPUT');
    const id = (text: string) => Buffer.from(text).toString('base64url');
    expect((await refused(`{ node(id: "${id('Secret:1')}") { id } }`)).code).toBe('BAD_USER_INPUT');
    expect((await refused(`{ node(id: "${id('Article:1 OR 1')}") { id } }`)).code).toBe('BAD_USER_INPUT');
    expect((await refused(`{ article(by: { id: "${id('Actor:ana-anic')}" }) { id } }`)).message).toContain('Actor');
    expect((await open.ask(`{ node(id: "${id('Article:999')}") { id } }`)).data).toEqual({ node: null });
  });

  test('@oneOf with two keys or none, inline and by variables', async () => {
    for (const by of ['{ slug: "a", wikidataId: "Q1" }', '{}', '{ slug: null }'])
      expect((await refused(`{ actor(by: ${by}) { slug } }`)).code).toBe('GRAPHQL_VALIDATION_FAILED');
    for (const by of [{ slug: 'a', wikidataId: 'Q1' }, {}, { slug: null }])
      expect((await refused('query ($by: ActorBy!) { actor(by: $by) { slug } }', { by })).code).toBe('BAD_USER_INPUT');
  });

  test('an unknown document id', async () => {
    const answer = (await (await open.post({ documentId: 'sha256:0' })).json()) as Json;
    expect(answer.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  test('SQL and search syntax in every string', async () => {
    for (const text of [
      `'; DROP TABLE article; --`,
      '" OR 1=1',
      'NEAR(a b)',
      '{a}:*',
      '\u0000',
      '%_\\',
      `'||(select 1)||'`,
    ]) {
      const answer = await open.ask(
        `query ($t: String!) {
          articles(filter: { search: $t }) { totalCount }
          topic(slug: $t) { slug } outlet(slug: $t) { slug } actor(by: { slug: $t }) { slug }
          actors(search: $t) { totalCount } quotes(search: $t) { totalCount }
        }`,
        { t: text },
      );
      for (const error of answer.errors ?? []) expect(error.extensions.code).toBe('BAD_USER_INPUT');
      expect(
        (
          await refused('query ($t: String!) { articles(filter: { topics: { any: [$t] } }) { totalCount } }', {
            t: text,
          })
        ).code,
      ).toBe('BAD_USER_INPUT');
    }
  });

  test('filters nested or listed beyond measure', async () => {
    const nested = (levels: number) => `${'{ not: '.repeat(levels)}{}${' }'.repeat(levels)}`;
    expect((await refused(`{ articles(filter: ${nested(8)}) { totalCount } }`)).message).toContain('deep');
    expect((await refused(`{ articles(filter: { or: [${'{} '.repeat(60)}] }) { totalCount } }`)).message).toContain(
      '50',
    );
    expect(
      (
        await refused('query ($c: [String!]) { articles(filter: { countries: { any: $c } }) { totalCount } }', {
          c: Array(101).fill('RS'),
        })
      ).message,
    ).toContain('100');
    expect(
      (await refused('query ($s: String) { articles(filter: { search: $s }) { totalCount } }', { s: 'x'.repeat(501) }))
        .message,
    ).toContain('500');
  });
});

describe('faults of our own', () => {
  test('a resolver that throws is masked with an id that the log has', async () => {
    open.store.before = (call) => {
      if (call === 'coverageMatrix') throw new Error('SELECT secret FROM /etc/passwd');
    };
    const { errors } = await refused('{ coverageMatrix { count } }');
    open.store.before = () => {};
    expect(errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
    const entry = open.logged.find(
      (line) => line.level === 'error' && line.fields['request'] === errors[0].extensions.id,
    );
    expect(String(entry?.fields['err'])).toContain('secret');
    expect((await open.ask('{ coverageMatrix { count } }')).data.coverageMatrix).toHaveLength(1);
  });

  test('no origin is echoed, and credentials are never allowed', async () => {
    const answer = await open.post({ query: '{ __typename }' }, { origin: 'https://evil.example' });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

/** Sends so many bytes without announcing them, and gives the status that came back. */
function pour(url: string, bytes: number): Promise<number> {
  return new Promise((done, failed) => {
    const sending = request(
      `${url}graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      (answer) => {
        answer.resume();
        done(answer.statusCode ?? 0);
        sending.destroy();
      },
    );
    sending.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? undefined : failed(error),
    );
    const chunk = Buffer.alloc(64 * 1024, 32);
    let sent = 0;
    const more = () => {
      while (sent < bytes && !sending.destroyed) {
        sent += chunk.length;
        if (!sending.write(chunk)) return sending.once('drain', more);
      }
    };
    more();
  });
}
