import type { KnownActor } from '../domain/knowledge.ts';
import { CAPITAL, CAPS, GAP, LOWER, MIXED, NUMBER, type TextDocument, type Token } from './context.ts';
import { groupOf } from './forms/language-group.ts';
import type { Lexeme } from './lexeme.ts';
import { lexicons } from './lexicon/lexicon.ts';
import { groupBit, type Meaning } from './meaning.ts';
import type { NameIndex } from './name-index.ts';
import { isCommonWord } from './names/common-words.ts';
import { fold } from './text/fold.ts';
import type { NameTrie, Path, Reading } from './trie.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A name of the knowledge that stands in the text. */
export interface Hit {
  /** Tokens, end exclusive. */
  first: number;
  last: number;
  /** 0 as in the knowledge, 1 a case form, 2 a possessive. */
  how: number;
  /** All that it may mean. */
  meanings: Meaning[];
}

/** The longest known names of the text, none inside another, and the words in lower case that mean a country or an office. */
export function findKnown(document: TextDocument, index: NameIndex): { hits: Hit[]; words: Hit[] } {
  const hits: Hit[] = [];
  const words: Hit[] = [];
  const { tokens } = document;
  const search = searchIn(document, index);
  const { vocabulary } = search;
  vocabulary.makeRoom();
  let free = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.shape === NUMBER) continue;
    const lexeme = vocabulary.of(token.word);
    if (at >= free && token.shape !== LOWER && vocabulary.opensName(lexeme)) {
      const hit = longest(at, search, index.names, search.names);
      if (hit) {
        hits.push(hit);
        free = hit.last;
      }
    }
    if (!vocabulary.opensWord(lexeme)) continue;
    const word = longest(at, search, index.words, search.words);
    if (word) words.push(word);
  }
  return { hits, words };
}

/** A name of the actor that begins at the token, alone or inside a longer name. */
export function namedAt(document: TextDocument, index: NameIndex, at: number, actor: KnownActor): Hit | null {
  const search = searchIn(document, index);
  return longest(at, search, index.names, search.names, actor);
}

/** What the search for known names needs of one document. */
interface Search {
  document: TextDocument;
  vocabulary: Vocabulary;
  /** Of the document's group; see `groupBit`. */
  bit: number;
  names: Path;
  words: Path;
}

function searchIn(document: TextDocument, index: NameIndex): Search {
  const group = groupOf(document.language);
  const vocabulary = index.vocabulary(group);
  const { tokens } = document;
  const lexemeAt = (place: number, first: number): Lexeme | null => {
    const token = tokens[place];
    if (token === undefined) return null;
    // АЕЦ „Козлодуй“: a known name may have its own in quotation marks.
    if (place > first && !goesOn(token) && token.gap !== GAP.QUOTE && !dotted(tokens[place - 1]!, token)) return null;
    return vocabulary.of(token.word);
  };
  const path = (read: (lexeme: Lexeme) => readonly Reading[]): Path => ({
    readingsAt(place, first) {
      const lexeme = lexemeAt(place, first);
      return lexeme === null ? undefined : read(lexeme);
    },
  });
  return {
    document,
    vocabulary,
    bit: groupBit(group),
    names: path((lexeme) => vocabulary.names(lexeme)),
    words: path((lexeme) => vocabulary.words(lexeme)),
  };
}

/** The longest name that begins at the token, which must be one that a name may begin with. */
function longest(
  at: number,
  { document, bit }: Search,
  trie: NameTrie<Meaning>,
  path: Path,
  only: KnownActor | null = null,
): Hit | null {
  const matches = trie.matches(at, path);
  let best = null as Hit | null;
  for (let each = 0; each < matches.length; each++) {
    const { end, how, payloads } = matches[each]!;
    if (best !== null && end < best.last) continue;
    let hit: Hit | null = null;
    for (let one = 0; one < payloads.length; one++) {
      const meaning = payloads[one]!;
      if (!(meaning.groups & bit)) continue;
      if (only !== null && !(meaning.is === 'actor' && meaning.actor === only)) continue;
      if (!writtenSo(meaning, at, end, document.tokens, document)) continue;
      if (hit === null) hit = { first: at, last: end, how, meanings: [meaning] };
      else hit.meanings.push(meaning);
    }
    if (hit !== null) best = best?.last === end ? together(best, hit) : hit;
  }
  return best;
}

/** Two readings of the same words: the surer, or both. */
function together(one: Hit, other: Hit): Hit {
  const [sure, less] = one.how <= other.how ? [one, other] : [other, one];
  // Уставниот суд is written out for one country, and the definite form of another's Уставен суд.
  const both = sure.how === less.how || (sure.meanings.every(isBareBody) && less.meanings.every(isBareBody));
  return both ? { ...sure, meanings: [...sure.meanings, ...less.meanings] } : sure;
}

const isBareBody = (meaning: Meaning): boolean =>
  meaning.is === 'actor' && meaning.part === 'alone' && meaning.actor.kind === 'ORGANIZATION';

/** Whether a name may go on over what stands before the token. */
export const goesOn = (token: Token): boolean =>
  token.gap === 0 ||
  token.gap === (GAP.JOINED | GAP.HYPHEN) ||
  token.gap === (GAP.JOINED | GAP.APOSTROPHE) ||
  token.gap === GAP.AMPERSAND;

/** Inside an acronym with full stops: U.S., Η.Π.Α. */
const dotted = (before: Token, token: Token): boolean =>
  token.gap === GAP.STOP &&
  token.start - before.end === 1 &&
  token.end - token.start === 1 &&
  before.end - before.start === 1;

/** Whether the words are written as the name is: its capitals are capitals, an acronym is one. */
function writtenSo(
  meaning: Meaning,
  first: number,
  last: number,
  tokens: readonly Token[],
  document: TextDocument,
): boolean {
  if (meaning.latin && !/^[A-Za-z]/.test(tokens[first]!.text)) return false;
  if (meaning.is === 'actor' && meaning.part === 'acronym') {
    const token = tokens[first]!;
    if (last - first === 1 && !hasMarksOf(token.text, meaning.actor)) return false;
    if (token.shape === CAPS) return !inCapitals(document, token);
    // Nato, Unesco, where the capital is no accident: "nato" is "then" in Slovene.
    if (document.sentences[token.sentence]!.first === first) return false;
    return (
      token.shape === MIXED ||
      (last - first > 1 && token.shape === CAPITAL) ||
      (token.shape === CAPITAL && token.text.length > 3 && meaning.actor.countries.length === 0)
    );
  }
  if (meaning.acronym) {
    const { shape } = tokens[first]!;
    if (shape !== MIXED && (shape !== CAPS || inCapitals(document, tokens[first]!))) return false;
  }
  // A body whose name is an everyday word: at a sentence's start it is the word.
  const isWord = meaning.is === 'actor' && (meaning.part === 'member' || meaning.part === 'adjective');
  if (meaning.is === 'actor' && !isWord && last - first === 1 && meaning.actor.kind === 'ORGANIZATION') {
    const token = tokens[first]!;
    const opening = document.sentences[token.sentence]!.first === first;
    const group = groupOf(document.language);
    const everyday = lexicons[group].openers.has(token.folded) || isCommonWord(token.folded, group);
    if (opening && token.shape === CAPITAL && everyday) return false;
  }
  for (let at = first; at < last; at++) {
    if (meaning.capitals & (1 << (at - first)) && tokens[at]!.shape === LOWER) return false;
  }
  return true;
}

/** A Latin acronym with its marks, whatever its script: НИШ is NIŠ, which is not NIS. */
const marked = (text: string): string =>
  [...text.toLowerCase()].map((letter) => marks[letter] ?? fold(letter)).join('');
const marks: Record<string, string> = { š: 'š', ш: 'š', ș: 'š', ş: 'š', č: 'č', ч: 'č', ć: 'ć', ћ: 'ć', ќ: 'ć', ž: 'ž', ж: 'ž', ç: 'ç', ë: 'ë', ö: 'ö', ü: 'ü', ğ: 'ğ', ț: 'ț' }; // biome-ignore format: a table

/** Whether marks that the text writes are the acronym's own; without marks it may be any. */
function hasMarksOf(text: string, actor: KnownActor): boolean {
  const own = marked(text);
  return own === fold(text) || [...actor.acronyms, ...actor.names].some((name) => marked(name.text) === own);
}

const shouting = new WeakMap<TextDocument, boolean[]>();

/** Whether the token's sentence is all in capitals, so that capitals say nothing. */
export function inCapitals(document: TextDocument, token: Token): boolean {
  let known = shouting.get(document);
  if (!known) {
    known = document.sentences.map((sentence) => {
      let caps = 0;
      let words = 0;
      for (let at = sentence.first; at < sentence.last; at++) {
        const { shape, text } = document.tokens[at]!;
        if (shape === NUMBER || text.length < 2) continue;
        words++;
        if (shape === CAPS) caps++;
      }
      return words > 2 && caps > words * 0.7;
    });
    shouting.set(document, known);
  }
  return known[token.sentence]!;
}
