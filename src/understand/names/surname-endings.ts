import type { Group } from '../forms/language-group.ts';
import { isFamousName, isListedSurname } from './name-lists.ts';

/** Endings that hardly anything but a surname has. */
export function looksSurname(folded: string, group: Group): boolean {
  if (folded.length < 5) return false;
  switch (group) {
    case 'bcs':
    case 'sl':
    case 'mk':
    case 'bg':
      return /ic(a|u|em|om|ev|eva|evi|eve|evu|evog|evom)?$|[oe]vici$/.test(folded);
    case 'el':
      return /(opoylos|opoyloy|idis|akis|opoylo)$/.test(folded);
    case 'ro':
      return /(escu|eanu|oiu)$/.test(folded);
    case 'tr':
      return /oglu$/.test(folded);
    default:
      return /(ovic|evic|oglu|opoulos|escu|shvili)$/.test(folded);
  }
}

/** Whether lists or the ending say that the word is a surname. */
export const isSurname = (folded: string, group: Group): boolean =>
  looksSurname(folded, group) || isListedSurname(folded, group) || isFamousName(folded, group);
