import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/domain/store.ts';
import { engines, openTestStore, type TestStore } from './engines.ts';
import { annotationOf, catalogOf, DAY, draftOf, HOUR, MINUTE, NOON, outlets, topics } from './sample-world.ts';

describe.each(engines)('Saving articles on $name', (engine) => {
  let test: TestStore;
  let store: Store;
  beforeEach(async () => {
    test = await openTestStore(engine);
    store = test.store;
  });
  afterEach(() => test.drop());

  const one = async (id: number) => (await store.articlesByIds([id]))[0]!;

  it('keeps everything that the draft says', async () => {
    const draft = draftOf({
      keys: ['url:https://dnevnik.example/a', 'url:https://m.dnevnik.example/a', 'guid:FEED:7'],
      url: 'https://dnevnik.example/a',
      headline: 'Naslov',
      summary: 'Sažetak',
      body: 'Prva reč.\n\nDruga reč ovde.',
      authors: ['A. B.'],
      image: { url: 'https://dnevnik.example/a.jpg', caption: 'Reka' },
      sections: ['Politika'],
      annotation: { ...annotationOf({ countries: ['RS', 'XK'] }), agency: 'tanjug' },
    });
    const saved = await store.saveArticle(draft);
    expect(saved).toEqual({ id: 1, outcome: 'new' });
    const article = await one(1);
    expect(article).toEqual({
      id: 1,
      url: 'https://dnevnik.example/a',
      outlet: 'dnevnik',
      headline: 'Naslov',
      summary: 'Sažetak',
      body: 'Prva reč.\n\nDruga reč ovde.',
      authors: ['A. B.'],
      image: { url: 'https://dnevnik.example/a.jpg', caption: 'Reka' },
      language: 'sr-Latn',
      sections: ['Politika'],
      feedTopics: [],
      wordCount: 5,
      publishedAt: NOON,
      publishedAtSource: 'FEED',
      firstSeenAt: NOON + MINUTE,
      revisedAt: null,
      copyOf: null,
      agency: 'tanjug',
      story: null,
    });
    expect(await store.articleByUrl('https://m.dnevnik.example/a')).toEqual(article);
    expect(await store.articleByUrl('https://nowhere.example/')).toBeNull();
    expect(await store.articlesByIds([9, 1, 1])).toEqual([null, article, article]);
    expect(await store.countryMentions([1])).toEqual([
      {
        articleId: 1,
        key: 'RS',
        count: 1,
        weight: 1,
        evidence: [{ field: 'BODY', start: 0, end: 2, text: 'RS' }],
      },
      expect.objectContaining({ key: 'XK', weight: 0.5 }),
    ]);
  });

  it('keeps together what the feeds of an article say it is about', async () => {
    const { id } = await store.saveArticle(draftOf({ keys: ['url:feeds'], headline: 'Isto', feedTopics: ['sport'] }));
    await store.saveArticle(draftOf({ keys: ['url:feeds'], headline: 'Isto', feedTopics: ['politics', 'sport'] }));
    await store.saveArticle(draftOf({ keys: ['url:feeds'], headline: 'Drugo' }));
    expect((await one(id))?.feedTopics).toEqual(['sport', 'politics']);
  });

  it('takes a draft with any known key for the same article, and merges the keys', async () => {
    const { id } = await store.saveArticle(draftOf({ keys: ['url:a', 'guid:1'], headline: 'Isto' }));
    expect(await store.saveArticle(draftOf({ keys: ['url:b', 'guid:1'], headline: 'Isto' }))).toEqual({
      id,
      outcome: 'unchanged',
    });
    const known = await store.knownArticles(['url:a', 'url:b', 'guid:1', 'url:c']);
    expect([...known.keys()].sort()).toEqual(['guid:1', 'url:a', 'url:b']);
    expect(known.get('url:b')).toEqual({
      id,
      headline: 'Isto',
      summary: null,
      body: null,
      sections: [],
      feedTopics: [],
      publishedAt: NOON,
      publishedAtSource: 'FEED',
    });
  });

  it('goes by the first key where keys point to two articles', async () => {
    const first = await store.saveArticle(draftOf({ keys: ['url:a'], headline: 'Jedan' }));
    const second = await store.saveArticle(draftOf({ keys: ['url:b'], headline: 'Dva' }));
    expect((await store.saveArticle(draftOf({ keys: ['url:b', 'url:a'], headline: 'Dva' }))).id).toBe(second.id);
    expect((await store.saveArticle(draftOf({ keys: ['url:x', 'url:a'], headline: 'Jedan' }))).id).toBe(first.id);
  });

  it('keeps each former state when the outlet changes its text', async () => {
    const draft = draftOf({ headline: 'Prvi', summary: 'S', body: 'Telo' });
    const { id } = await store.saveArticle(draft);
    expect(await store.revisionsOf([id])).toEqual([]);
    const second = { ...draft, headline: 'Drugi', seenAt: NOON + HOUR };
    expect(await store.saveArticle(second)).toEqual({ id, outcome: 'changed' });
    expect(await store.saveArticle({ ...second, seenAt: NOON + 2 * HOUR })).toEqual({ id, outcome: 'unchanged' });
    await store.saveArticle({ ...draft, body: 'Novo telo', seenAt: NOON + 3 * HOUR });
    expect(await store.revisionsOf([id])).toEqual([
      { articleId: id, number: 1, seenAt: NOON + MINUTE, headline: 'Prvi', summary: 'S', body: 'Telo' },
      { articleId: id, number: 2, seenAt: NOON + HOUR, headline: 'Drugi', summary: 'S', body: 'Telo' },
      { articleId: id, number: 3, seenAt: NOON + 3 * HOUR, headline: 'Prvi', summary: 'S', body: 'Novo telo' },
    ]);
    expect(await one(id)).toMatchObject({ revisedAt: NOON + 3 * HOUR, firstSeenAt: NOON + MINUTE, body: 'Novo telo' });
    expect(await store.countArticles({ search: 'drugi' })).toBe(0);
    expect(await store.countArticles({ search: 'novo prvi' })).toBe(1);
    expect(await store.countArticles({ revisedSince: NOON + 3 * HOUR })).toBe(1);
    expect(await store.countArticles({ revisedSince: NOON + 3 * HOUR + 1 })).toBe(0);
  });

  it('never loses a known body or summary to a poll that lacks them', async () => {
    const draft = draftOf({ headline: 'N', summary: 'S', body: 'Telo' });
    const { id } = await store.saveArticle(draft);
    expect((await store.saveArticle({ ...draft, summary: null, body: null })).outcome).toBe('unchanged');
    await store.saveArticle({ ...draft, headline: 'M', body: null, seenAt: NOON + HOUR });
    expect(await one(id)).toMatchObject({ headline: 'M', summary: 'S', body: 'Telo' });
  });

  it('fills in a text that was not known before without a revision', async () => {
    const draft = draftOf({ headline: 'N', body: null, annotation: annotationOf({ countries: ['RS'] }) });
    const { id } = await store.saveArticle(draft);
    const full = { ...draft, body: 'Telo o gradu', authors: ['A'], annotation: annotationOf({ countries: ['MK'] }) };
    expect((await store.saveArticle(full)).outcome).toBe('unchanged');
    expect(await one(id)).toMatchObject({ body: 'Telo o gradu', revisedAt: null, wordCount: 3, authors: ['A'] });
    expect(await store.revisionsOf([id])).toEqual([]);
    expect(await store.countArticles({ search: 'gradu', countries: { all: ['MK'], none: ['RS'] } })).toBe(1);
  });

  it('takes a time of publication for one that was only guessed', async () => {
    const draft = draftOf({ publishedAt: NOON, publishedAtSource: 'FIRST_SEEN', headline: 'Grad' });
    const { id } = await store.saveArticle(draft);
    await store.saveArticle({ ...draft, publishedAt: NOON - DAY, publishedAtSource: 'PAGE' });
    await store.saveArticle({ ...draft, publishedAt: NOON - 2 * DAY, publishedAtSource: 'FEED' });
    expect(await one(id)).toMatchObject({ publishedAt: NOON - DAY, publishedAtSource: 'PAGE' });
    const then = { publishedAt: { from: NOON - DAY, to: NOON - DAY + 1 } };
    expect(await store.countArticles({ ...then, outlets: { any: ['dnevnik'] } })).toBe(1);
    expect((await store.articles({ ...then, search: 'grad' }, 'NEWEST', { first: 5 })).edges).toHaveLength(1);
    expect(await store.countArticles({ publishedAt: { from: NOON } })).toBe(0);
  });

  it('brings back the revisions of an imported article', async () => {
    const earlier = { headline: 'Prvi', summary: null, body: 'A', seenAt: NOON };
    const now = { headline: 'Drugi', summary: null, body: 'B' };
    const { id } = await store.saveArticle(
      draftOf({ ...now, seenAt: NOON, revisions: [earlier, { ...now, seenAt: NOON + HOUR }] }),
    );
    expect((await store.revisionsOf([id])).map((state) => [state.number, state.headline, state.seenAt])).toEqual([
      [1, 'Prvi', NOON],
      [2, 'Drugi', NOON + HOUR],
    ]);
    expect(await one(id)).toMatchObject({ revisedAt: NOON + HOUR });
    const never = await store.saveArticle(draftOf({ ...now, revisions: [] }));
    expect(await store.revisionsOf([never.id])).toEqual([]);
  });

  it('stores all of a draft or nothing of it', async () => {
    const generation = await store.generation();
    await expect(store.saveArticle(draftOf({ outlet: 'unknown' }))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(store.saveArticle(draftOf({ keys: [] }))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(store.saveArticle(draftOf({ publishedAt: Number.NaN }))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    const broken = draftOf({ annotation: annotationOf({ actors: ['ana-djoric', 'brand-new'] }), copyOf: 999 });
    await expect(store.saveArticle(broken)).rejects.toMatchObject({ code: 'STORE_FAILED' });
    expect(await store.generation()).toBe(generation);
    expect(await store.countArticles({})).toBe(0);
    expect(await store.actorsBySlugs(['brand-new'])).toEqual([null]);
    expect(await store.knownArticles(broken.keys)).toEqual(new Map());
    // One that fails takes none of those with it that are saved at the same time.
    const outcomes = await Promise.allSettled([
      store.saveArticle(draftOf({ annotation: annotationOf({ actors: ['brand-new'] }) })),
      store.saveArticle(broken),
      store.saveArticle(draftOf({ annotation: annotationOf({ actors: ['brand-new'] }) })),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store.countArticles({ actors: { any: ['brand-new'] } })).toBe(2);
  });

  it('saves an article once that many bring at the same time', async () => {
    const draft = draftOf();
    const other = await test.open();
    const outcomes = await Promise.all([store, other, store, other].map((each) => each.saveArticle(draft)));
    expect(outcomes.map((outcome) => outcome.outcome).sort()).toEqual(['new', 'unchanged', 'unchanged', 'unchanged']);
    expect(new Set(outcomes.map((outcome) => outcome.id)).size).toBe(1);
    expect(await store.countArticles({})).toBe(1);
  });

  it('replaces the annotation of a stored article, and keeps the ids of quotations that stay', async () => {
    const quotes = [
      { text: 'Dobro je', speaker: 'ana-djoric' },
      { text: 'Nije', speaker: null },
    ];
    const draft = draftOf({ annotation: annotationOf({ countries: ['RS'], actors: ['ana-djoric'], quotes }) });
    const { id } = await store.saveArticle(draft);
    const [first, second] = await store.quotesOf([id]);
    await store.saveAnnotation(
      id,
      annotationOf({ countries: ['MK'], actors: ['bojan-vukic'], quotes: quotes.slice(0, 1), language: 'mk' }),
    );
    expect((await store.quotesOf([id])).map((quote) => quote.id)).toEqual([first!.id]);
    expect(await store.quotesByIds([second!.id, first!.id])).toEqual([null, first]);
    expect(await store.countArticles({ countries: { any: ['RS'] } })).toBe(0);
    expect(await store.countArticles({ countries: { any: ['MK'] }, languages: { any: ['mk'] } })).toBe(1);
    expect((await store.actorMentions([id])).map((mention) => mention.key)).toEqual(['bojan-vukic']);
    expect(await one(id)).toMatchObject({ language: 'mk' });
    await expect(store.saveAnnotation(77, annotationOf())).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('lists articles whose annotation is of another version', async () => {
    const ids: number[] = [];
    for (const version of ['v1', 'v2', 'v1', 'v1']) {
      ids.push((await store.saveArticle(draftOf({ annotation: annotationOf({ version }) }))).id);
    }
    const stale = async (afterId: number, limit: number, since?: number) =>
      (await store.staleArticles('v2', afterId, limit, since)).map((article) => article.id);
    expect(await stale(0, 2)).toEqual([ids[0], ids[2]]);
    expect(await stale(ids[2]!, 10)).toEqual([ids[3]]);
    expect(await stale(0, 10, NOON + 1)).toEqual([]);
  });

  it('finds older texts that share a band, and points copies to their origin', async () => {
    const text = { body: 'Isti tekst' };
    const late = await store.saveArticle(draftOf({ ...text, copyBands: ['x', 'y'], publishedAt: NOON }));
    const early = await store.saveArticle(
      draftOf({ ...text, copyBands: ['y', 'z'], publishedAt: NOON - HOUR, outlet: 'vesti', copiedBy: [late.id] }),
    );
    await store.saveArticle(draftOf({ copyBands: ['q'], body: 'B' }));
    await store.saveArticle(draftOf({ copyBands: ['x'], body: null }));
    const found = await store.copyCandidates(['x', 'y'], NOON - DAY, NOON + 20 * DAY);
    expect(found.map((one) => [one.id, one.outlet])).toEqual([
      [early.id, 'vesti'],
      [late.id, 'dnevnik'],
    ]);
    expect(await one(late.id)).toMatchObject({ copyOf: early.id });
    expect(await store.copyCandidates(['y'], NOON, NOON)).toHaveLength(1);
    expect(await store.copyCandidates(['y'], NOON + 1, NOON + DAY)).toEqual([]);
    expect(await store.countArticles({ originalsOnly: true })).toBe(3);
  });

  it('finds an article under every topic above its own', async () => {
    await store.saveArticle(draftOf({ annotation: annotationOf({ topics: ['local-election'] }) }));
    for (const topic of ['local-election', 'election', 'politics']) {
      expect(await store.countArticles({ topics: { any: [topic] } })).toBe(1);
    }
    expect(await store.countArticles({ topics: { any: ['sport'] } })).toBe(0);
    expect((await store.topicMentions([1])).map((mention) => mention.key)).toEqual(['local-election']);
    // Another process learns the new parents too.
    const other = await test.open();
    const moved = topics.map((topic) => (topic.slug === 'election' ? { ...topic, parent: 'sport' } : topic));
    await other.syncCatalog(catalogOf({ topics: moved }), NOON);
    await store.saveArticle(draftOf({ annotation: annotationOf({ topics: ['election'] }) }));
    expect(await store.countArticles({ topics: { any: ['sport'] } })).toBe(1);
  });

  it('gives the articles of an outlet its new country', async () => {
    await store.saveArticle(draftOf({ outlet: 'glas' }));
    await store.saveArticle(draftOf({ outlet: 'vesti' }));
    const moved = outlets.map((outlet) => (outlet.slug === 'glas' ? { ...outlet, country: 'HR' } : outlet));
    await store.syncCatalog(catalogOf({ outlets: moved }), NOON);
    expect(await store.countArticles({ publisherCountries: { any: ['HR'] } })).toBe(1);
    expect(await store.countArticles({ publisherCountries: { any: ['BA'] } })).toBe(0);
    expect(await store.facet({}, 'publisherCountries', { first: 9 })).toEqual([
      { key: 'HR', count: 1 },
      { key: 'MK', count: 1 },
    ]);
  });
});
