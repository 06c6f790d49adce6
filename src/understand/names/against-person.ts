import { CAPITAL, GAP, LOWER, MIXED, NUMBER } from '../context.ts';
import { againstThing } from './against-thing.ts';
import { isCommonWord } from './common-words.ts';
import type { Run } from './runs.ts';
import { among, givenName, isInitial, type Scene } from './scene.ts';
import { isSurname } from './surname-endings.ts';

/** How much speaks against the run being a person's name; nothing or less than nothing. */
export function againstPerson(scene: Scene, run: Run): number {
  return (
    productNumber(scene, run) +
    odd(scene, run) +
    foreignGlue(scene, run) +
    againstThing(scene, run) +
    place(scene, run) +
    (run.last - run.first === 1 ? wordForm(scene, run) : 0) +
    (scene.group === 'tr' ? possessedNoun(scene, run) : 0)
  );
}

/** Galaxy S IV, Windows 8: a letter or a number after the name is a product's. */
function productNumber(scene: Scene, { first, last }: Run): number {
  const { tokens } = scene;
  const next = tokens[last];
  const tail = tokens[last - 1]!;
  if (next && next.shape === NUMBER && next.gap === 0 && !/^(1\d\d\d|20\d\d|\d{1,2})$/.test(next.text)) return -1;
  if (next && next.shape === NUMBER && next.gap === 0 && tokens[last + 1]?.shape !== LOWER) return -0.7;
  if (last - first < 2 || tail.text.length > 1) {
    const before = tokens[last - 2];
    const lettered = last - first > 2 && /^[IVX]+$/.test(tail.text) && before!.text.length === 1;
    return lettered && !(tail.gap & GAP.STOP) ? -4 : 0;
  }
  return next && next.gap & GAP.STOP ? 0 : -2;
}

/** iPhone; letters and Roman numerals alone; a word of one letter. */
function odd(scene: Scene, { first, last }: Run): number {
  const { tokens } = scene;
  const head = tokens[first]!;
  if (head.shape === MIXED && /^\p{Ll}/u.test(head.text)) return -4;
  for (let at = first; at < last; at++) if (!isInitial(tokens[at]!) && !/^[IVX]+$/.test(tokens[at]!.text)) return 0;
  return -3;
}

const glue = new Set('the of and to in for on with a an und der die das von le la les du et with'.split(' '));
const before = new Set('the of and to for with my your der die das'.split(' '));

/** Fifty Shades of Grey, David and Lisa: English little words around it in a text of another language. */
function foreignGlue(scene: Scene, { first, last }: Run): number {
  const { tokens, group } = scene;
  const ahead = tokens[first - 1];
  // The Clarion Ledger, The Fugees
  if (group === 'en') return ahead?.text === 'The' && tokens[first]!.gap === 0 ? -4 : 0;
  const next = tokens[last];
  if (
    ahead &&
    tokens[first]!.gap === 0 &&
    (before.has(ahead.folded) || ahead.text === 'La') &&
    !/^(a|to|on)$/.test(ahead.folded)
  )
    return -2.5;
  if (next && next.gap === 0 && next.shape === LOWER && glue.has(next.folded) && next.text.length > 1) {
    const further = tokens[last + 1];
    const foreign = further && further.shape !== LOWER && !/^(la|le|to|on|in|a|an|der|et)$/.test(next.folded);
    if (foreign) return -2;
  }
  return 0;
}

const stormsAndSaints = new Set('st saint hurricane storm typhoon cyclone air fort mount lake port'.split(' '));
const englishThings = new Set(
  'mews crescent terrace avenue boulevard street road stadium cathedral award awards league cup gardens institution depot ventures bowl trophy records engine reactor arena championship'.split(
    ' ',
  ),
);
const offices = new Set(
  'president minister secretary protector chancellor senator governor chairman director commissioner ambassador mayor'.split(
    ' ',
  ),
);

const ands = new Set('i si ve dhe in kai'.split(' '));

/** St. Louis, Hurricane Rosa; "Punta Eugenia, Mexico"; "Paris, Grazu i Hagu". */
function place({ tokens, taken, hinted, group, storms }: Scene, { first, last }: Run): number {
  if (storms.has(tokens[last - 1]!.folded)) return -4;
  if (
    last - first > 1 &&
    (englishThings.has(tokens[last - 1]!.folded) || among(englishThings, tokens[last - 1]!.folded, group))
  )
    return -4;
  // St. Louis
  const saint = tokens[first - 1];
  if (saint && saint.shape === CAPITAL && tokens[first]!.gap === GAP.STOP && saint.folded === 'st') return -4;
  if (last - first === 1 && group !== 'en') {
    const and = tokens[first - 1]?.shape === LOWER && tokens[first]!.gap === 0 && ands.has(tokens[first - 1]!.folded);
    const before = and ? first - 2 : tokens[first]!.gap === GAP.COMMA ? first - 1 : -1;
    // "6 Ekim 1912'de Luzern, İsviçre'de": the country behind the town.
    const unknown = !isSurname(tokens[first]!.folded, group) && !hinted[first];
    if (
      unknown &&
      tokens[last]?.gap === GAP.COMMA &&
      taken[last] === 3 &&
      tokens[last + 1]?.gap !== GAP.COMMA &&
      !ands.has(tokens[last + 1]?.folded ?? '')
    )
      return -1.2;
    const inRow = taken[before] === 3 && (and || tokens[last]?.gap === GAP.COMMA);
    return inRow || (tokens[last]?.gap === GAP.COMMA && taken[last] === 3 && tokens[first]!.gap === GAP.COMMA)
      ? -1.2
      : 0;
  }
  if (group !== 'en') return 0;
  const ahead = tokens[first - 1];
  if (ahead && ahead.shape === CAPITAL && (tokens[first]!.gap & ~GAP.STOP) === 0 && stormsAndSaints.has(ahead.folded))
    return -4;
  const tail = tokens[last - 1]!.folded;
  if (last - first > 1 && offices.has(tail)) return -4;
  if (tokens[first]!.folded === 'air') return -4;
  return tokens[last]?.gap === GAP.COMMA && taken[last] === 3 ? -1.2 : 0;
}

/** By its form the lone word is a verb, a people, a language or a possessive. */
/** Патот, Головете: an everyday word with its article. */
const isWithArticle = (folded: string, group: 'mk' | 'bg'): boolean => {
  const stem = folded.replace(/([oa]t|t[aoe]|ovete|ovite|ete)$/, '');
  return stem !== folded && stem.length > 2 && isCommonWord(stem, group);
};

function wordForm(scene: Scene, { first, last, opening }: Run): number {
  const { tokens, group, lexicon } = scene;
  const { folded, text } = tokens[first]!;
  const next = tokens[last];
  if (lexicon.openers.has(folded)) return -2;
  if (text.length < 3) return -1.5;
  const named = givenName(scene, folded) !== null || isSurname(folded, group);
  switch (group) {
    case 'bcs':
    case 'sl':
      // Preradovićeva 33
      if (/(ova|eva|ina|ska|cka)$/.test(folded) && next?.shape === NUMBER && next.gap === 0) return -3;
      if (isPossessive(folded) && next?.shape === LOWER && next.gap === 0) return -1.5;
      if (named || !opening) return 0;
      return /(ao|eo|uo|ali|ili|ala|ila|alo|ilo|ajte|ujte|ite|ati|iti|eti|uti|it|ut|at)$/.test(folded) ? -1.5 : 0;
    case 'mk':
    case 'bg':
      // Вселенскиот, Националната
      if (/(sk|[^aeiou]n)(iot|ata|oto|ijat|ija)$/.test(folded)) return -3;
      // Разследващите, Головете
      return opening && !named && (folded.endsWith('ite') || isWithArticle(folded, group)) ? -1.5 : 0;
    case 'tr': {
      if (named) return 0;
      if (
        /(lar|ler)(in|i|a|e|da|de|dan|den|daki|deki|la|le|inin|ini|ina|ine|inda|inde|indan|inden|iyla|iyle)?$/.test(
          folded,
        )
      )
        return -1.5;
      const stem = folded.replace(/n?[iu]n$/, '');
      if (/[^aeiou](ca|ce)$/.test(stem)) return -1;
      return /[^aeiou]?(li|lu)$/.test(folded) && next?.shape === LOWER ? -1 : 0;
    }
    case 'ro':
      // regele Aragonului: a person's genitive is made with "lui".
      if (/.(ului|ilor|elor)$/.test(folded)) return -3;
      return !named && isCommonWord(folded, group) && /(ii|ei|lor|lui|ile|ele|urile)$/.test(folded) ? -2 : 0;
    default:
      return 0;
  }
}

/** Fehmijuove, Bachovim: of somebody, by its form. */
export const isPossessive = (folded: string): boolean => /.(ov|ev)(o|e|i|og|oga|om|omu|oj|ih|im|ima)$/.test(folded);

/** Savaşı'ndan, Gölü'nün: an n before the case marks a noun that belongs to another, which no name is. */
function possessedNoun(scene: Scene, { last }: Run): number {
  const token = scene.tokens[last];
  if (!token || token.gap !== (GAP.JOINED | GAP.APOSTROPHE)) return 0;
  const { folded } = scene.tokens[last - 1]!;
  return /[aeiou]$/.test(folded) && !folded.endsWith('oglu') && /^(n[aeiu]|nd[ae]n?|nd[ae]ki)$/.test(token.folded)
    ? -3
    : 0;
}
