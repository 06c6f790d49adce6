import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { guessCharset } from './legacy-charset.ts';

/** Text made of bytes, and the charset they were taken to be in. */
export interface Decoded {
  text: string;
  charset: string;
}

/** Windows charsets hold all of these ISO ones' letters, and what servers call by the ISO name is often theirs. */
const SUPERSETS: Record<string, string> = {
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  l1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  latin5: 'windows-1254',
  'iso-8859-11': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  shift_jis: 'cp932',
  'ks_c_5601-1987': 'cp949',
  'euc-kr': 'cp949',
};
/** Where the ISO charset leaves control characters, the Windows one has the letters that were meant. */
const WINDOWS_TWINS: Record<string, string> = {
  'iso-8859-2': 'windows-1250',
  'iso-8859-7': 'windows-1253',
  'iso-8859-16': 'windows-1250',
  'iso-8859-5': 'windows-1251',
};
/** What iconv-lite also goes by, but no document is written in. */
const TRANSPORT = /^(hex|base64|binary|utf-?7.*|internal)$/;
const SERVER_DEFAULT = 'windows-1252';

/**
 * Bytes to text. Byte order marks and valid multi-byte UTF-8 beat any label; then the HTTP header, the document's own
 * label and the outlet's charset are believed in this order, unless the bytes contradict them. Never throws.
 */
export function decode(
  bytes: Uint8Array,
  hints: { contentType?: string | null; charset?: string | null } = {},
): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = wideCharset(buffer);
  if (wide) return { text: clean(iconv.decode(buffer, wide)), charset: wide };

  const labels = [charsetOfContentType(hints.contentType), charsetOfDocument(buffer), hints.charset];
  const named = labels.map(knownCharset).filter((label) => label !== null);

  if (isAscii(buffer)) return { text: buffer.toString('latin1'), charset: 'utf-8' };
  if (isUtf8(buffer)) return { text: clean(buffer.toString('utf8')), charset: 'utf-8' };
  const damaged = mostlyUtf8(buffer, named[0] === 'utf-8');
  if (damaged !== null) return { text: clean(damaged), charset: 'utf-8' };
  return decodeLegacy(
    buffer,
    named.filter((label) => !/^utf-/.test(label)),
  );
}

/** The first label that the bytes do not contradict; Latin-1 is what servers say without knowing, so it comes last. */
function decodeLegacy(buffer: Buffer, named: string[]): Decoded {
  const order = [
    ...named.filter((label) => label !== SERVER_DEFAULT),
    ...named.filter((label) => label === SERVER_DEFAULT),
  ];
  let best: Decoded | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const label of order.flatMap((label) => [label, WINDOWS_TWINS[label] ?? []].flat())) {
    const text = decodeWith(buffer, label);
    const wrong = text.match(/[\x80-\x84\x86-\x9f\ufffd]/g)?.length ?? 0;
    if (wrong < fewest) [best, fewest] = [{ text: clean(text), charset: label }, wrong];
    if (wrong === 0) break;
  }
  if (best) return best;
  const charset = guessCharset(buffer);
  return { text: clean(decodeWith(buffer, charset)), charset };
}

/** UTF-16 and UTF-32, by their mark or by where zeros stand in what must begin as ASCII markup. */
function wideCharset(buffer: Buffer): string | null {
  const [a, b, c, d] = buffer;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && buffer.length > 3 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (buffer.length < 4) return null;
  if (a === 0 && b === 0 && c === 0 && d) return 'utf-32be';
  if (a && b === 0 && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b && c === 0 && d) return 'utf-16be';
  if (a && b === 0 && c && d === 0) return 'utf-16le';
  return null;
}

/** UTF-8 with a few bytes broken, as cut by a database or an interrupted transfer; null where it is something else. */
function mostlyUtf8(buffer: Buffer, labelled: boolean): string | null {
  const text = buffer.toString('utf8');
  const bad = text.match(/\ufffd/g)?.length ?? 0;
  const high = (text.match(/[^\x00-\x7f]/g)?.length ?? 0) - bad;
  return high >= (labelled ? 1 : 4) * bad ? text : null;
}

function charsetOfContentType(header: string | null | undefined): string | null {
  return header?.match(/charset\s*=\s*["']?\s*([^\s"';,]+)/i)?.[1] ?? null;
}

/** The label inside: the XML declaration's, or for HTML the meta element's. */
function charsetOfDocument(buffer: Buffer): string | null {
  const head = buffer.toString('latin1', 0, 512);
  const declaration = head.match(/^[\s\x00\xef\xbb\xbf]*<\?xml[^>]*?\sencoding\s*=\s*["']?\s*([\w.:-]+)/i);
  if (declaration) return declaration[1] ?? null;
  if (/^[\s\xef\xbb\xbf]*(<\?xml[^>]*>\s*)?<(rss|feed|rdf:RDF|channel)\b/i.test(head)) return null;
  const start = buffer.toString('latin1', 0, 32_768);
  for (const [meta] of start.matchAll(/<meta\s[^>]{0,1000}>/gi)) {
    const charset = meta.match(/charset\s*=\s*["']?\s*([\w.:-]+)/i);
    if (charset) return charset[1] ?? null;
  }
  return null;
}

/** A label in the one form that is compared here; null for a charset that nothing can decode. */
function knownCharset(label: string | null | undefined): string | null {
  if (!label) return null;
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^x-(?=(cp|iso|windows|gbk|sjis|utf))/, '')
    .replace(/_/g, '-');
  const tidy = name
    .replace(/^(?:win|windows|cp|ms)-?(125\d|874)$/, 'windows-$1')
    .replace(/^iso-?8859-?(\d+)(-.*)?$/, 'iso-8859-$1')
    .replace(/^(?:utf-?8.*|unicode-1-1-utf-8)$/, 'utf-8')
    .replace(/^(?:utf|ucs)-?(?:16|32|2|4)(?:-?[lb]e)?$/, 'utf-16');
  const wider = SUPERSETS[tidy] ?? SUPERSETS[tidy.replace(/-/g, '_')] ?? tidy;
  if (TRANSPORT.test(wider)) return null;
  return iconv.encodingExists(wider) || decoderOf(wider) ? wider : null;
}

function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

function decodeWith(buffer: Buffer, charset: string): string {
  if (iconv.encodingExists(charset)) return iconv.decode(buffer, charset);
  return decoderOf(charset)?.decode(buffer) ?? buffer.toString('latin1');
}

/** Without byte order mark. */
const clean = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
