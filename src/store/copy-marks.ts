import type { Rows } from './engine.ts';

/** Marks of texts lie together by periods of so long. */
export const COPY_PERIOD_MS = 14 * 86_400_000;

/** Periods after which numbers begin anew, 157 years: whoever looks for a text knows when it was published. */
const PERIODS = 4_096;
const BAND_SIZE = 2 ** 40;

/** A text as the search for copies finds it again. */
export interface MarkedText {
  id: number;
  publishedAt: number;
  /** What its signature was told to be. */
  bands: readonly string[];
}

/** A band as a number of 40 bits. */
function numberOf(band: string): number {
  let low = 0x811c9dc5;
  let high = 0;
  for (let at = 0; at < band.length; at += 1) {
    const code = band.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = (Math.imul(high, 31) + code) | 0;
  }
  return (high & 0xff) * 2 ** 32 + (low >>> 0);
}

const copyPeriod = (publishedAt: number): number => Math.floor(publishedAt / COPY_PERIOD_MS);

const marksIn = (period: number, bands: readonly string[]): number[] => {
  const first = (((period % PERIODS) + PERIODS) % PERIODS) * BAND_SIZE;
  return bands.map((band) => first + numberOf(band));
};

/** What texts published in that time would be found by, had they one of the bands. */
export function marksWithin(since: number, until: number, bands: readonly string[]): number[] {
  const [first, last] = [copyPeriod(since), copyPeriod(until)];
  return Array.from({ length: last - first + 1 }, (_, place) => marksIn(first + place, bands)).flat();
}

/** In the index's order, in which many are written in a fraction of the time. */
function marked(texts: readonly MarkedText[]): [mark: number, id: number][] {
  const list: [number, number][] = [];
  for (const { id, publishedAt, bands } of texts)
    for (const mark of marksIn(copyPeriod(publishedAt), bands)) list.push([mark, id]);
  list.sort(([one, its], [other, others]) => one - other || its - others);
  return list.filter(([mark, id], at) => mark !== list[at - 1]?.[0] || id !== list[at - 1]?.[1]);
}

export async function addMarks(rows: Rows, texts: readonly MarkedText[]): Promise<void> {
  await rows.insert('copy_mark', ['mark', 'article_id'], marked(texts));
}

export async function removeMarks(rows: Rows, texts: readonly MarkedText[]): Promise<void> {
  await rows.each('DELETE FROM copy_mark WHERE mark = ? AND article_id = ?', marked(texts));
}
