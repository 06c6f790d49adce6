import iconv from 'iconv-lite';

/** Letters that the region writes beyond ASCII; what else a wrong charset makes of bytes is seldom among them. */
const LETTERS = /[čćđšžČĆĐŠŽăâîșşțţĂÂÎȘŞȚŢëçËÇğıöüĞİÖÜ\u0410-\u044fЁёЂ-ЌЎЏђ-ќўџά-ώΑ-ΩΆΈ-ΊΌΎΏϊϋΐΰ„“”‚‘’«»–—…·€°№]/u;
const LOWER_THEN_UPPER = /\p{Ll}(?=[^\x00-\x7f])\p{Lu}/gu;
/** Two scripts in one word. */
const MIXED = /[a-zA-Z][\u0370-\u04ff]|[\u0370-\u04ff][a-zA-Z]/g;
const HIGH = /[\x80-\uffff]/g;

const GUESSES = [
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-16',
];

/** Which of the region's 8-bit charsets makes the most sense of these bytes; for bytes that nothing labels. */
export function guessCharset(bytes: Uint8Array): string {
  const sample = Buffer.from(bytes.filter((byte) => byte >= 0x20 || byte === 0x0a).subarray(0, 65_536));
  let best = 'windows-1252';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const charset of GUESSES) {
    const score = plausibility(iconv.decode(sample, charset));
    if (score > bestScore) {
      best = charset;
      bestScore = score;
    }
  }
  return best;
}

function plausibility(text: string): number {
  let score = 0;
  for (const [character] of text.matchAll(HIGH)) score += LETTERS.test(character) ? 1 : -2;
  return score - 3 * ((text.match(LOWER_THEN_UPPER)?.length ?? 0) + (text.match(MIXED)?.length ?? 0));
}
