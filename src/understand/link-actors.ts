import type { KnownActor } from '../domain/knowledge.ts';
import { type ActorMention, CAPITAL, CAPS, GAP, LOWER, type TextDocument, type Token } from './context.ts';
import { type Hit, inCapitals } from './find-known.ts';
import { baseForms } from './forms/base-forms.ts';
import { groupOf } from './forms/language-group.ts';
import { lexicons } from './lexicon/lexicon.ts';
import type { Meaning, NameIndex } from './name-index.ts';
import { isCommonWord, isListedWord } from './names/common-words.ts';
import { isFamousName } from './names/name-lists.ts';
import { isSurname } from './names/surname-endings.ts';
import { fold, foldName } from './text/fold.ts';

type ActorMeaning = Meaning & { is: 'actor' };
/** Links known names to curated actors. */
export type Link = (document: TextDocument, known: { hits: Hit[]; words: Hit[] }) => ActorMention[];

/** Tells which curated actor each known name means in this document, if any. */
export function createLinker(index: NameIndex): Link {
  const members = new Set(
    index.knowledge.actors.flatMap((actor) => (actor.members ?? []).flatMap(({ text }) => foldName(text))),
  );
  return (document, known) => {
    const context = contextOf(document, known);
    // A full name anywhere in the document licences the surname alone.
    const named = new Map<string, KnownActor>();
    const chosen = new Map<Hit, KnownActor>();
    for (const hit of known.hits) {
      const full = hit.meanings.filter(
        (meaning): meaning is ActorMeaning =>
          meaning.is === 'actor' && (meaning.part === 'full' || meaning.part === 'acronym'),
      );
      const fitting = full.filter((meaning) => declines(meaning.actor, hit) && isOfHere(meaning.actor, context));
      if (fitting.length === 0) continue;
      const actor = likeliest(
        fitting.map((meaning) => meaning.actor),
        context,
      );
      chosen.set(hit, actor);
      named.set(actor.slug, actor);
    }
    for (const hit of known.hits) {
      if (chosen.has(hit)) continue;
      const actor = bare(hit, document, index, named, context);
      if (actor) chosen.set(hit, actor);
    }
    const linked = known.hits.flatMap((hit) => {
      const actor = chosen.get(hit);
      return actor ? [toMention(document, withInitials(document, hit, actor), actor)] : [];
    });
    return [...linked, ...membersOf(document, known.words, linked, context, members)];
  };
}

/** Countries that the document speaks of, for choosing between two of one name. */
function contextOf(document: TextDocument, known: { hits: Hit[]; words: Hit[] }): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (code: string, weight: number) => weights.set(code, (weights.get(code) ?? 0) + weight);
  if (document.setting.outletCountry) add(document.setting.outletCountry, 2);
  for (const hit of [...known.hits, ...known.words]) {
    for (const meaning of hit.meanings) {
      if (meaning.is === 'country') add(meaning.code, 1);
      else if (meaning.is === 'place') add(meaning.place.country, 0.3);
    }
  }
  for (const actor of surelyNamed(document, known.hits)) {
    if (actor.countries.length === 1) add(actor.countries[0]!, 0.7);
  }
  return weights;
}

/** Democrats, naprednjaci: the party whose people are called so in the one country that the document speaks of. */
function membersOf(
  document: TextDocument,
  words: readonly Hit[],
  linked: readonly ActorMention[],
  context: ReadonlyMap<string, number>,
  members: ReadonlySet<string>,
): ActorMention[] {
  const found: ActorMention[] = [];
  const group = groupOf(document.language);
  // democrației, демократије: a form of democracy, not of a democrat.
  const isOtherWord = (folded: string) =>
    baseForms(folded, group).some(({ base }) => !members.has(base) && isListedWord(base, group));
  for (const hit of words) {
    if (hit.how === 2) continue;
    const parties = hit.meanings.flatMap((meaning) =>
      meaning.is === 'actor' && meaning.part === 'member' ? [meaning.actor] : [],
    );
    if (parties.length === 0) continue;
    if (hit.how > 0 && isOtherWord(document.tokens[hit.first]!.folded)) continue;
    if (linked.some((mention) => mention.first < hit.last && hit.first < mention.last)) continue;
    const weight = (party: KnownActor) => Math.max(0, ...party.countries.map((code) => context.get(code) ?? 0));
    const [best, next] = [...new Set(parties)].sort((a, b) => weight(b) - weight(a));
    if (weight(best!) < 1 || (next && weight(best!) - weight(next) < 0.5)) continue;
    found.push(toMention(document, hit, best!));
  }
  return found;
}

/** People who are named in full, or by a surname that everybody knows: where they are at home is spoken of. */
function surelyNamed(document: TextDocument, hits: readonly Hit[]): Set<KnownActor> {
  const group = groupOf(document.language);
  const people = new Set<KnownActor>();
  for (const hit of hits) {
    const named = hit.meanings.filter(
      (meaning): meaning is ActorMeaning => meaning.is === 'actor' && meaning.actor.kind === 'PERSON',
    );
    const [only] = named;
    if (!only || named.some((meaning) => meaning.actor !== only.actor)) continue;
    if (only.part === 'full' || isFamousName(document.tokens[hit.first]!.folded, group)) people.add(only.actor);
  }
  return people;
}

const generic = new Set(['court', 'government', 'ministry', 'parliament', 'police', 'military', 'prosecution', 'bank']);

/** The Supreme Court, the Ministry of Justice: every country has one, so its own must be spoken of. */
function isOfHere(actor: KnownActor, context: ReadonlyMap<string, number>): boolean {
  if (actor.kind !== 'ORGANIZATION' || !generic.has(actor.type ?? '') || actor.countries.length === 0) return true;
  return actor.countries.some((code) => context.has(code));
}

function likeliest(actors: readonly KnownActor[], context: ReadonlyMap<string, number>): KnownActor {
  const score = (actor: KnownActor) =>
    Math.max(0, ...actor.countries.map((code) => context.get(code) ?? 0)) + Math.min(actor.roles.length, 3) * 0.1;
  return actors.reduce((best, actor) => (score(actor) > score(best) ? actor : best));
}

/** A woman's surname that ends in a consonant has no case forms (Ana Brnabić, Ani Brnabić, never Brnabića). */
function declines(actor: KnownActor, hit: Hit): boolean {
  return !(
    actor.gender === 'f' &&
    hit.how === 1 &&
    hit.last - hit.first === 1 &&
    !/[aаαη]$/i.test(actor.names[0]!.text)
  );
}

function bare(
  hit: Hit,
  document: TextDocument,
  index: NameIndex,
  named: ReadonlyMap<string, KnownActor>,
  context: ReadonlyMap<string, number>,
): KnownActor | null {
  const candidates = hit.meanings
    .filter((meaning): meaning is ActorMeaning => meaning.is === 'actor' && meaning.part === 'alone')
    .map((meaning) => meaning.actor)
    .filter((actor) => declines(actor, hit));
  if (candidates.length === 0) return null;
  const before = givenNameBefore(document, hit, index);
  const fits = candidates.filter(
    (actor) => before === null || actor.names.some((name) => fold(name.text).startsWith(before.slice(0, 3))),
  );
  if (fits.length === 0) return null;
  if (surnameFollows(document, hit, index)) return null;
  const here = fits.filter((actor) => named.has(actor.slug));
  if (here.length > 0) return likeliest(here, context);
  // Mađar, Srbin: a people's name is a surname only where its bearer is named in full.
  if (hit.meanings.some((meaning) => meaning.is === 'country')) return null;
  const token = document.tokens[hit.first]!;
  // The Hill, The Sun
  const article = document.tokens[hit.first - 1];
  if (article?.text === 'The' && token.gap === 0 && article.sentence === token.sentence) return null;
  // "Manje", "Puțin": an everyday word that a sentence begins with.
  const group = groupOf(document.language);
  const opening =
    document.sentences[token.sentence]!.first === hit.first || (token.gap & (GAP.QUOTE | GAP.COLON | GAP.DASH)) !== 0;
  const everyday = lexicons[group].openers.has(token.folded) || isListedWord(token.folded, group);
  // "Trump said": whom everybody knows is not taken for the word.
  if (opening && everyday && !(hit.how === 0 && isFamousName(token.folded, group))) return null;
  if (hit.how > 0 && isListedWord(token.folded, group)) return null;
  if (token.shape === CAPS && !inCapitals(document, token) && token.text.length < 5) return null;
  // Whom everybody knows needs no more than his name, the only one to bear it less than others.
  const own = fits.length === 1 ? (isFamousName(token.folded, group) ? 1 : 0.3) : 0;
  const scored = fits
    .map((actor) => ({ actor, score: plausibility(actor, context) + own }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (!best || best.score < 1 || (next && best.score - next.score < 0.5)) return null;
  return best.actor;
}

/** Kana Nishino, Ryan Zinke: the name is a given name where another name follows. */
function surnameFollows(document: TextDocument, hit: Hit, index: NameIndex): boolean {
  const after = document.tokens[hit.last];
  if (after?.gap !== 0 || after.shape !== CAPITAL || after.text.length < 3) return false;
  if (after.sentence !== document.tokens[hit.first]!.sentence || inTitleCase(document, after)) return false;
  const group = groupOf(document.language);
  if (index.words.readings(after.folded, group).length > 0 || lexicons[group].notNames.has(after.folded)) return false;
  if (!isCommonWord(after.folded, group)) return true;
  return isSurname(after.folded, group) && index.givenNames.has(document.tokens[hit.first]!.folded);
}

/** Whether most words of the token's sentence have a capital, as in English headlines. */
function inTitleCase(document: TextDocument, token: Token): boolean {
  const sentence = document.sentences[token.sentence]!;
  let high = 0;
  for (let at = sentence.first; at < sentence.last; at++) if (document.tokens[at]!.shape !== LOWER) high++;
  return high > (sentence.last - sentence.first) * 0.6;
}

function plausibility(actor: KnownActor, context: ReadonlyMap<string, number>): number {
  const leads = actor.roles.some(
    (role) => role.to === null && /^(president|prime-minister|party-leader)$/.test(role.role),
  );
  const where = Math.max(0, ...actor.countries.map((code) => context.get(code) ?? 0));
  return Math.min(where, 3) + (leads ? 0.5 : 0);
}

/** The capitalised word before a bare surname, where it is the given name of somebody; null where there is none. */
function givenNameBefore(document: TextDocument, hit: Hit, index: NameIndex): string | null {
  const token = document.tokens[hit.first]!;
  const before = document.tokens[hit.first - 1];
  if (!before || token.gap !== 0 || before.shape === LOWER || before.field !== token.field) return null;
  if (index.givenNames.has(before.folded)) return before.folded;
  const opens = document.sentences[before.sentence]!.first === hit.first - 1;
  if (opens || before.shape !== CAPITAL || before.text.length < 2) return null;
  if (index.words.readings(before.folded, groupOf(document.language)).length > 0) return null;
  return before.gap & GAP.JOINED ? null : before.folded;
}

/** George W. Bush, J. Trump: the given name and initials before a surname belong to the mention. */
function withInitials(document: TextDocument, hit: Hit, actor: KnownActor): Hit {
  if (actor.kind !== 'PERSON' || hit.last - hit.first !== 1) return hit;
  const { tokens } = document;
  let { first } = hit;
  const letter = (at: number) => {
    const token = tokens[at];
    return token !== undefined && token.shape === CAPITAL && token.end - token.start === 1;
  };
  while (letter(first - 1) && tokens[first]!.gap & GAP.STOP && first > 1) first--;
  if (first === hit.first) return hit;
  const given = tokens[first - 1];
  const names = given && given.shape === CAPITAL && tokens[first]!.gap === 0;
  if (names && actor.names.some((name) => fold(name.text).startsWith(given.folded))) first--;
  return { ...hit, first };
}

function toMention(document: TextDocument, hit: Hit, actor: KnownActor): ActorMention {
  const first = document.tokens[hit.first]!;
  const end = document.tokens[hit.last - 1]!.end;
  return {
    slug: actor.slug,
    kind: actor.kind,
    name: document.fields[first.field]!.text.slice(first.start, end),
    gender: actor.gender,
    curated: true,
    by: 'name',
    field: first.field,
    start: first.start,
    end,
    first: hit.first,
    last: hit.last,
  };
}
