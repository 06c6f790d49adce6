import type { CountryWords, Knowledge, Place } from '../catalog/knowledge.ts';
import type { KnownActor } from '../domain/knowledge.ts';
import type { LanguageTag } from '../domain/text.ts';
import { createBareBodies, genericTypes } from './bare-bodies.ts';
import { adjectiveForms } from './forms/adjective-forms.ts';
import { type Group, groupOf, groups, nameLanguages } from './forms/language-group.ts';
import { type GivenNames, givenNamesOf } from './given-names.ts';
import { createHeardAs, type HeardAs } from './respelling/heard-as.ts';
import { fold, foldName } from './text/fold.ts';
import { NameTrie } from './trie.ts';

/** `named`: a surname too common to stand alone, for whom the text names in full. `member`: what a party's people are called; `adjective`: what is theirs. */
export type ActorPart = 'full' | 'alone' | 'named' | 'acronym' | 'member' | 'adjective';
/** `not`: a longer name that holds a country's word and means something else. */
export type CountryPart = 'name' | 'adjective' | 'demonym' | 'capital' | 'also' | 'not';

/** What a name in the trie means. */
export type Meaning = {
  /** Bits of the groups whose texts use this name; see `groupBit`. */
  groups: number;
  /** Bits of the words (first is 1) that are written with a capital. */
  capitals: number;
  /** Only where the text writes it in Latin letters. */
  latin?: boolean;
  /** Written with capitals inside (SAD, BiH): a word with only the first one is another. */
  acronym?: boolean;
} & (
  | { is: 'actor'; actor: KnownActor; part: ActorPart }
  | { is: 'place'; place: Place; town: boolean }
  | { is: 'country'; code: string; part: CountryPart }
  | { is: 'role'; role: string; gender: 'm' | 'f' | null }
);

export type ActorMeaning = Meaning & { is: 'actor' };

export const groupBit = (group: Group): number => 1 << groups.indexOf(group);
const everyGroup = (1 << groups.length) - 1;
const writtenSmall = groupBit('sl') | groupBit('el') | groupBit('ro');
/** Groups that may write a party's name small: republikanska stranka. */
const partiesSmall = everyGroup & ~(groupBit('en') | groupBit('tr'));
const otherScripts = groupBit('mk') | groupBit('bg') | groupBit('el');

/** Every name the knowledge holds, ready to be looked for. */
export interface NameIndex {
  /** Names that begin with a capital. */
  names: NameTrie<Meaning>;
  /** Words that may stand in lower case: adjectives and demonyms of countries, offices. */
  words: NameTrie<Meaning>;
  knowledge: Knowledge;
  /** How many curated persons bear the folded surname. */
  bearers: ReadonlyMap<string, number>;
  /** Folded given names of every language, with the gender they speak for. */
  givenNames: GivenNames;
  heardAs: HeardAs;
}

const made = new WeakMap<Knowledge, NameIndex>();

/** The index of a knowledge; made once, for it is large. */
export function createNameIndex(knowledge: Knowledge): NameIndex {
  const known = made.get(knowledge);
  if (known) return known;
  const index = makeNameIndex(knowledge);
  made.set(knowledge, index);
  return index;
}

function makeNameIndex(knowledge: Knowledge): NameIndex {
  const names = new NameTrie<Meaning>();
  const words = new NameTrie<Meaning>();
  const bearers = new Map<string, number>();
  const bareOf = createBareBodies(knowledge.countryWords);
  for (const actor of knowledge.actors) {
    const bare = bareOf(actor);
    addActor(actor, names, bearers, bare);
    addSmall(actor, bare, words);
    addMembers(actor, words);
  }
  for (const place of knowledge.places) addPlace(place, names, words);
  for (const country of knowledge.countryWords) addCountry(country, names, words);
  for (const { role, words: byLanguage } of knowledge.roles) {
    for (const [language, { m, f }] of Object.entries(byLanguage)) {
      for (const text of new Set([...m, ...f])) {
        const gender = m.includes(text) ? (f.includes(text) ? null : 'm') : 'f';
        words.add(foldName(text), { is: 'role', role, gender, groups: groupBit(groupOf(language)), capitals: 0 });
      }
    }
  }
  const givenNames = givenNamesOf(knowledge);
  return { names, words, knowledge, bearers, givenNames, heardAs: createHeardAs(knowledge, givenNames) };
}

/** Splits a name as the tokenizer does, with which words carry a capital. */
function wordsOf(text: string): { folded: string[]; capitals: number } {
  const raw = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let capitals = 0;
  raw.forEach((word, index) => {
    if (/^[\p{Lu}\p{N}]/u.test(word)) capitals |= 1 << index;
  });
  return { folded: raw.map(fold), capitals };
}

/** The groups that use a name given for `language`: its own, and those that have none of their own and fall back on it. */
function groupsFor(language: LanguageTag | null, given: ReadonlySet<LanguageTag>): number {
  if (language === null) return everyGroup;
  let bits = 0;
  for (const group of groups) {
    const wanted = nameLanguages[group].find((tag) => given.has(tag));
    // Serbian, Croatian, Bosnian and Montenegrin texts quote each other's spelling.
    if (wanted === language || groupOf(language) === group) bits |= groupBit(group);
  }
  return bits;
}

function addActor(
  actor: KnownActor,
  names: NameTrie<Meaning>,
  bearers: Map<string, number>,
  bare: readonly string[],
): void {
  const seen = new Set<string>();
  const add = (folded: string[], capitals: number, part: ActorPart, bits: number) => {
    const key = `${part} ${bits} ${folded.join(' ')}`;
    if (folded.length === 0 || seen.has(key)) return;
    seen.add(key);
    names.add(folded, { is: 'actor', actor, part, groups: bits, capitals: capitals || 1 });
  };
  const addLatin = (word: string, capitals: number) =>
    names.add([word], { is: 'actor', actor, part: 'full', groups: otherScripts, capitals: capitals || 1, latin: true });
  const english = actor.names.find((name) => name.language === 'en')?.text ?? actor.names[0]?.text ?? '';
  const surnames = new Set<string>();
  for (const name of actor.names) {
    const { folded, capitals } = wordsOf(name.text);
    if (actor.kind === 'ORGANIZATION') {
      // What is shown may be the acronym or the bare form, which are found by rules of their own.
      if (actor.acronyms.some((acronym) => acronym.text === name.text) || actor.alone?.includes(name.text)) continue;
      if (folded.length === 1 && /^\p{Lu}{2,}$/u.test(name.text)) {
        add(folded, 1, 'acronym', everyGroup);
        continue;
      }
      // A name of one word may be an everyday word of another language.
      add(
        folded,
        capitals,
        'full',
        folded.length > 1 ? everyGroup : groupsFor(name.language, languagesOf(actor.names)),
      );
      // Facebook and Google keep their letters in Cyrillic and Greek too.
      if (folded.length === 1 && /^[A-Za-z]/.test(name.text)) addLatin(folded[0]!, capitals);
      continue;
    }
    add(folded, capitals, folded.length > 1 ? 'full' : 'alone', everyGroup);
    for (const surname of surnamesOf(name.text, english, actor.alone)) {
      const part = wordsOf(surname);
      add(part.folded, part.capitals, 'alone', everyGroup);
      surnames.add(part.folded.join(' '));
    }
    if (actor.alone?.length === 0 && folded.length > 1) add(folded.slice(-1), 1, 'named', everyGroup);
  }
  // A body's bare form (the Supreme Court) means it where its country is spoken of.
  if (actor.kind === 'ORGANIZATION') {
    for (const form of new Set([...(actor.alone ?? []), ...bare])) {
      const { folded, capitals } = wordsOf(form);
      add(folded, capitals, 'alone', everyGroup);
    }
  }
  for (const surname of surnames) bearers.set(surname, (bearers.get(surname) ?? 0) + 1);
  for (const acronym of actor.acronyms) {
    const { folded } = wordsOf(acronym.text);
    add(folded, 1, 'acronym', groupsFor(acronym.language, languagesOf(actor.acronyms)));
  }
}

/** Vrhovno sodišče, ministerul de interne, републиканската партија: some languages write a body's bare name small. */
function addSmall(actor: KnownActor, bare: readonly string[], words: NameTrie<Meaning>): void {
  const party = actor.type === 'party';
  if (!party && !genericTypes.has(actor.type ?? '')) return;
  const known = party ? actor.names.flatMap(({ text }) => (isPartyName.test(text) ? [text] : [])) : [];
  for (const form of new Set([...(actor.alone ?? []), ...bare, ...known])) {
    const { folded } = wordsOf(form);
    if (folded.length > 1)
      words.add(folded, {
        is: 'actor',
        actor,
        part: 'alone',
        groups: party ? partiesSmall : writtenSmall,
        capitals: 0,
      });
  }
}

/** A name of two words one of which says what it is: such a one may be written small. */
const isPartyName = /^(\p{L}+ (партиј\p{L}+|партия\p{L}*|странка|partija|stranka|Κόμμα)|(Partia|Partidul) \p{L}+)$/u;

function addMembers(actor: KnownActor, words: NameTrie<Meaning>): void {
  const adjectives = actor.adjectives ?? [];
  const told = languagesOf(adjectives);
  for (const { text, language } of adjectives) {
    for (const form of adjectiveForms(text, groupOf(language ?? 'und'))) {
      const { folded, capitals } = wordsOf(form);
      words.add(folded, { is: 'actor', actor, part: 'adjective', groups: groupsFor(language, told), capitals });
    }
  }
  const members = actor.members ?? [];
  const given = languagesOf(members);
  for (const { text, language } of members) {
    const { folded, capitals } = wordsOf(text);
    words.add(folded, { is: 'actor', actor, part: 'member', groups: groupsFor(language, given), capitals });
  }
}

const languagesOf = (names: readonly { language: LanguageTag | null }[]) =>
  new Set(names.flatMap((name) => (name.language ? [name.language] : [])));

const particles = new Set(
  'von van der den de da di del della la le el al bin ibn fon van der de фон ван дер де φον ντερ ντε βαν'.split(' '),
);

/** The forms that name a person without the given name, in one of the names' spellings. */
function surnamesOf(name: string, english: string, alone: readonly string[] | null): string[] {
  const words = name.split(/\s+/);
  if (words.length < 2) return [];
  if (alone !== null) {
    const englishWords = english.split(/\s+/);
    return alone.flatMap((form) => {
      // Where the form stands in the English name, the same words of the name in another script are the form there.
      const length = form.split(/\s+/).length;
      const place = englishWords.findIndex(
        (_, at) => fold(englishWords.slice(at, at + length).join('')) === fold(form.replace(/\s+/g, '')),
      );
      if (place < 0) return name === english ? [form] : [];
      const fromEnd = englishWords.length - place;
      const at = place === 0 ? 0 : words.length - fromEnd;
      return at >= 0 && words[at] ? [words.slice(at, at + length).join(' ')] : [];
    });
  }
  let at = words.length - 1;
  const short = words[at]!;
  while (at > 1 && particles.has(words[at - 1]!.toLowerCase())) at--;
  const long = words.slice(at).join(' ');
  return long === short ? [short] : [long, short];
}

function addPlace(place: Place, names: NameTrie<Meaning>, words: NameTrie<Meaning>): void {
  const given = new Set(Object.keys(place.names));
  const add = (text: string, bits: number) => {
    const { folded, capitals } = wordsOf(text);
    if (bits && folded.length > 0)
      names.add(folded, { is: 'place', place, town: place.type === 'town', groups: bits, capitals: capitals || 1 });
  };
  for (const [language, texts] of Object.entries(place.names)) {
    const bits = groupsFor(language === 'und' ? null : language, given);
    for (const text of texts) add(text, bits);
  }
  const givenAdjectives = new Set(Object.keys(place.adjectives));
  for (const [language, texts] of Object.entries(place.adjectives)) {
    const bits = groupsFor(language, givenAdjectives);
    for (const text of texts.flatMap((one) => adjectiveForms(one, groupOf(language)))) {
      const { folded, capitals } = wordsOf(text);
      words.add(folded, { is: 'place', place, town: false, groups: bits, capitals });
    }
  }
  // The name to show serves where a language says nothing.
  let covered = 0;
  for (const language of given) covered |= groupsFor(language, given);
  add(place.name, everyGroup & ~covered || (given.has('en') ? 0 : groupBit('en')));
}

function addCountry(country: CountryWords, names: NameTrie<Meaning>, words: NameTrie<Meaning>): void {
  const { code } = country;
  const add = (byLanguage: Record<string, string[]>, part: CountryPart) => {
    const given = new Set(Object.keys(byLanguage));
    for (const [language, texts] of Object.entries(byLanguage)) {
      const bits = groupsFor(language, given);
      const group = groupOf(language);
      const all = part === 'adjective' ? texts.flatMap((text) => adjectiveForms(text, group)) : texts;
      for (const text of all) addOne(text, bits, part);
    }
  };
  const addOne = (text: string, bits: number, part: CountryPart) => {
    const { folded, capitals } = wordsOf(text);
    if (folded.length === 0) return;
    const acronym = folded.length === 1 && /\p{Lu}$|\p{Lu}.*\p{Lu}/u.test(text);
    const meaning = { is: 'country', code, part, groups: bits, ...(acronym && { acronym }) } as const;
    if (part !== 'adjective' && part !== 'demonym') names.add(folded, { ...meaning, capitals: capitals || 1 });
    else {
      if (part === 'demonym' && capitals) names.add(folded, { ...meaning, capitals });
      words.add(folded, { ...meaning, capitals });
    }
  };
  add(country.names, 'name');
  add(country.adjectives, 'adjective');
  add(country.demonyms, 'demonym');
  add(country.capital, 'capital');
  add(country.not, 'not');
  for (const text of country.also) addOne(text, everyGroup, 'also');
}
