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

const owners = new Map<number, ReadonlySet<string>>();
for (const [letters, classes] of rows)
  for (const letter of letters) owners.set(letter.charCodeAt(0), new Set(classes.split(' ')));

/** What a class loses for each word with a letter that its languages do not write. */
const LOSS = 40;

/** How much each class loses for letters that are not its own. */
export function lossOf(
  words: readonly string[],
  capital: readonly boolean[],
  classes: readonly string[],
): Float64Array {
  const losses = new Float64Array(classes.length);
  for (let place = 0; place < words.length; place++) {
    const word = words[place]!;
    // Latin letters keep a foreign name's own spelling; Cyrillic spells every name its own way.
    if (capital[place] && words.length > 1 && word.charCodeAt(0) < 0x400) continue;
    for (let index = 0; index < word.length; index++) {
      const code = word.charCodeAt(index);
      if (code < 0xdf) continue;
      const own = owners.get(code);
      if (own === undefined) continue;
      for (let column = 0; column < classes.length; column++) if (!own.has(classes[column]!)) losses[column]! += LOSS;
      break;
    }
  }
  return losses;
}
