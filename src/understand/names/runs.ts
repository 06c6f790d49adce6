import { CAPS, GAP, LOWER, NUMBER } from '../context.ts';
import { type Group, isSlavic } from '../forms/language-group.ts';
import { isAbbreviation } from '../text/abbreviations.ts';
import { isBorn } from './born.ts';
import { isCommonWord, isListedWord } from './common-words.ts';
import { hyphenEndings } from './hyphen-endings.ts';
import { among, givenName, isHigh, isInitial, isNumeral, opens, type Scene } from './scene.ts';
import { isSurname, looksSurname } from './surname-endings.ts';

/** Words with capitals that stand together, what is no name taken off. Tokens, end exclusive. */
export interface Run {
  first: number;
  last: number;
  /** A title, office or profession stands before it. */
  titled: boolean;
  /** Nothing but its place in the sentence may be why it has a capital. */
  opening: boolean;
}

const particles = new Set(
  'von van der den de da di del della du la le el al bin ibn ben fon dos das ter ten zu y af av'.split(' '),
);

/** Those that are everyday words of the language too. */
const everydayParticles: Partial<Record<Group, ReadonlySet<string>>> = {
  ro: new Set(['de', 'la', 'al', 'le', 'di', 'da']),
  bcs: new Set(['da', 'do', 'le', 'ter']),
  sl: new Set(['da', 'do', 'ter', 'le', 'y']),
  mk: new Set(['da', 'do', 'za']),
  bg: new Set(['da', 'do', 'za', 'den']),
  tr: new Set(['da', 'de', 'den', 'le', 'ya']),
  sq: new Set(['de', 'da', 'la']),
};

/** Every run of the free tokens. */
export function findRuns(scene: Scene): Run[] {
  const { tokens } = scene;
  const runs: Run[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at]!;
    if (!isHigh(token) || scene.taken[at] || scene.blind[token.sentence]) {
      at++;
      continue;
    }
    let last = at + 1;
    while (last < tokens.length && !scene.taken[last] && continues(scene, at, last)) last++;
    while (last > at + 1 && !isHigh(tokens[last - 1]!) && !(tokens[last - 1]!.gap & GAP.HYPHEN)) last--;
    trim(scene, at, last, runs);
    at = last;
  }
  return runs;
}

function continues(scene: Scene, first: number, at: number): boolean {
  const { tokens } = scene;
  const token = tokens[at]!;
  const before = tokens[at - 1]!;
  const plain =
    token.gap === 0 ||
    token.gap === (GAP.JOINED | GAP.HYPHEN) ||
    (token.gap === GAP.STOP && (isInitial(before) || isTitleShort(scene, before.folded)));
  // Brian O‘Hagan, L‘Oreal
  if (isHigh(token) && token.gap === GAP.QUOTE && before.text.length === 1 && token.start - before.end === 1)
    return true;
  // Johannes "Hans" Geiger
  if (isHigh(token) && token.gap === GAP.QUOTE) {
    const inside = tokens[at + 1];
    const opened = before.gap !== GAP.QUOTE && inside?.gap === GAP.QUOTE && isHigh(inside);
    return (opened && givenName(scene, before.folded) !== null) || (before.gap === GAP.QUOTE && at - first > 1);
  }
  if (isHigh(token)) return plain || token.gap === (GAP.JOINED | GAP.APOSTROPHE);
  if (token.shape === NUMBER || token.gap !== 0) {
    // Kim Jong-un
    return (
      token.shape === LOWER &&
      token.gap === (GAP.JOINED | GAP.HYPHEN) &&
      token.text.length > 1 &&
      token.text.length < 7 &&
      at - first > 1 &&
      tokens[at - 1]!.gap === 0 &&
      before.shape !== CAPS &&
      before.text.length < 6 &&
      !(scene.group !== 'en' && hyphenEndings.has(token.folded))
    );
  }
  const next = tokens[at + 1];
  // Massimo d'Alema
  if (token.text.length === 1)
    return (
      next !== undefined && /^[dol]$/.test(token.folded) && next.gap === (GAP.JOINED | GAP.APOSTROPHE) && isHigh(next)
    );
  if (!particles.has(token.folded)) return false;
  // Ludovic al XVIII-lea
  if (next && /^[IVX]+$/.test(next.text)) return false;
  // "mitropolitul Iosif al Europei": whose he is.
  if (
    scene.group === 'ro' &&
    token.folded === 'al' &&
    next &&
    (scene.taken[at + 1] === 3 || /(ei|ului|ilor|elor)$/.test(next.folded))
  )
    return false;
  const after = next && particles.has(next.folded) && next.gap === 0 ? tokens[at + 2] : next;
  return (
    after !== undefined &&
    isHigh(after) &&
    (after.gap === 0 || after.gap === (GAP.JOINED | GAP.HYPHEN)) &&
    (givenName(scene, before.folded) !== null || !everydayParticles[scene.group]?.has(token.folded))
  );
}

const isTitleShort = (scene: Scene, folded: string) =>
  folded.length < 5 && isAbbreviation(folded) && scene.lexicon.titles.has(folded);

/** Words that places begin with, and people hardly: New York, San José. */
export const placePrefixes: ReadonlySet<string> = new Set(
  'new south north west east san santa los las saint st port fort mount lake des punta baja costa rio puerto porto villa'.split(
    ' ',
  ),
);

/** Takes openers and titles off the front; what a title parts is two runs. */
function trim(scene: Scene, first: number, last: number, runs: Run[]): void {
  const { tokens, lexicon, group } = scene;
  let titled = (isTitle(scene, first - 1) && joinsPlainly(scene, first)) || isTitledOver(scene, first);
  let start = first;
  // Energy Secretary Rick Perry: the name begins after the last title.
  for (let at = last - 2; at > first; at--) {
    const { folded, gap } = tokens[at]!;
    if (!lexicon.titles.has(folded) || gap & GAP.HYPHEN || (givenName(scene, folded) && group !== 'en')) continue;
    start = at + 1;
    titled = true;
    break;
  }
  // Devlet Başkanı, Adalet Bakanı: an office alone.
  if (
    group === 'tr' &&
    last - start > 1 &&
    /[^aeiou]?[iu]$/.test(tokens[last - 1]!.folded) &&
    lexicon.titles.has(tokens[last - 1]!.folded)
  )
    return;
  let opening = opens(scene, start);
  while (start < last) {
    const { folded } = tokens[start]!;
    const next = start + 1 < last ? tokens[start + 1]!.folded : null;
    const given = givenName(scene, folded);
    const nextGiven = next !== null && givenName(scene, next) !== null;
    // "Dela Božinovske" (her works): the first word stands in the nominative, the name in the genitive.
    const owned =
      group === 'bcs' &&
      opening &&
      given?.base === folded &&
      /[sc]k(e|og|om|oj)$/.test(next ?? '') &&
      isCommonWord(folded, group);
    if (isInitial(tokens[start]!) && next !== null && tokens[start + 1]!.gap & GAP.STOP) break;
    const known =
      folded.length > 2 &&
      isWordOfCountry(scene, folded) &&
      !(given && next !== null && !nextGiven) &&
      !(given && next === null && given.base === folded && group === 'ro');
    const isCalled = among(lexicon.titles, folded, group);
    if (known || isCalled) {
      if (given && next !== null && (!nextGiven || !known) && !lexicon.titles.has(folded)) break;
      // A capital adjective of a country is no title: "American Outlaws"; a Serb is what somebody is.
      titled = isCalled || isSlavic(group);
    } else if (lexicon.notNames.has(folded) && (opening || next === null || nextGiven)) titled = false;
    else if (opening && next !== null && placePrefixes.has(folded)) break;
    else if (owned || isElsewhere(scene, start, last)) titled = false;
    else if (opening && next !== null && !given && isVerb(folded, group)) titled = false;
    else if (opening && !(given && next !== null && !lexicon.openers.has(folded))) {
      const everyday =
        lexicon.openers.has(folded) ||
        scene.lower.has(folded) ||
        (!scene.high.has(folded) &&
          isCommonWord(folded, group) &&
          !isGivenRather(scene, folded) &&
          !looksSurname(folded, group) &&
          (isListedWord(folded, group) || next === null || !isSurname(next, group)));
      if (everyday && last - start === 2 && isBorn(scene, last)) break;
      if (everyday) titled = next !== null && isPersonNoun(scene, folded);
      else if (nextGiven && !given && last - start > 2 && scene.index.givenNames.has(next!)) titled = true;
      else break;
    } else if (
      titled &&
      isSlavic(group) &&
      !given &&
      nextGiven &&
      last - start > 2 &&
      scene.index.givenNames.has(next!)
    ) {
      // "direktor Sandoza Richard Saynor": whose director.
      titled = true;
    } else break;
    start++;
    while (start < last && tokens[start]!.shape === LOWER) start++;
    opening = false;
  }
  if (start >= last) return;
  const end = withoutTail(scene, start, last, titled);
  // II. Theodosius
  if (group === 'tr' && start === first && isFreeNumeral(scene, start - 1) && tokens[start]!.gap === GAP.STOP) {
    runs.push({ first: start - 1, last: end, titled: true, opening: false });
    return;
  }
  runs.push({ first: start, last: end, titled, opening: opening && start === first });
}

/** "mitropolit Crne Gore Joanikije", «ο Αρχιεπίσκοπος Σινά Δαμιανός»: a place stands between the title and the name. */
function isTitledOver(scene: Scene, first: number): boolean {
  const { tokens, taken, group } = scene;
  if (group === 'en' || group === 'tr') return false;
  let at = first;
  while (at > 0 && taken[at - 1] === 3 && tokens[at]!.gap === 0) at--;
  return at < first && tokens[at]!.gap === 0 && isTitle(scene, at - 1);
}

/** Vito, Martina: a given name as it stands, an everyday word only by some ending of it. */
export const isGivenRather = ({ index, group }: Scene, folded: string): boolean =>
  (group === 'bcs' || group === 'tr') && index.givenNames.has(folded) && !isListedWord(folded, group);

/** "Na Kredarici Boštjan Kunstelj": a place, then who is there. */
function isElsewhere(scene: Scene, start: number, last: number): boolean {
  const { tokens, lexicon, index } = scene;
  const before = tokens[start - 1];
  if (last - start < 3 || !before || tokens[start]!.gap !== 0 || !lexicon.inPlaces.has(before.folded)) return false;
  return givenName(scene, tokens[start]!.folded) === null && index.givenNames.has(tokens[start + 1]!.folded);
}

/** Nestao, Uhapsili: a participle that a sentence begins with. */
const isVerb = (folded: string, group: Group): boolean =>
  (group === 'bcs' || group === 'sl') &&
  folded.length > 4 &&
  /(ao|eo|uo|ala|ila|ali|ili|alo|ilo|ela|eli)$/.test(folded);

/** Serbian, Serb, and the genitive plural that no rule of cases leads back to: Turaka, Albanaca. */
const isWordOfCountry = ({ vocabulary, group }: Scene, folded: string): boolean =>
  vocabulary.hasWord(folded) ||
  (group === 'bcs' && /a[kc]a$/.test(folded) && vocabulary.hasWord(`${folded.slice(0, -3)}ci`));

/** A full name's end, where the words after it are no part of it: "Frank Whittle İngiliz …", a sentence without its full stop. */
function withoutTail(scene: Scene, first: number, last: number, titled: boolean): number {
  const { tokens, group, lexicon } = scene;
  let end = last;
  // Behind a title two words are a name, whatever the second means: Sözcüsü Öncü Keçeli.
  const shortest = (group === 'tr' || group === 'ro') && !titled ? 1 : 2;
  while (end > first && end - first > (givenName(scene, tokens[first]!.folded) ? 2 : shortest)) {
    const { folded, text, gap } = tokens[end - 1]!;
    const word =
      lexicon.notNames.has(folded) ||
      lexicon.openers.has(folded) ||
      (group !== 'en' &&
        (end - first > 2 || group === 'tr'
          ? group !== 'bcs' && isListedWord(folded, group)
          : isCommonWord(folded, group)) &&
        !isSurname(folded, group) &&
        !givenName(scene, folded));
    const stopped = gap === GAP.STOP && isInitial(tokens[end - 2]!);
    if (!word || text.length < 3 || (gap !== 0 && !stopped)) break;
    end--;
  }
  while (end > first + 1 && tokens[end - 1]!.shape === LOWER && !(tokens[end - 1]!.gap & GAP.JOINED)) end--;
  return end;
}

const isFreeNumeral = ({ tokens, taken }: Scene, at: number): boolean =>
  tokens[at] !== undefined && !taken[at] && isNumeral(tokens[at]!);

/** "Analitičar Petrović" at a sentence's start: by its ending the first word is what he is. */
function isPersonNoun(scene: Scene, folded: string): boolean {
  if (scene.group === 'en' || scene.group === 'tr' || scene.group === 'el' || folded.length < 6) return false;
  return scene.lexicon.personNouns.some((ending) => ending.length > 2 && folded.endsWith(ending));
}

/** Whether the token before is what a person is called: "ministar", "the Serbian president". */
export function isTitle(scene: Scene, at: number): boolean {
  const token = scene.tokens[at];
  if (!token || token.shape === NUMBER) return false;
  return among(scene.lexicon.titles, token.folded, scene.group);
}

function joinsPlainly(scene: Scene, at: number): boolean {
  const { gap } = scene.tokens[at]!;
  // "dr. Petrović", but not "… şarkıcısı. Ramsar"
  return gap === 0 || (gap === GAP.STOP && scene.tokens[at - 1]!.text.length < 5);
}
