import { LOWER } from '../context.ts';
import type { OrganizationSpan } from './announced.ts';
import { looksAdjective } from './looks-adjective.ts';
import { namedAfter } from './organization-extent.ts';
import { isTitle } from './runs.ts';
import { givenName, isHigh, type Scene } from './scene.ts';

/** "u glazbenoj školi Pavao Markovac": a small noun in some case, and the whole name of whom it is called after in the nominative. */
export function byNamesake(scene: Scene, noun: number): OrganizationSpan | null {
  const { tokens, group, taken } = scene;
  if (group !== 'bcs') return null;
  const name = tokens[noun + 1];
  const surname = tokens[noun + 2];
  if (name?.gap !== 0 || !isHigh(name) || surname?.gap !== 0 || !isHigh(surname)) return null;
  if (!namedAfter.test(tokens[noun]!.folded) || !givenBodies.test(tokens[noun]!.folded)) return null;
  if (taken[noun] || givenName(scene, name.folded)?.base !== name.folded) return null;
  // The genitive of a man looks like a woman's nominative: "galerija Ivana Meštrovića".
  if (/a$/.test(name.folded) && /[^aeiou]a$/.test(surname.folded)) return null;
  let first = noun;
  while (
    first > 0 &&
    tokens[first]!.gap === 0 &&
    tokens[first - 1]!.shape === LOWER &&
    looksAdjective(tokens[first - 1]!.folded) &&
    noun - first < 3
  )
    first--;
  // "direktor škole Petar Petrović": he heads it.
  if (first > 0 && isTitle(scene, first - 1)) return null;
  let last = noun + 3;
  while (tokens[last]?.gap === 0 && isHigh(tokens[last]!)) last++;
  return { first, last };
}

const givenBodies =
  /^((skol|gimnazij|galerij|bibliote[kc]|knjiznic|bolnic|fondacij|zaklad|udrug)(a|e|i|u|om)|(kazalist|pozorist|udruzenj)(e|a|u|em)|(muzej|orkesta?r|zbor|dom)(a|u|om|em)?)$/;
