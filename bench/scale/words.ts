const latin = ['va', 'ri', 'no', 'še', 'lo', 'ka', 'mi', 'tu', 'ćo', 'pre', 'sta', 'gra', 'zo', 'de', 'bi', 'ne'];
const cyrillic = ['ва', 'ри', 'но', 'ше', 'ло', 'ка', 'ми', 'ту', 'цо', 'пре', 'ста', 'гра', 'зо', 'де', 'би', 'не'];
const greek = ['βα', 'ρι', 'νο', 'σε', 'λο', 'κα', 'μι', 'του', 'κο', 'πρε', 'στα', 'γρα', 'ζο', 'δε', 'πι', 'νε'];

const VOCABULARY = 40_000;

function syllablesOf(language: string): string[] {
  if (language.startsWith('el')) return greek;
  return /^(mk|bg|sr-Cyrl|sr$)/.test(language) ? cyrillic : latin;
}

/** The word of a rank: few are frequent, most are rare, as in any language. */
export function wordOf(language: string, rank: number): string {
  const syllables = syllablesOf(language);
  let [left, made] = [rank + 16, ''];
  for (; left > 0; left = Math.floor(left / 16)) made += syllables[left % 16];
  return made;
}

/** Words by Zipf's law in the letters of a language; one word of a rank is spelled alike in all of them. */
export function inventText(language: string, words: number, random: () => number): string {
  return Array.from({ length: words }, () => wordOf(language, Math.floor(VOCABULARY ** random()) - 1)).join(' ');
}
