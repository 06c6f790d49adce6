import type { ArticleSetting } from '../domain/annotation.ts';
import type { ArticleText, LanguageTag } from '../domain/text.ts';
import { CYRILLIC, FOREIGN, GREEK, LATIN, readWords, type Words } from './language/letters.ts';
import { lossOf } from './language/own-letters.ts';
import { loadScorers, type Scorer } from './language/statistics.ts';
import { variantNamed, variantOf } from './language/variant-of.ts';

/** So many letters of an article tell its language; more of them only cost time. */
const ENOUGH = 600;
/** What tells the languages of one group apart stands thinner. */
const ENOUGH_FOR_VARIANT = 3000;
/** What a language gains from being one of the outlet's, or the one it names. Runs of letters overlap, so these are no true nats. */
const OUTLET = 9;
const NAMED = 5;
/** Nats that a language of another region must be ahead. */
const FAR = 3;

const OURS = new Set(['sq', 'sh', 'sl', 'ro', 'tr', 'en', 'sr', 'mk', 'bg']);
const GROUP = new Set(['sr', 'sr-Latn', 'sr-Cyrl', 'bs', 'hr', 'cnr', 'sh']);

/**
 * The language a text is written in: sq sr-Cyrl sr-Latn bs hr cnr mk bg sl el ro tr en, or und for any other and for no words.
 * The text decides, whatever the outlet says; where it is short or could be either, the setting helps.
 */
export function detectLanguage(text: ArticleText | string, setting: ArticleSetting = {}): LanguageTag {
  const sample = sampleOf(text, ENOUGH);
  const found = readWords(sample);
  const { script, words } = found;
  const known = priorsOf(setting);
  if (words.length === 0) return known[0] ?? 'und';
  if (script === FOREIGN) return 'und';
  if (script === GREEK) return 'el';
  const { latin, cyrillic } = loadScorers();
  const best = bestOf(script === CYRILLIC ? cyrillic : latin, found, known, setting.language ?? null);
  if (!OURS.has(best)) return 'und';
  if (script === LATIN && best === 'sh') {
    const all =
      typeof text === 'string' && text.length <= ENOUGH ? words : readWords(sampleOf(text, ENOUGH_FOR_VARIANT)).words;
    return variantOf(all, known);
  }
  // Montenegrin has no tag of its own in Cyrillic; only its own outlets mean it.
  if (best === 'sr')
    return known.includes('cnr') && !known.some((language) => language.startsWith('sr')) ? 'cnr' : 'sr-Cyrl';
  return best;
}

/** The languages that the setting speaks for, the likeliest first. */
function priorsOf({ language, outletLanguages }: ArticleSetting): string[] {
  const all = [...(language ? [language] : []), ...(outletLanguages ?? [])].filter((tag) => tag !== 'und');
  return [...new Set(all.map((tag) => (tag === 'sr' ? 'sr-Latn' : tag)))];
}

function bestOf(scorer: Scorer, { words, capital }: Words, known: readonly string[], named: string | null): string {
  const { classes } = scorer;
  const scores = scorer.score(words, capital);
  const losses = lossOf(words, capital, classes);
  let best = 0;
  for (let column = 0; column < classes.length; column++) {
    const name = classes[column]!;
    const means = (tag: string) => tag === name || (GROUP.has(tag) && (name === 'sh' || name === 'sr'));
    scores[column]! -= losses[column]!;
    if (!OURS.has(name)) scores[column]! -= FAR;
    if (known.some(means)) scores[column]! += OUTLET;
    if (named !== null && means(variantNamed(named))) scores[column]! += NAMED;
    if (scores[column]! > scores[best]!) best = column;
  }
  return classes[best]!;
}

function sampleOf(text: ArticleText | string, enough: number): string {
  let sample = typeof text === 'string' ? text : text.headline;
  // No more of a long text is copied than is looked at.
  if (typeof text !== 'string')
    for (const part of [text.summary, text.body])
      if (sample.length < enough) sample += `\n${part?.slice(0, enough) ?? ''}`;
  if (sample.length > enough) sample = sample.slice(0, enough);
  // й, č and others written as a letter and a mark.
  return /[\u0300-\u036f]/.test(sample) ? sample.normalize('NFC') : sample;
}
