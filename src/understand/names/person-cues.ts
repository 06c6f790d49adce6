import { GAP, LOWER, type Token } from '../context.ts';
import { baseForms } from '../forms/base-forms.ts';
import { dealings } from '../lexicon/dealings.ts';
import { deeds, kinds, participles } from '../lexicon/deeds.ts';
import { isTitle, type Run } from './runs.ts';
import type { Scene } from './scene.ts';

/** How far behind a subject its verb may stand. */
const REACH = 4;
/** How far before a name its title may stand: "ministar inostranih poslova X". */
const TITLE_REACH = 5;

/** What the sentence tells of a run that may be its subject: it does what only people do. */
export function deedCue(scene: Scene, run: Run): number {
  const { tokens, group } = scene;
  if (group === 'tr') return turkishCue(scene, run);
  const company = companyCue(scene, run);
  if (company > 0) return company;
  const { sentence } = tokens[run.last - 1]!;
  for (let at = run.last; at < run.last + REACH && tokens[at]?.sentence === sentence; at++) {
    const { gap, shape, folded } = tokens[at]!;
    if (gap & ~GAP.COMMA || shape !== LOWER) return 0;
    if (deeds[group].has(folded)) return 0.9;
  }
  return 0;
}

/** The Turkish verb stands last: what the sentence ends in tells what it is about, where the run opens it. */
function turkishCue({ tokens, document }: Scene, { first, last }: Run): number {
  const sentence = document.sentences[tokens[first]!.sentence]!;
  const next = tokens[last];
  if (!next || next.sentence !== tokens[first]!.sentence) return 0;
  if (next.folded === 'tarafindan' || next.folded === 'zamaninda' || next.folded === 'adina') return 0.9;
  if (next.gap & GAP.JOINED && /^(y?[ae])$/.test(next.folded) && /^(gore|karsi)$/.test(tokens[last + 1]?.folded ?? ''))
    return 1.1;
  if (/^rol(u|unu|unde|uyle|unun|lerini)$/.test(next.folded) && (next.gap & ~GAP.JOINED) === 0) return 0.9;
  const doer = participleCue(tokens[first - 1], tokens[first]!);
  if (doer > 0 || first - sentence.first > 6) return doer;
  let cue = 0;
  for (let at = Math.max(last, sentence.last - 3); at < sentence.last; at++) {
    const { folded, shape } = tokens[at]!;
    if (shape !== LOWER) continue;
    if (kinds.has(folded)) return -0.8;
    if (deeds.tr.has(folded)) cue = first === sentence.first ? 1 : 0.8;
  }
  return cue;
}

/** "forma giyen X", "sefere çıkan X": who does it, where the verb is one of doing; what lies or is called so is a place or a thing. */
function participleCue(before: Token | undefined, opener: Token): number {
  if (before?.shape !== LOWER || opener.gap !== 0 || before.sentence !== opener.sentence) return 0;
  return participles.has(before.folded) ? 0.9 : 0;
}

/** A title before the name with its genitive in between, or in apposition: "portparol grupe X", "drugi komentator, X,". */
export function titleCue(scene: Scene, run: Run): number {
  const { tokens, lexicon, group } = scene;
  if (group === 'en' || group === 'tr') return 0;
  const { first, last } = run;
  const opener = tokens[first]!;
  const before = tokens[first - 1];
  if (!before || before.shape !== LOWER || before.sentence !== opener.sentence) return 0;
  if (opener.gap === GAP.COMMA) {
    // "soțul ei, X,", "generalul său, X,": whose he is stands between.
    if (owners.has(before.folded) && before.gap === 0 && first > 1 && isTitle(scene, first - 2)) return 1.2;
    const closed = tokens[last] === undefined || (tokens[last]!.gap & (GAP.COMMA | GAP.STOP)) !== 0;
    return closed && before.text.length > 5 && names(scene, first - 1) ? 1 : 0;
  }
  if (opener.gap !== 0) return 0;
  for (let at = first - 1; at >= first - TITLE_REACH && at >= 0; at--) {
    const token = tokens[at]!;
    if (token.shape !== LOWER || token.sentence !== opener.sentence || lexicon.openers.has(token.folded)) return 0;
    if (names(scene, at)) return at === first - 1 ? 0.8 : 1;
    if (token.gap !== 0 || lexicon.inPlaces.has(token.folded)) return 0;
  }
  return 0;
}

const owners = new Set(
  'lor lui ei sa sau sai sale mea meu njegov njegova njegovog njen njena njihov njihova nejn negov negova nejnata moj moja'.split(
    ' ',
  ),
);

/** "razgovor s X", "s-a întâlnit cu X": with whom one does what is done with people only. */
function companyCue({ tokens, group }: Scene, { first, last }: Run): number {
  const dealing = dealings[group];
  const before = tokens[first - 1];
  if (!dealing || !before || last - first > 1 || tokens[first]!.gap !== 0 || !dealing.before.has(before.folded))
    return 0;
  for (let at = first - 2; at > first - 6 && tokens[at]?.sentence === before.sentence; at--) {
    const { folded, shape } = tokens[at]!;
    if (shape === LOWER && dealing.stems.has(folded)) return 0.9;
  }
  return 0;
}

/** Whether the token is a title, or by its ending what somebody is: kolumnistica, istoričar. */
function names(scene: Scene, at: number): boolean {
  if (isTitle(scene, at)) return true;
  const { group, lexicon } = scene;
  if (group === 'el') return false;
  const { folded, text } = scene.tokens[at]!;
  if (text.length < 6) return false;
  const bases = baseForms(folded, group);
  return lexicon.personNouns.some(
    (ending) =>
      ending.length > 2 &&
      (folded.endsWith(ending) || bases.some(({ base, possessive }) => !possessive && base.endsWith(ending))),
  );
}
