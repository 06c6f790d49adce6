import type { Knowledge } from '../../catalog/knowledge.ts';
import type { Annotation } from '../../domain/annotation.ts';
import type { ArticleText, LanguageTag } from '../../domain/text.ts';
import { CAPITAL, CAPS, GAP, LOWER, NUMBER, type Sentence, type TextDocument, type Token } from '../context.ts';
import { findKnown } from '../find-known.ts';
import { type Group, groupOf } from '../forms/language-group.ts';
import { createNameIndex } from '../name-index.ts';
import { tokenize } from '../text/tokenize.ts';
import { createPlaceKeys } from './place-keys.ts';
import { isRecurringHeadline } from './recurring.ts';
import { MOST_LEVEL, pack, term, writeHead } from './terms.ts';
import { wordTerms } from './word-terms.ts';

/** Terms kept of one article, the weightiest first. */
const MOST_TERMS = 150;
/** An event stands at the top; what comes later is background. */
const READ_TOKENS = 450;

const LEVELS = 3;
const TOLD = 0.3;

/** What stories are found by: a head and the terms of one article, some 600 bytes. */
export type ExtractFeatures = (text: ArticleText, annotation: Annotation) => Uint32Array;

export function createFeatureExtractor(knowledge: Knowledge): ExtractFeatures {
  const index = createNameIndex(knowledge);
  const placeKey = createPlaceKeys(knowledge.places);

  return (text, annotation) => {
    const { language } = annotation;
    const document = beginningOf(text, language);
    const { tokens } = document;
    const group = groupOf(language);
    const weights = new Map<number, number>();
    const add = (key: number, weight: number) => weights.set(key, (weights.get(key) ?? 0) + weight);

    const told = linkedTokens(document, annotation);
    for (const { slug, curated, salience } of annotation.actors)
      if (curated) add(term('actor', slug), 1 + 4 * salience);
    for (const { code, salience } of annotation.countries) add(term('country', code), 1 + 4 * salience);
    for (const { slug, confidence } of annotation.topics) add(term('topic', slug), 1 + 3 * confidence);
    for (const { first, last, meanings } of findKnown(document, index).hits) {
      if (told.has(first) || meanings.some(({ is }) => is === 'actor' || is === 'role')) continue;
      for (let at = first; at < last; at++) told.add(at);
      const places = meanings.flatMap((meaning) => (meaning.is === 'place' ? [meaning.place] : []));
      if (places.length === 0) continue;
      const largest = places.reduce((one, other) => (other.population > one.population ? other : one));
      add(term('place', placeKey(largest)), weightOf(document, tokens[first]!));
    }
    addWords(document, group, told, add);

    const kept = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_TERMS);
    const features = new Uint32Array(kept.length + 1);
    features[0] = writeHead({ group, recurring: isRecurringHeadline(text.headline) });
    kept.forEach(([key, weight], index) => {
      // Logarithms, for a word said ten times says little more than one said five times.
      const level = Math.min(MOST_LEVEL, Math.max(1, Math.round(LEVELS * (1 + Math.log(weight)))));
      features[index + 1] = pack(key, level);
    });
    return features;
  };
}

function beginningOf(text: ArticleText, language: LanguageTag): TextDocument {
  const { fields, tokens, sentences } = tokenize(text, language);
  if (tokens.length <= READ_TOKENS) return { language, setting: {}, fields, tokens, sentences };
  const read = sentences.filter(({ first }) => first < READ_TOKENS);
  const last = read.pop();
  if (last) read.push({ ...last, last: Math.min(last.last, READ_TOKENS) });
  return { language, setting: {}, fields, tokens: tokens.slice(0, READ_TOKENS), sentences: read };
}

/** What stands above and at the beginning tells more. */
const weightOf = ({ fields }: TextDocument, { field, start }: Token): number =>
  fields[field]!.name === 'BODY' ? (start < 500 ? 1.3 : 1) : 2;

function addWords(
  document: TextDocument,
  group: Group,
  linked: ReadonlySet<number>,
  add: (key: number, weight: number) => void,
): void {
  const { fields, tokens, sentences } = document;
  const titled = new Set(fields.flatMap((_, index) => (isTitleCase(tokens, index) ? [index] : [])));
  const named = new Set<string>();
  // A capital tells a name only where grammar asks for none; once told, the word is a name everywhere.
  for (const token of tokens) if (isName(token, sentences, titled)) named.add(token.folded);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const weight = weightOf(document, token);
    const { folded, shape } = token;
    if (shape === NUMBER) {
      at = addNumber(tokens, at, weight, add);
      continue;
    }
    const { name, word } = wordTerms(folded, group);
    if ((shape === CAPITAL || shape === CAPS) && named.has(folded)) {
      if (token.gap & GAP.APOSTROPHE && token.gap & GAP.JOINED) continue;
      // Who is linked is told by the link already; the name stays for texts in which it could not be linked.
      if (name !== null) add(name, weight * (linked.has(at) ? TOLD : 1));
    } else for (const key of word) add(key, weight);
  }
}

/** The tokens that linked actors are named by. */
function linkedTokens({ fields, tokens }: TextDocument, { actors }: Annotation): Set<number> {
  const ends = fields.map(() => new Map<number, number>());
  for (const { curated, evidence } of actors) {
    if (!curated) continue;
    for (const { field, start, end } of evidence) ends[fields.findIndex(({ name }) => name === field)]?.set(start, end);
  }
  const found = new Set<number>();
  let until = -1;
  let inField = -1;
  tokens.forEach(({ field, start }, at) => {
    if (field !== inField) until = -1;
    inField = field;
    until = ends[field]!.get(start) ?? until;
    if (start < until) found.add(at);
  });
  return found;
}

function isName(token: Token, sentences: readonly Sentence[], titled: ReadonlySet<number>): boolean {
  if (token.shape !== CAPITAL && token.shape !== CAPS) return false;
  if (titled.has(token.field)) return false;
  const sentence = sentences[token.sentence];
  return sentence !== undefined && (token.gap & (GAP.FIRST | GAP.QUOTE | GAP.LINE | GAP.BLANK | GAP.STOP)) === 0;
}

/** Whether most longer words of a field are written large, so that a capital there tells nothing. */
function isTitleCase(tokens: readonly Token[], field: number): boolean {
  let large = 0;
  let small = 0;
  for (const token of tokens) {
    if (token.field !== field || token.folded.length < 4) continue;
    if (token.shape === LOWER) small++;
    else if (token.shape !== NUMBER) large++;
  }
  return large > small;
}

/** A number as a whole, however it is written (1.250, 1,250 and 1 250; 5,4 and 5.4; 3:1 and 3-1); tells its last token. */
function addNumber(
  tokens: readonly Token[],
  at: number,
  weight: number,
  add: (key: number, weight: number) => void,
): number {
  const digitsAt = (index: number) => tokens[index]!.text.replace(/\D/g, '');
  let last = at;
  let digits = digitsAt(at);
  let parted = false;
  for (; last + 1 < tokens.length && digits.length < 10; last++) {
    const next = tokens[last + 1]!;
    const { gap, start, shape, field } = next;
    const width = start - tokens[last]!.end;
    if (shape !== NUMBER || field !== tokens[at]!.field || width !== 1) break;
    const more = digitsAt(last + 1);
    const thousands = !parted && more.length === 3 && (last > at || (digits.length <= 3 && !digits.startsWith('0')));
    if (thousands && (gap === 0 || gap === GAP.COMMA || gap === GAP.STOP)) digits += more;
    else if (!parted && last === at && digits.length <= 3 && more.length <= 2 && gap !== 0) {
      digits = `${digits}.${more}`;
      parted = true;
    } else break;
  }
  const whole = digits.replace(/^0+(?=\d)/, '');
  if (whole !== '' && whole.length <= 10) add(term('number', whole), whole.length === 1 ? weight * 0.3 : weight);
  return last;
}
