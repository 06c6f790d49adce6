import type { KnownActor } from '../domain/knowledge.ts';
import { createCountryTest } from './bare-bodies.ts';
import { type ActorMention, CAPITAL, CAPS, GAP, LOWER, type TextDocument, type Token } from './context.ts';
import { countriesBeside } from './countries-beside.ts';
import { type Hit, inCapitals } from './find-known.ts';
import { type Group, groupOf } from './forms/language-group.ts';
import { lexicons } from './lexicon/lexicon.ts';
import { bareBody, isOf, isOfHere, likeliest, ofAcronym } from './likely-body.ts';
import { actorMention, isSecondSurname, withInitials } from './link-mention.ts';
import type { ActorMeaning, Meaning } from './meaning.ts';
import type { NameIndex } from './name-index.ts';
import { isCommonWord, isListedWord } from './names/common-words.ts';
import { isFamousName } from './names/name-lists.ts';
import { isSurname } from './names/surname-endings.ts';
import { givenNameBefore, goesOn, namesakes } from './namesakes.ts';
import { partyMembers } from './party-members.ts';
import { spokenCountries } from './spoken-countries.ts';
import { fold, foldName } from './text/fold.ts';

/** Links known names to curated actors. */
export type Link = (document: TextDocument, known: { hits: Hit[]; words: Hit[] }) => ActorMention[];

/** Tells which curated actor each known name means in this document, if any. */
export function createLinker(index: NameIndex): Link {
  const isOfCountry = createCountryTest(index.knowledge.countryWords);
  const members = new Set(
    index.knowledge.actors.flatMap((actor) => (actor.members ?? []).flatMap(({ text }) => foldName(text))),
  );
  return (document, known) => {
    const group = groupOf(document.language);
    const context = spokenCountries(document, known);
    const beside = countriesBeside(document, known);
    // Ustavni sud Crne Gore says itself whose it is.
    const saysCountry = ({ countries }: KnownActor, { first, last }: Hit) =>
      document.tokens.slice(first, last).some(({ folded }) => countries.some((code) => isOfCountry(code, folded)));
    // A full name anywhere in the document licences the surname alone.
    const named = new Map<string, KnownActor>();
    const chosen = new Map<Hit, KnownActor>();
    const words = known.words.filter(meansActor);
    const hits = withTitled(document, { hits: known.hits.filter(meansActor), words });
    for (const hit of hits) {
      const full = hit.meanings.filter(
        (meaning): meaning is ActorMeaning =>
          meaning.is === 'actor' && (meaning.part === 'full' || meaning.part === 'acronym'),
      );
      const fitting = full.filter(
        (meaning) =>
          declines(meaning.actor, hit, group) &&
          (isOfHere(meaning.actor, context) || saysCountry(meaning.actor, hit)) &&
          isOf(meaning.actor, beside(hit)),
      );
      if (fitting.length === 0) continue;
      const actors = fitting.map((meaning) => meaning.actor);
      const actor = fitting.every((meaning) => meaning.part === 'acronym')
        ? ofAcronym(actors, context, document.language)
        : likeliest(actors, context, document.language);
      if (actor === null || (actor.kind === 'PERSON' && goesOn(document, hit))) continue;
      chosen.set(hit, actor);
      named.set(actor.slug, actor);
    }
    const strangers = namesakes(document, hits, index);
    for (const hit of hits) {
      if (chosen.has(hit)) continue;
      const actor = bare(hit, document, index, named, context) ?? inRow(hit, document, chosen);
      if (actor && strangers.has(actor) && !named.has(actor.slug)) continue;
      if (actor && isOf(actor, beside(hit))) chosen.set(hit, actor);
    }
    const linked = hits.flatMap((hit) => {
      const actor = chosen.get(hit);
      return actor ? [actorMention(document, withInitials(document, hit, actor), actor)] : [];
    });
    const small = words.flatMap((hit) => {
      const body = linked.some((mention) => overlaps(mention, hit))
        ? null
        : smallBody(hit, named, context, document.language);
      return body && isOf(body, beside(hit)) ? [actorMention(document, hit, body)] : [];
    });
    return [...linked, ...small, ...partyMembers(document, words, linked, context, members)];
  };
}

/** The names, with those behind a title that is written small: princ Harry. The title is no part of such a mention. */
function withTitled(
  { tokens }: TextDocument,
  { hits, words }: { hits: readonly Hit[]; words: readonly Hit[] },
): readonly Hit[] {
  const titled = words.flatMap((hit) => {
    if (tokens[hit.first]!.shape !== LOWER || !meansActor(hit)) return [];
    const meanings = hit.meanings.filter((meaning) => meaning.is === 'actor' && meaning.part === 'full');
    if (meanings.length === 0) return [];
    return [{ ...hit, first: tokens[hit.first + 1]!.shape === LOWER ? hit.first : hit.first + 1, meanings }];
  });
  if (titled.length === 0) return hits;
  const rest = hits.filter((hit) => !titled.some((other) => overlaps(hit, other)));
  return [...rest, ...titled].sort((a, b) => a.first - b.first);
}

const isActor = (meaning: Meaning): boolean => meaning.is === 'actor';
const meansActor = (hit: Hit): boolean => hit.meanings.some(isActor);

/** Google, Apple and Amazon: in a row with companies it is one. */
function inRow(hit: Hit, document: TextDocument, chosen: ReadonlyMap<Hit, KnownActor>): KnownActor | null {
  const companies = hit.meanings.flatMap((meaning) =>
    meaning.is === 'actor' && meaning.part === 'alone' && meaning.actor.type === 'company' ? [meaning.actor] : [],
  );
  if (companies.length !== 1) return null;
  const { tokens } = document;
  for (const [other, actor] of chosen) {
    if (actor.type !== 'company') continue;
    const [before, after] = other.first < hit.first ? [other, hit] : [hit, other];
    const between = after.first - before.last;
    if (between < 0 || between > 1 || tokens[before.last]!.sentence !== tokens[after.first]!.sentence) continue;
    if (between === 1 ? tokens[before.last]!.text.length < 4 : tokens[after.first]!.gap === GAP.COMMA)
      return companies[0]!;
  }
  return null;
}

/** A woman's surname that ends in a consonant has no case forms in Slavic (Ana Brnabić, Ani Brnabić, never Brnabića). */
function declines(actor: KnownActor, hit: Hit, group: Group): boolean {
  return !(
    actor.gender === 'f' &&
    group !== 'sq' &&
    group !== 'tr' &&
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
  const group = groupOf(document.language);
  const candidates = hit.meanings
    .filter(
      (meaning): meaning is ActorMeaning =>
        meaning.is === 'actor' &&
        (meaning.part === 'alone' || (meaning.part === 'named' && named.has(meaning.actor.slug))),
    )
    .map((meaning) => meaning.actor)
    .filter((actor) => declines(actor, hit, group));
  if (candidates.length === 0) return null;
  if (hit.last - hit.first > 1 && candidates.every((actor) => actor.kind === 'ORGANIZATION'))
    return bareBody(candidates, named, context, document.language);
  if (isSecondSurname(document, hit)) return null;
  const before = givenNameBefore(document, hit, index);
  const fits = candidates.filter(
    (actor) => before === null || actor.names.some((name) => fold(name.text).startsWith(before.slice(0, 3))),
  );
  if (fits.length === 0) return null;
  if (surnameFollows(document, hit, index)) return null;
  const here = fits.filter((actor) => named.has(actor.slug));
  if (here.length > 0) return likeliest(here, context, document.language);
  // Mađar, Srbin, Χάγη: a people's or a city's name is a surname only where its bearer is named in full.
  if (hit.meanings.some((meaning) => meaning.is === 'country' || isCity(meaning))) return null;
  const token = document.tokens[hit.first]!;
  // The Hill, The Sun
  const article = document.tokens[hit.first - 1];
  if (article?.text === 'The' && token.gap === 0 && article.sentence === token.sentence) return null;
  // "Manje", "Puțin": an everyday word that a sentence begins with.
  const opening =
    document.sentences[token.sentence]!.first === hit.first || (token.gap & (GAP.QUOTE | GAP.COLON | GAP.DASH)) !== 0;
  const everyday = lexicons[group].openers.has(token.folded) || isListedWord(token.folded, group);
  // "Trump said": whom everybody knows is not taken for the word.
  if (opening && everyday && !(hit.how === 0 && isFamousName(token.folded, group) && writes(fits, token))) return null;
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

/** Whether one of them is written so, letter by letter: "Bus" is not Буш. */
const writes = (actors: readonly KnownActor[], { text }: Token): boolean =>
  actors.some(({ names }) => names.some((name) => name.text.toLowerCase().endsWith(text.toLowerCase())));

const overlaps = (one: { first: number; last: number }, other: { first: number; last: number }): boolean =>
  one.first < other.last && other.first < one.last;

/** Vrhovno sodišče: a body whose bare name is written small. */
function smallBody(
  hit: Hit,
  named: ReadonlyMap<string, KnownActor>,
  context: ReadonlyMap<string, number>,
  language: string,
): KnownActor | null {
  if (hit.how === 2) return null;
  const bodies = hit.meanings.flatMap((meaning) =>
    meaning.is === 'actor' && meaning.part === 'alone' ? [meaning.actor] : [],
  );
  return bodies.length > 0 ? bareBody(bodies, named, context, language) : null;
}

const isCity = (meaning: Meaning): boolean => meaning.is === 'place' && meaning.place.population > 100_000;

/** Kana Nishino, Ryan Zinke: the name is a given name where another name follows. */
function surnameFollows(document: TextDocument, hit: Hit, index: NameIndex): boolean {
  const after = document.tokens[hit.last];
  if (
    after?.gap !== 0 ||
    !(after.shape === CAPITAL || /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(after.text)) ||
    after.text.length < 3
  )
    return false;
  if (after.sentence !== document.tokens[hit.first]!.sentence || inTitleCase(document, after)) return false;
  const group = groupOf(document.language);
  if (index.vocabulary(group).hasWord(after.folded) || lexicons[group].notNames.has(after.folded)) return false;
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
