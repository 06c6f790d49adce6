/**
 * Learns sources/languages/common-words.json: which words of a language are written small, so that a capital at a sentence's start says nothing.
 * From spelling dictionaries (packages below, fetched into a folder of the system's temporary files); only the digest of each word stays.
 * `node bench/learn-words.ts`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

const filters = Object.entries(dictionaries).map(([group, names]) => {
  const words = new Set<string>();
  for (const name of names) {
    const path = join(folder, 'node_modules', `dictionary-${name.split('@')[0]}`, 'index.dic');
    for (const line of readFileSync(path, 'utf8').split('\n').slice(1)) {
      const word = line.split(/[/\t]/)[0]!.trim();
      if (/^[\p{Ll}\p{M}]{3,}$/u.test(word)) words.add(fold(word));
    }
  }
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
