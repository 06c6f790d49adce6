import { beforeAll, describe, expect, test } from 'vitest';
import type { Knowledge } from '../../src/catalog/knowledge.ts';
import { openKnowledge } from '../../src/commands/open-knowledge.ts';
import { readConfig } from '../../src/config.ts';
import type { Annotation } from '../../src/domain/annotation.ts';
import type { Store } from '../../src/domain/store.ts';
import { createStoryTeller } from '../../src/understand/tell-stories.ts';
import { engines, openTestStore } from '../store/engines.ts';
import { NOON } from '../store/sample-world.ts';

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

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await openKnowledge(readConfig({}));
});

describe.each(engines)('the teller of stories on $name', (engine) => {
  async function openWorld() {
    const world = await openTestStore(engine);
    const { store } = world;
    let count = 0;
    const add = async (outlet: string, text: string, copyOf: number | null = null) => {
      count += 1;
      const url = `https://${outlet}.example/${count}`;
      const publishedAt = NOON + count * 60_000;
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
        copyOf,
      });
      return { id, outlet, publishedAt, text: draft, annotation, copyOf };
    };
    const storyOf = async (id: number) => (await store.articlesByIds([id]))[0]!.story;
    const teller = (of: Store = store) => createStoryTeller(of, knowledge, log);
    return { ...world, add, storyOf, teller };
  }

  test('goes on from the store after a restart', async () => {
    const { store, add, storyOf, teller, drop } = await openWorld();
    const first = await add('dnevnik', texts[0]!);
    await teller()(first);
    const second = await add('glas', `${texts[0]} Ozlijeđenih nema.`);
    const other = await add('glas', texts[1]!);
    const again = teller();
    await again(second);
    await again(other);
    expect(await storyOf(second.id)).toBe(await storyOf(first.id));
    expect(await storyOf(other.id)).not.toBe(await storyOf(first.id));
    const [story] = await store.storiesByIds([(await storyOf(first.id))!]);
    expect(story).toMatchObject({ articleCount: 2, independentOutletCount: 2 });
    await drop();
  });

  test('is right when several tell at once, each over a connection of its own: one event is one story', async () => {
    const { store, open, add, storyOf, teller, drop } = await openWorld();
    const tellers = [teller(), teller(await open()), teller(await open())];
    const told = await Promise.all(Array.from({ length: 12 }, (_, n) => add('dnevnik', `${texts[n % 2]} Dio ${n}.`)));
    await Promise.all(told.map((article, n) => tellers[n % 3]!(article)));
    const stories = await Promise.all(told.map(({ id }) => storyOf(id)));
    expect(new Set(stories).size).toBe(2);
    expect(await store.countStories({ filter: {} })).toBe(2);
    await drop();
  });

  test('leaves an article in its story, and a merged story answers by its old id', async () => {
    const { store, add, storyOf, teller, drop } = await openWorld();
    const tell = teller();
    const one = await add('dnevnik', texts[0]!);
    const two = await add('glas', texts[1]!);
    await tell(one);
    await tell(two);
    await tell({ ...one, text: two.text });
    const [first, second] = [(await storyOf(one.id))!, (await storyOf(two.id))!];
    expect(first).not.toBe(second);
    const three = await add('lajme', texts[1]!);
    const request = { features: '', story: first, absorbed: [second], centrality: [] };
    const expected = await store.storyPosition();
    expect(await store.placeArticle({ ...request, articleId: three.id, expected: expected - 1 })).toBeNull();
    await store.placeArticle({ ...request, articleId: three.id, expected });
    expect(await store.storiesByIds([second])).toMatchObject([{ id: first, articleCount: 3 }]);
    expect(await store.countArticles({ story: first })).toBe(3);
    const page = await store.stories({ filter: {}, minimumOutlets: 3 }, 'LARGEST', { first: 5 });
    expect(page.edges.map(({ node }) => node.id)).toEqual([first]);
    await drop();
  });

  test('gives a copy the story of what it repeats, whatever else it says', async () => {
    const { add, storyOf, teller, drop } = await openWorld();
    const tell = teller();
    const original = await add('dnevnik', texts[0]!);
    await tell(original);
    const copy = await add('vesti', 'Preneto.', original.id);
    await tell(copy);
    expect(await storyOf(copy.id)).toBe(await storyOf(original.id));
    await drop();
  });

  test('lets features that an older version wrote stand for nothing', async () => {
    const { store, add, storyOf, teller, drop } = await openWorld();
    const old = await add('dnevnik', texts[0]!);
    const features = Buffer.from(Uint32Array.of(1 << 8, 17, 33).buffer).toString('base64');
    await store.placeArticle({
      articleId: old.id,
      features,
      story: null,
      absorbed: [],
      centrality: [],
      expected: await store.storyPosition(),
    });
    const tell = teller();
    const late = await add('glas', texts[0]!);
    await tell(late);
    expect(await storyOf(late.id)).not.toBe(await storyOf(old.id));
    // Annotated again, it keeps its story and can be compared from then on.
    await tell(old);
    expect(await storyOf(old.id)).toBe(1);
    await drop();
  });
});
