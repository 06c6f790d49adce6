import { plainText } from '../plain-text.ts';
import { parseLoose } from './json-ld.ts';
import type { PageScript } from './tree.ts';

/** Names of scripts and variables that client-rendered pages keep their data in. */
const DATA_ID = /^__NEXT_DATA__$|^__NUXT_DATA__$|state|data|props|store|hydrat/i;
const FLIGHT = /^\s*self\.__next_f\.push\(\[1,/;
const ASSIGNMENT =
  /(?:window|self|globalThis)(?:\.|\[['"])_{0,2}[\w$]*(?:STATE|DATA|NUXT|NEXT|APOLLO|PRELOADED|INITIAL|PROPS|REMIX|next_f|store|context)\w*/i;
const TEXT_KEY =
  /^(article_?body|body(_?(html|text))?|content(_?(html|text|raw|rendered))?|text|html|rendered|full_?text|story|main_?text|tekst|sadrzaj|value|data|children|paragraph|markup)$/i;
const NO_TEXT_KEY =
  /^(excerpt|description|summary|lead|teaser|comments?|related\w*|css|style|script|bio|seo|meta|caption|alt|title|headline|url|href|src|id|slug|cookie\w*|consent\w*|terms|privacy|i18n|translations?|messages|locale\w*)$/i;
const LEAST_PROSE = 200;
const MOST_VALUES = 60_000;
const DEEPEST = 60;

/**
 * The article's text in the data that a client-rendered page brings along; null where there is none. Paragraphs are
 * separated by a blank line.
 */
export function payloadText(scripts: readonly PageScript[]): string | null {
  let best = '';
  let most = 0;
  for (const { id, type, text } of scripts) {
    if (text.length < LEAST_PROSE || type.includes('ld+json') || FLIGHT.test(text)) continue;
    const isData = type.includes('json') || DATA_ID.test(id);
    if (!isData && !ASSIGNMENT.test(text.slice(0, 4000))) continue;
    const data = readData(text);
    const found = new Search();
    if (data !== undefined) found.visit(data, '', 0);
    else for (const literal of literalsOf(text)) found.visit(literal, 'text', 0);
    if (found.score > most) {
      most = found.score;
      best = found.best;
    }
  }
  const flight = new Search();
  for (const text of flightStrings(scripts)) flight.visit(text, 'text', 0);
  if (flight.score > most) return flight.score >= LEAST_PROSE ? flight.best : null;
  return most >= LEAST_PROSE ? best : null;
}

function readData(text: string): unknown {
  const json = text.trim();
  if (/^[[{]/.test(json)) return parseLoose(json);
  const assigned = json.match(
    /^(?:var\s+|let\s+|const\s+)?[\w$.[\]'"]+\s*=\s*([[{][\s\S]*[\]}])\s*;?(?:\s*\(function[\s\S]*)?$/,
  );
  return assigned ? parseLoose(assigned[1]!) : undefined;
}

const LITERAL = /"(?:[^"\\]|\\.){80,}"/g;
const MOST_LITERALS = 500;

/** The string literals of a script, decoded, where the data is written as code; those inside one instead of it. */
function* literalsOf(text: string): Generator<string> {
  let count = 0;
  for (const [literal] of text.matchAll(LITERAL)) {
    if (count++ > MOST_LITERALS) return;
    const value = decoded(literal);
    if (value === null) continue;
    const inner = value.startsWith('<') ? [] : [...value.matchAll(LITERAL)].map(([each]) => decoded(each));
    const strings = inner.filter((each) => each !== null);
    if (strings.length) yield* strings;
    else yield value;
  }
}

function decoded(literal: string): string | null {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

/**
 * Next.js streams what a page is made of in pieces, `self.__next_f.push([1,"…"])`, which may part a text anywhere:
 * put together, its rows are JSON, or `id:Tlength,` with so many bytes of text.
 */
function flightStrings(scripts: readonly PageScript[]): string[] {
  const pieces: string[] = [];
  for (const { text } of scripts) {
    const push = text.match(/^\s*self\.__next_f\.push\(\[1,\s*("[\s\S]*")\]\)/);
    if (push) pieces.push(decoded(push[1]!) ?? '');
  }
  const stream = Buffer.from(pieces.join(''));
  const whole = stream.toString();
  const out = [...whole.matchAll(LITERAL)].slice(0, MOST_LITERALS).map(([literal]) => decoded(literal));
  let chars = 0;
  let bytes = 0;
  for (const row of whole.matchAll(/(?:^|\n)[0-9a-f]+:T([0-9a-f]+),/g)) {
    const start = row.index + row[0].length;
    bytes += Buffer.byteLength(whole.slice(chars, start));
    chars = start;
    out.push(stream.subarray(bytes, bytes + Number.parseInt(row[1]!, 16)).toString());
    if (out.length > MOST_LITERALS * 2) break;
  }
  return out.filter((each) => each !== null);
}

class Search {
  best = '';
  score = 0;
  private values = 0;

  /** Looks for the longest prose: one string of HTML or text, or a list of blocks that each hold one. */
  visit(value: unknown, key: string, depth: number): void {
    if (this.values++ > MOST_VALUES || depth > DEEPEST) return;
    if (typeof value === 'string') {
      if (value.length >= LEAST_PROSE && (TEXT_KEY.test(key) || /<p[\s>]/i.test(value) || /^\d*$/.test(key))) {
        this.offer(value, /^(article_?body|body\w*|content\w*|full_?text)$/i.test(key) ? 1.3 : 1);
      }
      return;
    }
    if (Array.isArray(value)) {
      const parts = value.length >= 2 && value.length < 2000 ? value.map(partOf).filter((part) => part !== '') : [];
      if (parts.length >= 2) this.offer(parts.join('\n\n'), 1.1);
      for (const [at, each] of value.entries()) this.visit(each, String(at), depth + 1);
      return;
    }
    if (value && typeof value === 'object') {
      for (const [name, each] of Object.entries(value)) if (!NO_TEXT_KEY.test(name)) this.visit(each, name, depth + 1);
    }
  }

  private offer(raw: string, weight: number): void {
    const markup = /<(p|br|div|h\d|ul|ol|blockquote)[\s/>]/i.test(raw);
    const text =
      /<[a-z]/i.test(raw) || /&\w+;/.test(raw)
        ? markup
          ? plainText(raw)
          : raw.split('\n\n').map(plainText).join('\n\n')
        : raw.trim();
    if (looksLikeCode(text)) return;
    let prose = 0;
    for (const line of text.split('\n')) if (line.length > 60 && /\p{L} \p{L}/u.test(line)) prose += line.length;
    if (prose * weight > this.score) {
      this.score = prose * weight;
      this.best = text.replace(/\n(?!\n)/g, markup ? '\n' : '\n\n').replace(/\n{3,}/g, '\n\n');
    }
  }
}

/** The text of one block of a list: a paragraph, a heading, a quotation. */
function partOf(value: unknown): string {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return '';
  const block = value as Record<string, unknown>;
  if (
    /image|gallery|embed|related|advert|banner|video|promo|newsletter|author|tag/i.test(
      String(block['type'] ?? block['__typename'] ?? block['name'] ?? ''),
    )
  )
    return '';
  return innerText(block, 0);
}

function innerText(value: unknown, depth: number): string {
  if (depth > 8) return '';
  if (typeof value === 'string') return value.length > 1 ? value : '';
  if (Array.isArray(value)) return value.map((each) => innerText(each, depth + 1)).join('');
  if (value && typeof value === 'object') {
    const block = value as Record<string, unknown>;
    for (const key of [
      'text',
      'html',
      'content',
      'value',
      'innerHTML',
      'body',
      'paragraph',
      'data',
      'attributes',
      'children',
      'nodes',
    ]) {
      const inner = block[key];
      if (inner && typeof inner === 'object') {
        const text = innerText(inner, depth + 1);
        if (text) return text;
      } else if (typeof inner === 'string' && inner.trim()) return inner;
    }
  }
  return '';
}

function looksLikeCode(text: string): boolean {
  const sample = text.slice(0, 2000);
  const marks = sample.match(/[{}=;<>\\]|https?:/g)?.length ?? 0;
  const words = sample.match(/\p{L}{2,}/gu)?.length ?? 0;
  return words < 30 || marks > words * 0.12;
}
