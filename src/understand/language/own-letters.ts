import type { Spelling } from './spelling.ts';

/** Letters that only these of the classes of their script write; a word with one is in no other. */
const rows: readonly [letters: string, classes: string][] = [
  ['ђћ', 'sr'],
  ['љњџј', 'sr mk'],
  ['ѓќѕ', 'mk'],
  ['щъ', 'bg ru uk'],
  ['юяйь', 'bg ru uk'],
  ['ыэё', 'ru'],
  ['іїєґ', 'uk'],
  ['đć', 'sh pl'],
  ['čšž', 'sh sl cs'],
  ['ëç', 'sq fr tr nl pt'],
  ['ăţ', 'ro'],
  ['ğı', 'tr'],
  ['ş', 'tr ro'],
  ['řěů', 'cs'],
  ['őű', 'hu'],
  ['łąę', 'pl'],
  ['ß', 'de'],
];

const rowOf = new Map(rows.flatMap(([letters], row) => [...letters].map((letter) => [letter.charCodeAt(0), row])));
const owners = rows.map(([, classes]) => new Set(classes.split(' ')));

/** What a class loses for each word with a letter that its languages do not write. */
const LOSS = 40;

/** How much each class loses for letters that are not its own. */
export function lossOf(
  words: readonly Spelling[],
  capital: readonly boolean[],
  classes: readonly string[],
): Float64Array {
  const losses = new Float64Array(classes.length);
  const counts = new Uint16Array(rows.length);
  for (let place = 0; place < words.length; place++) {
    const word = words[place]!;
    // Latin letters keep a foreign name's own spelling; Cyrillic spells every name its own way.
    if (capital[place] && words.length > 1 && word.text.charCodeAt(0) < 0x400) continue;
    if (word.letters === undefined) word.letters = rowIn(word.text);
    if (word.letters >= 0) counts[word.letters]!++;
  }
  counts.forEach((count, row) => {
    if (count === 0) return;
    for (let column = 0; column < classes.length; column++)
      if (!owners[row]!.has(classes[column]!)) losses[column]! += LOSS * count;
  });
  return losses;
}

/** The row of the first letter that few languages write; -1 where there is none. */
function rowIn(word: string): number {
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    const row = code < 0xdf ? undefined : rowOf.get(code);
    if (row !== undefined) return row;
  }
  return -1;
}
