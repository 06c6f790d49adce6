import type { ReadingHints } from '../domain/document.ts';
import type { Instant } from '../domain/text.ts';
import { foldDateText, monthNumber } from './month-names.ts';
import { leadingOffset, localToInstant } from './zones.ts';

const DAY = 86_400_000;
/** No outlet of the web has a true date before; what says so is a zero in a database. */
const EARLIEST = Date.UTC(1990, 0, 1);

interface FoundDate {
  year: number;
  month: number;
  day: number;
  /** What is left of the text around it, for the time. */
  before: string;
  after: string;
}

/**
 * The instant that a date of a feed or page means, in any of the region's languages and habits; null where it is none,
 * lies more than a day ahead of `now`, or before there was a web. A date without zone is `timeZone`'s local time,
 * a day without time is its midnight. Numbers are day first, save for en-US.
 */
export function parseDate(
  text: string | null | undefined,
  hints: Pick<ReadingHints, 'timeZone' | 'now' | 'language'> = {},
): Instant | null {
  const instant = text && text.length < 500 ? readInstant(text, hints) : null;
  if (instant === null || instant < EARLIEST) return null;
  return hints.now !== undefined && instant > hints.now + DAY ? null : instant;
}

/** The two forms that standards ask for, on a day that every month has: most dates, and no need to look closer. */
const STANDARD =
  /^(?:[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?:0[1-9]|1\d|2[0-8]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [12]\d{3} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d (?:GMT|[+-](?:0\d|1[0-3])[0-5]\d))$/;

function readInstant(text: string, hints: Pick<ReadingHints, 'timeZone' | 'language'>): Instant | null {
  if (STANDARD.test(text)) return Date.parse(text);
  const folded = foldDateText(text).replace(/\s+/g, ' ').trim();
  if (/^\d{10}(\d{3})?$/.test(folded)) return Number(folded.padEnd(13, '0'));
  const date = isoDate(folded) ?? namedDate(folded) ?? numericDate(folded, hints.language === 'en-US');
  if (!date) return null;
  const { year, month, day } = date;
  const midnight = Date.UTC(year, month - 1, day);
  const check = new Date(midnight);
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day) return null;

  const time = clockTime(date.after) ?? clockTime(date.before);
  if (time === 'wrong') return null;
  const local = midnight + (time?.ms ?? 0);
  const offset = time?.offset ?? null;
  return offset === null ? localToInstant(local, hints.timeZone ?? 'UTC') : local - offset * 60_000;
}

const ISO = /(?<![\d.:/-])(\d{4})(?:([-/]|\. ?)(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?=$|[^\d]|t\d)/;
const ISO_PART = /^(\d{4})(?:-(\d{3})|-(\d{2}))?(?=t|$)/;

/** Year first: 2020-07-10, 20200710, 2020/7/10; also the rarer 2020-192, 2020-07 and 2020. */
function isoDate(text: string): FoundDate | null {
  const match = ISO.exec(text);
  if (match) {
    const [whole, year, , month, day, shortMonth, shortDay] = match;
    return found(text, match.index, whole, Number(year), Number(month ?? shortMonth), Number(day ?? shortDay));
  }
  const part = ISO_PART.exec(text);
  if (!part) return null;
  const [whole, year, dayOfYear, month] = part;
  if (!dayOfYear) return found(text, 0, whole, Number(year), Number(month ?? 1), 1);
  const date = new Date(Date.UTC(Number(year), 0, Number(dayOfYear)));
  return found(text, 0, whole, Number(year), date.getUTCMonth() + 1, date.getUTCDate());
}

const YEAR = "(?:'?(\\d{2})|(\\d{4}))(?![\\d:])(?!\\.\\d\\d(?!\\d))";
const DAY_MONTH_YEAR = new RegExp(
  `(?<![\\p{L}\\d:.])(\\d{1,2})(?:st|nd|rd|th|\\.|η|ης)?[ \\-/,]{0,3}(?:de |of )?(\\p{L}{2,})\\.?[ \\-/,]{0,3}${YEAR}(?!\\p{L}{2})`,
  'gu',
);
const MONTH_DAY_YEAR = new RegExp(
  `(?<![\\p{L}\\d])(\\p{L}{2,})\\.?[ \\-/]{0,2}(\\d{1,2})(?:st|nd|rd|th)?\\.?(?:[ ,\\-/]{1,3}${YEAR}(?!\\p{L}{2})|(?=[ ,]))`,
  'gu',
);

/** With the month's name: 10. jul 2020., July 10, 2020, and asctime's Jul 10 15:30:00 2020. */
function namedDate(text: string): FoundDate | null {
  for (const match of text.matchAll(DAY_MONTH_YEAR)) {
    const month = monthNumber(match[2]!);
    if (month) return found(text, match.index, match[0], fullYear(match[3], match[4]), month, Number(match[1]));
  }
  for (const match of text.matchAll(MONTH_DAY_YEAR)) {
    const month = monthNumber(match[1]!);
    if (!month) continue;
    if (match[3] ?? match[4]) {
      return found(text, match.index, match[0], fullYear(match[3], match[4]), month, Number(match[2]));
    }
    const rest = text.slice(match.index + match[0].length);
    const year = /^[ ,]*\d{1,2}:\d{2}(?::\d{2})?(?: [a-z]{1,5}| [+-]\d{4})? (\d{4})(?!\d)/.exec(rest);
    if (year) return { year: Number(year[1]), month, day: Number(match[2]), before: '', after: rest };
  }
  return null;
}

const NUMERIC = /(?<![\p{L}\d:.])(\d{1,2})(\. ?| ?[/-] ?| )(\d{1,2})\2(?:(\d{4})|(\d{2})(?!\d|:|\.\d))(?!\d|\p{L}{2})/u;

/** 10.07.2020, 10. 7. 2020, 10/07/20, 10-7-2020. */
function numericDate(text: string, monthFirst: boolean): FoundDate | null {
  const match = NUMERIC.exec(text);
  if (!match || (match[2] === ' ' && !match[4])) return null;
  let [day, month] = [Number(match[1]), Number(match[3])];
  if (match[2]!.includes('/') && (month > 12 || (monthFirst && day <= 12))) [day, month] = [month, day];
  return found(text, match.index, match[0], fullYear(match[5], match[4]), month, day);
}

function found(text: string, at: number, whole: string, year: number, month: number, day: number): FoundDate {
  return { year, month, day, before: text.slice(0, at), after: text.slice(at + whole.length) };
}

function fullYear(short: string | undefined, long: string | undefined): number {
  if (long) return Number(long);
  return Number(short) + (Number(short) < 70 ? 2000 : 1900);
}

const CLOCK =
  /(?<![\d.:+-])(\d{1,2})(?:[:.](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?| ?h(?: ?(\d{2}))?(?![a-z])| ?(?:sati|часа|часот|ч|uhr)(?!\p{L}))(?!\d)/u;
const BASIC_CLOCK = /^t(\d{2})(\d{2})(\d{2})?()(?!\d)/;
const AFTERNOON = /^ ?(?:p\.? ?m\b|μ\.? ?μ(?!\p{L})|md\b|e mbasdites|попладне|pop\b|osl?\b)/u;
const MORNING = /^ ?(?:a\.? ?m\b|π\.? ?μ(?!\p{L})|pd\b|e paradites|претпладне|dop\b|oo\b)/u;

/** Time of day and its zone; null where there is none. */
function clockTime(text: string): { ms: number; offset: number | null } | 'wrong' | null {
  const match = BASIC_CLOCK.exec(text) ?? CLOCK.exec(text);
  if (!match) return null;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? match[5] ?? 0);
  const second = Math.min(Number(match[3] ?? 0), 59.999);
  const fraction = match[4] ? Number(`0.${match[4]}`) : 0;
  let rest = text.slice(match.index + match[0].length);
  const half = AFTERNOON.exec(rest) ?? MORNING.exec(rest);
  if (half && hour >= 1 && hour <= 12) {
    hour = (hour % 12) + (AFTERNOON.test(rest) ? 12 : 0);
    rest = rest.slice(half[0].length);
  }
  if (hour > 24 || minute > 59 || Number(match[3] ?? 0) > 60 || (hour === 24 && minute + second > 0)) return 'wrong';
  const zone = leadingOffset(rest.replace(/^[ .(h]+/, ''));
  return { ms: Math.round((hour * 3600 + minute * 60 + second + fraction) * 1000), offset: zone };
}
