import type { Group } from './language-group.ts';

/** An adjective (masculine singular, indefinite) with its other genders and their plurals, as far as no case rule leads back to it. */
export function adjectiveForms(text: string, group: Group): string[] {
  const swap = (cut: number, ...endings: string[]) => [
    text,
    ...endings.map((ending) => text.slice(0, text.length - cut) + ending),
  ];
  switch (group) {
    case 'bcs':
    case 'mk':
    case 'bg':
    case 'sl':
      if (text.endsWith('ки')) return swap(1, 'а', 'о', 'е');
      if (text.endsWith('ki')) return swap(1, 'a', 'o', 'e');
      return [text];
    case 'ro':
      if (text.endsWith('esc')) return swap(3, 'ească', 'ești');
      if (text.endsWith('ean'))
        return [...swap(2, 'ană', 'ancă'), `${text.slice(0, -3)}ene`, `${text.slice(0, -3)}eni`];
      return /[bcdfglmnprstvz]$/.test(text) ? swap(0, 'ă', 'e', 'i') : [text];
    case 'sq':
      return /[bcdfghjklmnprstvxz]$/.test(text) ? swap(0, 'e') : [text];
    default:
      return [text];
  }
}
