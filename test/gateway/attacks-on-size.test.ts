import { describe, expect, test } from 'vitest';
import { open, refused } from './fixture/attacked.ts';
import type { Json } from './fixture/open-gateway.ts';

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

async function refusedOrFine(query: string): Promise<void> {
  const answer = await open.ask(query);
  for (const error of answer.errors ?? []) expect(error.extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
}
