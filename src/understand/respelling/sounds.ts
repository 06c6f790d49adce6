import { repairHomoglyphs } from '../text/fold.ts';
import { cyrillicLetters, greekLetters, latinEnds, latinLetters } from './letters.ts';

/** One sound (empty for none) between two places of a word, and how unusual it is to read it so. */
export interface SoundEdge {
  to: number;
  sound: string;
  cost: number;
}

/** All that a written word may sound like: for each place, in order, what may come next. The last place is the end. */
export type Sounds = readonly (readonly SoundEdge[])[];

interface Reading {
  sounds: string;
  cost: number;
}
type Table = ReadonlyMap<string, readonly Reading[]>;

const tableOf = (readings: Record<string, string>): Table =>
  new Map(
    Object.entries(readings).map(([letters, text]) => [
      letters,
      text.split(' ').map((one) => ({
        sounds: one.replace(/[+_]/g, ''),
        cost: 0.05 * (one.length - one.replaceAll('+', '').length),
      })),
    ]),
  );

const tables = {
  cyrillic: { anywhere: tableOf(cyrillicLetters), end: tableOf({}) },
  greek: { anywhere: tableOf(greekLetters), end: tableOf({}) },
  latin: { anywhere: tableOf(latinLetters), end: tableOf(latinEnds) },
};

/** The most letters that are read together. */
const LONGEST = 5;

/** A word in small letters, doubled ones and marks that say nothing taken away. */
function lettersOf(word: string, latin: boolean): string {
  const low = repairHomoglyphs(word).toLowerCase().normalize('NFC');
  let letters = '';
  for (const letter of low) {
    const known = latin ? latinLetters[letter] : (cyrillicLetters[letter] ?? greekLetters[letter]);
    const kept = known === undefined ? letter.normalize('NFD').replace(/\P{L}/gu, '') : letter;
    // Told, Matthew: a doubled consonant is one; ee, oo, ll, cc, ss and zz have readings of their own.
    if (kept === letters.at(-1) && !/[aeolcszσ]/.test(kept)) continue;
    letters += kept;
  }
  return letters;
}

/** Every way in which a written word may be read. */
export function soundsOf(word: string): Sounds {
  const first = word.codePointAt(0) ?? 0;
  const table =
    first >= 0x370 && first < 0x400 ? tables.greek : first >= 0x400 && first < 0x530 ? tables.cyrillic : tables.latin;
  const letters = lettersOf(word, table === tables.latin);
  // Places between letters, and between the sounds of one reading, in their order.
  const places: { order: number; next: { to: { order: number }; sound: string; cost: number }[] }[] = [];
  const main = Array.from({ length: letters.length + 1 }, (_, at) => ({
    order: at,
    next: [] as (typeof places)[0]['next'],
  }));
  places.push(...main);
  let step = 0;
  const read = (from: number, to: number, { sounds, cost }: Reading) => {
    let place = main[from]!;
    [...(sounds || ' ')].forEach((sound, at, all) => {
      const last = at === all.length - 1;
      const next = last ? main[to]! : { order: from + ++step / 1000, next: [] };
      if (!last) places.push(next);
      place.next.push({ to: next, sound: sound.trim(), cost: at === 0 ? cost : 0 });
      place = next;
    });
  };
  for (let at = 0; at < letters.length; at++) {
    step = 0;
    for (let length = Math.min(LONGEST, letters.length - at); length > 0; length--) {
      const part = letters.slice(at, at + length);
      const readings = table.anywhere.get(part);
      const closing = length === 1 && at === letters.length - 1 && /[aou]/.test(part);
      // A vowel that ends a name is what it is: Niko is not Nika.
      for (const reading of closing ? (readings?.slice(0, 1) ?? []) : (readings ?? [])) read(at, at + length, reading);
      if (at > 0 && at + length === letters.length)
        for (const reading of table.end.get(part) ?? []) read(at, at + length, reading);
      if (length === 1 && readings === undefined) read(at, at + 1, { sounds: '', cost: 0.3 });
    }
  }
  places.sort((a, b) => a.order - b.order);
  const number = new Map(places.map((place, at) => [place as { order: number }, at]));
  return places.map((place) => place.next.map(({ to, sound, cost }) => ({ to: number.get(to)!, sound, cost })));
}
