import { beforeAll, describe, expect, test } from 'vitest';
import { countCountries, countTopics, type Judged, judgeSamples, macroF1 } from '../../bench/measure-about.ts';

let measured: Judged[];
let tops: string[];
beforeAll(async () => {
  const all = await judgeSamples();
  measured = all.judged.filter((one) => one.half === 'measured');
  tops = all.tops;
}, 60_000);

describe('what the sample articles are about, on the half that no rule was written against', () => {
  test('are at least 120 labelled articles in every language, half of them only measured', () => {
    expect(measured.length).toBeGreaterThanOrEqual(120);
    const languages = new Set(measured.map(({ article }) => article.language));
    for (const language of ['sq', 'sr-Cyrl', 'sr-Latn', 'bs', 'hr', 'cnr', 'mk', 'bg', 'sl', 'el', 'ro', 'tr', 'en'])
      expect(languages).toContain(language);
  });

  test('their countries are told with an F1 of 0.95 and more', () => {
    expect(countCountries(measured).f1).toBeGreaterThanOrEqual(0.95);
  });

  test('their countries are told with 0.88 and more in each language', () => {
    const byLanguage = Map.groupBy(measured, ({ article }) => article.language);
    const worst = Math.min(...[...byLanguage.values()].map((some) => countCountries(some).f1));
    expect(worst).toBeGreaterThanOrEqual(0.88);
  });

  test('their top topics are told with a macro-F1 of 0.78 and more', () => {
    expect(macroF1(countTopics(measured), (slug) => tops.includes(slug))).toBeGreaterThanOrEqual(0.78);
  });
});
