import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/domain/store.ts';
import { engines, openTestStore, type TestStore } from './engines.ts';
import { annotationOf, draftOf } from './sample-world.ts';

describe.each(engines)('Odd texts on $name', (engine) => {
  let test: TestStore;
  let store: Store;
  beforeAll(async () => {
    test = await openTestStore(engine);
    store = test.store;
  });
  afterAll(() => test.drop());
  const found = async (search: string) => (await store.articles({ search }, 'NEWEST', { first: 10 })).edges.length;

  it('are stored and found where they hold letters that no text should', async () => {
    const odd = 'Prva\0 ćud \ud83d reč \\u0000 i \\\\ud83d dalje';
    const annotation = annotationOf({
      actors: ['ana-djoric', `odd\0one`],
      quotes: [{ text: odd, speaker: 'ana-djoric' }],
    });
    const draft = draftOf({ keys: ['url:a', `guid:${odd}`], headline: odd, authors: [odd], body: odd, annotation });
    const { id } = await store.saveArticle(draft);
    expect((await store.saveArticle(draft)).id).toBe(id);
    expect(await found('cud dalje')).toBe(1);
    const [article] = await store.articlesByIds([id]);
    expect(article!.headline).toMatch(/^Prva. ćud . reč \\u0000 i \\\\ud83d dalje$/su);
    expect(await store.quotesOf([id])).toHaveLength(1);
    expect((await store.knownArticles([`guid:${odd}`])).size).toBe(1);
  });

  it('are found by their first and last word, and by any phrase, however long they are', async () => {
    const words = Array.from({ length: 60_000 }, (_, i) => `reč${(i * 7919) % 60_000}`);
    const body = `početak ${words.join(' ')} ${'a'.repeat(5_000)} ${'isto '.repeat(70_000)} kraj`;
    await store.saveArticle(draftOf({ headline: 'Duga', body }));
    expect(await found('pocetak kraj duga')).toBe(1);
    expect(await found('"isto kraj"')).toBe(1);
    expect(await found(`"${words.slice(50_000, 50_003).join(' ')}"`)).toBe(1);
    expect(await found('"kraj isto"')).toBe(0);
    expect(await found('a'.repeat(900))).toBe(0);
  });
});
