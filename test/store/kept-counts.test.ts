import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Facet } from '../../src/domain/counts.ts';
import type { Store } from '../../src/domain/store.ts';
import { seeded } from '../seeded.ts';
import { engines, openTestStore, type TestStore } from './engines.ts';
import { type Known, matches } from './plain-evaluation.ts';
import { randomWorld } from './random-world.ts';
import { annotationOf, catalogOf, outlets } from './sample-world.ts';

// Enough for several tags to be frequent, and not a multiple of what is packed at once.
const ARTICLES = 5_333;

describe.each(engines)('Counts on $name', (engine) => {
  let test: TestStore;
  let store: Store;
  const known: Known[] = [];
  beforeAll(async () => {
    test = await openTestStore(engine);
    store = test.store;
    const world = randomWorld(seeded(3));
    const drafts = Array.from({ length: ARTICLES }, (_, i) => world.draft(Math.min(i, 5)));
    for (const [i, draft] of drafts.entries())
      if (i < 6) known.push({ id: (await store.saveArticle(draft)).id, draft, revisedAt: null });
    for (let from = 6; from < ARTICLES; from += 500) {
      const some = drafts.slice(from, from + 500);
      const saved = await store.saveArticles(some);
      for (const [i, { id }] of saved.entries()) known.push({ id, draft: some[i]!, revisedAt: null });
    }
  });
  afterAll(() => test.drop());

  const keys: Record<Facet, (one: Known) => string[]> = {
    countries: ({ draft }) => draft.annotation.countries.map((tag) => tag.code),
    publisherCountries: ({ draft }) => [outlets.find((outlet) => outlet.slug === draft.outlet)!.country],
    actors: ({ draft }) => draft.annotation.actors.map((tag) => tag.slug),
    topics: () => [],
    outlets: ({ draft }) => [draft.outlet],
    languages: ({ draft }) => [draft.annotation.language],
  };

  async function check(): Promise<void> {
    for (const filter of [
      {},
      { countries: { any: ['RS'] } },
      { topics: { all: ['politics'] } },
      { languages: { any: ['sr'] } },
    ]) {
      const found = known.filter((one) => matches(one, filter));
      expect(await store.countArticles(filter)).toBe(found.length);
      for (const facet of Object.keys(keys) as Facet[]) {
        if (facet === 'topics') continue;
        const counts = new Map<string, number>();
        for (const one of found) for (const key of keys[facet](one)) counts.set(key, (counts.get(key) ?? 0) + 1);
        const expected = [...counts]
          .map(([key, count]) => ({ key, count }))
          .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
        expect(await store.facet(filter, facet, { first: 50 }), `${JSON.stringify(filter)} ${facet}`).toEqual(expected);
      }
      const buckets = await store.timeline(filter, 'DAY', 'Europe/Belgrade');
      for (const [i, bucket] of buckets.entries()) {
        const end = buckets[i + 1]?.start ?? Number.POSITIVE_INFINITY;
        const inside = found.filter(({ draft }) => draft.publishedAt >= bucket.start && draft.publishedAt < end);
        expect(bucket.count).toBe(inside.length);
      }
    }
    const both = { countries: { any: ['RS'] }, topics: { any: ['politics'] } };
    expect(await store.countArticles(both)).toBe(known.filter((one) => matches(one, both)).length);
    const zones = [await store.timeline({}, 'HOUR', 'Asia/Kolkata'), await store.timeline({}, 'MONTH', 'UTC')];
    for (const line of zones) expect(line.reduce((sum, bucket) => sum + bucket.count, 0)).toBe(known.length);
    const cells = await store.coverageMatrix({});
    for (const { publisher, about, count } of cells) {
      const filter = { publisherCountries: { any: [publisher] }, countries: { any: [about] } };
      expect(count).toBe(known.filter((one) => matches(one, filter)).length);
    }
    expect(cells.length).toBe(20);
  }

  it('are those of a plain count, up to the newest article', check);

  it('stay right when annotations and texts change', async () => {
    for (let i = 0; i < 60; i += 1) {
      const one = known[i * 37]!;
      const annotation = annotationOf({
        countries: ['RS'],
        actors: ['ana-djoric'],
        topics: ['election'],
        language: 'mk',
      });
      if (i % 2 === 0) await store.saveAnnotation(one.id, annotation);
      else await store.saveArticle({ ...one.draft, headline: 'Posve drugo', annotation });
      one.draft = { ...one.draft, annotation, headline: i % 2 === 0 ? one.draft.headline : 'Posve drugo' };
    }
    await check();
  });

  it('stay right when an outlet moves and comes back', async () => {
    const moved = outlets.map((outlet) => (outlet.slug === 'glas' ? { ...outlet, country: 'MK' } : outlet));
    await store.syncCatalog(catalogOf({ outlets: moved }), 0);
    const counts = await store.facet({}, 'publisherCountries', { first: 9 });
    expect(counts.find((one) => one.key === 'BA')).toBeUndefined();
    await store.syncCatalog(catalogOf(), 0);
    await check();
  });
});
