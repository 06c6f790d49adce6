import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { openPageReader, type PageReader } from '../../src/read/page-reader.ts';

const fixture = readFileSync(new URL('./fixtures/pages/mk.html', import.meta.url));
/** Long work for any reader: every paragraph is a candidate, and none is furniture. */
const heavy = new TextEncoder().encode(
  `<h1>x</h1>${'<div><p>Rekao je to na sednici, a potom je otišao kući.</p>'.repeat(45_000)}`,
);
/** Small to fetch, large to hold. */
const greedy = new TextEncoder().encode(`<script type="application/ld+json">[${'[],'.repeat(1_600_000)}[]]</script>`);

describe('openPageReader', () => {
  let reader: PageReader | undefined;
  afterEach(() => reader?.close());

  it('reads pages in threads, several at once', async () => {
    reader = openPageReader({ threads: 2, timeoutMs: 20_000 });
    const pages = await Promise.all(
      Array.from({ length: 6 }, () => reader!.read(fixture, { url: 'https://outlet.example/1' })),
    );
    expect(new Set(pages.map((page) => page.headline))).toEqual(
      new Set(['Нова болница во Штип до крајот на годината']),
    );
  });

  it('tells what is wrong with a page as readPage does', async () => {
    reader = openPageReader();
    await expect(reader.read(new Uint8Array(), {})).rejects.toMatchObject({
      name: 'TelalError',
      code: 'UNREADABLE',
      message: 'The page is empty.',
    });
  });

  it('gives up a page that takes too long, and takes up the next in a new thread', async () => {
    reader = openPageReader({ timeoutMs: 10 });
    const late = { code: 'UNREADABLE', message: 'The page was given up: reading it took more than 0.01 s.' };
    const reading = [reader.read(heavy, {}), reader.read(heavy, {}), reader.read(heavy, {})];
    for (const one of await Promise.allSettled(reading))
      expect(one).toMatchObject({ status: 'rejected', reason: late });
  });

  it('gives up a page that takes too much memory, and goes on', async () => {
    reader = openPageReader({ memoryMb: 32, timeoutMs: 20_000 });
    await expect(reader.read(greedy, {})).rejects.toMatchObject({
      code: 'UNREADABLE',
      message: 'The page was given up: reading it took more than 32 MB of memory.',
    });
    await expect(reader.read(fixture, {})).resolves.toMatchObject({ language: 'mk' });
  }, 30_000);

  it('gives up what it is reading when it is closed', async () => {
    reader = openPageReader();
    const reading = reader.read(heavy, {});
    const failed = expect(reading).rejects.toMatchObject({ message: 'The page was not read: the reader was closed.' });
    await reader.close();
    await failed;
    await expect(reader.read(fixture, {})).rejects.toMatchObject({ code: 'UNREADABLE' });
  });
});
