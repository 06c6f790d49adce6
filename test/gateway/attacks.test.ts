import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Json, type OpenGateway, openGateway } from './fixture/open-gateway.ts';

let open: OpenGateway;
let begun = 0;
beforeAll(async () => {
  open = await openGateway({ streamsPerAddress: 20 });
  await open.ask('{ __typename }');
});
afterAll(() => open.close());
beforeEach(() => {
  begun = performance.now();
});
afterEach(async () => {
  expect(performance.now() - begun).toBeLessThan(1000);
  // Whatever was sent, the next client is answered as ever.
  expect((await open.ask('{ articles(first: 1) { totalCount } }')).data).toEqual({ articles: { totalCount: 30 } });
});

async function refused(query: string, variables?: object): Promise<{ code: string; message: string; errors: Json[] }> {
  const answer = await open.ask(query, variables);
  expect(answer.errors, query.slice(0, 100)).toBeDefined();
  expect(JSON.stringify(answer)).not.toMatch(/node_modules|\.ts:|\/src\/|SELECT |at .*\(/);
  expect(answer.errors!.length).toBeLessThanOrEqual(10);
  return { code: answer.errors![0].extensions.code, message: answer.errors![0].message, errors: answer.errors! };
}

describe('documents that are too large are refused before they run', () => {
  test('ten thousand aliases', async () => {
    const fields = Array.from({ length: 10_000 }, (_, index) => `a${index}:__typename`).join(' ');
    const { status } = await open.post({ query: `{${fields}}` });
    expect(status).toBe(413);
    expect((await refused(`{${fields.slice(0, 60_000)}}`)).message).toContain('2000 tokens');
  });

  test('31 aliases, with the limit in the message', async () => {
    const fields = Array.from({ length: 31 }, (_, index) => `a${index}:slug`).join(' ');
    const { code, message } = await refused(`{ topics { ${fields} } }`);
    expect(code).toBe('QUERY_TOO_COMPLEX');
    expect(message).toContain('30');
  });

  test('21 root fields, also through fragments', async () => {
    expect((await refused(`{ ${'topics { slug } '.repeat(21)} }`)).message).toContain('at most 20');
    expect(
      (await refused(`{ ...A ...A ...A } fragment A on Query { ${'topics { slug } '.repeat(7)} }`)).message,
    ).toContain('at most 20');
  });

  test('21 directives', async () => {
    expect((await refused(`{ topics { slug ${'@include(if: true) '.repeat(21)} } }`)).message).toContain('directives');
  });

  test('a depth of 13, flattened', async () => {
    const deep = (levels: number) => `${'parent {'.repeat(levels)} slug ${'}'.repeat(levels)}`;
    expect((await open.ask(`{ topics { ${deep(10)} } }`)).errors).toBeUndefined();
    expect((await refused(`{ topics { ${deep(11)} } }`)).message).toContain('at most 12');
    expect(
      (await refused(`{ topics { ...A } } fragment A on Topic { ${deep(6)} ...B } fragment B on Topic { ${deep(11)} }`))
        .code,
    ).toBe('QUERY_TOO_COMPLEX');
  });

  test('a depth of 5,000', async () => {
    expect((await refused(`${'{a'.repeat(5000)}${'}'.repeat(5000)}`)).code).toBe('QUERY_TOO_COMPLEX');
  });

  test('a comment bomb and one of commas count by their bytes', async () => {
    expect((await open.post({ query: `{ __typename } #${'x'.repeat(120_000)}` })).status).toBe(413);
    expect((await open.ask(`{ __typename } ${'#x\n'.repeat(20_000)}`)).data).toEqual({ __typename: 'Query' });
    expect((await open.ask(`{ ${','.repeat(50_000)} __typename }`)).data).toEqual({ __typename: 'Query' });
  });

  test('a fan-out of 2^16 fragments', async () => {
    const fragments = Array.from(
      { length: 16 },
      (_, index) => `fragment F${index} on Topic { ...F${index + 1} ...F${index + 1} }`,
    );
    await refusedOrFine(`{ topics { ...F0 } } ${fragments.join(' ')} fragment F16 on Topic { slug }`);
    const listed = Array.from(
      { length: 16 },
      (_, index) =>
        `fragment F${index} on Topic { a${index}: children { ...F${index + 1} } b${index}: children { ...F${index + 1} } }`,
    );
    expect((await refused(`{ topics { ...F0 } } ${listed.join(' ')} fragment F16 on Topic { slug }`)).code).toBe(
      'QUERY_TOO_COMPLEX',
    );
  });

  test('a chain of fragments as long as tokens allow, and one of 2,000', async () => {
    const chain = (length: number) =>
      `{ topics { ...F0 } } ${Array.from({ length }, (_, index) => `fragment F${index} on Topic { ...F${index + 1} }`).join(' ')} fragment F${length} on Topic { slug }`;
    await refusedOrFine(chain(220));
    expect((await refused(chain(2000))).code).toBe('QUERY_TOO_COMPLEX');
  });

  test('a fragment cycle', async () => {
    const { code } = await refused(
      '{ topics { ...A } } fragment A on Topic { ...B } fragment B on Topic { children { ...A } }',
    );
    expect(code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('duplicate and overlapping fields', async () => {
    await refusedOrFine(`{ topics { ${'slug '.repeat(1900)} } }`);
    const nested = 'articles { nodes { outlet { country { outlets { slug } } } } } '.repeat(60);
    await refusedOrFine(`{ country(code: "RS") { ${nested} } }`);
    const twice = (levels: number): string =>
      levels === 0 ? 'slug' : `parent { ${twice(levels - 1)} } parent { ${twice(levels - 1)} }`;
    expect((await refused(`{ topics { ${twice(8)} } }`)).message).toContain('asked for twice');
    const overlapping = Array.from(
      { length: 25 },
      (_, index) => `x: label(language: "${'abcdefghijklmnopqrstuvwxyz'.slice(index, index + 2)}")`,
    );
    expect((await refused(`{ topics { ${overlapping.join(' ')} } }`)).code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('5,000 unknown fields are told ten at most, without a hint of what there is', async () => {
    const { errors } = await refused(
      `{ topics { ${Array.from({ length: 900 }, (_, index) => `slugg${index % 7}x${index}`).join(' ')} } }`,
    );
    expect(errors).toHaveLength(10);
    expect(JSON.stringify(errors)).not.toContain('Did you mean');
    const answer = await open.ask('query ($by: ActorBy!) { actor(by: $by) { slug } }', {
      by: Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`slug${index}`, 'x'])),
    });
    expect(answer.errors!.length).toBeLessThanOrEqual(11);
    expect(JSON.stringify(answer.errors)).not.toContain('Did you mean');
  });
});

describe('lists', () => {
  test('first: 1e9, -5 and 0 are refused, and so are both directions at once', async () => {
    expect((await refused('{ articles(first: 1000000000) { nodes { id } } }')).code).toBe('BAD_USER_INPUT');
    expect((await refused('{ articles(first: -5) { nodes { id } } }')).message).toContain('from 1 to 100');
    expect((await refused('{ articles(last: 0) { nodes { id } } }')).message).toContain('`last`');
    expect((await refused('{ articles(first: 1, last: 1) { nodes { id } } }')).message).toContain('not both');
    expect((await refused('query ($n: Int) { articles(first: $n) { nodes { id } } }', { n: 1e9 })).code).toBe(
      'BAD_USER_INPUT',
    );
  });

  test('first: 100 within first: 100 is refused by its nodes, whether inline or by variables', async () => {
    const query =
      'query ($n: Int) { articles(first: 100) { nodes { actors(first: 5) { actor { articles(first: $n) { nodes { id } } } } } } }';
    const { code, message } = await refused(query, { n: 100 });
    expect(code).toBe('QUERY_TOO_COMPLEX');
    expect(message).toContain('at most 10000');
    expect((await refused(query.replace('$n)', '100)').replace('query ($n: Int)', ''))).code).toBe('QUERY_TOO_COMPLEX');
    expect((await open.ask(query, { n: 1 })).errors).toBeUndefined();
  });

  test('counts and facets within lists are refused by their lookups', async () => {
    const { message } = await refused(
      '{ articles(first: 100) { nodes { actors(first: 5) { actor { articles(first: 1) { totalCount facets { topics { count } } } } } } } }',
    );
    expect(message).toContain('at most 1000 ');
  });

  test('single objects doubled at each level are refused by their fields', async () => {
    const levels = Array.from(
      { length: 10 },
      (_, index) => `fragment F${index} on Topic { parent { ...F${index + 1} } p: parent { ...F${index + 1} } }`,
    );
    const { message } = await refused(`{ topics { ...F0 } } ${levels.join(' ')} fragment F10 on Topic { slug }`);
    expect(message).toContain('at most 100000 fields');
  });

  test('the cost is told when asked', async () => {
    const answer = (await (
      await open.post({ query: '{ articles(first: 7) { totalCount nodes { id } } }', extensions: { cost: true } })
    ).json()) as Json;
    expect(answer.extensions.cost).toMatchObject({ nodes: 7, lookups: 2, limits: { nodes: 10_000 } });
  });
});

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

async function refusedOrFine(query: string): Promise<void> {
  const answer = await open.ask(query);
  for (const error of answer.errors ?? []) expect(error.extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
}

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
