import { readFileSync } from 'node:fs';
import { baseForms } from '../forms/base-forms.ts';
import { type Group, groups } from '../forms/language-group.ts';
import { fold } from '../text/fold.ts';

/** Names of many languages, as bench/learn-names.ts wrote them down, and those of people whom everybody knows. */
const learnt = new URL(import.meta.resolve('#sources/languages/names.json'));
const famous = new URL(import.meta.resolve('#sources/languages/famous-names.txt'));

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

let lists: { m: string[]; f: string[]; surnames: ReadonlySet<string>; famous: ReadonlySet<string> } | undefined;

function load() {
  lists ??= read();
  return lists;
}

function read() {
  const stored = JSON.parse(readFileSync(learnt, 'utf8')) as { m: string; f: string; surnames: string };
  const text = readFileSync(famous, 'utf8').replace(/^#.*$/gm, '');
  return {
    m: words(stored.m),
    f: words(stored.f),
    surnames: new Set(words(stored.surnames)),
    famous: new Set(words(text).flatMap((word) => word.split('-').map(fold))),
  };
}

/** Folded given names of the world with their gender. */
export function* listedGivenNames(): Generator<[name: string, gender: 'm' | 'f']> {
  const { m, f } = load();
  for (const name of m) yield [name, 'm'];
  for (const name of f) yield [name, 'f'];
}

const surnameCache = new Map<Group, Map<string, boolean>>(groups.map((group) => [group, new Map()]));
const famousCache = new Map<Group, Map<string, boolean>>(groups.map((group) => [group, new Map()]));

/** Whether the folded word, as it stands or in its base form, is a surname that a list has. */
export const isListedSurname = (folded: string, group: Group): boolean =>
  listed(folded, group, load().surnames, surnameCache.get(group)!);

/** Whether the folded word stands for one person whom everybody knows. */
export const isFamousName = (folded: string, group: Group): boolean =>
  listed(folded, group, load().famous, famousCache.get(group)!);

function listed(folded: string, group: Group, list: ReadonlySet<string>, cache: Map<string, boolean>): boolean {
  if (folded.length < 3) return false;
  const known = cache.get(folded);
  if (known !== undefined) return known;
  if (cache.size > 50_000) cache.clear();
  const found =
    list.has(folded) ||
    baseForms(folded, group).some(({ base, possessive }) => !possessive && base.length > 3 && list.has(base));
  cache.set(folded, found);
  return found;
}
