import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActorTag, Annotation } from '../../src/domain/annotation.ts';
import type { Store } from '../../src/domain/store.ts';
import { engines, openTestStore, type TestStore } from './engines.ts';
import { annotationOf, draftOf, HOUR, NOON } from './sample-world.ts';

const found = (slug: string, name: string): ActorTag => ({
  slug,
  name,
  kind: 'PERSON',
  wikidataId: null,
  curated: false,
  count: 1,
  salience: 0.5,
  evidence: [{ field: 'BODY', start: 0, end: 4, text: name }],
});

/** An article that names people on no list, all of whom it quotes. */
function naming(...people: [slug: string, name: string][]): Annotation {
  const annotation = annotationOf({ countries: ['MK'] });
  annotation.actors.push(...people.map(([slug, name]) => found(slug, name)));
  annotation.quotes.push(
    ...people.map(([slug, name]) => ({
      text: `Words of ${name}.`,
      speakerName: name,
      speaker: slug,
      span: { field: 'BODY' as const, start: 0, end: 4, text: 'Word' },
    })),
  );
  return annotation;
}

const LATIN: [string, string] = ['walter-higgins', 'Walter Higgins'];
const CYRILLIC: [string, string] = ['valter-higins', 'Валтер Хигинс'];
const OTHER: [string, string] = ['laura-kingsley', 'Laura Kingsley'];
/** Enough that some are packed in blocks. */
const MANY = 300;

describe.each(engines)('Joining actors on $name', (engine) => {
  let test: TestStore;
  let store: Store;
  beforeAll(async () => {
    test = await openTestStore(engine);
    store = test.store;
    for (let at = 0; at < MANY; at++) {
      const people = at % 3 === 0 ? [CYRILLIC] : at % 3 === 1 ? [LATIN, OTHER] : [CYRILLIC, LATIN];
      await store.saveArticle(draftOf({ annotation: naming(...people), publishedAt: NOON - at * HOUR }));
    }
    await store.joinActors([{ slug: CYRILLIC[0], into: LATIN[0], name: LATIN[1] }]);
  });
  afterAll(() => test.drop());

  const about = (slug: string) => ({ actors: { any: [slug] } });

  it('gives all articles to one, each once', async () => {
    expect(await store.countArticles(about(LATIN[0]))).toBe(MANY);
    expect((await store.articles(about(LATIN[0]), 'NEWEST', { first: 5 })).edges.length).toBe(5);
    const [both] = (await store.articles(about(LATIN[0]), 'NEWEST', { first: 3 })).edges.slice(2);
    const mentions = await store.actorMentions([both!.node.id]);
    expect(mentions.map(({ key, count, evidence }) => [key, count, evidence.length])).toEqual([[LATIN[0], 2, 2]]);
  });

  it('counts right in facets, neighbours and lists', async () => {
    expect(await store.facet({}, 'actors', { first: 10 })).toEqual([
      { key: LATIN[0], count: MANY },
      { key: OTHER[0], count: MANY / 3 },
    ]);
    expect(await store.coActors(OTHER[0], {}, { first: 10 })).toEqual([{ key: LATIN[0], count: MANY / 3 }]);
    const { edges } = await store.actors({}, { first: 10 });
    expect(edges.map(({ node }) => node.slug).filter((slug) => slug.includes('hig'))).toEqual([LATIN[0]]);
  });

  it('gives over the quotations', async () => {
    const quotes = await store.quotes({ filter: {}, speaker: LATIN[0] }, { first: 3 });
    expect(quotes.edges.map(({ node }) => node.speaker)).toEqual([LATIN[0], LATIN[0], LATIN[0]]);
    expect(await store.countArticles({ speakers: { any: [LATIN[0]] } })).toBe(MANY);
  });

  it('answers under the former slug', async () => {
    const [former] = await store.actorsBySlugs([CYRILLIC[0]]);
    expect(former).toMatchObject({ slug: LATIN[0], name: LATIN[1], curated: false });
    expect(former!.names.map(({ text }) => text).sort()).toEqual([LATIN[1], CYRILLIC[1]].sort());
    expect(await store.countArticles(about(CYRILLIC[0]))).toBe(MANY);
    const search = await store.actors({ search: 'Хигинс' }, { first: 5 });
    expect(search.edges.map(({ node }) => node.slug)).toEqual([LATIN[0]]);
  });

  it('takes articles of those who know only the former slug', async () => {
    const { id } = await store.saveArticle(draftOf({ annotation: naming(CYRILLIC), publishedAt: NOON + HOUR }));
    expect(await store.actorMentions([id])).toMatchObject([{ key: LATIN[0], count: 1 }]);
    await store.saveAnnotation(id, naming(CYRILLIC, LATIN));
    expect(await store.actorMentions([id])).toMatchObject([{ key: LATIN[0], count: 2 }]);
    expect((await store.quotesOf([id])).map(({ speaker }) => speaker)).toEqual([LATIN[0], LATIN[0]]);
    expect(await store.countArticles(about(LATIN[0]))).toBe(MANY + 1);
  });

  it('does nothing a second time, nor with what is not stored', async () => {
    const before = await store.generation();
    await store.joinActors([
      { slug: CYRILLIC[0], into: LATIN[0], name: LATIN[1] },
      { slug: LATIN[0], into: CYRILLIC[0], name: CYRILLIC[1] },
      { slug: 'no-one', into: LATIN[0], name: LATIN[1] },
    ]);
    expect(await store.generation()).toBe(before);
    expect((await store.foundPeople({ limit: 10 })).map(({ slug }) => slug).sort()).toEqual(
      [OTHER[0], LATIN[0]].sort(),
    );
  });

  it('goes on from one to the next, also to a name that nobody had yet', async () => {
    await store.joinActors([{ slug: LATIN[0], into: 'sir-walter-higgins', name: 'Sir Walter Higgins' }]);
    const [first, second] = await store.actorsBySlugs([CYRILLIC[0], LATIN[0]]);
    expect([first!.slug, second!.slug]).toEqual(['sir-walter-higgins', 'sir-walter-higgins']);
    expect(first!.name).toBe('Sir Walter Higgins');
    expect(await store.countArticles(about(CYRILLIC[0]))).toBe(MANY + 1);
    expect(await store.check()).toEqual([]);
  });

  it('tells people on no list as they come', async () => {
    const all = await store.foundPeople({ limit: 10 });
    const { id } = all.at(-1)!;
    await store.saveArticle(draftOf({ annotation: naming(['new-name', 'New Name']), publishedAt: NOON }));
    expect(await store.foundPeople({ after: id, limit: 10 })).toMatchObject([{ slug: 'new-name', name: 'New Name' }]);
  });
});
