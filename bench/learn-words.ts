/**
 * Learns sources/languages/common-words.json: which words of a language are written small, so that a capital at a sentence's start says nothing.
 * From spelling dictionaries (packages below, fetched into a folder of the system's temporary files); only the digest of each word stays.
 * `node bench/learn-words.ts`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baseForms } from '../src/understand/forms/base-forms.ts';
import type { Group } from '../src/understand/forms/language-group.ts';
import { BITS_A_WORD, bitsOf } from '../src/understand/names/common-words.ts';
import { fold } from '../src/understand/text/fold.ts';

const dictionaries: Partial<Record<Group, string[]>> = {
  bcs: ['hr@2.0.0', 'sr@3.0.2'],
  sl: ['sl@3.0.0'],
  bg: ['bg@2.0.0'],
  el: ['el@4.0.0'],
  ro: ['ro@3.0.0'],
  tr: ['tr@2.0.0'],
  en: ['en@4.0.0'],
};
const folder = join(tmpdir(), 'telal-learn-words');
if (!existsSync(join(folder, 'node_modules'))) {
  mkdirSync(folder, { recursive: true });
  const packages = Object.values(dictionaries).flatMap((names) => names.map((name) => `dictionary-${name}`));
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', ...packages], { stdio: 'inherit' });
}

/** The words of a dictionary, folded: those written small, and those with a capital or the ending of a surname. */
function read(name: string): { small: Set<string>; high: Set<string> } {
  const small = new Set<string>();
  const high = new Set<string>();
  const path = join(folder, 'node_modules', `dictionary-${name.split('@')[0]}`, 'index.dic');
  for (const line of readFileSync(path, 'utf8').split('\n').slice(1)) {
    const word = line.split(/[/\t]/)[0]!.trim();
    if (/^[\p{Ll}\p{M}]{3,}$/u.test(word)) small.add(fold(word));
    if (/^\p{Ll}{3,}ић(а|у|ем|и|ев\p{L}*)?$/u.test(word)) high.add(fold(word));
    if (/^\p{Lu}[\p{Ll}\p{M}]+$/u.test(word)) high.add(fold(word));
  }
  return { small, high };
}

const all = new Map(Object.values(dictionaries).flatMap((names) => names.map((name) => [name, read(name)] as const)));
const croatian = all.get('hr@2.0.0')!.small;
const names = new Set(listedNames());
for (const name of ['hr@2.0.0', 'sr@3.0.2']) for (const word of all.get(name)!.high) names.add(word);

/** Given names that are written down, and the names that bench/learn-names.ts learnt. */
function* listedNames(): Generator<string> {
  const lists = new URL('../sources/given-names/', import.meta.url);
  for (const list of readdirSync(lists))
    for (const [name] of readFileSync(new URL(list, lists), 'utf8').matchAll(/\p{Lu}\p{L}+/gu)) yield fold(name);
  const learnt = JSON.parse(readFileSync(new URL('../sources/languages/names.json', import.meta.url), 'utf8'));
  for (const list of Object.values(learnt) as string[]) yield* list.split(' ');
}

/** The Serbian dictionary writes many names small; a word that is one, and that Croatian has not, in its spelling or its base forms. */
function isSmallName(word: string): boolean {
  // Neuter adjectives (veliko) have a base form that names have not.
  const bases = [
    word.replace(/o$/, ''),
    ...baseForms(word, 'bcs').flatMap(({ base }) => (base.length > 2 ? [base] : [])),
  ];
  if (!names.has(word) && !bases.some((base) => base.length > 4 && names.has(base))) return false;
  return ![word, ...bases].some(
    (base) =>
      croatian.has(base) ||
      [...base].some(
        (letter, at) =>
          letter === 'e' &&
          (croatian.has(`${base.slice(0, at)}j${base.slice(at)}`) ||
            croatian.has(`${base.slice(0, at)}ij${base.slice(at)}`)),
      ),
  );
}

const filters = Object.entries(dictionaries).map(([group, dictionary]) => {
  const words = new Set<string>();
  for (const name of dictionary)
    for (const word of all.get(name)!.small) if (!name.startsWith('sr@') || !isSmallName(word)) words.add(word);
  // A case form of a word that is kept is found by its base form.
  const kept = new Set<string>();
  for (const word of [...words].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    if (
      !baseForms(word, group as Group).some(({ base, possessive }) => !possessive && base.length > 3 && kept.has(base))
    )
      kept.add(word);
  }
  const filter = new Uint8Array(Math.ceil((kept.size * BITS_A_WORD) / 8));
  for (const word of kept) for (const bit of bitsOf(word, filter.length * 8)) filter[bit >> 3]! |= 1 << (bit & 7);
  console.log(group, words.size, kept.size);
  return [group, Buffer.from(filter).toString('base64')];
});
writeFileSync(
  new URL('../sources/languages/common-words.json', import.meta.url),
  `${JSON.stringify(Object.fromEntries(filters), null, 1)}\n`,
);
