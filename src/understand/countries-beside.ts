import type { TextDocument } from './context.ts';
import type { Hit } from './find-known.ts';
import { groupOf } from './forms/language-group.ts';

const links = new Set('of the i e te se al ale a na tis toy ton'.split(' '));

/** What stands for a part of a country, whose bodies are not the country's own: Alaska's Supreme Court. */
const PART = 'a part';

/** Tells the country that stands right beside a name: "grčko ministarstvo odbrane", "Ministria e Mbrojtjes e Greqisë". */
export function countriesBeside(
  document: TextDocument,
  known: { hits: Hit[]; words: Hit[] },
): (hit: Hit) => string | null {
  const { tokens } = document;
  const group = groupOf(document.language);
  const adjectivesFollow = group === 'sq' || group === 'ro';
  const before = new Map<number, string>();
  const after = new Map<number, string>();
  for (const hit of [...known.words, ...known.hits]) {
    for (const meaning of hit.meanings) {
      if (meaning.is === 'place' && (meaning.place.type === 'region' || meaning.place.type === 'entity')) {
        if (!before.has(hit.last)) before.set(hit.last, PART);
        if (!after.has(hit.first)) after.set(hit.first, PART);
      }
      if (meaning.is !== 'country') continue;
      if (meaning.part === 'adjective') before.set(hit.last, meaning.code);
      if (meaning.part === 'name' || (adjectivesFollow && meaning.part === 'adjective'))
        after.set(hit.first, meaning.code);
    }
  }
  const plain = (at: number) => tokens[at] !== undefined && tokens[at]!.gap === 0;
  return ({ first, last }) => {
    const adjective = plain(first) ? before.get(first) : undefined;
    if (adjective !== undefined) return adjective;
    const at = plain(last) && links.has(tokens[last]!.folded) ? last + 1 : last;
    return (plain(at) ? after.get(at) : undefined) ?? null;
  };
}
