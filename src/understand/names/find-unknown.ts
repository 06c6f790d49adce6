import { GAP, LOWER } from '../context.ts';
import { baseForms } from '../forms/base-forms.ts';
import { againstPerson, isPossessive } from './against-person.ts';
import { isCommonWord } from './common-words.ts';
import { withEnding, withHonour } from './name-extent.ts';
import { findOrganizations } from './organizations.ts';
import { PERSON, personScore } from './person-score.ts';
import { findRuns, placePrefixes, type Run } from './runs.ts';
import { givenName, isHigh, isInitial, opens, type Scene } from './scene.ts';

/** A person or organisation that is on no list. Tokens, end exclusive. */
export interface Unknown {
  kind: 'PERSON' | 'ORGANIZATION';
  first: number;
  last: number;
  /** First token of the name itself, behind an honour that belongs to the mention: Papa, Sir, don. */
  name: number;
  /** Tokens of the surname where the next person's is this one's too: Julius and Ethel Rosenberg. */
  family?: [first: number, last: number];
  /** An organisation's acronym, where the text explains it. */
  acronym?: string;
}

/** Finds those on no list by rule: organisations first, then people, then the parts of both elsewhere in the document. */
export function findUnknown(scene: Scene): Unknown[] {
  const found: Unknown[] = [];
  for (const { first, last, acronym } of findOrganizations(scene)) {
    scene.taken.fill(1, first, last);
    found.push({ kind: 'ORGANIZATION', first, last, name: first, ...(acronym !== undefined && { acronym }) });
  }
  const runs = findRuns(scene).filter((run) => {
    if (!isHeaded(scene, run)) return true;
    scene.taken.fill(1, run.first, run.last);
    found.push({ kind: 'ORGANIZATION', first: run.first, last: run.last, name: run.first });
    return false;
  });
  const { people, rest } = judge(scene, runs);
  const surnames = new Set<string>();
  for (const run of people) for (const word of surnameWords(scene, run)) surnames.add(word);
  const givens = new Set(
    people.filter(({ first, last }) => last - first > 1).map(({ first }) => scene.tokens[first]!.folded),
  );
  for (const run of rest) {
    // Parcul Carol, where Carol I is spoken of.
    if (againstPerson(scene, run) <= NEVER) continue;
    const joined = isGiven(scene, run, givens) ? run : partOf(scene, run, surnames);
    // Parcul Carol, where Carol I is spoken of.
    if (joined && againstPerson(scene, run) > NEVER) people.push(joined);
  }
  for (const run of people)
    if (!isOwners(scene, run, surnames))
      found.push({ kind: 'PERSON', first: run.first, last: run.last, name: run.first });
  addHeadlines(scene, surnames, found);
  for (const each of found) {
    if (each.kind === 'PERSON') each.first = withHonour(scene, each.first);
    each.last = withEnding(scene.tokens, each.last, scene.group);
  }
  found.sort((a, b) => a.first - b.first);
  for (let at = 1; at < found.length; at++) shareFamily(scene, found[at - 1]!, found[at]!);
  return found;
}

/** "președintele Pro Agro, Ionel Arion, spune": between an office and who holds it stands what it is the office of. */
function isHeaded(scene: Scene, run: Run): boolean {
  const { tokens, taken, group } = scene;
  const office = tokens[run.first - 1];
  const next = tokens[run.last];
  if (!run.titled || group === 'en' || group === 'tr' || office === undefined || next?.gap !== GAP.COMMA) return false;
  if (office.shape !== LOWER && !opens(scene, run.first - 1)) return false;
  if (!heading.test(office.folded) || tokens[run.first]!.gap !== 0) return false;
  if (givenName(scene, tokens[run.first]!.folded) || tokens.slice(run.first, run.last).some(isInitial)) return false;
  let end = run.last;
  if (taken[end] === 2) while (taken[end] === 2) end++;
  else if (!taken[end] && givenName(scene, next.folded) && tokens[end + 1]?.gap === 0)
    while (tokens[end] && isHigh(tokens[end]!) && (end === run.last || tokens[end]!.gap === 0)) end++;
  else return false;
  return end - run.last > 1 && tokens[end] !== undefined && (tokens[end]!.gap & (GAP.COMMA | GAP.STOP)) !== 0;
}

/** Who heads something, in any case: president, director, leader. */
const heading =
  /^(pre[sz][ie]d|pret[sz]ed|pre[dt]s[je]|kryetar|drejtor|direktor|director|lider|lid[eu]r|sef|proedr|dieythynt|epikefal|manager|menadz|patron|fondator|osniva|themelues|idryt|dekan|rektor|rector)/;

/** "Ana i Marko Horvat": a given name alone before "and" and a whole name has the surname of that. */
function shareFamily(scene: Scene, before: Unknown, after: Unknown): void {
  const { tokens } = scene;
  if (before.kind !== 'PERSON' || after.kind !== 'PERSON' || before.last - before.name !== 1) return;
  if (before.last + 1 !== after.name || after.last - after.name < 2) return;
  const and = tokens[before.last]!;
  if (and.gap !== 0 || !conjunctions.has(and.folded) || tokens[after.name]!.gap !== 0) return;
  // Only in the nominative is the one surname the other's too.
  const own = givenName(scene, tokens[before.name]!.folded);
  const next = givenName(scene, tokens[after.name]!.folded);
  if (own?.base !== tokens[before.name]!.folded || next?.base !== tokens[after.name]!.folded) return;
  before.family = [after.name + 1, after.last];
}

/** So much speaks against a run that is none though it is called like somebody in the text. */
const NEVER = -4;

/** From here on a run that stands in a row with people is one too. */
const COMPANION = 0.9;

/** Parts the people from the rest; who stands in a row with people is one sooner. */
function judge(scene: Scene, runs: readonly Run[]): { people: Run[]; rest: Run[] } {
  const scores = runs.map((run) => personScore(scene, run));
  const isPerson = scores.map((score) => score >= PERSON);
  const spread = (at: number, from: number) => {
    if (isPerson[at] || !isPerson[from] || scores[at]! < (isGivenAlone(scene, runs[at]!) ? -1 : COMPANION)) return;
    isPerson[at] = inRow(scene, runs[Math.min(at, from)]!, runs[Math.max(at, from)]!);
  };
  for (let at = 1; at < runs.length; at++) spread(at, at - 1);
  for (let at = runs.length - 2; at >= 0; at--) spread(at, at + 1);
  return { people: runs.filter((_, at) => isPerson[at]), rest: runs.filter((_, at) => !isPerson[at]) };
}

const isGivenAlone = (scene: Scene, { first, last }: Run): boolean =>
  last - first === 1 && givenName(scene, scene.tokens[first]!.folded) !== null;

const conjunctions = new Set('i a te in ter si sau and or ve ile dhe kai oraz ili ose'.split(' '));

/** Whether only a comma or "and" stands between the two. */
function inRow(scene: Scene, before: Run, after: Run): boolean {
  const next = scene.tokens[before.last];
  if (!next) return false;
  if (before.last === after.first) return next.gap === GAP.COMMA;
  return (
    before.last + 1 === after.first &&
    conjunctions.has(next.folded) &&
    (next.gap & ~GAP.COMMA) === 0 &&
    scene.tokens[after.first]!.gap === 0
  );
}

/** The words of a person's name that may stand for it alone, with every base form they may have. */
function surnameWords(scene: Scene, run: Run): string[] {
  const { tokens, group } = scene;
  const words: string[] = [];
  for (let at = run.last - run.first > 1 ? run.first + 1 : run.first; at < run.last; at++) {
    const token = tokens[at]!;
    if (token.shape === LOWER || token.text.length < 2) continue;
    words.push(
      token.folded,
      ...baseForms(token.folded, group).flatMap(({ base, possessive }) => (possessive ? [] : [base])),
    );
  }
  return words;
}

/** "Ri reprised", after "Ri Yong Ho": the first word of somebody named in full. */
function isGiven(scene: Scene, { first, last, opening }: Run, givens: ReadonlySet<string>): boolean {
  const { folded, text } = scene.tokens[first]!;
  if (last - first > 1 || text.length < 2 || !givens.has(folded)) return false;
  return !(opening && (scene.lower.has(folded) || scene.lexicon.openers.has(folded)));
}

/** Whether names change their form in the language without an apostrophe. */
const inflects = (group: string): boolean => group !== 'en' && group !== 'tr' && group !== 'ro';

/** The run, or its end, as another mention of a person who is named in full elsewhere. */
function partOf(scene: Scene, run: Run, surnames: ReadonlySet<string>): Run | null {
  const { tokens, group } = scene;
  const last = tokens[run.last - 1]!;
  if (last.text.length < 3) return null;
  const same =
    surnames.has(last.folded) ||
    (inflects(group) &&
      baseForms(last.folded, group).some(
        ({ base, possessive }) => !possessive && base.length > 2 && surnames.has(base),
      ));
  if (!same) return null;
  if (run.last - run.first === 1) {
    if (isAdjective(scene, run)) return null;
    return run.opening && (scene.lower.has(last.folded) || scene.lexicon.openers.has(last.folded)) ? null : run;
  }
  const first = tokens[run.first]!;
  if (run.last - run.first === 2 && (givenName(scene, first.folded) || isInitial(first))) return run;
  if (run.opening && run.last - run.first === 2 && !isCommonWord(first.folded, group)) return run;
  return run.opening && !placePrefixes.has(first.folded) ? { ...run, first: run.last - 1 } : null;
}

/** Bachove fuge, Fehmijuove smrti: an adjective made of a name speaks of him, but is not his name. */
function isAdjective({ tokens, group }: Scene, { first, last }: Run): boolean {
  if (group !== 'bcs' && group !== 'sl') return false;
  const next = tokens[last];
  return next?.shape === LOWER && next.gap === 0 && isPossessive(tokens[first]!.folded);
}

/** Burkajev povratak: of Burkaj, whom the text names. */
function isOwners({ tokens, group }: Scene, { first, last }: Run, surnames: ReadonlySet<string>): boolean {
  const next = tokens[last];
  if (group !== 'bcs' || last - first > 1 || next?.shape !== LOWER || next.gap !== 0) return false;
  return baseForms(tokens[first]!.folded, group).some(({ base, possessive }) => possessive && surnames.has(base));
}

/** Headlines whose capitals say nothing: only who is named elsewhere. */
function addHeadlines(scene: Scene, surnames: ReadonlySet<string>, found: Unknown[]): void {
  scene.document.sentences.forEach((sentence, number) => {
    if (!scene.blind[number]) return;
    for (let at = sentence.first; at < sentence.last; at++) {
      const token = scene.tokens[at]!;
      if (scene.taken[at] || token.shape === LOWER || token.text.length < 4 || !surnames.has(token.folded)) continue;
      if (scene.lower.has(token.folded) || scene.lexicon.openers.has(token.folded)) continue;
      const before = scene.tokens[at - 1];
      const first =
        before && at > sentence.first && token.gap === 0 && !scene.taken[at - 1] && givenName(scene, before.folded)
          ? at - 1
          : at;
      found.push({ kind: 'PERSON', first, last: at + 1, name: first });
    }
  });
}
