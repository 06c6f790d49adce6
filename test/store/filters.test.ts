import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleFilter, ArticleOrder, PageRequest } from '../../src/domain/filter.ts';
import type { Store } from '../../src/domain/store.ts';
import { seeded } from '../seeded.ts';
import { engines, openTestStore, type TestStore } from './engines.ts';
import { evaluate, type Known, matches } from './plain-evaluation.ts';
import { randomWorld } from './random-world.ts';
import { annotationOf, DAY, draftOf, MINUTE, NOON } from './sample-world.ts';

const ORDERS: ArticleOrder[] = ['NEWEST', 'OLDEST', 'FIRST_SEEN', 'RELEVANCE'];
const ARTICLES = 900;
const FILTERS = 400;

async function fill(store: Store, seed: number): Promise<Known[]> {
  const world = randomWorld(seeded(seed));
  const known: Known[] = [];
  for (let i = 0; i < ARTICLES; i += 1) {
    const draft = world.draft(i);
    const { id } = await store.saveArticle(draft);
    known.push({ id, draft, revisedAt: null });
    if (i % 10 === 3) {
      const changed = { ...draft, headline: `${draft.headline} most`, seenAt: NOON + (i - 400) * MINUTE };
      await store.saveArticle(changed);
      known[i] = { id, draft: { ...changed, seenAt: draft.seenAt }, revisedAt: changed.seenAt };
    }
  }
  return known;
}

async function walk(store: Store, filter: ArticleFilter, order: ArticleOrder, size: number, backward: boolean) {
  const ids: number[] = [];
  let page: PageRequest = backward ? { last: size } : { first: size };
  for (;;) {
    const { edges, hasNextPage, hasPreviousPage } = await store.articles(filter, order, page);
    const found = edges.map((edge) => edge.node.id);
    if (backward) ids.unshift(...found);
    else ids.push(...found);
    if (backward ? !hasPreviousPage : !hasNextPage) return ids;
    page = backward
      ? { last: size, before: edges[0]!.cursor }
      : { first: size, after: edges[edges.length - 1]!.cursor };
  }
}

describe.each(engines)('Filters on $name', (engine) => {
  let test: TestStore;
  let known: Known[];
  beforeAll(async () => {
    test = await openTestStore(engine);
    known = await fill(test.store, 7);
  });
  afterAll(() => test.drop());

  it('match what a plain evaluation in memory matches, in every order and combination', async () => {
    const world = randomWorld(seeded(11));
    for (let i = 0; i < FILTERS; i += 1) {
      const filter = world.filter();
      const order = world.pick(ORDERS);
      const expected = evaluate(known, filter, order);
      const told = JSON.stringify({ i, order, filter });
      const { edges } = await test.store.articles(filter, order, { first: ARTICLES });
      expect(
        edges.map((edge) => edge.node.id),
        told,
      ).toEqual(expected);
      expect(await test.store.countArticles(filter), told).toBe(expected.length);
    }
  });

  it('are walked forwards and backwards, page by page, without gap or repeat', async () => {
    const world = randomWorld(seeded(12));
    for (let i = 0; i < 60; i += 1) {
      const filter = world.filter(1);
      const order = ORDERS[i % ORDERS.length]!;
      const expected = evaluate(known, filter, order);
      const size = Math.max(7, Math.ceil(expected.length / 6));
      const told = JSON.stringify({ i, order, filter });
      expect(await walk(test.store, filter, order, size, false), told).toEqual(expected);
      expect(await walk(test.store, filter, order, size, true), told).toEqual(expected);
    }
  });

  it('take a slice between two cursors', async () => {
    for (const order of ORDERS) {
      const filter: ArticleFilter = { search: 'vlada OR izbor*' };
      const { edges } = await test.store.articles(filter, order, { first: 100 });
      const slice = { after: edges[10]!.cursor, before: edges[40]!.cursor };
      const ids = edges.map((edge) => edge.node.id);
      const forwards = await test.store.articles(filter, order, { ...slice, first: 5 });
      expect(forwards.edges.map((edge) => edge.node.id)).toEqual(ids.slice(11, 16));
      const backwards = await test.store.articles(filter, order, { ...slice, last: 5 });
      expect(backwards.edges.map((edge) => edge.node.id)).toEqual(ids.slice(35, 40));
      const whole = await test.store.articles(filter, order, { ...slice, first: 100 });
      expect(whole.edges).toHaveLength(29);
    }
  });

  it('count facets and pairs of countries as a plain evaluation does', async () => {
    const world = randomWorld(seeded(13));
    for (let i = 0; i < 60; i += 1) {
      const filter = i === 0 ? {} : world.filter(1);
      const found = known.filter((one) => matches(one, filter));
      const count = (keys: (one: Known) => string[]): Record<string, number> => {
        const counts: Record<string, number> = {};
        for (const one of found) for (const key of new Set(keys(one))) counts[key] = (counts[key] ?? 0) + 1;
        return counts;
      };
      const told = JSON.stringify({ i, filter });
      const facet = async (name: Parameters<Store['facet']>[1]) =>
        Object.fromEntries((await test.store.facet(filter, name, { first: 100 })).map((row) => [row.key, row.count]));
      expect(await facet('countries'), told).toEqual(count((one) => one.draft.annotation.countries.map((c) => c.code)));
      expect(await facet('actors'), told).toEqual(count((one) => one.draft.annotation.actors.map((a) => a.slug)));
      expect(await facet('languages'), told).toEqual(count((one) => [one.draft.annotation.language]));
      expect(await facet('outlets'), told).toEqual(count((one) => [one.draft.outlet]));
      const [busiest] = await test.store.facet(filter, 'topics', { first: 1 });
      if (busiest) {
        const same = { and: [filter, { topics: { any: [busiest.key] } }] };
        expect(busiest.count, told).toBe(await test.store.countArticles(same));
      }
      const matrix = await test.store.coverageMatrix(filter);
      const about = count((one) => one.draft.annotation.countries.map((c) => c.code));
      for (const code of Object.keys(about)) {
        const sum = matrix.filter((cell) => cell.about === code).reduce((n, cell) => n + cell.count, 0);
        expect(sum, told).toBe(about[code]);
      }
    }
  });

  it('put every match into one bucket of the timeline', async () => {
    const world = randomWorld(seeded(14));
    for (let i = 0; i < 60; i += 1) {
      const filter = world.filter(1);
      const found = known.filter((one) => matches(one, filter));
      const zone = world.pick(['UTC', 'Europe/Belgrade', 'Asia/Kathmandu']);
      const buckets = await test.store.timeline(filter, world.pick(['HOUR', 'DAY', 'WEEK', 'MONTH']), zone);
      const told = JSON.stringify({ i, zone, filter });
      expect(
        buckets.reduce((n, bucket) => n + bucket.count, 0),
        told,
      ).toBe(found.length);
      for (const [place, bucket] of buckets.entries()) {
        const end = buckets[place + 1]?.start ?? Number.POSITIVE_INFINITY;
        const inside = found.filter((one) => one.draft.publishedAt >= bucket.start && one.draft.publishedAt < end);
        expect(bucket.count, told).toBe(inside.length);
      }
    }
  });

  it('give the same walk while articles arrive and change', async () => {
    const world = randomWorld(seeded(15));
    for (const order of ORDERS) {
      const filter: ArticleFilter = { search: 'vlada', publishedAt: { from: NOON - 12 * DAY } };
      const expected = evaluate(known, filter, order);
      const seen: number[] = [];
      let after: string | undefined;
      for (;;) {
        const page = await test.store.articles(filter, order, { first: 9, after });
        seen.push(...page.edges.map((edge) => edge.node.id));
        for (let i = 0; i < 3; i += 1) {
          const draft = world.draft(0);
          const { id } = await test.store.saveArticle(draft);
          known.push({ id, draft, revisedAt: null });
        }
        if (!page.hasNextPage || seen.length > 2_000) break;
        after = page.edges[page.edges.length - 1]!.cursor;
      }
      expect(new Set(seen).size).toBe(seen.length);
      const old = new Set(expected);
      expect(seen.filter((id) => old.has(id))).toEqual(expected);
    }
  }, 120_000);

  it('take long lists of codes', async () => {
    const own = await openTestStore(engine);
    const slugs = Array.from({ length: 90 }, (_, i) => `actor-${i}`);
    const stored: Known[] = [];
    for (let i = 0; i < 180; i += 1) {
      const actors = [slugs[i % 90]!, slugs[(i * 7) % 90]!].filter((slug, place, all) => all.indexOf(slug) === place);
      const draft = draftOf({ annotation: annotationOf({ actors }), publishedAt: NOON - (i % 50) * MINUTE });
      stored.push({ id: (await own.store.saveArticle(draft)).id, draft, revisedAt: null });
    }
    for (const filter of [
      { actors: { any: slugs.slice(5, 80) } },
      { actors: { none: slugs.slice(5, 80) } },
      { actors: { any: slugs.slice(0, 40), none: slugs.slice(30) } },
      { or: slugs.slice(20).map((slug) => ({ actors: { all: [slug] } })) },
      { not: { and: slugs.slice(0, 50).map((slug) => ({ actors: { none: [slug] } })) } },
    ]) {
      for (const order of ORDERS) {
        const expected = evaluate(stored, filter, order);
        expect(await walk(own.store, filter, order, 50, false)).toEqual(expected);
        expect(await walk(own.store, filter, order, 50, true)).toEqual(expected);
      }
      expect(await own.store.countArticles(filter)).toBe(evaluate(stored, filter, 'NEWEST').length);
    }
    await own.drop();
  });

  it('cost two statements for a page, whatever they say', async () => {
    // What blocks hold is read when it is first asked for, and then kept.
    for (const first of [true, false]) {
      const world = randomWorld(seeded(16));
      for (let i = 0; i < 50; i += 1) {
        const filter = world.filter();
        const before = test.store.statementCount();
        await test.store.articles(filter, world.pick(ORDERS), { first: 20 });
        if (!first) expect(test.store.statementCount() - before).toBeLessThanOrEqual(2);
      }
    }
  });

  it('tell in plain words what is wrong with a page request', async () => {
    const list = (page: PageRequest, order: ArticleOrder = 'NEWEST') => test.store.articles({}, order, page);
    const { edges } = await list({ first: 1 });
    const wrong = { code: 'BAD_USER_INPUT' };
    await expect(list({ first: 1, after: 'nonsense' })).rejects.toMatchObject(wrong);
    await expect(list({ first: 1, after: '' })).rejects.toMatchObject(wrong);
    await expect(list({ first: 1, after: 'x'.repeat(5_000) })).rejects.toMatchObject(wrong);
    await expect(list({ first: 1, after: edges[0]!.cursor }, 'FIRST_SEEN')).rejects.toThrow(/another list/);
    const forged = Buffer.from('[1,"NEWEST","1; DROP TABLE article",2]').toString('base64url');
    await expect(list({ first: 1, after: forged })).rejects.toMatchObject(wrong);
    await expect(list({ first: 1, last: 1 })).rejects.toMatchObject(wrong);
    await expect(list({})).rejects.toMatchObject(wrong);
    await expect(list({ first: -1 })).rejects.toMatchObject(wrong);
    expect((await list({ first: 0 })).edges).toEqual([]);
  });

  it('go on in order of arrival after a cursor', async () => {
    const start = await test.store.lastArrival();
    expect(await test.store.arrivals({}, start, 10)).toEqual([]);
    const ids: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      ids.push((await test.store.saveArticle(draftOf({ headline: i % 2 ? 'Reka' : 'Рекама' }))).id);
    }
    const found = await test.store.arrivals({ search: 'reka*', outlets: { any: ['dnevnik'] } }, start, 3);
    expect(found.map((edge) => edge.node.id)).toEqual(ids.slice(0, 3));
    const rest = await test.store.arrivals({ search: 'reka' }, found[0]!.cursor, 10);
    expect(rest.map((edge) => edge.node.id)).toEqual([ids[1], ids[3]]);
    expect(await test.store.arrivals({ outlets: { any: ['vesti'] } }, start, 10)).toEqual([]);
  });
});
