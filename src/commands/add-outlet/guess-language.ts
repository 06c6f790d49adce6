import type { FeedDocument } from '../../domain/document.ts';
import type { CountryCode, LanguageTag } from '../../domain/text.ts';
import { plainLine } from '../../read/plain-text.ts';
import { detectLanguage } from '../../understand/language.ts';

/** Written by people who read each other without thinking: one feed is in one of them. */
const ONE_GROUP = new Set(['sr', 'sr-Latn', 'bs', 'hr', 'cnr']);
const SHARE = 0.25;

/** The languages of a feed's or listing's articles, the usual one first; those of a quarter of them, none where no words are. */
export function guessLanguages(
  document: FeedDocument,
  setting: { labels: readonly string[]; usual: LanguageTag | null; country: CountryCode | null },
): LanguageTag[] {
  const texts = document.entries
    .map((entry) => `${plainLine(entry.title ?? '')}. ${plainLine(entry.summary ?? '')}`.trim())
    .filter((text) => /\p{L}/u.test(text));
  if (texts.length === 0) return [];
  const prior = {
    language: setting.labels[0]?.split(/[-_]/)[0]?.toLowerCase() ?? null,
    outletLanguages: setting.usual ? [setting.usual] : [],
    ...(setting.country ? { outletCountry: setting.country } : {}),
  };
  const main = asOutlet(detectLanguage(texts.join(' '), prior));
  const counts = new Map<LanguageTag, number>();
  for (const text of texts) {
    const found = asOutlet(detectLanguage(text, { outletLanguages: [main] }));
    const language = ONE_GROUP.has(found) && ONE_GROUP.has(main) ? main : found;
    if (language !== 'und') counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const others = [...counts]
    .filter(([language, count]) => language !== main && count >= texts.length * SHARE)
    .toSorted((a, b) => b[1] - a[1])
    .map(([language]) => language);
  return [main, ...others];
}

/** The catalog writes Serbian in Cyrillic as sr. */
const asOutlet = (language: LanguageTag): LanguageTag => (language === 'sr-Cyrl' ? 'sr' : language);
