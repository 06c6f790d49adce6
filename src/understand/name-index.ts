import type { CountryWords, Knowledge, Place } from '../catalog/knowledge.ts';
import type { KnownActor } from '../domain/knowledge.ts';
import { addActor } from './actor-names.ts';
import { createBareBodies } from './bare-bodies.ts';
import { adjectiveForms } from './forms/adjective-forms.ts';
import { type Group, groupOf, groups } from './forms/language-group.ts';
import { type GivenNames, givenNamesOf } from './given-names.ts';
import { type CountryPart, everyGroup, groupBit, groupsFor, type Meaning, wordsOf } from './meaning.ts';
import { isListedSurname } from './names/name-lists.ts';
import { createHeardAs, type HeardAs } from './respelling/heard-as.ts';
import { foldName } from './text/fold.ts';
import { NameTrie } from './trie.ts';
import { Vocabulary } from './vocabulary.ts';

/** Every name the knowledge holds, ready to be looked for. */
export interface NameIndex {
  /** Names that begin with a capital. */
  names: NameTrie<Meaning>;
  /** Words that may stand in lower case: adjectives and demonyms of countries, offices. */
  words: NameTrie<Meaning>;
  /** The words of a group's texts. */
  vocabulary(group: Group): Vocabulary;
  knowledge: Knowledge;
  /** How many curated persons bear the folded surname. */
  bearers: ReadonlyMap<string, number>;
  /** Governments and parliaments by the folded word that alone means them in their country: vlada, sabor. */
  heads: ReadonlyMap<string, ReadonlySet<KnownActor>>;
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
  const { bareNames, bareHeads } = createBareBodies(knowledge.countryWords);
  const heads = new Map<string, Set<KnownActor>>();
  for (const actor of knowledge.actors) {
    addActor(actor, bareNames(actor), { names, words, bearers });
    for (const head of bareHeads(actor)) heads.set(head, (heads.get(head) ?? new Set()).add(actor));
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
  const vocabularies = new Map(
    groups.map((group) => [
      group,
      new Vocabulary(names, words, group, (folded) => givenNames.has(folded) || isListedSurname(folded, group)),
    ]),
  );
  const vocabulary = (group: Group) => vocabularies.get(group)!;
  const heardAs = createHeardAs(knowledge, givenNames);
  return { names, words, vocabulary, knowledge, bearers, heads, givenNames, heardAs };
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
