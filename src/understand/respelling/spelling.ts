import type { LanguageTag } from '../../domain/text.ts';

/** Languages that write a foreign name as they hear it; Bosnian and Montenegrin do both. The others keep its own letters. */
const heard = new Set('sr sr-Cyrl sr-Latn cnr bs mk bg el sq und-Latn und-Cyrl und-Grek'.split(' '));

/** Whether a name is written as the language hears it: Slovene and Croatian do so with names of other scripts. */
export const isAsHeard = (text: string, language: LanguageTag): boolean =>
  heard.has(language) || ((language === 'sl' || language === 'hr') && /[čšžđ]/i.test(text));

/** How well a language keeps a foreign name's own letters, best first; what it writes is the name to show. */
const order = 'en ro hr sl tr und-Latn bs sq cnr sr-Latn sr sr-Cyrl mk bg el'.split(' ');

export const spellingRank = (language: LanguageTag): number => {
  const place = order.indexOf(language);
  return place < 0 ? order.length : place;
};

/** Languages that put a name into cases without a mark between name and ending. */
const declining = new Set(['sr', 'sr-Cyrl', 'sr-Latn', 'cnr', 'bs', 'hr', 'sl']);

/** Endings of names in the cases of the South Slavic languages, in both scripts, and what stands in the base form instead. */
const cases: [endings: RegExp, bases: string[]][][] = [
  // Konora Goldsona, Frančeska Molinarija, Bruksa Kepke
  [
    [/(?<=[iyeourиеоур])(ja|ја)$/u, ['']],
    [/o$/, ['a']],
    [/a$/, ['', 'o', 'e']],
    [/а$/u, ['', 'о', 'е']],
    [/e$/, ['a']],
    [/е$/u, ['а']],
  ],
  // Konoru Goldsonu, Frančesku Molinariju, Bruksu Kepki
  [
    [/(?<=[iyeourиеоур])(ju|ју)$/u, ['']],
    [/u$/, ['', 'o', 'e', 'a']],
    [/у$/u, ['', 'о', 'е', 'а']],
    [/i$/, ['a']],
    [/и$/u, ['а']],
  ],
  // Konorom Goldsonom, Frančeskom Molinarijem, Bruksom Kepkom
  [
    [/(?<=[iyeourиеоур])(jem|јем)$/u, ['']],
    [/[oe]m$/, ['', 'o', 'e', 'a']],
    [/[ое]м$/u, ['', 'о', 'е', 'а']],
  ],
];
/** A woman's given name, whose foreign surname stays as it is: Sare Pejlin. */
const womanly: [RegExp, string][] = [
  [/(e|u|i|om|o)$/, 'a'],
  [/(е|у|и|ом)$/u, 'а'],
];
const albanian = /(?<=.{3})(un|ut|in|it|u|i)$/;
/** More readings than this are not looked at. */
const MOST = 20;

function basesOf(word: string, endings: (typeof cases)[0]): string[] {
  if (word.length < 3) return [];
  return endings.flatMap(([ending, bases]) =>
    ending.test(word) ? bases.map((base) => word.replace(ending, base)) : [],
  );
}

/** Names that a name may be a case form of, where no list says what its base form is: Konora Goldsona, Furykun. */
export function uncased(words: readonly string[], language: LanguageTag): string[][] {
  const last = words.at(-1)!;
  if (language === 'sq') {
    const bare = last.replace(albanian, '');
    return bare === last ? [] : [[...words.slice(0, -1), bare]];
  }
  if (!declining.has(language)) return [];
  const found: string[][] = [];
  for (const endings of cases) {
    const surnames = basesOf(last, endings);
    if (surnames.length === 0) continue;
    let names: string[][] = [[]];
    for (const word of words.slice(0, -1)) {
      // Tomi Flitvuda, Kim Džong Una: not every word changes.
      const forms = [...basesOf(word, endings), word];
      names = names.flatMap((name) => forms.map((form) => [...name, form])).slice(0, MOST);
    }
    for (const name of names) for (const surname of surnames) found.push([...name, surname]);
  }
  for (const [ending, base] of womanly)
    if (ending.test(words[0]!) && words[0]!.length > 3)
      found.push([words[0]!.replace(ending, base), ...words.slice(1)]);
  return found.slice(0, 2 * MOST);
}
