import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/domain/store.ts';
import { engines, openTestStore, type TestStore } from './engines.ts';
import { annotationOf, draftOf, HOUR, NOON } from './sample-world.ts';

const quote = (text: string, speaker: string | null = null) => ({ text, speaker });

describe.each(engines)('Searching on $name', (engine) => {
  let test: TestStore;
  let store: Store;
  beforeAll(async () => {
    test = await openTestStore(engine);
    store = test.store;
    const drafts = [
      { headline: 'Вучић у Скопљу', body: 'Председник је допутовао у главни град.' },
      { headline: 'Vučić stigao', body: 'Predsednik je u gradu.' },
      { headline: 'Sastanak u Skoplju', summary: 'Vucic i domaćini', body: 'Reč po reč, novi most.' },
      { headline: 'O mostu', body: 'Đoković i Vučić. Most, most i opet most. U prolazu i Kurti.' },
      { headline: 'Ђоковић победио', body: 'Тенис.' },
      { headline: 'Drugo', body: 'Most novi, a ne novi most.' },
    ];
    for (const [i, draft] of drafts.entries()) {
      const quotes = i === 0 ? [quote('Идемо напред', 'ana-djoric'), quote('Добро је', 'bojan-vukic')] : [];
      if (i === 3) quotes.push(quote('Idemo u napred brzo', 'ana-djoric'), quote('Ne znam'));
      const annotation = annotationOf({ quotes, countries: i < 2 ? ['RS'] : ['MK'] });
      await store.saveArticle(draftOf({ ...draft, publishedAt: NOON + i * HOUR, annotation }));
    }
  });
  afterAll(() => test.drop());

  const found = async (search: string, order: 'NEWEST' | 'RELEVANCE' = 'NEWEST') =>
    (await store.articles({ search }, order, { first: 50 })).edges.map((edge) => edge.node.id);

  it.each(['Vučić', 'Вучић', 'vucic', 'VUÇIQ'])('finds every spelling by %s', async (search) => {
    expect(await found(search)).toEqual([4, 3, 2, 1]);
  });

  it('puts a match in the headline first, then one in the lead or in what the body repeats, then the rest', async () => {
    expect(await found('vucic', 'RELEVANCE')).toEqual([2, 1, 3, 4]);
    expect(await found('most', 'RELEVANCE')).toEqual([4, 6, 3]);
    expect(await found('mostu OR drugo', 'RELEVANCE')).toEqual([6, 4]);
  });

  it('understands words, phrases, OR, exclusion and prefixes', async () => {
    expect(await found('vucic grad')).toEqual([1]);
    expect(await found('vucic grad*')).toEqual([2, 1]);
    expect(await found('"novi most"')).toEqual([6, 3]);
    expect(await found('"novi mos"')).toEqual([]);
    expect(await found('"novi mos"*')).toEqual([6, 3]);
    expect(await found('vucic -grad -kurti')).toEqual([3, 2]);
    expect(await found('tenis OR kurti vucic OR djokovic')).toEqual([5, 4]);
    expect(await found('-vucic')).toEqual([6, 5]);
    expect(await found('-vucic', 'RELEVANCE')).toEqual([6, 5]);
    expect(await found('')).toHaveLength(6);
    expect(await found('?!')).toHaveLength(6);
    expect(await found('skoplju', 'RELEVANCE')).toEqual([3, 1]);
  });

  it('takes any text for a search, and never reads it as the syntax of an engine', async () => {
    const hostile = [
      '"',
      "'; DROP TABLE article; --",
      'headline:vucic',
      'NEAR(vucic grad, 2)',
      '{headline} : vucic',
      '^vucic',
      'vucic AND NOT',
      '((((',
      'a" OR "b',
      '\u0000',
      'NOT',
      '*',
      'vucic*grad',
      '& | ! <->',
      '%_',
    ];
    for (const search of hostile) {
      for (const order of ['NEWEST', 'RELEVANCE'] as const) await found(search, order);
      await store.countQuotes({ filter: {}, search });
      await store.actors({ search }, { first: 3 });
      await store.nearestActors(search);
    }
    const texts = fc.string({ unit: fc.constantFrom(...'"*-:^(){}+,\\ \'OR NOTvučć\u0000ж'), maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(texts, async (search) => {
        const all = await found(search);
        expect((await found(search, 'RELEVANCE')).sort()).toEqual([...all].sort());
        expect(await store.countArticles({ search })).toBe(all.length);
      }),
      { numRuns: 200 },
    );
    expect(await store.countArticles({})).toBe(6);
  });

  it('lists quotations, the newest article first and in their order within it', async () => {
    const texts = async (request: Partial<Parameters<Store['quotes']>[0]>) =>
      (await store.quotes({ filter: {}, ...request }, { first: 10 })).edges.map((edge) => edge.node.text);
    expect(await texts({})).toEqual(['Idemo u napred brzo', 'Ne znam', 'Идемо напред', 'Добро је']);
    expect(await texts({ speaker: 'ana-djoric' })).toEqual(['Idemo u napred brzo', 'Идемо напред']);
    expect(await texts({ search: 'idemo napred' })).toEqual(['Idemo u napred brzo', 'Идемо напред']);
    expect(await texts({ search: '"idemo napred" OR znam' })).toEqual(['Ne znam', 'Идемо напред']);
    expect(await texts({ search: '-idemo' })).toEqual(['Ne znam', 'Добро је']);
    expect(await texts({ search: 'idemo', speaker: 'bojan-vukic' })).toEqual([]);
    expect(await texts({ filter: { countries: { any: ['RS'] } } })).toEqual(['Идемо напред', 'Добро је']);
    expect(await texts({ filter: { search: 'kurti' }, search: 'napred' })).toEqual(['Idemo u napred brzo']);
    expect(await texts({ filter: { speakers: { any: ['bojan-vukic'] } } })).toEqual(['Идемо напред', 'Добро је']);
    expect(await texts({ speaker: 'no-one' })).toEqual([]);
    expect(await store.countQuotes({ filter: {}, search: 'idemo' })).toBe(2);
    expect(await store.countQuotes({ filter: { countries: { any: ['RS', 'MK'] } } })).toBe(4);
  });

  it('walks quotations forwards and backwards', async () => {
    for (const request of [
      { filter: {} },
      { filter: { countries: { any: ['RS', 'MK'] } } },
      { filter: {}, search: '-x' },
    ]) {
      const { edges } = await store.quotes(request, { first: 10 });
      const ids = edges.map((edge) => edge.node.id);
      expect(ids).toHaveLength(4);
      for (let i = 0; i < ids.length; i += 1) {
        const after = await store.quotes(request, { first: 2, after: edges[i]!.cursor });
        expect(after.edges.map((edge) => edge.node.id)).toEqual(ids.slice(i + 1, i + 3));
        expect(after.hasNextPage).toBe(i + 3 < ids.length);
        const before = await store.quotes(request, { last: 2, before: edges[i]!.cursor });
        expect(before.edges.map((edge) => edge.node.id)).toEqual(ids.slice(Math.max(0, i - 2), i));
      }
    }
  });
});
