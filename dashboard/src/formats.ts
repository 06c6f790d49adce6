const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' });
const OWN_LANGUAGES: Record<string, string> = {
  cnr: 'Montenegrin',
  'sr-Cyrl': 'Serbian (Cyrillic)',
  'sr-Latn': 'Serbian (Latin)',
  und: 'unknown language',
};
const whole = new Intl.NumberFormat('en');
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const oneDecimal = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });
const moment = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const shortDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' });
const today = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

export const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

export const formatCount = (count: number): string => whole.format(count);
export const formatShort = (count: number): string => short.format(count);
export const formatDecimal = (value: number): string => oneDecimal.format(value);
export const articlesOf = (count: number): string => `${formatCount(count)} ${count === 1 ? 'article' : 'articles'}`;
export const formatMoment = (at: string | number): string => moment.format(new Date(at));
export const formatDate = (at: string | number): string => date.format(new Date(at));
export const formatShortDate = (at: string | number): string => shortDate.format(new Date(at));
export const formatMonth = (at: string | number): string => month.format(new Date(at));
export const formatToday = (): string => today.format(new Date());

/** "3 hr. ago"; the exact instant belongs in `title`. */
export function formatAgo(at: string, now: number): string {
  const seconds = Math.round((Date.parse(at) - now) / 1000);
  const size = Math.abs(seconds);
  if (size < 60) return 'just now';
  if (size < 3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return relative.format(Math.round(seconds / 3600), 'hour');
  if (size < 30 * 86_400) return relative.format(Math.round(seconds / 86_400), 'day');
  return formatDate(at);
}

export function formatLag(seconds: number): string {
  if (seconds < 90) return `${formatCount(seconds)} s`;
  if (seconds < 5400) return `${formatCount(Math.round(seconds / 60))} min`;
  if (seconds < 172_800) return `${formatDecimal(seconds / 3600)} h`;
  return `${formatDecimal(seconds / 86_400)} days`;
}

export function languageName(tag: string): string {
  const own = OWN_LANGUAGES[tag];
  if (own) return own;
  try {
    return LANGUAGE_NAMES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The tag as the browser knows it: `cnr` has no voice or font of its own there. */
export const htmlLang = (tag: string): string => (tag === 'und' ? '' : tag);

const COUNTRY_NAMES = new Intl.DisplayNames('en', { type: 'region' });
const OWN_COUNTRIES: Record<string, string> = { BA: 'Bosnia and Herzegovina', XK: 'Kosovo', TR: 'Turkey' };

/** For a country that no article names; the graph's own name goes before. */
export function countryName(code: string): string {
  const own = OWN_COUNTRIES[code];
  if (own) return own;
  try {
    return COUNTRY_NAMES.of(code) ?? code;
  } catch {
    return code;
  }
}
