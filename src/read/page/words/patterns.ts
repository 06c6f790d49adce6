const START = '^[^\\p{L}\\p{N}]*';
const END = '(?![\\p{L}])';
/** A count behind a label: "Comments (12)". */
const COUNT = '[^\\p{L}\\p{N}]*(?:\\d[\\d.,]*k?)?[^\\p{L}\\p{N}]*$';

/** Any of the phrases (regular expressions, separated by ";") at the beginning of a block's folded text. */
export function starts(phrases: string): RegExp {
  return new RegExp(`${START}(?:${alternatives(phrases)})${END}`, 'u');
}

/** Any of the phrases as the whole of a block's folded text. */
export function whole(phrases: string): RegExp {
  return new RegExp(`${START}(?:${alternatives(phrases)})${COUNT}`, 'u');
}

/** A pattern to match against folded text, written with the letters of its language. */
export function fold(pattern: RegExp): RegExp {
  return new RegExp(bare(pattern.source), 'u');
}

/** Text as all patterns here are matched: lower case, without diacritics, final sigma as any other. */
export function foldWords(text: string): string {
  return bare(text.toLowerCase());
}

function alternatives(phrases: string): string {
  return bare(
    phrases
      .split(';')
      .map((phrase) => phrase.trim())
      .filter(Boolean)
      .join('|'),
  );
}

function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'dj')
    .replace(/ı/g, 'i')
    .replace(/ς/g, 'σ')
    .normalize('NFC');
}
