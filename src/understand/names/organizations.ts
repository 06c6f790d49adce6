import { CAPITAL, CAPS, GAP, LOWER } from '../context.ts';
import { goesOn } from '../find-known.ts';
import { baseForms } from '../forms/base-forms.ts';
import type { Group } from '../forms/language-group.ts';
import { byAcronym, byDomain } from './acronyms.ts';
import { byAnnouncement, findRepeated, type OrganizationSpan } from './announced.ts';
import { byApposition } from './apposed.ts';
import { byForm } from './by-form.ts';
import { byMark } from './by-mark.ts';
import { byNamesake } from './by-namesake.ts';
import { isCommonWord } from './common-words.ts';
import { findExplained } from './explained.ts';
import { looksAdjective } from './looks-adjective.ts';
import { southHead } from './organization-base.ts';
import { extend } from './organization-extent.ts';
import { among, givenName, isHigh, opens, type Scene } from './scene.ts';

/** Every organisation that its first word, its form or its acronym gives away, among the free tokens. */
export function findOrganizations(scene: Scene): OrganizationSpan[] {
  const found: OrganizationSpan[] = [];
  const { tokens } = scene;
  const announced = new Set<string>();
  const explained = findExplained(scene);
  const acronyms = new Map(explained.map(({ acronym, isBody }) => [tokens[acronym]!.folded, isBody]));
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const called = token.shape === LOWER ? byNamesake(scene, at) : null;
    if (called) {
      found.push(called);
      at = called.last - 1;
      continue;
    }
    if (!isHigh(token) || scene.blind[token.sentence] || scene.taken[at] === 1 || scene.taken[at] === 2) continue;
    const whole = explained.find(({ first, isBody }) => isBody && first === at);
    if (whole) {
      found.push({ first: at, last: whole.last, acronym: tokens[whole.acronym]!.text });
      at = whole.last - 1;
      continue;
    }
    const short = token.shape === CAPS ? acronyms.get(token.folded) : undefined;
    if (short !== undefined) {
      if (short) found.push({ first: at, last: at + 1 });
      continue;
    }
    const last =
      byDomain(scene, at) ??
      byMark(scene, at) ??
      byAdjective(scene, at) ??
      byHead(scene, at) ??
      byForeignMark(scene, at) ??
      byTrailingHead(scene, at) ??
      byAnnouncement(scene, at, announced) ??
      byApposition(scene, at) ??
      byForm(scene, at) ??
      byAcronym(scene, at);
    if (last === null || isWhole(scene, at, last)) continue;
    found.push({ first: at, last });
    if (last - at === 2 && tokens[at + 1]!.gap === GAP.QUOTE) announced.add(tokens[at + 1]!.folded);
    at = last - 1;
  }
  return [...found, ...findShortened(scene, found), ...findRepeated(scene, found, announced)];
}

/** Whether the words are a country's name, or a known body's behind the word that a sentence opens with: "Opposition Democratic Party …". */
function isWhole(scene: Scene, first: number, last: number): boolean {
  const all = (from: number, kind: number) => scene.taken.subarray(from, last).every((taken) => taken === kind);
  if (last - first > 1 && all(first, 3)) return true;
  const added = opens(scene, first) || scene.lexicon.openers.has(scene.tokens[first]!.folded);
  return last - first > 2 && added && !scene.taken[first] && all(first + 1, 1);
}

/** "Parlament je usvojio": a head alone at a sentence's start, where the text has its full name too. */
function findShortened(scene: Scene, found: readonly OrganizationSpan[]): OrganizationSpan[] {
  const { tokens, lexicon, group, taken } = scene;
  if (group !== 'bcs' && group !== 'sl') return [];
  const heads = new Set<string>();
  for (const { first, last } of found) if (last - first > 1) addForms(heads, tokens[first]!.folded, group);
  tokens.forEach((token, at) => {
    if (taken[at] === 1 && isHigh(token) && taken[at + 1] === 1) addForms(heads, token.folded, group);
  });
  const shortened: OrganizationSpan[] = [];
  for (const { first } of scene.document.sentences) {
    const token = tokens[first]!;
    if (token.shape !== CAPITAL || taken[first] || scene.blind[token.sentence]) continue;
    if (!lexicon.heads.has(token.folded) || !heads.has(token.folded) || isAdjective(scene, token.folded)) continue;
    if (!found.some((other) => other.first === first)) shortened.push({ first, last: first + 1 });
  }
  return shortened;
}

function addForms(forms: Set<string>, folded: string, group: Group): void {
  forms.add(folded);
  for (const { base } of baseForms(folded, group)) forms.add(base);
}

/** Ministarstvo spoljnih poslova, Ministria e Drejtësisë, Πανεπιστήμιο Αθηνών: the first word says it. */
function byHead(scene: Scene, first: number): number | null {
  const { tokens, lexicon, group } = scene;
  if (group === 'en' || group === 'tr') return null;
  const { folded } = tokens[first]!;
  if (!among(lexicon.heads, folded, group)) return group === 'el' ? byGreekAdjective(scene, first) : null;
  // Judecătorii Curții de Apel: whose judges they are.
  if (
    group === 'ro' &&
    folded.endsWith('ii') &&
    tokens[first + 1]?.gap === 0 &&
    isHigh(tokens[first + 1]!) &&
    among(lexicon.heads, tokens[first + 1]!.folded, group) &&
    opens(scene, first)
  )
    return null;
  // Vlade Divac, but "potpredsjednik Vlade"
  const next = tokens[first + 1];
  const further = next !== undefined && isHigh(next) && next.gap === 0;
  // «στον Δήμο Βιάννου» is a municipality, «ο Δήμος Βερύκιος» somebody.
  const owned = group === 'el' && further && /(oy|is|on|as)$/.test(next.folded);
  const governs = owned || (further && (scene.taken[first + 1] === 3 || governed.test(next.folded)));
  if (givenName(scene, folded) && !governs && (opens(scene, first) || further)) return null;
  // Mario Fonda; Narodna Republika Kina
  const before = tokens[first - 1];
  if (before && isHigh(before) && tokens[first]!.gap === 0 && givenName(scene, before.folded)) return null;
  if (further && /^republi/.test(next.folded) && isAdjective(scene, folded)) return null;
  const last = extend(scene, first, first + 1);
  if (last - first > 1) return last;
  // A head alone is one where its capital is no accident.
  return opens(scene, first) || scene.taken[first] || group === 'el' || isAdjective(scene, folded) ? null : last;
}

/** An adjective, but not Udruženje and Općina, which end as adjectives do. */
const isAdjective = (scene: Scene, folded: string): boolean =>
  looksAdjective(folded) && ((scene.group !== 'bcs' && scene.group !== 'sl') || southHead(scene, folded) === null);

/** Whose government it is: Vlada Kantona Sarajevo is no Vlada. */
const governed = /^(kanton|zupanij|republik|federacij|autonomn|grad|opstin|opcin|crn[ea]|severn|sjevern|pokrajin)/;

/** Γεωδυναμικό Ινστιτούτο, Δραματική Σχολή: an adjective with a capital, then the head. */
function byGreekAdjective(scene: Scene, first: number): number | null {
  const { tokens, lexicon, taken } = scene;
  const noun = tokens[first + 1];
  if (noun?.gap !== 0 || !isHigh(noun) || taken[first] || taken[first + 1] === 1) return null;
  const { folded } = tokens[first]!;
  if (folded.length < 5 || !/(i|o|os|is|oy|on|es|a|as)$/.test(folded) || lexicon.openers.has(folded)) return null;
  if (givenName(scene, folded) || among(lexicon.titles, folded, 'el')) return null;
  return among(lexicon.heads, noun.folded, 'el') ? extend(scene, first, first + 2) : null;
}

const foreignMarks = new Set(
  `university college school institute bank group corporation corp company foundation museum orchestra records productions pictures entertainment studios times post news journal tribune herald press magazine council association
  tv fm society agency commission committee center centre international partners holdings airlines industries technologies systems solutions`.split(
    /\s+/,
  ),
);

/** Trinity College of Music, Juilliard School: an English name in another language's text. */
function byForeignMark(scene: Scene, first: number): number | null {
  const { tokens, group } = scene;
  if (group === 'en' || group === 'tr' || scene.taken[first] === 1) return null;
  // «Η Attica Group»
  if (scene.lexicon.openers.has(tokens[first]!.folded) && tokens[first]!.text.length < 3) return null;
  let last = first + 1;
  while (last < tokens.length && last < first + 6 && isHigh(tokens[last]!) && goesOn(tokens[last]!)) last++;
  for (let at = last - 1; at >= first; at--) {
    if (!foreignMarks.has(tokens[at]!.folded)) continue;
    let end = at + 1;
    if ((tokens[end]?.folded === 'of' || tokens[end]?.folded === 'for') && tokens[end]!.gap === 0) {
      end++;
      if (tokens[end]?.folded === 'the') end++;
      const from = end;
      while (
        tokens[end] &&
        (tokens[end]!.gap === 0 || tokens[end]!.gap === (GAP.JOINED | GAP.HYPHEN)) &&
        (isHigh(tokens[end]!) || (tokens[end]!.folded === 'and' && tokens[end + 1] && isHigh(tokens[end + 1]!)))
      )
        end++;
      return end > from ? end : null;
    }
    return end - first > 1 ? end : null;
  }
  return null;
}

const trailingHeads = new Set(
  'ansambl institut orkestar grupa banka trio kvartet zbor sveuciliste univerzitet klub stranka'.split(' '),
);

/** Nevsky institut za jezik, Cantus ansambl: the small noun stands after the name. */
function byTrailingHead(scene: Scene, first: number): number | null {
  const { tokens, group } = scene;
  if (group !== 'bcs' && group !== 'sl') return null;
  const token = tokens[first]!;
  const noun = tokens[first + 1];
  if (noun?.gap !== 0 || noun.shape !== LOWER || scene.taken[first] || token.text.length < 3) return null;
  if (!among(trailingHeads, noun.folded, group)) return null;
  if (isCommonWord(token.folded, group) || givenName(scene, token.folded) || opens(scene, first)) return null;
  return extend(scene, first, first + 2);
}

/** Srpska pravoslavna crkva, Viši sud: a capital adjective, then small words up to the noun. */
function byAdjective(scene: Scene, first: number): number | null {
  const { tokens, group } = scene;
  if (group !== 'bcs' && group !== 'mk' && group !== 'bg' && group !== 'sl') return null;
  const { folded } = tokens[first]!;
  if (tokens[first + 1]?.shape !== LOWER || !looksAdjective(folded)) return null;
  const starts = scene.document.sentences[tokens[first]!.sentence]!.first === first;
  for (let at = first + 1; at < first + 4 && at < tokens.length; at++) {
    const token = tokens[at]!;
    // Hrvatsko-austrijsko društvo
    const compound = at === first + 1 && token.gap === (GAP.JOINED | GAP.HYPHEN);
    if ((token.gap !== 0 && !compound) || token.shape !== LOWER) return null;
    if (isSmallHead(scene, at)) {
      if (opens(scene, first) && scene.lower.has(folded)) return null;
      // A country's adjective before a small noun at a sentence's start is no name: "Srpska vlada".
      if (at === first + 1 && starts && scene.vocabulary.hasWord(folded) && !ofAnyCountry.test(folded)) return null;
      // Moskovsko državno sveučilište: an adjective that heads others.
      while (looksAdjective(tokens[at]!.folded) && isSmallHead(scene, at + 1)) at++;
      // Državna poduzeća, Političke stranke: several of a kind.
      if (starts && group === 'bcs' && !isOne(scene, at)) return null;
      return extend(scene, first, at + 1);
    }
    if (!looksAdjective(token.folded)) return null;
  }
  return null;
}

/** Whether a small noun behind plain space heads or announces an organisation. */
function isSmallHead({ tokens, lexicon, group }: Scene, at: number): boolean {
  const token = tokens[at];
  if (token?.gap !== 0 || token.shape !== LOWER) return false;
  return among(lexicon.heads, token.folded, group) || among(lexicon.announces, token.folded, group);
}

/** Националният институт, Državna komisija: no country's own word. */
const ofAnyCountry = /^(nacional|drz?av|narod|darzav)/;

/** Whether the noun stands in its base form: what opens a sentence is its subject. */
const isOne = ({ tokens, lexicon }: Scene, at: number): boolean =>
  lexicon.heads.has(tokens[at]!.folded) || lexicon.announces.has(tokens[at]!.folded);
