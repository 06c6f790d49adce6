import type { Instant } from '../domain/text.ts';

/** Minutes east of Greenwich, for the abbreviations that feeds use. */
const ABBREVIATIONS: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  cedt: 120,
  eet: 120,
  eest: 180,
  eedt: 180,
  msk: 180,
  trt: 180,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
};

const ZONE = /^(?:(gmt|utc|ut)\s*)?([+\-\u2212])\s?(\d{1,2}):?(\d{2})?(?![\d:])/;

/** Minutes east of Greenwich that a folded text begins with; null where it names no zone. */
export function leadingOffset(text: string): number | null {
  const numeric = ZONE.exec(text);
  if (numeric) {
    const minutes = Number(numeric[3]) * 60 + Number(numeric[4] ?? 0);
    if (minutes <= 14 * 60) return numeric[2] === '+' ? minutes : -minutes;
    return null;
  }
  return ABBREVIATIONS[/^[a-z]+/.exec(text)?.[0] ?? ''] ?? null;
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  let format = formats.get(timeZone);
  if (format === undefined) {
    try {
      const numeric = 'numeric' as const;
      format = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        year: numeric,
        month: numeric,
        day: numeric,
        hour: numeric,
        minute: numeric,
        second: numeric,
      });
    } catch {
      format = null;
    }
    if (formats.size < 1000) formats.set(timeZone, format);
  }
  return format;
}

/** How far local clocks of the zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: Instant, format: Intl.DateTimeFormat): number {
  const whole = Math.floor(instant / 1000) * 1000;
  const [month, day, year, hour, minute, second] = (format.format(whole).match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year!, month! - 1, day, hour, minute, second) - whole;
}

/**
 * The instant when clocks of an IANA zone show this; `local` is that clock time as if it were UTC. An hour that is
 * skipped in spring counts on from before it, one that comes twice in autumn is the first. UTC for an unknown zone.
 */
export function localToInstant(local: number, timeZone: string): Instant {
  if (timeZone === 'UTC') return local;
  const format = formatOf(timeZone);
  if (!format) return local;
  const before = offsetAt(local - 86_400_000, format);
  if (offsetAt(local - before, format) === before) return local - before;
  const after = offsetAt(local + 86_400_000, format);
  return offsetAt(local - after, format) === after ? local - after : local - before;
}
