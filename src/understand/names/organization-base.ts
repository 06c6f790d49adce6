import { CAPITAL, GAP, LOWER, type Token } from '../context.ts';
import { baseForms } from '../forms/base-forms.ts';
import type { Group } from '../forms/language-group.ts';
import { fold, foldName } from '../text/fold.ts';
import { type BaseName, rewrite } from './base-name.ts';
import { looksAdjective } from './looks-adjective.ts';
import type { Scene } from './scene.ts';

/** What an organisation's name begins with, in the base form: how many of its words change, and to what. */
type Opening = (scene: Scene, tokens: readonly Token[]) => readonly string[];

/** An organisation's name in the nominative and without an article, with the marks inside it: "Višeg suda u Nišu" is Viši sud u Nišu. */
export function organizationBase(scene: Scene, tokens: readonly Token[]): BaseName {
  const changed = openings[scene.group]?.(scene, tokens) ?? [];
  const { text } = scene.document.fields[tokens[0]!.field]!;
  let shown = '';
  let open = 0;
  tokens.forEach((token, at) => {
    if (at > 0) shown += text.slice(tokens[at - 1]!.end, token.start);
    if (at > 0 && token.gap & GAP.QUOTE) open++;
    shown += changed[at] ?? token.text;
  });
  if (open % 2 > 0) shown += /^\s?["“”«»]/.exec(text.slice(tokens.at(-1)!.end))?.[0] ?? '';
  return {
    shown,
    words: tokens.map((token, at) => (changed[at] === undefined ? token.folded : foldName(changed[at]).join(' '))),
    gender: null,
  };
}

/** Whether the words are nothing but a word for a body: Skupština, Владата, Gjykatës. */
export const isBareHead = (scene: Scene, tokens: readonly Token[]): boolean =>
  tokens.length === 1 &&
  tokens[0]!.shape === CAPITAL &&
  scene.lexicon.heads.has(organizationBase(scene, tokens).words[0]!);

const isBody = ({ lexicon }: Scene, word: string): boolean => lexicon.heads.has(word) || lexicon.announces.has(word);

/** Adjectives that names of bodies begin with: državni, opća; a vojska is none. */
const adjective = /(sk|ck|[^aeiou]n|on|en|visok|vis|opc|opst)(i|a|o|e)$/;

/** The word for a body that the word is, in some case of it; null where it is none. */
export function southHead(scene: Scene, folded: string): string | null {
  const bases = [
    folded,
    ...baseForms(folded, scene.group).flatMap(({ base, possessive }) => (possessive ? [] : [base])),
  ];
  return bases.find((base) => isBody(scene, base) && (!adjective.test(base) || base === 'vojska')) ?? null;
}

/** Višeg javnog tužilaštva: the adjectives before the noun follow its gender, and the small one behind Matica too. */
const southSlavic: Opening = (scene, tokens) => {
  const isHyphen = (at: number) => tokens[at]?.gap === (GAP.JOINED | GAP.HYPHEN);
  const goesOn = (at: number) => (tokens[at]?.gap === 0 || isHyphen(at)) && tokens[at]!.shape === LOWER;
  let noun = 0;
  let head = southHead(scene, tokens[0]!.folded);
  while (
    head === null &&
    noun < 3 &&
    goesOn(noun + 1) &&
    (isHyphen(noun + 1) || looksAdjective(tokens[noun]!.folded))
  ) {
    noun++;
    head = southHead(scene, tokens[noun]!.folded);
  }
  const token = tokens[noun]!;
  if (head === null || head === token.folded) return [];
  const gender = /(a|ost)$/.test(head) ? 'f' : /[oe]$/.test(head) ? 'n' : 'm';
  // Splitsko-makarska: the first half has no case.
  const words = tokens
    .slice(0, noun)
    .map((each, at) => (isHyphen(at + 1) ? each.text : rewrite(each, nominative(each, gender))));
  words.push(rewrite(token, head));
  const behind = tokens[noun + 1];
  if (behind && tokens.length === noun + 2 && goesOn(noun + 1) && /sk(e|oj|u|om)$/.test(behind.folded))
    words.push(rewrite(behind, nominative(behind, gender)));
  return words;
};

/** An adjective's nominative of a gender, folded: višeg and srednjem are soft. */
function nominative({ folded, text }: Token, gender: 'm' | 'f' | 'n'): string {
  const stem = folded.replace(/(oga|ega|ome|omu|emu|og|eg|om|em|oj|im|ih|u|i|a|e|o)$/, '');
  if (gender === 'm') return `${stem}i`;
  if (gender === 'f') return `${stem}a`;
  const soft = /(š|ć|č|ž|đ|nj|lj|ш|ћ|ч|ж|ђ|њ|љ|шт)(e|е)(g|m|г|м)/i.test(text);
  return `${stem}${soft ? 'e' : 'o'}`;
}

/** Правниот факултет, Апелативния съд, Комисията: without the article. */
const eastern: Opening = (scene, tokens) => {
  const { folded } = tokens[0]!;
  const forms = ['iot', 'ot', 'at', 'ta', 'to', 'te', 'a'].flatMap((article) =>
    folded.endsWith(article) ? [folded.slice(0, -article.length)] : [],
  );
  const next = tokens[1];
  const leads = next?.gap === 0 && next.shape === LOWER && next.text.length > 2 && !isBody(scene, folded);
  const bare = adjectiveWithoutArticle(folded);
  if (bare !== null && (leads || /(iot|ijat|noto|nata)$/.test(folded))) return [rewrite(tokens[0]!, bare)];
  const head = forms.find((form) => isBody(scene, form));
  return head === undefined ? [] : [rewrite(tokens[0]!, head)];
};

function adjectiveWithoutArticle(folded: string): string | null {
  const male = /^(.+?)(iot|ijat|ija)$/.exec(folded);
  if (male) {
    const stem = male[1]!;
    if (/[scz]k$/.test(stem)) return `${stem}i`;
    return stem.endsWith('n') ? `${stem.slice(0, -1)}en` : stem;
  }
  const other = /^(.+(?:n|sk|ck|v|st|s))(ata|oto|ite)$/.exec(folded);
  return other ? `${other[1]}${other[2]![0]}` : null;
}

const suffixes = (rows: string): [RegExp, string][] =>
  rows
    .trim()
    .split(/\s*\n\s*/)
    .map((row) => {
      const [ending, base] = row.split(' < ');
      return [new RegExp(`${ending}$`, 'u'), base!];
    });

/** Rewrites a word as written by the first ending that leads to a word for a body. */
function byEnding(scene: Scene, { text }: Token, endings: readonly [RegExp, string][]): string | null {
  for (const [ending, base] of endings) {
    if (!ending.test(text)) continue;
    const written = text.replace(ending, base);
    if (scene.lexicon.heads.has(fold(written))) return written;
  }
  return null;
}

const romanianEndings = suffixes(`
  ului < ul
  iei < ia
  ății < atea
  ării < area
  ții < tea
  cii < ca
  gii < ga
  zii < da
  lii < la
  ei < a
`);
const romanian: Opening = (scene, tokens) => {
  const head = byEnding(scene, tokens[0]!, romanianEndings);
  return head === null ? [] : [head];
};

const albanianEndings = suffixes(`
  i(së|në) < ia
  (ë|)(së|në) < a
  ës < a
  ën < a
  it < i
  in < i
  ut < u
  un < u
`);
/** Gjykatës, Ministrisë së Drejtësisë: the article behind follows the noun's case too. */
const albanian: Opening = (scene, tokens) => {
  const head = byEnding(scene, tokens[0]!, albanianEndings);
  if (head === null) return [];
  const article = tokens[1];
  const linked = article?.gap === 0 && /^(të|së|e|i)$/.test(article.text);
  return linked ? [head, head.endsWith('a') ? 'e' : 'i'] : [head];
};

/** Greek bodies whose accent moves in the genitive. */
const greekNouns: Readonly<Record<string, string>> = {
  πανεπιστημίου: 'πανεπιστήμιο', συμβουλίου: 'συμβούλιο', δικαστηρίου: 'δικαστήριο', επιμελητηρίου: 'επιμελητήριο', κοινοβουλίου: 'κοινοβούλιο', ιδρύματος: 'ίδρυμα', κινήματος: 'κίνημα', κόμματος: 'κόμμα', συλλόγου: 'σύλλογος', συνδέσμου: 'σύνδεσμος', ομίλου: 'όμιλος', δήμου: 'δήμος', οργανισμού: 'οργανισμός', συνασπισμού: 'συνασπισμός', στρατού: 'στρατός', θεάτρου: 'θέατρο',
}; // biome-ignore format: a table
const greek: Opening = (scene, tokens) => {
  const nominative = (text: string): string[] => {
    const moved = greekNouns[text.toLowerCase()];
    if (moved) return [moved[0]!.toUpperCase() + moved.slice(1)];
    return [text.replace(/ς$/u, ''), text.replace(/ού$/u, 'ό'), text.replace(/ου$/u, 'ο')].filter(
      (base) => base !== text,
    );
  };
  const isHead = (text: string) => scene.lexicon.heads.has(fold(text));
  // Πανελλήνιας Ναυτικής Ομοσπονδίας: the adjectives before the noun follow it.
  for (let noun = 0; noun < Math.min(tokens.length, 4) && tokens[noun]!.shape !== LOWER; noun++) {
    const head = nominative(tokens[noun]!.text).find(isHead);
    if (head === undefined) continue;
    const before = tokens.slice(0, noun).map((token) => nominative(token.text)[0]);
    return before.every((word) => word !== undefined) ? [...before, head] : [];
  }
  return [];
};

const openings: Partial<Record<Group, Opening>> = {
  bcs: southSlavic,
  sl: southSlavic,
  mk: eastern,
  bg: eastern,
  ro: romanian,
  sq: albanian,
  el: greek,
};
