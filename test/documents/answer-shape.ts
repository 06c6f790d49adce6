import { expect } from 'vitest';

/** Root fields that hold nothing at all: a query that shows nothing makes nobody want it. */
export function emptyLists(data: unknown): string[] {
  const holds = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.length > 0
      : value !== null && typeof value === 'object'
        ? Object.entries(value).some(([key, inner]) =>
            key === 'nodes' ? holds(inner) : inner !== null && holds(inner),
          )
        : value !== null;
  return Object.entries(data as object)
    .filter(([, value]) => !holds('nodes' in Object(value) ? (value as { nodes: unknown }).nodes : value))
    .map(([key]) => key);
}

/** Same keys and kinds of values all the way down; of lists, that each shown entry has the shape of the real first one. */
export function expectShape(real: unknown, shown: unknown, path: string): void {
  if (Array.isArray(shown)) {
    expect(Array.isArray(real), path).toBe(true);
    const [first] = real as unknown[];
    for (const each of shown) if (first !== undefined) expectShape(first, each, `${path}[]`);
  } else if (shown !== null && typeof shown === 'object') {
    expect(Object.keys(Object(real)).toSorted(), path).toEqual(Object.keys(shown).toSorted());
    for (const [key, value] of Object.entries(shown))
      expectShape((real as Record<string, unknown>)[key], value, `${path}.${key}`);
  } else if (shown !== null && real !== null) expect(typeof real, path).toBe(typeof shown);
}
