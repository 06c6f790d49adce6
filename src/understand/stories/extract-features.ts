import type { Annotation } from '../../domain/annotation.ts';
import type { ArticleText } from '../../domain/text.ts';
import { CAPITAL, CAPS, type DocumentField, GAP, LOWER, NUMBER, type Sentence, type Token } from '../context.ts';
import { baseForms } from '../forms/base-forms.ts';
import { type Group, groupOf } from '../forms/language-group.ts';
import { tokenize } from '../text/tokenize.ts';
import { isRecurringHeadline } from './recurring.ts';
import { skeleton } from './skeleton.ts';
import { MOST_LEVEL, pack, stemSpace, term, writeHead } from './terms.ts';

/** Terms kept of one article, the weightiest first. */
const MOST_TERMS = 150;
/** An event stands at the top; what comes later is background. */
const READ_TOKENS = 450;
const STEM = 6;
/** International words are long and stay recognisable without their vowels. */
const WORLD_LETTERS = 7;

const LEVELS = 3;
const TOLD = 0.3;

/** What stories are found by: a head and the terms of one article, some 600 bytes. */
export function extractFeatures(text: ArticleText, annotation: Annotation): Uint32Array {
  const group = groupOf(annotation.language);
  const { fields, tokens, sentences } = tokenize(text);
  const weights = new Map<number, number>();
  const add = (key: number, weight: number) => weights.set(key, (weights.get(key) ?? 0) + weight);

  for (const { slug, curated, salience } of annotation.actors) if (curated) add(term('actor', slug), 1 + 4 * salience);
  for (const { code, salience } of annotation.countries) add(term('country', code), 1 + 4 * salience);
  for (const { slug, confidence } of annotation.topics) add(term('topic', slug), 1 + 3 * confidence);
  addWords(fields, tokens.slice(0, READ_TOKENS), sentences, group, linkedPlaces(fields, annotation), add);

  const kept = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_TERMS);
  const features = new Uint32Array(kept.length + 1);
  features[0] = writeHead({ group, recurring: isRecurringHeadline(text.headline) });
  kept.forEach(([key, weight], index) => {
    // Logarithms, for a word said ten times says little more than one said five times.
    const level = Math.min(MOST_LEVEL, Math.max(1, Math.round(LEVELS * (1 + Math.log(weight)))));
    features[index + 1] = pack(key, level);
  });
  return features;
}

function addWords(
  fields: readonly DocumentField[],
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  group: Group,
  linked: ReadonlySet<string>,
  add: (key: number, weight: number) => void,
): void {
  const space = stemSpace(group);
  const titled = new Set(fields.flatMap((_, index) => (isTitleCase(tokens, index) ? [index] : [])));
  const named = new Set<string>();
  // A capital tells a name only where grammar asks for none; once told, the word is a name everywhere.
  for (const token of tokens) if (isName(token, sentences, titled)) named.add(token.folded);
  for (const token of tokens) {
    const weight = fields[token.field]!.name === 'BODY' ? (token.start < 500 ? 1.3 : 1) : 2;
    const { folded, shape } = token;
    if (shape === NUMBER) addNumber(token, weight, add);
    else if ((shape === CAPITAL || shape === CAPS) && named.has(folded)) {
      if (token.gap & GAP.APOSTROPHE && token.gap & GAP.JOINED) continue;
      const key = folded.length > 2 ? skeleton(folded, group) : '';
      // Whoever is linked is told by the link already; the name stays for texts in which it could not be linked.
      const told = linked.has(`${token.field} ${token.start}`) ? TOLD : 1;
      if (key !== '') add(term('name', key), weight * told);
    } else if (folded.length >= 4) {
      add(term('stem', `${space} ${stemOf(folded, group)}`), weight);
      if (folded.length >= WORLD_LETTERS) {
        const key = skeleton(folded, group);
        if (key.length >= 4) add(term('world', key), weight);
      }
    }
  }
}

/** Where the words of linked actors begin: field and offset. */
function linkedPlaces(fields: readonly DocumentField[], { actors }: Annotation): Set<string> {
  const places = new Set<string>();
  for (const { curated, evidence } of actors) {
    if (!curated) continue;
    for (const { field: name, start, text } of evidence) {
      const field = fields.findIndex((one) => one.name === name);
      for (const { index } of text.matchAll(/[\p{L}\p{M}]+/gu)) places.add(`${field} ${start + index}`);
    }
  }
  return places;
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

function addNumber(token: Token, weight: number, add: (key: number, weight: number) => void): void {
  const digits = token.text.replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length === 0 || digits.length > 9) return;
  add(term('number', digits), digits.length === 1 ? weight * 0.3 : weight);
}

function stemOf(folded: string, group: Group): string {
  if (folded.length > STEM + 2) return folded.slice(0, STEM);
  let shortest = folded;
  for (const { base } of baseForms(folded, group))
    if (base.length < shortest.length && base.length > 2) shortest = base;
  return shortest.slice(0, STEM);
}
