import { describe, expect, test } from 'vitest';
import { believable, entryText } from '../../src/poll/entry-to-draft.ts';
import { keepUnlessChanged } from '../../src/poll/same-text.ts';

const entry = {
  id: null,
  url: null,
  title: null,
  summary: null,
  content: null,
  publishedAt: null,
  authors: [],
  image: null,
  sections: [],
};
const long = `<p>${'Prvi pasus teksta koji govori o mostu. '.repeat(8)}</p><p>${'Drugi pasus. '.repeat(80)}</p>`;

describe('the text of an entry', () => {
  test('is plain, with the whole text as the body', () => {
    const text = entryText({
      ...entry,
      title: 'Most <b>otvoren</b> &amp; pun',
      summary: '<p>Kratko.</p>',
      content: long,
    });
    expect(text.headline).toBe('Most otvoren & pun');
    expect(text.summary).toBe('Kratko.');
    expect(text.body).toMatch(/^Prvi pasus[^\n]*\n\nDrugi pasus/);
  });

  test('takes a summary that is a whole article for the body', () => {
    const text = entryText({ ...entry, title: 'Most', summary: long });
    expect(text.body).toMatch(/Drugi pasus/);
    expect(text.summary).toMatch(/^Prvi pasus[^\n]*$/);
  });

  test('does not take the same few words twice for a body', () => {
    expect(entryText({ ...entry, title: 'Most', summary: 'Kratko.', content: '<p>Kratko.</p>' })).toEqual({
      headline: 'Most',
      summary: 'Kratko.',
      body: null,
    });
  });

  test('makes a headline from the first words where there is none', () => {
    expect(entryText({ ...entry, summary: 'Bez naslova, ali sa tekstom.' }).headline).toBe(
      'Bez naslova, ali sa tekstom.',
    );
    expect(entryText(entry).headline).toBe(null);
  });
});

describe('a date', () => {
  const now = Date.UTC(2026, 1, 2);
  test('is believed unless it lies in the future or before the web', () => {
    expect(believable(now - 1000, now)).toBe(now - 1000);
    expect(believable(now + 60_000, now)).toBe(now);
    expect(believable(now + 86_400_000, now)).toBe(null);
    expect(believable(0, now)).toBe(null);
    expect(believable(null, now)).toBe(null);
  });
});

describe('a text', () => {
  test.each([
    ['Vest.\n\nPregleda: 1.532', 'Vest.\n\nPregleda: 1.911'],
    ['Вест. Прочитано 12 пута', 'Вест. Прочитано 340 пута'],
    ['News 12 views', 'News 1,204 views'],
    ['Oglas ad3f9c0b1e7d42a8b6 kraj', 'Oglas 77ac01d2e3f4a5b6c7 kraj'],
    ['Vest.  Dve reči.', 'Vest. Dve reči.'],
    ['Лајм 3 коментари', 'Лајм 14 коментари'],
  ])('is the same with another counter, token or space: %j', (known, fresh) => {
    expect(keepUnlessChanged(known, fresh)).toBe(known);
  });

  test.each([
    ['Poginulo 12 ljudi.', 'Poginulo 15 ljudi.'],
    ['Vest.', 'Vest. Dopuna.'],
    ['Cena 100 evra', 'Cena 120 evra'],
  ])('is another where the outlet wrote something else: %j', (known, fresh) => {
    expect(keepUnlessChanged(known, fresh)).toBe(fresh);
  });
});
