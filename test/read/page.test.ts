import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PageDocument } from '../../src/domain/document.ts';
import type { PageHints } from '../../src/domain/ports.ts';
import { readPage } from '../../src/read/page.ts';

/** What a fixture promises; what it does not name is not checked. */
interface Expected extends Omit<Partial<PageDocument>, 'publishedAt' | 'modifiedAt' | 'body'> {
  hints: PageHints;
  publishedAt?: string;
  modifiedAt?: string;
  body: string[];
}

const folder = new URL('./fixtures/pages/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -'.html'.length));

const at = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

describe('readPage', () => {
  it.each(names)('finds text and facts, and nothing else, on the page %s', (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Expected;
    const { hints, publishedAt, modifiedAt, body, ...rest } = expected;
    const page = readPage(readFileSync(new URL(`${name}.html`, folder)), hints);
    expect(page.body?.split('\n\n')).toEqual(body);
    expect(page).toMatchObject(rest);
    if (publishedAt) expect(at(page.publishedAt)).toBe(publishedAt);
    if (modifiedAt) expect(at(page.modifiedAt)).toBe(modifiedAt);
    expect(page.body).not.toMatch(/<[a-z/]|&[a-z]+;/i);
  });
});
