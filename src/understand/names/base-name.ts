import { GAP, type Token } from '../context.ts';
import { baseForms } from '../forms/base-forms.ts';
import type { Group } from '../forms/language-group.ts';
import { fold } from '../text/fold.ts';
import { isListedSurname } from './name-lists.ts';
import { fuller, givenName, type Scene } from './scene.ts';

/** A person's name in its base form: what to show, and the folded words. */
export interface BaseName {
  shown: string;
  words: string[];
  gender: 'm' | 'f' | null;
}

/** Takes the case endings off a name, as far as the given name tells which case it is. */
export function baseName(scene: Scene, tokens: readonly Token[]): BaseName {
  const words = tokens.map((token) => token.folded);
  let gender: 'm' | 'f' | null = null;
  const first = words[0]!;
  const given = givenName(scene, first);
  if (given) gender = given.gender === 'mf' ? null : given.gender;
  if (words.length > 1 && (given || scene.group === 'sq')) {
    const bases = caseOf(scene, words, given);
    gender = bases.gender ?? gender;
    const written = bases.words.map((word, at) => rewrite(tokens[at]!, word));
    return { shown: joined(scene, tokens, written), words: bases.words, gender };
  }
  const bases = words.length === 1 && !given ? [surnameAlone(scene, first)] : words;
  return {
    shown: joined(
      scene,
      tokens,
      bases.map((word, at) => rewrite(tokens[at]!, word)),
    ),
    words: bases,
    gender,
  };
}

/** Arnautovića, Sabitzera: a surname alone without its case, where it is surely one. */
function surnameAlone({ group }: Scene, word: string): string {
  if (group !== 'bcs' && group !== 'sl') return word;
  const bare = word.replace(/(om|em|a|u)$/, '');
  if (bare === word || bare.length < 4 || isListedSurname(word, 'en')) return word;
  return /[aeiou](vic|nic|dzic|cic|jic|lic|ric)$/.test(bare) || isListedSurname(bare, 'en') ? bare : word;
}

/** The words of a name with what joins them: Tomanović-Spasić, O’Hanlon. */
function joined({ document }: Scene, tokens: readonly Token[], written: readonly string[]): string {
  return written.reduce((name, word, at) => {
    const { gap, field, start } = tokens[at]!;
    return `${name}${gap & GAP.JOINED ? document.fields[field]!.text[start - 1] : ' '}${word}`;
  });
}

function caseOf(
  scene: Scene,
  words: readonly string[],
  known: { base: string; gender: 'm' | 'f' | 'mf' } | null,
): { words: string[]; gender: 'm' | 'f' | null } {
  const first = words[0]!;
  const given = known ?? { base: first, gender: 'mf' };
  const last = words.at(-1)!;
  const middle = words.slice(1, -1);
  // Hernana Diega Mendoze
  const uncased = (word: string) => givenName(scene, word)?.base ?? manly(word);
  const gender = given.gender === 'mf' ? null : given.gender;
  switch (scene.group) {
    case 'bcs':
    case 'sl': {
      // Ivana Petrovića: the genitive of a man, not the nominative of a woman.
      if (
        given.base === first &&
        first.endsWith('a') &&
        /[^aeiou]a$/.test(last) &&
        !/(ova|eva|ska|cka|ina)$/.test(last)
      ) {
        const man = baseForms(first, scene.group).find(
          ({ base, possessive }) => !possessive && (scene.index.givenNames.get(base) ?? 'f') !== 'f',
        );
        if (man && /(ic|ov|ev|er|an|ar|ak|n|t|k|s|r)a$/.test(last))
          return { words: [fuller(man.base, scene), ...middle.map(uncased), last.slice(0, -1)], gender: 'm' };
      }
      if (given.base === first || isNominative(first, last, given)) return { words: [...words], gender };
      if (gender === 'f') return { words: [given.base, ...middle, womanly(last)], gender };
      return { words: [given.base, ...middle.map(uncased), manly(last)], gender };
    }
    case 'el': {
      // Φάνης Σπανός stands in the nominative, though Φάνη is a name too.
      if (first.endsWith('s') && /(os|is|as)$/.test(last)) return { words: [...words], gender: 'm' };
      if (given.base === first && !/[oi]y?$/.test(first)) return { words: [...words], gender };
      if (gender !== 'm') return { words: [given.base, ...words.slice(1)], gender };
      return {
        words: [
          given.base,
          ...middle,
          last
            .replace(/oy$/, 'os')
            .replace(/([^s])o$/, '$1os')
            .replace(/(i|a)$/, '$1s'),
        ],
        gender,
      };
    }
    case 'sq':
      return { words: [given.base, ...middle, albanian(last)], gender };
    default:
      return { words: [...words], gender };
  }
}

/** Vasa Pavković, Čedo Prodanović: a man's surname without a case has a given name without one. */
const isNominative = (
  first: string,
  last: string,
  { base, gender }: { base: string; gender: 'm' | 'f' | 'mf' },
): boolean => /(ic|[oe]v|in|sk[iy])$/.test(last) && (gender !== 'f' || (first.endsWith('o') && base.endsWith('a')));

/** A man's surname without its case: Petrovića, Petroviću, Petrovićem; Komšina, Zrinskog. */
function manly(word: string): string {
  if (/sk(og|oga|om|ome|im)$/.test(word)) return word.replace(/sk(og|oga|om|ome|im)$/, 'ski');
  // Livaje, Hoxhe
  if (/[^aeiou]e$/.test(word)) return `${word.slice(0, -1)}a`;
  const bare = word.replace(/(om|em|a|u)$/, '');
  if (bare === word) return word;
  // Kellyja, Molinarijem; Becker, Beckerja in Slovene
  if (/[ieyur]j$/.test(bare)) return bare.slice(0, -1);
  // Drakea, Bruceu, Dešamboa
  return /[^ai]$/.test(bare) ? bare : word;
}

/** An Albanian surname without its case: Asanit, Vuçiqit, Ramës, Haradinajt. What ends so by itself stays. */
function albanian(word: string): string {
  if (/aj[tn]$/.test(word)) return word.slice(0, -1);
  const stem = word.slice(0, -2);
  if (/[^aeiou]i[tn]$/.test(word)) {
    if (/(iq|ov|ev|son|berg|man)$/.test(stem)) return stem;
    // Shahin ends so by itself as often as not.
    return word.endsWith('n') ? word : `${stem}i`;
  }
  if (/[^aeiou]e[sn]$/.test(word) && isListedSurname(`${stem}a`, 'sq')) return `${stem}a`;
  return word;
}

/** A woman's surname changes its case only where it ends in -a. */
const womanly = (word: string): string =>
  /(ov|ev|sk|ck|in)(e|oj|u|om|i|o)$/.test(word) ? word.replace(/(e|oj|u|om|i|o)$/, 'a') : word;

/** The token as written, with the folded base form's ending in its script. */
export function rewrite(token: Token, base: string): string {
  if (token.folded === base) return token.text;
  const letters = [...token.text];
  let kept = 0;
  let taken = 0;
  for (const letter of letters) {
    const folded = fold(letter);
    if (!base.startsWith(folded, taken)) break;
    taken += folded.length;
    kept++;
  }
  return letters.slice(0, kept).join('') + inScript(base.slice(taken), letters[0]!);
}

const cyrillic: Record<string, string> = { a: 'а', e: 'е', i: 'и', o: 'о', u: 'у', r: 'р', k: 'к', n: 'н', l: 'л', j: 'ј', t: 'т', s: 'с', d: 'д', c: 'ц', v: 'в', g: 'г', m: 'м', p: 'п', b: 'б', z: 'з', h: 'х', f: 'ф' }; // biome-ignore format: a table
const greek: Record<string, string> = { a: 'α', e: 'ε', i: 'η', o: 'ο', s: 'ς' };

function inScript(ending: string, like: string): string {
  const code = like.charCodeAt(0);
  const table = code >= 0x400 && code < 0x530 ? cyrillic : code >= 0x370 && code < 0x400 ? greek : null;
  return table ? [...ending].map((letter) => table[letter] ?? letter).join('') : ending;
}

/** The folded form in ASCII, as a slug. */
export function slugOf(words: readonly string[], group: Group): string {
  const slug = words
    .map((word) => (group === 'el' ? latinized(word) : word))
    .join('-')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug || 'unnamed';
}

/** Greek writes b, d, g and u with two letters. */
const latinized = (word: string): string =>
  word
    .replace(/^mp/, 'b')
    .replace(/^nt/, 'd')
    .replace(/^gk/, 'g')
    .replace(/mp/g, 'b')
    .replace(/oy/g, 'u')
    .replace(/y/g, 'i');
