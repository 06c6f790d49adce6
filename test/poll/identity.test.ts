import { describe, expect, test } from 'vitest';
import type { FeedEntry } from '../../src/domain/document.ts';
import type { KnownArticle } from '../../src/domain/draft.ts';
import { identify, pageAddresses, resembles, settle, sharedIn } from '../../src/poll/identity.ts';

const entry = (given: Partial<FeedEntry>): FeedEntry => ({
  id: null,
  url: null,
  title: 'Naslov',
  summary: null,
  content: null,
  publishedAt: null,
  authors: [],
  image: null,
  sections: [],
  ...given,
});
const place = { outlet: 'primer', feedUrl: 'https://primer.rs/feed' };
const alone = (given: Partial<FeedEntry>) => identify(entry(given), place, sharedIn([entry(given)]));
const known = (given: Partial<KnownArticle> = {}): KnownArticle => ({
  id: 1,
  headline: 'Naslov prve vesti o mostu',
  summary: null,
  body: null,
  sections: [],
  feedTopics: [],
  publishedAt: 1_000_000,
  publishedAtSource: 'FEED',
  ...given,
});

describe('the keys of an entry', () => {
  test('are one for http and https, www, tracking parameters, AMP and closing slashes', () => {
    const addresses = [
      'https://primer.rs/vesti/123-most',
      'http://www.primer.rs/vesti/123-most/',
      'https://primer.rs/vesti/123-most?utm_source=rss&utm_medium=feed',
      'https://primer.rs/vesti/123-most?fbclid=x#comments',
      'https://amp.primer.rs/vesti/123-most',
      'https://primer.rs/vesti/123-most/amp/',
      'https://primer.rs/vesti/123-most?amp=1',
    ];
    const keys = addresses.map((url) => alone({ url }).strong[1]);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^url:/);
  });

  test('have a guid only as a second word, and only within its feed', () => {
    expect(alone({ url: 'https://primer.rs/vesti/123', id: 'x' }).soft).toContain(`guid:${place.feedUrl}:x`);
    expect(alone({ id: 'x' })).toMatchObject({ url: null, strong: [`guid:${place.feedUrl}:x`] });
  });

  test('leave out a guid that stands on several items', () => {
    const entries = [1, 2].map((n) => entry({ url: `https://primer.rs/vesti/${n}`, id: 'same' }));
    const shared = sharedIn(entries);
    for (const one of entries) expect(identify(one, place, shared).soft).toEqual([]);
    const twice = [1, 2].map(() => entry({ url: 'https://primer.rs/vesti/1', id: 'same' }));
    expect(sharedIn(twice).guids.size).toBe(0);
  });

  test('leave out an address that stands on several different items, and the front page', () => {
    const entries = ['A', 'B', 'C'].map((title) => entry({ url: 'https://primer.rs/vesti', title, id: title }));
    const keys = entries.map((one) => identify(one, place, sharedIn(entries)).strong);
    expect(keys.flat()).toEqual(['A', 'B', 'C'].map((id) => `guid:${place.feedUrl}:${id}`));
    expect(alone({ url: 'https://primer.rs/', id: 'x' }).strong).toEqual([`guid:${place.feedUrl}:x`]);
  });
});

describe('settling which article it is', () => {
  const like = () => true;
  const unlike = () => false;

  test('takes the article with the same address whatever else it says', () => {
    const store = new Map([['url:a', known()]]);
    expect(settle({ strong: ['url:a'], soft: ['guid:g'] }, store, unlike)).toEqual({
      article: known(),
      keys: ['url:a', 'guid:g'],
    });
  });

  test('takes a guid or a moved path only for an article that resembles', () => {
    const store = new Map([['guid:g', known()]]);
    expect(settle({ strong: ['url:b'], soft: ['guid:g'] }, store, like).article?.id).toBe(1);
    expect(settle({ strong: ['url:b'], soft: ['guid:g'] }, store, unlike)).toEqual({ article: null, keys: ['url:b'] });
  });

  test('leaves keys of another article to it', () => {
    const store = new Map([
      ['url:a', known()],
      ['guid:g', known({ id: 2 })],
    ]);
    expect(settle({ strong: ['url:a'], soft: ['guid:g'] }, store, like)).toEqual({ article: known(), keys: ['url:a'] });
  });

  test('does not take a repeated title on another day for the same article', () => {
    const forecast = known({ headline: 'Vremenska prognoza' });
    const fresh = { headline: 'Vremenska prognoza', summary: null };
    expect(resembles(forecast, { ...fresh, publishedAt: forecast.publishedAt + 3 * 86_400_000 })).toBe(false);
    expect(resembles(forecast, { ...fresh, publishedAt: forecast.publishedAt + 3_600_000 })).toBe(true);
    expect(resembles(forecast, { headline: 'Nešto sasvim drugo', summary: null, publishedAt: null })).toBe(false);
  });
});

describe('addresses that the page brings up', () => {
  const home = 'https://primer.rs/';
  const entryUrl = 'https://primer.rs/vesti/123-most';

  test('are what it names as canonical, and where redirects ended', () => {
    const canonical = 'https://primer.rs/politika/123-most';
    expect(pageAddresses(entryUrl, 'https://primer.rs/p/123-most', canonical, home)).toEqual([
      canonical,
      'https://primer.rs/p/123-most',
    ]);
  });

  test('are not believed where they are the front page, a section above, or another site', () => {
    for (const canonical of [home, 'https://primer.rs/vesti', 'https://drugi.hr/vesti/123-most', null])
      expect(pageAddresses(entryUrl, entryUrl, canonical, home)).toEqual([entryUrl]);
  });

  test('may lie on another domain where the same article moved there', () => {
    expect(pageAddresses(entryUrl, 'https://novi-primer.com/vesti/123-most', null, home)).toEqual([
      'https://novi-primer.com/vesti/123-most',
    ]);
    expect(pageAddresses(entryUrl, 'https://login.example.com/start', null, home)).toEqual([]);
  });
});
