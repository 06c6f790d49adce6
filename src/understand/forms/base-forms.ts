import { type Ending, endings, fleeting } from './endings.ts';
import { type Group, groups } from './language-group.ts';

/** A base form that a word may be a form of. */
export interface BaseForm {
  base: string;
  possessive: boolean;
}

const longest = 7;
const byEnding = new Map<Group, Map<string, Ending[]>>(
  groups.map((group) => [group, Map.groupBy(endings[group], (rule) => rule.ending)]),
);

const isVowel = (letter: string | undefined) => letter !== undefined && 'aeiouy'.includes(letter);
// ck, zg, sh: k, g and h before -i in the dative.
const hardened: Record<string, string> = { c: 'k', z: 'g', s: 'h' };

/** Of the words asked for last, for each group: one name is looked at from many sides. */
const recent = new Map<Group, Map<string, readonly BaseForm[]>>(groups.map((group) => [group, new Map()]));
const REMEMBERED = 2000;

/** Every base form that the folded word may stand for by the group's grammar, without itself; stems of three letters and more. */
export function baseForms(word: string, group: Group): readonly BaseForm[] {
  const known = recent.get(group)!;
  const found = known.get(word);
  if (found) return found;
  if (known.size === REMEMBERED) known.clear();
  const forms = makeForms(word, group);
  known.set(word, forms);
  return forms;
}

function makeForms(word: string, group: Group): BaseForm[] {
  const rules = byEnding.get(group)!;
  const found: BaseForm[] = [];
  const shortest = Math.max(2, word.length - longest);
  for (let cut = word.length - 1; cut >= shortest; cut--) {
    const matching = rules.get(word.slice(cut));
    if (!matching) continue;
    const stem = word.slice(0, cut);
    for (const rule of matching) {
      for (const base of rule.bases) {
        if (base === '~') restoreVowel(stem, group, rule.possessive, found);
        else if (base === '*') {
          const hard = hardened[stem.at(-1)!];
          if (hard) found.push({ base: `${stem.slice(0, -1)}${hard}a`, possessive: false });
        } else if (base !== '' || stem.length > 2) found.push({ base: stem + base, possessive: rule.possessive });
      }
    }
  }
  return found;
}

function restoreVowel(stem: string, group: Group, possessive: boolean, found: BaseForm[]): void {
  const last = stem.at(-1);
  if (isVowel(last) || isVowel(stem.at(-2)) || stem.length < 3) return;
  for (const vowel of fleeting[group] ?? '') {
    found.push({ base: `${stem.slice(0, -1)}${vowel}${last}`, possessive });
    // folded lj and nj are one letter: Vranj-a
    if (last === 'j' && (stem.at(-2) === 'l' || stem.at(-2) === 'n')) {
      found.push({ base: `${stem.slice(0, -2)}${vowel}${stem.slice(-2)}`, possessive });
    }
  }
}
