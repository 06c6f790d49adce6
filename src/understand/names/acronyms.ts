import { CAPITAL, CAPS, GAP, LOWER, MIXED, NUMBER } from '../context.ts';
import { thingsBefore } from '../lexicon/things.ts';
import { tradeNames } from '../lexicon/trade-names.ts';
import { isCommonWord, isListedWord } from './common-words.ts';
import { among, givenName, isHigh, type Scene } from './scene.ts';
import { isSurname } from './surname-endings.ts';

/** Capitals that are no body's name. */
export const notAcronyms: ReadonlySet<string> = new Set(
  `tv pdv ddv dph vat dnk dna rna usd eur km gmt cest cet pr it dvd cd sms pc ok bdp bnp gdp pib am pm covid hiv aids pcr co ai ict ip www http https pdf foto video live ii iii iv vi vii viii ix
  xi xii xiii xiv xv xvi xvii xviii xix xx xxi mmxx sos ufo suv gps usb iq tnt mr dr st vip vr ram ad bc bbb gb mb kb tb ghz mhz lte nfc os ppt lgbt sim psn spf php html css xml api dj mc ft kw mw kwh km2 rsd ron bgn mkd all lek kn din jmbg oib pin atm evp
  ngo ngos ong ojq ojf mko nvo npo stk eez aoz meb aep fpa kdv tva tvsh gsyh gsyih pbb tir pnrr ceo cfo mps meps ul bb`.split(
    /\s+/,
  ),
);
const domains = new Set('com net org info hr rs ba mk bg ro gr eu tv'.split(' '));

/** Adevărul.ro, Mobil.hr: an outlet called by its address. */
export function byDomain({ tokens, taken }: Scene, first: number): number | null {
  const end = tokens[first + 1];
  if (!end || end.shape !== LOWER || end.gap !== GAP.STOP || end.start - tokens[first]!.end !== 1) return null;
  const after = tokens[first + 2];
  const last = after === undefined || (after.gap & (GAP.JOINED | GAP.SLASH)) === 0;
  return last && !taken[first] && domains.has(end.folded) && tokens[first]!.text.length > 2 ? first + 2 : null;
}

/** BIRN, HAK-PAR, FK Partizan: capitals alone. */
export function byAcronym(scene: Scene, first: number): number | null {
  const { tokens, lexicon, group } = scene;
  const token = tokens[first]!;
  if (scene.taken[first] || isHeading(scene, first)) return null;
  if (token.shape !== CAPS && !(token.shape === MIXED && /^[\p{Lu}][\p{L}]*[\p{Lu}]{2}/u.test(token.text))) return null;
  const quoted = quotedBehind(scene, first);
  if (quoted !== null && (legalForms.has(token.folded) || !notAcronyms.has(token.folded))) return quoted;
  // A word in capitals is a cry or a heading; a number after it is a product's.
  const next = tokens[first + 1];
  const word = token.text.length > 4 ? isCommonWord(token.folded, group) : isListedWord(token.folded, group);
  if (token.text.length > 3 && word && !scene.acronyms.has(token.folded)) return null;
  // M.K.: somebody whose name is not told.
  if (/^\p{Lu}\.\p{Lu}\.?$/u.test(token.text)) return null;
  // Republika Srpska (RS)
  if (token.gap & GAP.OPEN_BRACKET && scene.taken[first - 1] === 3) return null;
  if (next && next.shape === NUMBER && (next.gap & ~(GAP.HYPHEN | GAP.JOINED)) === 0) return null;
  const ahead = tokens[first - 1];
  const nouns = thingsBefore[group];
  if (nouns && ahead && token.gap === 0 && ahead.shape === LOWER && among(nouns, ahead.folded, group)) return null;
  if (
    token.text.length > 9 ||
    notAcronyms.has(token.folded) ||
    lexicon.openers.has(token.folded) ||
    /^[IVXLCDM]+$|\d/.test(token.text) ||
    (tokens[first - 1]?.shape === NUMBER && token.gap === 0)
  )
    return null;
  // The first words of an agency's text in capitals, or a name among others in capitals.
  const before = tokens[first - 1];
  const after = tokens[first + 1];
  let last = first + 1;
  while (tokens[last] && isHigh(tokens[last]!) && tokens[last]!.gap === (GAP.JOINED | GAP.HYPHEN)) last++;
  if (
    (before?.shape === CAPS && token.gap === 0) ||
    (after?.shape === CAPS && after.gap === 0 && after.text.length > 1)
  )
    return null;
  // CFR Cluj, RWE Hrvatska
  const isTown = (at: number) => tokens[at]?.gap === 0 && scene.taken[at] === 3 && isHigh(tokens[at]!);
  if (last === first + 1 && isTown(last)) {
    while (isTown(last)) last++;
    return last;
  }
  if (lexicon.marks.has(token.folded) && token.text.length < 5)
    while (last < tokens.length && isHigh(tokens[last]!) && tokens[last]!.gap === 0) last++;
  // AKC Medika, RWE Energija
  else if (last === first + 1 && isOwnName(scene, last)) last++;
  return last;
}

/** What a body is in law or in sport, said in capitals before its name in quotation marks: JKP „Infostan“, КК „Партизан“. */
export const legalForms: ReadonlySet<string> = new Set(
  `jp jkp jvp ju ji ad dd dp doo kud fk kk ok rk hk nk vk zfk zkk zok orv odk okk zrk pd pu os ss du vu kc nu ou sou npu tec vec aec hec te he tpp npp sc sa srl cs fc bc acs ooo oao ao sd osu mou ogs od et eood ead sprl`.split(
    ' ',
  ),
);

/** Where the name in quotation marks ends that stands right behind the capitals; null where there is none. */
export function quotedBehind({ tokens }: Scene, at: number): number | null {
  const { text } = tokens[at]!;
  const opening = tokens[at + 1];
  if (text.length > 5 || opening?.gap !== GAP.QUOTE || !isHigh(opening)) return null;
  for (let end = at + 2; end < at + 7; end++) {
    const token = tokens[end];
    if (!token || token.gap & GAP.QUOTE) return end;
    if (!(token.gap === 0 || token.gap === (GAP.JOINED | GAP.HYPHEN))) return null;
  }
  return null;
}

/** BANJALUKA – …, LAV: …: capitals that open a paragraph, a dash or a colon behind them, are a dateline or a heading. */
function isHeading({ document, tokens }: Scene, first: number): boolean {
  const sentence = document.sentences[tokens[first]!.sentence]!;
  if (!sentence.opensParagraph) return false;
  const isPart = (at: number) => tokens[at]!.shape === CAPS || tokens[at]!.text.length === 1;
  // DIBËR E MADHE – …
  for (let at = sentence.first; at < first; at++) if (!isPart(at) || tokens[at + 1]!.gap !== 0) return false;
  let last = first + 1;
  while (last < sentence.last && isPart(last) && tokens[last]!.gap === 0) last++;
  const next = tokens[last];
  if (!next) return false;
  const parted =
    next.gap & (GAP.DASH | GAP.COLON | GAP.LINE) ||
    (next.gap & (GAP.COMMA | GAP.OPEN_BRACKET) && tokens[first]!.text.length > 4);
  return parted !== 0 && parted !== false;
}

/** Whether the token behind an acronym is a part of the name: neither a person's name nor a thing's. */
function isOwnName(scene: Scene, at: number): boolean {
  const { tokens, group, taken } = scene;
  const token = tokens[at];
  if (token?.gap !== 0 || token.shape !== CAPITAL || taken[at] || scene.hinted[at] || token.text.length < 4)
    return false;
  if (group === 'en' || group === 'tr') return false;
  const next = tokens[at + 1];
  if (next && next.gap === 0 && (isHigh(next) || next.shape === NUMBER)) return false;
  return !givenName(scene, token.folded) && !isSurname(token.folded, group) && !among(tradeNames, token.folded, group);
}
