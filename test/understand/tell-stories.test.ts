import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../src/domain/annotation.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createStoryTeller } from '../../src/understand/tell-stories.ts';
import { smallCatalog } from '../gateway/fixture/catalog.ts';

const NOW = Date.UTC(2026, 1, 14, 12);
const log = {
  error: (fields: object) => {
    throw new Error('a story failed', { cause: fields });
  },
};
const annotation: Annotation = {
  language: 'hr',
  countries: [],
  actors: [],
  topics: [],
  quotes: [],
  agency: null,
  version: '1',
};
const texts = [
  'Potres jačine 5,4 pogodio je Petrinju u 12.19 sati, javlja seizmolog Krešimir Kuk. Oštećeno je 120 kuća.',
  'Dinamo je pobijedio Hajduk 3:1, dva gola zabio je Bruno Petković pred 21.450 gledatelja na Maksimiru.',
];

async function openWorld() {
  const store = await openStore(':memory:');
  await store.migrate();
  await store.syncCatalog(smallCatalog(), NOW);
  let count = 0;
  const add = async (outlet: string, text: string) => {
    count += 1;
    const url = `https://${outlet}.example/${count}`;
    const publishedAt = NOW + count * 60_000;
    const draft = { headline: text.slice(0, 40), summary: null, body: text, publishedAt };
    const { id } = await store.saveArticle({
      ...draft,
      keys: [`url:${url}`],
      url,
      outlet,
      authors: [],
      image: null,
      sections: [],
      publishedAtSource: 'FEED',
      seenAt: publishedAt,
      annotation,
      copyBands: [],
      copyOf: null,
    });
    return { id, outlet, publishedAt, text: draft, annotation, copyOf: null };
  };
  const storyOf = async (id: number) => (await store.articlesByIds([id]))[0]!.story;
  return { store, add, storyOf };
}

describe('the teller of stories', () => {
  test('goes on from the store after a restart', async () => {
    const { store, add, storyOf } = await openWorld();
    const first = await add('vjesnik', texts[0]!);
    await createStoryTeller(store, log)(first);
    const second = await add('danica', `${texts[0]} Ozlijeđenih nema.`);
    const other = await add('danica', texts[1]!);
    const again = createStoryTeller(store, log);
    await again(second);
    await again(other);
    expect(await storyOf(second.id)).toBe(await storyOf(first.id));
    expect(await storyOf(other.id)).not.toBe(await storyOf(first.id));
    const [story] = await store.storiesByIds([(await storyOf(first.id))!]);
    expect(story).toMatchObject({ articleCount: 2, independentOutletCount: 2 });
    await store.close();
  });

  test('is right when several tell at once: one event is one story', async () => {
    const { store, add, storyOf } = await openWorld();
    const tellers = [1, 2, 3].map(() => createStoryTeller(store, log));
    const told = await Promise.all(Array.from({ length: 12 }, (_, n) => add('vjesnik', `${texts[n % 2]} Dio ${n}.`)));
    await Promise.all(told.map((article, n) => tellers[n % 3]!(article)));
    const stories = await Promise.all(told.map(({ id }) => storyOf(id)));
    expect(new Set(stories).size).toBe(2);
    expect(await store.countStories({ filter: {} })).toBe(2);
    await store.close();
  });

  test('leaves an article in its story, and a merged story answers by its old id', async () => {
    const { store, add, storyOf } = await openWorld();
    const tell = createStoryTeller(store, log);
    const one = await add('vjesnik', texts[0]!);
    const two = await add('danica', texts[1]!);
    await tell(one);
    await tell(two);
    await tell({ ...one, text: two.text });
    const [first, second] = [(await storyOf(one.id))!, (await storyOf(two.id))!];
    expect(first).not.toBe(second);
    const three = await add('lajm', texts[1]!);
    const request = { features: '', story: first, absorbed: [second], centrality: [] };
    const expected = await store.storyPosition();
    expect(await store.placeArticle({ ...request, articleId: three.id, expected: expected - 1 })).toBeNull();
    await store.placeArticle({ ...request, articleId: three.id, expected });
    expect(await store.storiesByIds([second])).toMatchObject([{ id: first, articleCount: 3 }]);
    expect(await store.countArticles({ story: first })).toBe(3);
    const page = await store.stories({ filter: {}, minimumOutlets: 3 }, 'LARGEST', { first: 5 });
    expect(page.edges.map(({ node }) => node.id)).toEqual([first]);
    await store.close();
  });
});
