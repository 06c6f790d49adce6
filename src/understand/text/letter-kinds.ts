/** A letter, or a mark that belongs to one. */
export const LETTER = 1;
export const DIGIT = 2;
export const UPPER = 4;
/** A mark that stands apart from its letter: it has no case and is no letter of its own. */
export const MARK = 8;
/** A soft hyphen or a zero-width space: it does not part a word. */
export const SOFT = 16;

/** What each UTF-16 unit is; 0 parts words. */
export const kinds = new Uint8Array(65536);
for (let code = 0; code < 65536; code++) {
  if (code >= 0x3000 && code <= 0xd7ff) {
    kinds[code] = LETTER;
    continue;
  }
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{M}]/u.test(character)) kinds[code] = LETTER;
  else if (/\p{N}/u.test(character)) kinds[code] = DIGIT;
  if (code < 0x2200 && /\p{Lu}/u.test(character)) kinds[code] = LETTER | UPPER;
  if (code >= 0x300 && code <= 0x36f) kinds[code] = LETTER | MARK;
}
for (const code of [0xad, 0x200b, 0x200c, 0x200d, 0xfeff]) kinds[code] = SOFT;
