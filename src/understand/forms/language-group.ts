import type { LanguageTag } from '../../domain/text.ts';

/** Languages that share one grammar of names: Serbian, Croatian, Bosnian and Montenegrin are one. */
export type Group = 'bcs' | 'sl' | 'mk' | 'bg' | 'sq' | 'el' | 'ro' | 'tr' | 'en';

export const groups: readonly Group[] = ['bcs', 'sl', 'mk', 'bg', 'sq', 'el', 'ro', 'tr', 'en'];

export function groupOf(language: LanguageTag): Group {
  const main = language.split('-')[0]!;
  switch (main) {
    case 'sr':
    case 'hr':
    case 'bs':
    case 'cnr':
    case 'sh':
      return 'bcs';
    case 'sl':
    case 'mk':
    case 'bg':
    case 'sq':
    case 'el':
    case 'ro':
    case 'tr':
      return main;
    default:
      return 'en';
  }
}

/** The languages a group's texts take names from when they have none of their own, nearest first. */
export const nameLanguages: Record<Group, readonly LanguageTag[]> = {
  bcs: ['sr', 'sr-Latn', 'hr', 'bs', 'cnr', 'en'],
  sl: ['sl', 'hr', 'sr', 'en'],
  mk: ['mk', 'sr', 'en'],
  bg: ['bg', 'mk', 'sr', 'en'],
  sq: ['sq', 'en'],
  el: ['el', 'en'],
  ro: ['ro', 'en'],
  tr: ['tr', 'en'],
  en: ['en'],
};

export const isSlavic = (group: Group): boolean =>
  group === 'bcs' || group === 'sl' || group === 'mk' || group === 'bg';
