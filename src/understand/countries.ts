import type { CountryTag } from '../domain/annotation.ts';
import type { TextSpan } from '../domain/text.ts';
import { type ActorMention, spanOf, type TextDocument } from './context.ts';
import { countryEvidence, cover } from './country-evidence.ts';
import type { Hit } from './find-known.ts';
import type { NameIndex } from './name-index.ts';

/** A country below this share of the article is named in passing. */
const THRESHOLD = 0.15;
/** An outlet seldom names its own country. */
const AT_HOME = 0.05;
/** But not where it is spoken of more than once, so much, and so much of what the foremost country is. */
const OFTEN = 1.7;
const NEAR_FOREMOST = 0.17;

type FindCountries = (
  document: TextDocument,
  known: { hits: Hit[]; words: Hit[] },
  mentions: readonly ActorMention[],
) => CountryTag[];

/** Tells which countries an article is about. */
export function createCountryFinder(index: NameIndex): FindCountries {
  return (document, known, mentions) => {
    const all = countryEvidence(document, known, mentions, index).filter(({ code }) => index.knowledge.country(code));
    const sure = new Set(all.filter((one) => !one.doubtful).map((one) => one.code));
    const counting = all.filter(({ code }) => sure.has(code));
    const named = cover(counting.filter(({ word }) => !word));
    const found = new Map<string, { weight: number; evidence: TextSpan[]; seen: Set<number> }>();
    let total = 0;
    for (const { code, first, last, weight, word } of counting) {
      if (word && named(first, last)) continue;
      let entry = found.get(code);
      if (!entry) {
        entry = { weight: 0, evidence: [], seen: new Set() };
        found.set(code, entry);
      }
      if (entry.seen.has(first)) continue;
      entry.seen.add(first);
      const span = spanOf(document, first, last);
      const place = span.field === 'HEADLINE' ? 3 : span.field === 'SUMMARY' ? 1.5 : span.start < 400 ? 1.3 : 1;
      entry.weight += weight * place;
      total += weight * place;
      entry.evidence.push(span);
    }
    const foremost = Math.max(...[...found.values()].map((entry) => entry.weight));
    return [...found]
      .map(([code, { weight, evidence }]) => {
        const salience = Math.round(Math.min(1, (weight / total) * (1 - Math.exp(-weight / 2))) * 1000) / 1000;
        return { tag: { code, count: evidence.length, salience, evidence }, weight };
      })
      .filter(
        ({ tag, weight }) =>
          tag.salience >= (tag.code === document.setting.outletCountry ? AT_HOME : THRESHOLD) ||
          (tag.count > 1 && weight >= OFTEN && weight >= foremost * NEAR_FOREMOST),
      )
      .map(({ tag }) => tag)
      .sort((a, b) => b.salience - a.salience);
  };
}
