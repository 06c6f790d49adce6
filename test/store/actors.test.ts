import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActorTag } from '../../src/domain/annotation.ts';
import type { Store } from '../../src/domain/store.ts';
import { engines, openTestStore, type TestStore } from './engines.ts';
import { actors, annotationOf, catalogOf, draftOf, HOUR, NOON } from './sample-world.ts';

const found = (slug: string, name: string): ActorTag => ({
  slug,
  name,
  kind: 'PERSON',
  wikidataId: null,
  curated: false,
  count: 1,
  salience: 0.1,
  evidence: [],
});

describe.each(engines)('Actors on $name', (engine) => {
  let test: TestStore;
  let store: Store;
  beforeAll(async () => {
    test = await openTestStore(engine);
    store = test.store;
    const named = [['ana-djoric', 'bojan-vukic'], ['bojan-vukic', 'red-party'], ['bojan-vukic'], ['cvetan-tasev']];
    for (const [i, slugs] of named.entries()) {
      const annotation = annotationOf({ actors: slugs, countries: i === 0 ? ['XK'] : ['RS'] });
      annotation.actors.push(found('marko-perin', i === 1 ? 'Marka Perina' : 'Marko Perin'));
      await store.saveArticle(draftOf({ annotation, publishedAt: NOON - i * HOUR }));
    }
  });
  afterAll(() => test.drop());

  const slugs = async (request: Parameters<Store['actors']>[0]) =>
    (await store.actors(request, { first: 20 })).edges.map((edge) => edge.node.slug);

  it('are known with every name, the first to be shown', async () => {
    const [known, none, other] = await store.actorsBySlugs(['bojan-vukic', 'no-one', 'marko-perin']);
    expect(none).toBeNull();
    expect(known).toEqual({
      slug: 'bojan-vukic',
      kind: 'PERSON',
      curated: true,
      wikidataId: 'Q100',
      description: 'Mayor of a town',
      name: 'Bojan Vukić',
      names: actors[1]!.names,
      countries: ['RS', 'BA'],
    });
    expect(other).toMatchObject({ curated: false, name: 'Marko Perin', countries: [] });
    expect(other!.names.map((name) => name.text)).toEqual(['Marko Perin', 'Marka Perina']);
    expect(await store.actorByWikidataId('Q100')).toEqual(known);
    expect(await store.actorByWikidataId('Q1')).toBeNull();
  });

  it('come with the most mentioned first', async () => {
    expect(await slugs({})).toEqual(['marko-perin', 'bojan-vukic', 'ana-djoric', 'cvetan-tasev', 'red-party']);
    expect(await slugs({ kind: 'ORGANIZATION' })).toEqual(['red-party']);
    expect(await slugs({ country: 'BA' })).toEqual(['bojan-vukic']);
    expect(await store.countActors({ kind: 'PERSON' })).toBe(4);
    expect(await store.countActors({ search: 'nobody' })).toBe(0);
  });

  it.each(['Vukić', 'вукић', 'VUKIC', 'Вукиќ', 'vuk', 'bo vuk', 'vukic bojan', 'Bojan Vukić', 'βούκ'])(
    'are found by %s',
    async (search) => {
      expect(await slugs({ search })).toContain('bojan-vukic');
      expect(await store.countActors({ search })).toBe((await slugs({ search })).length);
    },
  );

  it('are found by a form that only a text used, and by an acronym', async () => {
    expect(await slugs({ search: 'Perina' })).toEqual(['marko-perin']);
    expect(await slugs({ search: 'rp' })).toEqual(['red-party']);
    expect(await slugs({ search: 'vukic', kind: 'ORGANIZATION' })).toEqual([]);
    expect(await slugs({ search: '?' })).toEqual([]);
  });

  it('come with the best match first', async () => {
    const more = [...actors, { ...actors[0]!, slug: 'ana', names: [{ text: 'Ana', language: 'en' }] }];
    more.push({ ...actors[0]!, slug: 'anastas-ivic', names: [{ text: 'Anastas Ivić', language: 'en' }] });
    await store.syncCatalog(catalogOf({ actors: more }), NOON);
    expect(await slugs({ search: 'ana' })).toEqual(['ana', 'ana-djoric', 'anastas-ivic']);
    await store.syncCatalog(catalogOf(), NOON);
  });

  it('are walked forwards and backwards', async () => {
    const { edges } = await store.actors({}, { first: 20 });
    const ids = edges.map((edge) => edge.node.slug);
    for (let i = 0; i < ids.length; i += 1) {
      const after = await store.actors({}, { first: 2, after: edges[i]!.cursor });
      expect(after.edges.map((edge) => edge.node.slug)).toEqual(ids.slice(i + 1, i + 3));
      const before = await store.actors({}, { last: 2, before: edges[i]!.cursor });
      expect(before.edges.map((edge) => edge.node.slug)).toEqual(ids.slice(Math.max(0, i - 2), i));
    }
  });

  it('are suggested for a slug that is nearly right', async () => {
    expect((await store.nearestActors('boyan-vukic'))[0]).toBe('bojan-vukic');
    expect((await store.nearestActors('bojan-vukich'))[0]).toBe('bojan-vukic');
    expect((await store.nearestActors('vukic'))[0]).toBe('bojan-vukic');
    expect((await store.nearestActors('Бојан Вукић'))[0]).toBe('bojan-vukic');
    expect(await store.nearestActors('quite-something-else')).toEqual([]);
    expect(await store.nearestActors('')).toEqual([]);
  });

  it('stand beside each other in the same articles', async () => {
    expect(await store.coActors('bojan-vukic', {}, { first: 10 })).toEqual([
      { key: 'marko-perin', count: 3 },
      { key: 'ana-djoric', count: 1 },
      { key: 'red-party', count: 1 },
    ]);
    const about = { countries: { any: ['RS'] } };
    expect(await store.coActors('bojan-vukic', about, { kind: 'ORGANIZATION', first: 10 })).toEqual([
      { key: 'red-party', count: 1 },
    ]);
    expect(await store.coActors('no-one', {}, { first: 10 })).toEqual([]);
    expect(await store.facet({}, 'actors', { first: 1, actorKind: 'ORGANIZATION' })).toEqual([
      { key: 'red-party', count: 1 },
    ]);
  });

  it('keep their articles when the catalog learns what they are', async () => {
    const organization = { ...actors[2]!, kind: 'ORGANIZATION' as const };
    const person = { ...actors[2]!, slug: 'marko-perin', names: [{ text: 'Marko Perin', language: 'en' }] };
    await store.syncCatalog(
      catalogOf({ actors: [...actors.filter((one) => one !== actors[2]), organization, person] }),
      NOON,
    );
    expect(await store.countArticles({ actors: { any: ['cvetan-tasev'] } })).toBe(1);
    expect(await store.facet({}, 'actors', { first: 5, actorKind: 'ORGANIZATION' })).toHaveLength(2);
    await store.saveArticle(draftOf({ annotation: annotationOf({ actors: ['cvetan-tasev'] }) }));
    expect(await store.countArticles({ actors: { any: ['cvetan-tasev'] } })).toBe(2);
    expect((await store.actorsBySlugs(['marko-perin']))[0]).toMatchObject({ curated: true, countries: ['MK'] });
    expect(await store.countArticles({ actors: { any: ['marko-perin'] } })).toBe(4);
    await store.syncCatalog(catalogOf(), NOON);
    expect((await store.actorsBySlugs(['marko-perin']))[0]).toMatchObject({ curated: false, name: 'Marko Perin' });
  });
});
