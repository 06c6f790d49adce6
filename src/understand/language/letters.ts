import { repairHomoglyphs } from '../text/fold.ts';
import { addToHash, hashOf, LetterTable } from '../text/letter-table.ts';
import { Spelling } from './spelling.ts';

export const LATIN = 1;
export const CYRILLIC = 2;
export const GREEK = 3;
/** Letters of scripts that none of our languages is written in. */
export const FOREIGN = 4;
export type Script = typeof LATIN | typeof CYRILLIC | typeof GREEK | typeof FOREIGN;

/** Script of a UTF-16 unit; 0 for what is no letter. */
const scripts = new Uint8Array(65536);
/** Lower-case letter that a unit counts as. */
const lower = new Uint16Array(65536);
for (let code = 0; code < 65536; code++) {
  if (code >= 0xac00 && code <= 0xdfff) continue;
  const letter = String.fromCharCode(code);
  if (!/\p{L}/u.test(letter)) continue;
  scripts[code] =
    code < 0x250 || (code >= 0x1e00 && code < 0x1f00)
      ? LATIN
      : code >= 0x400 && code < 0x530
        ? CYRILLIC
        : (code >= 0x370 && code < 0x400) || (code >= 0x1f00 && code < 0x2000)
          ? GREEK
          : FOREIGN;
  lower[code] = letter.toLowerCase().charCodeAt(0);
}
for (let code = 0xac00; code <= 0xd7a3; code++) scripts[code] = FOREIGN;
// Romanian is written with a comma or a cedilla below; the capital I of Turkish has a dot or none.
lower['ș'.charCodeAt(0)] = lower['Ș'.charCodeAt(0)] = 'ş'.charCodeAt(0);
lower['ț'.charCodeAt(0)] = lower['Ț'.charCodeAt(0)] = 'ţ'.charCodeAt(0);
lower['İ'.charCodeAt(0)] = 'i'.charCodeAt(0);

export interface Words {
  script: Script | 0;
  /** Lower-case words of that script, homoglyphs repaired. */
  words: Spelling[];
  /** Which of them are written with a capital, or hang by an apostrophe on one that is: often names, foreign ones too. */
  capital: boolean[];
}

const APOSTROPHES = new Set("'’ʼ");
/** So many words are remembered, and as many that were not seen since. */
const REMEMBERED = 40_000;
const spellings = new LetterTable(REMEMBERED, (text) => new Spelling(text));

/** A script beside Latin is the text's own from this share of its letters: foreign names stand in Latin letters everywhere. */
const OWN_SHARE = 0.3;

/** The words of the text's main script. Marks that stand apart from their letter must be composed first. */
export function readWords(text: string): Words {
  const found: Spelling[] = [];
  const kinds: number[] = [];
  const capitals: boolean[] = [];
  const letters = [0, 0, 0, 0, 0];
  const small = inLowerCase(text);
  let position = 0;
  while (position < text.length) {
    let script = scripts[text.charCodeAt(position)]!;
    if (script === 0) {
      position++;
      continue;
    }
    const start = position;
    let mixed = false;
    let hash = 0;
    for (; position < text.length; position++) {
      const code = text.charCodeAt(position);
      const here = scripts[code]!;
      if (here === 0) break;
      if (here !== script) mixed = true;
      hash = addToHash(hash, lower[code]!);
    }
    let word: Spelling;
    if (mixed) {
      const repaired = repairHomoglyphs(text.slice(start, position));
      const repairedSmall = repaired.toLowerCase();
      word = spellings.at(repairedSmall, 0, repairedSmall.length, hashOf(repairedSmall));
      script = mainScript(repaired);
    } else word = spellings.at(small, start, position, hash);
    const first = text.charCodeAt(start);
    const joined = start > 1 && APOSTROPHES.has(text.charAt(start - 1)) && capitals[capitals.length - 1] === true;
    capitals.push(joined || first !== lower[first]);
    found.push(word);
    kinds.push(script);
    letters[script]! += position - start;
  }
  const all = letters[1]! + letters[2]! + letters[3]! + letters[4]!;
  if (all === 0) return { script: 0, words: [], capital: [] };
  let script: Script = LATIN;
  for (const other of [CYRILLIC, GREEK, FOREIGN] as const)
    if (letters[other]! >= all * OWN_SHARE && letters[other]! > (script === LATIN ? 0 : letters[script]!))
      script = other;
  if (letters[script] === all) return { script, words: found, capital: capitals };
  const own = (_: unknown, index: number) => kinds[index] === script;
  return { script, words: found.filter(own), capital: capitals.filter(own) };
}

/** Each letter as the one it counts as, in its place; what is no letter is not looked at again. */
function inLowerCase(text: string): string {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = lower[text.charCodeAt(at)]!;
  return Buffer.from(codes.buffer).toString('utf16le');
}

function mainScript(word: string): number {
  const counts = [0, 0, 0, 0, 0];
  for (let index = 0; index < word.length; index++) counts[scripts[word.charCodeAt(index)]!]!++;
  let best = LATIN as number;
  for (const script of [CYRILLIC, GREEK, FOREIGN]) if (counts[script]! > counts[best]!) best = script;
  return best;
}
