import type { CopyCandidate } from '../domain/draft.ts';
import type { PollStore } from '../domain/poll-store.ts';
import type { Instant } from '../domain/text.ts';

/** A text as the search for copies sees it. */
export interface Signature {
  /** What the store compares: two texts with one in common may be copies. */
  bands: string[];
  shingles: Set<number>;
}

/** Words of a shingle; texts under `fewestWords` repeat by chance and are left out. */
const shingleWords = 4;
const fewestWords = 30;
const bandCount = 12;
const bandRows = 6;
/** Share of shingles in common from which two texts are one. */
const enough = 0.88;

// Fixed, since bands are stored: changing these makes old texts invisible to new ones.
const seeds = Array.from({ length: bandCount * bandRows }, (_, index) => mix(0x9e3779b1 * (index + 1)));

/**
 * MinHash over shingles of words. With 12 bands of 6 rows, texts that share nine of ten shingles meet in a band
 * 9,999 times of 10,000, texts that share half of them 17 times of 100 (and then fail the comparison).
 */
export function signatureOf(body: string | null): Signature {
  const { letters, starts } = foldWords(body ?? '');
  const words = starts.length - 1;
  if (words < fewestWords) return { bands: [], shingles: new Set() };
  const shingles = new Set<number>();
  for (let at = 0; at + shingleWords <= words; at++)
    shingles.add(hash(letters, starts[at]!, starts[at + shingleWords]! - 1));
  const all = Int32Array.from(shingles);
  const least = seeds.map((seed) => leastMix(all, seed));
  const bands = Array.from({ length: bandCount }, (_, band) => {
    const rows = least.slice(band * bandRows, (band + 1) * bandRows);
    return `${band.toString(36)}${rows.reduce((sum, row) => mix(sum ^ row), band).toString(36)}`;
  });
  return { bands, shingles };
}

/** So long before or after a text another one may be the same. */
const copiesWithin = 14 * 86_400_000;

/** What a draft says of copies: its bands, and whom it repeats or is repeated by among what the store holds. */
export async function lookForCopies(
  store: Pick<PollStore, 'copyCandidates'>,
  text: { body: string | null; publishedAt: Instant },
  ownId: number | null,
): Promise<{ copyBands: string[]; copyOf: number | null; copiedBy: number[] }> {
  const signature = signatureOf(text.body);
  const { bands } = signature;
  const [since, until] = [text.publishedAt - copiesWithin, text.publishedAt + copiesWithin];
  const others = bands.length > 0 ? await store.copyCandidates(bands, since, until) : [];
  return { copyBands: bands, ...findCopies(signature, others, text.publishedAt, ownId) };
}

/** What is told of one of many texts: as of a single one, and the place of another among them that it repeats. */
export interface CopiesAmong {
  copyOf: number | null;
  copyOfPlace: number | null;
  copiedBy: number[];
}

/** The same for many texts that are to be stored together, one after another, and may repeat each other. */
export async function lookForCopiesAmong(
  store: Pick<PollStore, 'copyCandidates'>,
  texts: readonly {
    outlet: string;
    headline: string;
    body: string | null;
    publishedAt: Instant;
    copyBands: string[];
    ownId: number | null;
  }[],
): Promise<CopiesAmong[]> {
  const told: CopiesAmong[] = [];
  const byBand = new Map<string, number[]>();
  // Those that are not stored yet go by a number below zero.
  const idOf = (place: number) => -1 - place;
  for (const [place, text] of texts.entries()) {
    const { copyBands: bands } = text;
    const [since, until] = [text.publishedAt - copiesWithin, text.publishedAt + copiesWithin];
    const places = new Set(bands.flatMap((band) => byBand.get(band) ?? []));
    const others = bands.length > 0 ? await store.copyCandidates(bands, since, until) : [];
    for (const at of places) {
      const { outlet, headline, body, publishedAt } = texts[at]!;
      if (publishedAt >= since && publishedAt <= until && body !== null)
        others.push({ id: texts[at]!.ownId ?? idOf(at), outlet, headline, body, publishedAt });
    }
    const { copyOf, copiedBy } =
      others.length === 0
        ? { copyOf: null, copiedBy: [] }
        : findCopies(signatureOf(text.body), others, text.publishedAt, text.ownId ?? idOf(place));
    told.push({
      copyOf: copyOf !== null && copyOf > 0 ? copyOf : null,
      copyOfPlace: copyOf !== null && copyOf < 0 ? idOf(copyOf) : null,
      copiedBy: copiedBy.filter((id) => id > 0),
    });
    for (const copy of copiedBy) if (copy < 0) Object.assign(told[idOf(copy)]!, { copyOf: null, copyOfPlace: place });
    for (const band of bands) {
      const there = byBand.get(band);
      if (there) there.push(place);
      else byBand.set(band, [place]);
    }
  }
  return told;
}

/** Which of the candidates the text repeats (the earliest), and which repeat it because they came out later. */
export function findCopies(
  own: Signature,
  candidates: readonly CopyCandidate[],
  publishedAt: Instant,
  ownId: number | null,
): { copyOf: number | null; copiedBy: number[] } {
  const same = candidates
    .filter((one) => one.id !== ownId && resemblance(own.shingles, signatureOf(one.body).shingles) >= enough)
    .sort((a, b) => a.publishedAt - b.publishedAt || a.id - b.id);
  const first = same[0];
  if (!first) return { copyOf: null, copiedBy: [] };
  if (first.publishedAt <= publishedAt) return { copyOf: first.id, copiedBy: [] };
  return { copyOf: null, copiedBy: same.map((one) => one.id) };
}

/** Share of all shingles that both texts have (Jaccard). */
export function resemblance(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const one of small) if (large.has(one)) common++;
  return common / (a.size + b.size - common);
}

// An agency's text appears in Cyrillic here and in Latin there; it is the same text.
const latin: Record<string, string> = Object.fromEntries(
  'а:a б:b в:v г:g д:d ђ:dj ѓ:dj е:e ж:z з:z ѕ:dz и:i ј:j к:k л:l љ:lj м:m н:n њ:nj о:o п:p р:r с:s т:t ћ:c ќ:c у:u ф:f х:h ц:c ч:c џ:dz ш:s đ:dj'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

const letter = /[\p{L}\p{N}]/u;

/** What a letter is compared as: others, nothing, or a space where it parts words. */
function foldLetter(one: string): string {
  const folded = one
    .toLowerCase()
    .replace(/[а-яѐ-џđ]/g, (cyrillic) => latin[cyrillic] ?? cyrillic)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return Array.from(folded, (part) => (letter.test(part) ? part : ' ')).join('');
}

/** What was folded before, by the number of the letter: as many as a newspaper has, and no more. */
const folds: (string | null)[] = Array(0x3000).fill(null);

function foldAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  const known = folds[code] ?? null;
  if (known !== null) return known;
  const folded = foldLetter(String.fromCodePoint(text.codePointAt(at)!));
  if (code < folds.length) folds[code] = folded;
  return folded;
}

const isPairEnd = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** The folded letters of a text, words parted by one space; where each word begins, and last where one more would. */
function foldWords(text: string): { letters: Uint16Array; starts: number[] } {
  // The only letter whose small form looks around.
  const source = text.includes('Σ') ? text.toLowerCase() : text;
  let letters = new Uint16Array(source.length * 2 + 64);
  const starts = [0];
  let start = 0;
  let size = 0;
  for (let at = 0; at < source.length; at++) {
    if (isPairEnd(source.charCodeAt(at))) continue;
    const folded = foldAt(source, at);
    if (size + folded.length + 1 >= letters.length) letters = grown(letters);
    for (let part = 0; part < folded.length; part++) {
      const unit = folded.charCodeAt(part);
      if (unit !== space) letters[size++] = unit;
      else if (size > start) {
        letters[size++] = space;
        start = size;
        starts.push(start);
      }
    }
  }
  if (size > start) starts.push(size + 1);
  return { letters, starts };
}

const space = 32;

function grown(letters: Uint16Array): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(letters.length * 2);
  larger.set(letters);
  return larger;
}

function hash(letters: Uint16Array, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at++) value = Math.imul(value ^ letters[at]!, 0x01000193);
  return mix(value);
}

/** The least of what numbers become by a seed; with the sign turned, so that all stay small whole numbers. */
function leastMix(numbers: Int32Array, seed: number): number {
  let least = 0x7fffffff;
  for (let at = 0; at < numbers.length; at++) least = Math.min(least, mixed(numbers[at]! ^ seed) ^ 0x80000000);
  return (least ^ 0x80000000) >>> 0;
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
function mixed(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function mix(value: number): number {
  return mixed(value) >>> 0;
}
