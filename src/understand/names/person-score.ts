import { CAPS, GAP, LOWER, MIXED, NUMBER } from '../context.ts';
import { type Group, isSlavic } from '../forms/language-group.ts';
import { tradeNames } from '../lexicon/trade-names.ts';
import { againstPerson } from './against-person.ts';
import { isBorn } from './born.ts';
import { isCommonWord, isListedWord } from './common-words.ts';
import { isFamousName, isListedSurname } from './name-lists.ts';
import { namedAfter } from './organization-extent.ts';
import { deedCue, titleCue } from './person-cues.ts';
import { isGivenRather, isTitle, placePrefixes, type Run } from './runs.ts';
import { among, givenName, isHigh, isInitial, isNumeral, opens, type Scene } from './scene.ts';
import { isSurname, looksSurname } from './surname-endings.ts';

/** Washington Wizards, Kars Gümrü, Samsung Hub: what stands at once beside a known place or body is a part of a longer name. */
function besideKnown(scene: Scene, { first, last }: Run): number {
  const { tokens, taken, group } = scene;
  if (group !== 'tr' && group !== 'ro' && group !== 'bcs' && group !== 'sl') return 0;
  const known = (at: number) => (taken[at] === 1 || taken[at] === 3) && isHigh(tokens[at]!);
  if (isSurname(tokens[last - 1]!.folded, group) || scene.hinted[first]) return 0;
  const within = tokens[last]?.gap === 0 && known(last) && tokens[last]!.sentence === tokens[first]!.sentence;
  // "Antiokus Mısır'a kaçtı": where he fled to.
  if (within && !(group === 'tr' && tokens[last + 1] && tokens[last + 1]!.gap & GAP.APOSTROPHE)) return -1;
  const before = tokens[first - 1];
  if (tokens[first]!.gap !== 0 || !before || !known(first - 1) || before.sentence !== tokens[first]!.sentence) return 0;
  // "predsednik Srbije Nikolić": whose president he is.
  return isTitle(scene, first - 2) || isTitle(scene, first - 3) ? 0 : -1;
}

/** From here on a run is a person. */
export const PERSON = 2;

/** What two capitalised words alone tell: where organisations and titles of works carry one capital only, more. */
const plainBase: Record<Group, number> = {
  bcs: 1.5,
  sl: 1.5,
  mk: 1.5,
  bg: 1.5,
  el: 1.4,
  sq: 1.4,
  ro: 1.2,
  tr: 1.4,
  en: 1.5,
};

/** How much speaks for the run being a person's name. */
export function personScore(scene: Scene, run: Run): number {
  const { tokens, lexicon, group } = scene;
  const { first, last } = run;
  const length = last - first;
  let score = 0;
  const head = tokens[first]!;
  const tail = tokens[last - 1]!;
  const given = givenName(scene, head.folded);
  let plainCapitals = true;
  for (let at = first; at < last && plainCapitals; at++) {
    const token = tokens[at]!;
    plainCapitals = token.shape !== CAPS || isNumeral(token) || (at === first && token.text.endsWith('.'));
  }
  if (length > 1) {
    score += plainBase[group] - (run.opening ? 0.5 : 0);
    if (given) score += (run.opening && scene.lower.has(head.folded)) || isDoubtful(scene, run) ? 1 : 2.5;
    else if (isInitial(head) && (tokens[first + 1]!.gap & GAP.STOP || !/^[AIO]$/.test(head.text))) score += 1.5;
    if (tokens.slice(first + 1, last - 1).some(isInitial)) score += 1.5;
    // Choi Gee-sung
    if (length === 3 && tail.shape === LOWER && tail.gap === (GAP.JOINED | GAP.HYPHEN) && tail.text.length < 6)
      score += 2;
    if (length > 4) score -= 1;
  } else {
    const common = isCommonWord(head.folded, group) && !isGivenRather(scene, head.folded);
    if (given && !(run.opening && common)) score += group === 'en' ? 0.9 : common || head.text.length < 4 ? 1.3 : 2.1;
    if (run.opening) score -= common ? 1 : 0.1;
    if (predicates[group].has(tokens[last]?.folded ?? '') && (tokens[last]!.gap & ~GAP.COMMA) === 0) score += 0.75;
    if (head.shape === MIXED) score -= 1;
    if (group === 'tr') score += turkishCase(scene, last);
    score += deedCue(scene, run);
  }
  if (
    (tail.text.length > 4 && lexicon.surnames.some((ending) => tail.folded.endsWith(ending))) ||
    (length > 1 && looksSurname(tail.folded, group))
  )
    score += length > 1 ? 1 : 0.8;
  // "d. 20 Mart 1983 Hvidovre": where, after a date.
  if (length === 1 && group === 'tr' && head.gap === 0 && /^[12]\d{3}$/.test(tokens[first - 1]?.text ?? '') && !given)
    score -= 1;
  if (length === 1 && looksSurname(tail.folded, group)) score += isCommonWord(tail.folded, group) ? 1 : 2;
  else score += listedSurname(scene, run);
  score += againstPerson(scene, run);
  if (run.titled) score += honoured(scene, first) ? 3 : length > 1 ? 1.5 : 2;
  else score += titleCue(scene, run);
  if (group === 'ro' && length === 1) score += personMarker(scene, first);
  // "told reporters in Brussels": not he who speaks.
  const somewhere = length === 1 && isSomewhere(scene, first);
  if (!somewhere && speechBeside(scene, run)) score += length > 1 ? 0.8 : 2.8;
  if (ageAfter(scene, last)) score += 1.5;
  if (isBorn(scene, last)) score += 1.5;
  if (!plainCapitals) score -= 2.5;
  for (let at = first; at < last; at++) {
    const { folded, shape } = tokens[at]!;
    if (length > 1 && isNumeral(tokens[at]!)) continue;
    if (shape === NUMBER) score -= 3;
    if (lexicon.marks.has(folded) || (at === first && length > 1 && !given && among(lexicon.heads, folded, group)))
      score -= 3;
    // "magistrata Catană": behind a title the word is a name whatever it means.
    const surely = length === 1 && run.titled && !run.opening && (isSlavic(group) || group === 'ro');
    // Sözcüsü Öncü Keçeci: Turkish names are everyday words.
    const least = surely ? 0 : group === 'tr' && length === 2 && run.titled ? -0.4 : -9;
    if (length > 1 || !given) score += Math.max(least, everyday(scene, at, length));
    if (lexicon.notNames.has(folded) || (length === 1 && isNoName(scene, folded)))
      score -= length === 1 ? 3 : given ? 0 : 1.5;
  }
  const before = tokens[first - 1];
  if (before && head.gap === 0 && before.shape === LOWER) {
    if (somewhere) score -= 1.5;
    if (group === 'en' && before.folded === 'the') score -= 2.5;
    // "predsjednica udruge Ana Anić": she heads it.
    const heads = given !== null && length > 1 && isTitle(scene, first - 2);
    if (!heads && among(lexicon.announces, before.folded, group))
      score -= namedAfter.test(before.folded) || !given ? 4 : 1.5;
  }
  if (length > 1 && placePrefixes.has(head.folded) && (group === 'en' || !given)) score -= 3;
  if (quoted(scene, run)) score -= length > 1 && group !== 'en' ? 5 : 3;
  if (!given && !run.titled) score += besideKnown(scene, run);
  return score;
}

/** Devlet Mühendislik, Doğu Ortodoks: a given name that is an everyday word too, and no surname behind it. */
function isDoubtful({ tokens, group }: Scene, { first, last }: Run): boolean {
  if ((group !== 'tr' && group !== 'ro') || !isListedWord(tokens[first]!.folded, group)) return false;
  const { folded } = tokens[last - 1]!;
  // Fatih Terim: Turkish surnames are everyday words, but in no case of theirs.
  return (
    isCommonWord(folded, group) &&
    !isSurname(folded, group) &&
    !(group === 'tr' && isListedWord(folded, group) && !/l[iu]k$/.test(folded))
  );
}

/** Whether a preposition of place stands before. */
function isSomewhere({ tokens, lexicon }: Scene, first: number): boolean {
  const before = tokens[first - 1];
  return before?.shape === LOWER && tokens[first]!.gap === 0 && lexicon.inPlaces.has(before.folded);
}

const honorifics = new Set(
  'mr mrs ms miss sir lord lady dr gospodin gospodja bay bayan domnul doamna dl dna zoti zonja'.split(' '),
);

const honoured = ({ tokens }: Scene, first: number): boolean => {
  const before = tokens[first - 1];
  return before !== undefined && before.shape !== LOWER && honorifics.has(before.folded);
};

/** A trade name, or what is no name, in any case of it. */
const isNoName = ({ group, lexicon }: Scene, folded: string): boolean =>
  among(tradeNames, folded, group) || (group !== 'en' && folded.length > 4 && among(lexicon.notNames, folded, group));

/** "pe X" and "lui X": the Romanian accusative and genitive of persons. */
function personMarker({ tokens }: Scene, first: number): number {
  const before = tokens[first - 1];
  if (!before || tokens[first]!.gap !== 0 || before.shape !== LOWER) return 0;
  if (before.folded === 'nume' || before.folded === 'oarecare') return 1.5;
  if (before.folded !== 'pe') return before.folded === 'lui' ? 1 : 0;
  // "l-au găsit pe X", "să-i vadă pe X": the pronoun says it twice, as of persons only.
  for (let at = first - 2; at > first - 6 && at >= 0 && tokens[at]!.sentence === before.sentence; at--)
    if (doubled.has(tokens[at]!.folded)) return 3;
  return 1;
}

const doubled = new Set('l i il ii o le'.split(' '));

/** What the lists of surnames tell of the last word. */
function listedSurname(scene: Scene, { first, last, opening }: Run): number {
  const { group } = scene;
  const { folded } = scene.tokens[last - 1]!;
  const common = isCommonWord(folded, group);
  if (last - first > 1) return common ? 0 : isListedSurname(folded, group) || isFamousName(folded, group) ? 1 : 0;
  if (scene.hinted[first] && !(opening && common))
    return common && !givenName(scene, folded) && !isFamousName(folded, group) ? 0.5 : 1.5;
  if (isFamousName(folded, group) && !isListedWord(folded, group)) return 2.2;
  if (common) return 0;
  return isListedSurname(folded, group) ? 1 : 0;
}

/** Ankara'da, Bursa'ya: who is somewhere or goes somewhere does so to a place; Bieber'ın, Mao'yu are anybody. */
function turkishCase(scene: Scene, at: number): number {
  const token = scene.tokens[at];
  if (!token || token.gap !== (GAP.JOINED | GAP.APOSTROPHE)) return 0;
  if (/^n?([dt][ae](ki|ydi|yken)?)$/.test(token.folded)) return -2;
  // Anjou'lu: from there.
  if (/^l[iu]$/.test(token.folded)) return -3;
  if (/^y?[dt][iu]r$/.test(token.folded)) return -0.2;
  return /^([dt][ae]n|y?[ae])$/.test(token.folded) ? -0.2 : 0.95;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Folded words that follow the subject of a sentence: what acts, and who is spoken of, is a person more often than not. */
const predicates: Record<Group, ReadonlySet<string>> = {
  bcs: words('je ce se nije nece bi koji koja cija ciji kome kojem kojeg kojoj ima'),
  sl: words('je se bo ni bi ki pa ima'),
  mk: words('e ke se ne bi koj koja koj cij cija ima go ja gi'),
  bg: words('e ste se ne bi kojto kojato cijto ima'),
  sq: words('ka eshte do u nuk qe ishte kishte'),
  el: words('einai tha den echei itan pou poy o opoios'),
  ro: words('a va este nu care s si i l e ar au le il isi'),
  tr: words('ise da'),
  en: words('is was has had will would who whose did does could said'),
};

/** An everyday word is seldom part of a name, in English least seldom; a word that no dictionary has often is. */
function everyday(scene: Scene, at: number, length: number): number {
  const { tokens, group } = scene;
  const { folded, shape, text } = tokens[at]!;
  if (shape === LOWER || folded.length < 3 || looksSurname(folded, group)) return 0;
  if (scene.lower.has(folded)) return -1;
  if (isFamousName(folded, group) && !isListedWord(folded, group)) return 0.5;
  if (isCommonWord(folded, group))
    return givenName(scene, folded)
      ? 0
      : group === 'en'
        ? isListedSurname(folded, group)
          ? 0.3
          : -0.2
        : length > 1 && group !== 'bcs'
          ? -1.2
          : -0.7;
  // An English word in another language's text is of a title, a trade name or a band.
  if (group !== 'en' && isLatin(text) && isEnglish(folded) && !givenName(scene, folded) && !isSurname(folded, group))
    return -1;
  if (length > 1) return 0.55;
  if (group === 'en') return 0.5;
  // There is no dictionary of Albanian: what opens a sentence is a noun more often than not.
  return group === 'sq' && opens(scene, at) && !isListedSurname(folded, group) ? 0.2 : 1.2;
}

/** An English word as it stands, or its present participle. */
const isEnglish = (folded: string): boolean =>
  isListedWord(folded, 'en') ||
  (folded.endsWith('ing') &&
    (isListedWord(folded.slice(0, -3), 'en') || isListedWord(`${folded.slice(0, -3)}e`, 'en')));

const isLatin = (text: string): boolean => text.charCodeAt(0) < 0x250;

const auxiliaries = words('has had have also later then who told will would');

/** A speech verb within two words of the run, nothing but a comma or a quotation mark between. */
export function speechBeside(scene: Scene, run: Pick<Run, 'first' | 'last'>): boolean {
  const { tokens, lexicon } = scene;
  const speaks = (at: number) => {
    const token = tokens[at];
    return token !== undefined && token.shape === LOWER && lexicon.speech.some((stem) => token.folded.startsWith(stem));
  };
  const sentence = tokens[run.first]!.sentence;
  for (let at = run.last; at < run.last + 3 && tokens[at]?.sentence === sentence; at++) {
    if (tokens[at]!.gap & ~(GAP.QUOTE | GAP.JOINED | GAP.APOSTROPHE)) break;
    if (speaks(at)) return true;
    // "Massachusetts voters said"
    if (scene.group === 'en' && tokens[at]!.shape === LOWER && !auxiliaries.has(tokens[at]!.folded)) break;
  }
  for (let at = run.first - 1; at >= run.first - 2 && tokens[at]?.sentence === sentence; at--) {
    if (tokens[at + 1]!.gap !== 0) break;
    if (speaks(at)) return true;
  }
  return false;
}

/** ", 45," or "(45)". */
function ageAfter(scene: Scene, at: number): boolean {
  const token = scene.tokens[at];
  if (!token || token.shape !== NUMBER || !(token.gap === GAP.COMMA || token.gap === GAP.OPEN_BRACKET)) return false;
  const next = scene.tokens[at + 1];
  return /^\d\d$/.test(token.text) && (next === undefined || (next.gap & (GAP.COMMA | GAP.CLOSE_BRACKET)) !== 0);
}

/** The whole of it in quotation marks: a title or a trade name. */
function quoted(scene: Scene, run: Run): boolean {
  const after = scene.tokens[run.last];
  return (
    (scene.tokens[run.first]!.gap & GAP.QUOTE) !== 0 &&
    (after === undefined || (after.gap & GAP.QUOTE) !== 0) &&
    run.last - run.first < 5
  );
}
