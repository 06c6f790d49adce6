import type { KnownActor } from '../domain/knowledge.ts';
import type { LanguageTag } from '../domain/text.ts';
import { genericTypes } from './bare-bodies.ts';
import { adjectiveForms } from './forms/adjective-forms.ts';
import { groupOf } from './forms/language-group.ts';
import { type ActorPart, everyGroup, groupBit, groupsFor, type Meaning, wordsOf } from './meaning.ts';
import { fold } from './text/fold.ts';
import type { NameTrie } from './trie.ts';

const writtenSmall = groupBit('sl') | groupBit('el') | groupBit('ro');
/** Groups that may write a party's name small: republikanska stranka. */
const partiesSmall = everyGroup & ~(groupBit('en') | groupBit('tr'));
const otherScripts = groupBit('mk') | groupBit('bg') | groupBit('el');

/** Every form of the actor's name, with `bare` those of a body without its country. */
export function addActor(
  actor: KnownActor,
  bare: readonly string[],
  { names, words, bearers }: { names: NameTrie<Meaning>; words: NameTrie<Meaning>; bearers: Map<string, number> },
): void {
  addNames(actor, names, bearers, bare);
  addTitled(actor, words);
  addSmall(actor, bare, words);
  addMembers(actor, words);
}

function addNames(
  actor: KnownActor,
  names: NameTrie<Meaning>,
  bearers: Map<string, number>,
  bare: readonly string[],
): void {
  const seen = new Map<string, Meaning>();
  const add = (folded: string[], capitals: number, part: ActorPart, bits: number) => {
    const key = `${part} ${bits} ${folded.join(' ')}`;
    const same = seen.get(key);
    // Си-Ен-Ен and Си-ен-ен: a capital that one of two spellings does without is not asked for.
    if (same) same.capitals &= capitals || 1;
    if (folded.length === 0 || same) return;
    const meaning: Meaning = { is: 'actor', actor, part, groups: bits, capitals: capitals || 1 };
    seen.set(key, meaning);
    names.add(folded, meaning);
    const short = folded.at(-1)!;
    if (actor.kind === 'PERSON' && folded.length > 1 && short.length === 2 && bits & shortCases)
      for (const form of caseFormsOf(short))
        names.add([...folded.slice(0, -1), form], { ...meaning, groups: bits & shortCases });
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

/** What a person's name may begin with and most languages write small. */
const titles = new Set(
  `princ princeza prens принц принцеза принцот принцезата принцеса princi princesha princesë prinț prințul prințesa πρίγκιπας πριγκίπισσα papa папа папата papež πάπας kralj kraljica краљ краљица крал кралот кралица кралицата
  mbreti mbretëresha βασιλιάς βασίλισσα regele regina car цар царот император perandori αυτοκράτορας împăratul patrijarh патријарх патриарх patriarku πατριάρχης patriarhul vojvoda vojvotkinja војвода војвоткиња војвотката херцог
  херцогиня duka dukesha δούκας δούκισσα ducele ducesa sultan султан султанот emir емир emiri σουλτάνος sultanul emirul`
    .split(/\s+/)
    .map(fold),
);
const titlesSmall = everyGroup & ~(groupBit('en') | groupBit('tr'));

/** princ Harry, папа Лав: the title is small in most languages. */
function addTitled(actor: KnownActor, words: NameTrie<Meaning>): void {
  if (actor.kind !== 'PERSON') return;
  for (const { text } of actor.names) {
    const { folded, capitals } = wordsOf(text);
    if (folded.length > 1 && titles.has(folded[0]!))
      words.add(folded, { is: 'actor', actor, part: 'full', groups: titlesSmall, capitals: capitals & ~1 });
  }
}

const shortCases = groupBit('bcs') | groupBit('sl');

/** Mun Džae-ina, Ri Jong Hoa: words of two letters are too short for the rules of cases. */
const caseFormsOf = (word: string): string[] =>
  (word.endsWith('i') ? ['ja', 'ju', 'jem'] : /[aeou]$/.test(word) ? ['a', 'u', 'om', 'm'] : ['a', 'u', 'om']).map(
    (ending) => word + ending,
  );

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
