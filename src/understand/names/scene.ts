import { CAPITAL, CAPS, GAP, LOWER, MIXED, NUMBER, type TextDocument, type Token } from '../context.ts';
import { inCapitals } from '../find-known.ts';
import { baseForms } from '../forms/base-forms.ts';
import { type Group, groupOf, groups } from '../forms/language-group.ts';
import { type Lexicon, lexicons } from '../lexicon/lexicon.ts';
import type { NameIndex } from '../name-index.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** What the rules for names that are on no list look at. */
export interface Scene {
  document: TextDocument;
  tokens: readonly Token[];
  group: Group;
  lexicon: Lexicon;
  index: NameIndex;
  vocabulary: Vocabulary;
  /** Folded words that the document also writes in lower case. */
  lower: FoldedWords;
  /** Folded words that the document also writes with a capital where no sentence begins. */
  high: FoldedWords;
  /** Folded words in capitals that somewhere have a case ending behind a hyphen or an apostrophe: OPEC-a. */
  acronyms: ReadonlySet<string>;
  /** Folded names of storms that the text speaks of. */
  storms: ReadonlySet<string>;
  /** Tokens that a known name holds: 1 an organisation, 2 a person, 3 a place or country; 0 free. */
  taken: Uint8Array;
  /** Tokens that are a known person's surname, though nothing says that it is he. */
  hinted: Uint8Array;
  /** Sentences whose capitals say nothing: all in capitals, or a headline in title case. */
  blind: readonly boolean[];
}

const stormNouns = new Set(
  'hurricane typhoon cyclone storm uragan ciklon tajfun oluja furtuna uraganul ciclonul kasirgasi tyfonas'.split(' '),
);

interface FoldedWords {
  has(folded: string): boolean;
}

/** How many texts were read: marks their words in the vocabulary. */
let texts = 0;

export function createScene(document: TextDocument, index: NameIndex): Scene {
  const group = groupOf(document.language);
  const vocabulary = index.vocabulary(group);
  const number = ++texts;
  const acronyms = new Set<string>();
  const storms = new Set<string>();
  const blind = document.sentences.map((_, number) => isBlind(document, number));
  const { tokens } = document;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.shape === LOWER) {
      vocabulary.of(token.word).lower = number;
      if (token.gap & GAP.JOINED && at > 0 && tokens[at - 1]!.shape === CAPS) acronyms.add(tokens[at - 1]!.folded);
    } else if (token.shape === CAPITAL) {
      if (!blind[token.sentence] && !opensAt(document, at)) vocabulary.of(token.word).high = number;
      if (token.gap === 0 && stormNouns.has(tokens[at - 1]?.folded ?? '')) storms.add(token.folded);
    }
  }
  return {
    document,
    tokens: document.tokens,
    group,
    lexicon: lexicons[group],
    index,
    vocabulary,
    lower: { has: (folded) => vocabulary.get(folded).lower === number },
    high: { has: (folded) => vocabulary.get(folded).high === number },
    acronyms,
    storms,
    taken: new Uint8Array(document.tokens.length),
    hinted: new Uint8Array(document.tokens.length),
    blind,
  };
}

function isBlind(document: TextDocument, number: number): boolean {
  const sentence = document.sentences[number]!;
  const first = document.tokens[sentence.first];
  if (!first) return true;
  if (inCapitals(document, first)) return true;
  if (document.fields[sentence.field]!.name !== 'HEADLINE') return false;
  let high = 0;
  let words = 0;
  for (let at = sentence.first + 1; at < sentence.last; at++) {
    const token = document.tokens[at]!;
    if (token.shape === NUMBER || token.text.length < 4) continue;
    words++;
    if (token.shape !== LOWER) high++;
  }
  return words > 3 && high > words * 0.75;
}

/** Whether the token is written as a name is. */
export const isHigh = (token: Token): boolean =>
  token.shape === CAPITAL || token.shape === CAPS || token.shape === MIXED;

/** Whether a capital says nothing here: a sentence, a quotation or a line begins. */
export const opens = (scene: Scene, at: number): boolean => opensAt(scene.document, at);

function opensAt(document: TextDocument, at: number): boolean {
  const token = document.tokens[at]!;
  return document.sentences[token.sentence]!.first === at || (token.gap & (GAP.QUOTE | GAP.COLON | GAP.DASH)) !== 0;
}

const members = new Map<Group, WeakMap<ReadonlySet<string>, Map<string, boolean>>>(
  groups.map((group) => [group, new WeakMap()]),
);

/** Whether the word, as it stands or in its base form, is in the set. */
export function among(set: ReadonlySet<string>, folded: string, group: Group): boolean {
  const bySet = members.get(group)!;
  let known = bySet.get(set);
  if (!known) {
    known = new Map();
    bySet.set(set, known);
  }
  let found = known.get(folded);
  if (found === undefined) {
    found = set.has(folded) || baseForms(folded, group).some(({ base, possessive }) => !possessive && set.has(base));
    if (known.size > 20_000) known.clear();
    known.set(folded, found);
  }
  return found;
}

const given = new Map<Group, Map<string, { base: string; gender: 'm' | 'f' | 'mf' } | null>>();

/** The given name that the word is, in any case of it. */
export function givenName(scene: Scene, folded: string): { base: string; gender: 'm' | 'f' | 'mf' } | null {
  let cache = given.get(scene.group);
  if (!cache) {
    cache = new Map();
    given.set(scene.group, cache);
  }
  const known = cache.get(folded);
  if (known !== undefined) return known;
  if (cache.size > 50_000) cache.clear();
  const names = scene.index.givenNames;
  let found: { base: string; gender: 'm' | 'f' | 'mf' } | null = null;
  const own = names.get(folded);
  if (own) found = { base: folded, gender: own };
  else if (folded.length > 2) {
    for (const { base, possessive } of baseForms(folded, scene.group)) {
      // Of three letters only the forms of Ana, Eva, Mia.
      if (folded.length === 3 && !(base.length === 3 && base.endsWith('a'))) continue;
      const gender = possessive ? undefined : names.get(base);
      // Ondina is no form of Ondine; Hrvoja is one of Hrvoje.
      if (gender === 'f' && folded.endsWith('a') && base.endsWith('e')) continue;
      if (gender) {
        const full = fuller(base, scene);
        found = { base: full, gender: names.get(full) ?? gender };
        break;
      }
    }
  }
  cache.set(folded, found);
  return found;
}

/** Marka is of Marko before Mark, Hrvoja of Hrvoje. */
export function fuller(base: string, { group, index }: Scene): string {
  if (group !== 'bcs' && group !== 'sl') return base;
  if (/[^aeiou]k$/.test(base) && index.givenNames.has(`${base}o`)) return `${base}o`;
  // Aleksandra is of Aleksandar.
  if (/[^aeiou]r$/.test(base) && index.givenNames.has(`${base.slice(0, -1)}ar`)) return `${base.slice(0, -1)}ar`;
  return base.endsWith('oj') && index.givenNames.has(`${base}e`) ? `${base}e` : base;
}

/** II, XVI: a ruler's number. */
export const isNumeral = (token: Token): boolean => token.shape !== LOWER && /^[IVX]+$/.test(token.text);

/** A letter that stands for a given name; I.G. for two. */
export const isInitial = (token: Token): boolean =>
  token.end - token.start === 1
    ? token.shape === CAPITAL
    : token.end - token.start < 6 && /^\p{Lu}\.-?\p{Lu}\.?$/u.test(token.text);
