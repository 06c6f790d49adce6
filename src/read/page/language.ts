import type { LanguageTag } from '../../domain/text.ts';

/** What outlets write for a language where they mean another code. */
const MEANT: Record<string, string> = {
  al: 'sq',
  alb: 'sq',
  sqi: 'sq',
  gr: 'el',
  ell: 'el',
  gre: 'el',
  cg: 'cnr',
  me: 'cnr',
  mne: 'cnr',
  srp: 'sr',
  scc: 'sr',
  hrv: 'hr',
  scr: 'hr',
  bos: 'bs',
  ba: 'bs',
  mkd: 'mk',
  mac: 'mk',
  bul: 'bg',
  slv: 'sl',
  si: 'sl',
  ron: 'ro',
  rum: 'ro',
  mo: 'ro',
  tur: 'tr',
  eng: 'en',
  iw: 'he',
  in: 'id',
};

/**
 * A page's language label as Telal's tag: without region, Serbian with its script (from the label, else from the
 * text). Null where it is no language tag.
 */
export function readLanguage(labels: readonly (string | null | undefined)[], text: string | null): LanguageTag | null {
  for (const label of labels) {
    const match = label
      ?.trim()
      .toLowerCase()
      .match(/^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_@]([a-z]{2,5}|\d{3}))?(?:$|[^a-z])/);
    if (!match) continue;
    const [, code, script, region] = match;
    let language = MEANT[code!] ?? code!;
    if (language === 'sh') language = 'sr';
    if ((language === 'sr' || language === 'hr' || language === 'bs') && region === 'me') language = 'cnr';
    if (language === 'sr' && (script === 'latn' || region === 'latin' || (script !== 'cyrl' && isLatin(text))))
      return 'sr-Latn';
    if (language === 'xx' || language === 'und' || language === 'mul' || contradicts(language, text)) continue;
    return language;
  }
  return null;
}

const CYRILLIC = new Set(['mk', 'bg', 'ru', 'uk']);
/** Written in either script. */
const BOTH = new Set(['sr', 'bs', 'cnr']);

/**
 * Whether the text cannot be in the language that the page is labelled with: many outlets never change the "en-US"
 * that their system came with. Texts too short to tell contradict nothing.
 */
function contradicts(language: string, text: string | null): boolean {
  const sample = text?.slice(0, 3000) ?? '';
  const count = (letters: RegExp): number => sample.match(letters)?.length ?? 0;
  const [latin, cyrillic, greek] = [count(/[a-zà-ɏ]/gi), count(/[\u0400-\u04ff]/g), count(/[\u0370-\u03ff]/g)];
  const most = Math.max(latin, cyrillic, greek);
  if (most < 150 || BOTH.has(language)) return false;
  if (language === 'el') return greek !== most;
  if (CYRILLIC.has(language)) return cyrillic !== most;
  if (language === 'en') return latin !== most || count(/[à-ɏ]/gi) > latin * 0.012;
  return OURS_IN_LATIN.has(language) && latin !== most;
}

const OURS_IN_LATIN = new Set(['sq', 'hr', 'sl', 'ro', 'tr']);

function isLatin(text: string | null): boolean {
  const sample = text?.slice(0, 2000) ?? '';
  const cyrillic = sample.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  const latin = sample.match(/[a-zčćžšđ]/gi)?.length ?? 0;
  return latin > cyrillic;
}
