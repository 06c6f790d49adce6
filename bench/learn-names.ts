/**
 * Learns sources/languages/names.json: given names and surnames of many languages, folded, as names alone tell a person.
 * From the name lists of the npm package @faker-js/faker and the names that the Romanian and Slovenian spelling dictionaries mark
 * (fetched into a folder of the system's temporary files) and, where a file of politicians (JSON lines with `names` by language)
 * is given, theirs.
 * `node bench/learn-names.ts [PERSONS.jsonl]`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Group, groups } from '../src/understand/forms/language-group.ts';
import { isListedWord } from '../src/understand/names/common-words.ts';
import { fold } from '../src/understand/text/fold.ts';

const locales =
  'hr sr_RS_latin ro ro_MD tr mk el en de de_AT fr fr_BE it es es_MX ru uk pl cs_CZ sk hu sv da nb_NO fi nl pt_BR pt_PT az hy ar'.split(
    ' ',
  );
const folder = join(tmpdir(), 'telal-learn-names');
if (!existsSync(join(folder, 'node_modules'))) {
  mkdirSync(folder, { recursive: true });
  execFileSync(
    'npm',
    [
      'install',
      '--prefix',
      folder,
      '--no-audit',
      '--no-fund',
      '@faker-js/faker@10',
      'dictionary-ro@3.0.0',
      'dictionary-sl@3.0.0',
    ],
    {
      stdio: 'inherit',
    },
  );
}
const entry = createRequire(join(folder, 'package.json')).resolve('@faker-js/faker');
type Lists = Record<string, string[]> | undefined;
const { allLocales } = (await import(pathToFileURL(entry).href)) as {
  allLocales: Record<string, { person?: { first_name?: Lists; last_name?: Lists } }>;
};

const given = { m: new Set<string>(), f: new Set<string>() };
const surnames = new Set<string>();
const words = (name: string): string[] =>
  /^[\p{Lu}][\p{L}\p{M}'’-]+$/u.test(name) ? name.split(/['’-]/).filter((part) => part.length > 2) : [];
const isWord = (folded: string, among: readonly Group[]): boolean => among.some((group) => isListedWord(folded, group));
const foreign = groups.filter((group) => group !== 'en');

for (const locale of locales) {
  const person = allLocales[locale]?.person;
  for (const [kind, list] of Object.entries(person?.first_name ?? {})) {
    for (const name of list.flatMap(words)) {
      const folded = fold(name);
      if (folded.length < 3 || isWord(folded, groups)) continue;
      if (kind !== 'female') given.m.add(folded);
      if (kind !== 'male') given.f.add(folded);
    }
  }
  for (const name of Object.values(person?.last_name ?? {})
    .flat()
    .flatMap(words)) {
    const folded = fold(name);
    if (folded.length > 3 && !isWord(folded, foreign)) surnames.add(folded);
  }
}
/** The entries of a spelling dictionary: word and flags. */
const entries = (language: string): string[][] =>
  readFileSync(join(folder, 'node_modules', `dictionary-${language}`, 'index.dic'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split('/'));

// The Romanian dictionary gives men's and women's names case endings of their own.
for (const [word, flags] of entries('ro')) {
  for (const name of words(word!)) {
    const folded = fold(name);
    if (isWord(folded, foreign)) continue;
    if (flags?.includes('T')) (/escu$|anu$/.test(folded) ? surnames : given.m).add(folded);
    else if (flags?.includes('U') && folded.endsWith('a')) given.f.add(folded);
  }
}
// Who has possessives in the Slovenian dictionary is somebody: Prešeren, Prešernov. Peoples and townsfolk are known by their endings.
const slovenian = new Set(entries('sl').map(([word]) => word!));
for (const word of slovenian) {
  const [, stem, suffix] = /^(\p{Lu}\p{Ll}{3,})(ov|ev|in)$/u.exec(word) ?? [];
  if (!stem) continue;
  const bases =
    suffix === 'in' ? [`${stem}a`] : [stem, `${stem}a`, stem.replace(/(.)$/, 'e$1'), stem.replace(/j$/, '')];
  const base = bases.find((each) => slovenian.has(each));
  if (!base || /(čan|jan|ec|čanka|janka|ka|an)$/.test(base)) continue;
  const folded = fold(base);
  if (!isWord(folded, foreign) && !given.m.has(folded) && !given.f.has(folded)) surnames.add(folded);
}
const persons = process.argv[2];
for (const line of persons ? readFileSync(persons, 'utf8').trim().split('\n') : []) {
  const { names } = JSON.parse(line) as { names: Record<string, string[]> };
  for (const name of Object.values(names).flat()) {
    const parts = name.trim().split(/\s+/);
    const last = parts.at(-1)!;
    if (parts.length < 2 || parts.length > 3 || /[,()]/.test(name)) continue;
    for (const part of words(last)) {
      const folded = fold(part);
      if (folded.length > 3 && /^[a-z]+$/.test(folded) && !isWord(folded, foreign)) surnames.add(folded);
    }
  }
}
const text = (set: ReadonlySet<string>) => [...set].sort().join(' ');
console.log(given.m.size, given.f.size, surnames.size);
writeFileSync(
  new URL('../sources/languages/names.json', import.meta.url),
  `${JSON.stringify({ m: text(given.m), f: text(given.f), surnames: text(surnames) }, null, 1)}\n`,
);
