import { CAPITAL, GAP, LOWER, NUMBER } from '../context.ts';
import { bodiesAfter, namesakes, placesAfter, streets, thingsAfter, thingsBefore } from '../lexicon/things.ts';
import { isTitle, type Run } from './runs.ts';
import { among, givenName, type Scene } from './scene.ts';

/** How many names of a row are looked over for the noun before or behind it. */
const ROW = 6;

/** film X, ulica X, X Gölü. */
export function againstThing(scene: Scene, run: Run): number {
  const { first, last } = run;
  const { tokens, group } = scene;
  const head = tokens[first]!;
  // Crkva sv. Marka
  const holy = tokens[first - 1]?.folded === 'sv' || tokens[first - 1]?.folded === 'sf';
  const ahead = tokens[holy ? first - 2 : first - 1];
  const nouns = thingsBefore[group];
  // Trg maršala Tita
  const further = tokens[first - 2];
  if (
    further &&
    head.gap === 0 &&
    isTitle(scene, first - 1) &&
    ahead!.gap === 0 &&
    among(namesakes, further.folded, group)
  )
    return -5;
  const beside =
    holy || (head.gap & ~GAP.QUOTE) === 0 || (head.gap === GAP.STOP && ahead !== undefined && ahead.text.length < 4);
  if (nouns && ahead && ahead.shape !== NUMBER && beside && among(nouns, ahead.folded, group)) {
    // Parcul Carol: the Romanian genitive of a person would have "lui" before it or an ending; "regizorul de film X" is what he does.
    if (group === 'ro') return further?.folded === 'de' ? 0 : -5;
    if (last - first < 2) return -2.5;
    const given = givenName(scene, head.folded);
    // "dobitnik nagrade Ive Andrića", "film Emira Kusturice": whose it is; streets alone are called so.
    const owned = given !== null && given.base !== head.folded && (group === 'bcs' || group === 'sl');
    if (among(streets, ahead.folded, group)) return -5;
    return owned ? 0 : among(namesakes, ahead.folded, group) ? -5 : -2.5;
  }
  if (group === 'tr') return turkishThing(scene, run);
  // "sa stadiona Ibroks, Liam Keli, …": who is named in full is no second stadium.
  const leader = nouns && givenName(scene, head.folded) === null ? rowLeader(scene, first) : null;
  return leader !== null && among(nouns!, leader, group) ? -2.5 : 0;
}

/** "gradovi X, Y i Z": the small word before the first name of the row that the name stands in; null where it is the first or in none. */
function rowLeader({ tokens }: Scene, first: number): string | null {
  let at = first;
  for (let item = 0; item < ROW; item++) {
    const { gap } = tokens[at]!;
    const and = gap === 0 && ands.has(tokens[at - 1]?.folded ?? '');
    if (gap !== GAP.COMMA && !and) break;
    at -= and ? 2 : 1;
    if (tokens[at]?.shape !== CAPITAL) return null;
    while (tokens[at]!.gap === 0 && tokens[at - 1]?.shape === CAPITAL) at--;
  }
  const leader = tokens[at - 1];
  return at < first && tokens[at]!.gap === 0 && leader?.shape === LOWER ? leader.folded : null;
}

const ands: ReadonlySet<string> = new Set('i si in te ili sau'.split(' '));

/** X filmi, X Gölü, eski takımı X, "X, Y, Z kasabaları". */
function turkishThing(scene: Scene, { first, last }: Run): number {
  const { tokens } = scene;
  const head = tokens[first]!;
  const ahead = tokens[first - 1];
  const given = givenName(scene, head.folded) !== null;
  // eski takımı Braga, romanı Robinson Crusoe
  if (
    ahead?.shape === LOWER &&
    head.gap === 0 &&
    (bodiesAfter.has(ahead.folded) || thingsAfter.has(ahead.folded) || placesAfter.has(ahead.folded))
  )
    return given ? -1 : -2.5;
  const tail = tokens[last - 1]!;
  if (last - first > 1 && (isNoun(tail.folded, thingsAfter) || isNoun(tail.folded, placesAfter))) return -4;
  const next = tokens[last];
  if (next?.gap === 0) {
    if (isNoun(next.folded, placesAfter)) return -3;
    if (isNoun(next.folded, thingsAfter) && !next.folded.startsWith('donemi'))
      return next.shape === CAPITAL ? -3 : -1.2;
    if (next.shape === LOWER && isNoun(next.folded, bodiesAfter)) return -1.5;
    // "Selevkos kralı": whose king he is.
    if (last - first === 1 && !given && possessedTitles.has(next.folded)) return -1.2;
  }
  return isNoun(rowCloser(scene, last) ?? '', placesAfter) ? -3 : 0;
}

const possessedTitles: ReadonlySet<string> = new Set(
  'krali kralicesi imparatoru hukumdari padisahi sultani emiri hani valisi patrigi baskani basbakani bakani buyukelcisi'.split(
    ' ',
  ),
);

/** The word that closes a row of names: "Skelton ve Loftus kasabaları". */
function rowCloser({ tokens }: Scene, last: number): string | null {
  let at = last;
  for (let item = 0; item < ROW; item++) {
    const and = tokens[at]?.gap === 0 && tokens[at]!.folded === 've';
    const name = tokens[and ? at + 1 : at];
    if (name?.shape !== CAPITAL || !(and || name.gap === GAP.COMMA)) break;
    at += and ? 2 : 1;
    while (tokens[at]?.gap === 0 && tokens[at]!.shape === CAPITAL) at++;
  }
  const closer = tokens[at];
  return at > last && closer?.gap === 0 && closer.shape === LOWER ? closer.folded : null;
}

/** Whether the noun is in the set, in a case of it or in the plural. */
function isNoun(folded: string, set: ReadonlySet<string>): boolean {
  if (set.has(folded)) return true;
  const bare = folded.replace(/n(in|un|a|e|i|u|da|de|dan|den|daki|deki)$/, '');
  return (
    set.has(bare) ||
    among(set, bare, 'tr') ||
    set.has(bare.replace(/l[ae]ri$/, 'i')) ||
    set.has(bare.replace(/l[ae]ri$/, 'si'))
  );
}
