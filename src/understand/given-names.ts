import type { Knowledge } from '../catalog/knowledge.ts';
import { listedGivenNames } from './names/name-lists.ts';
import { fold } from './text/fold.ts';

/** Folded given names of every language, with the gender they speak for. */
export type GivenNames = ReadonlyMap<string, 'm' | 'f' | 'mf'>;

const known = new WeakMap<Knowledge, GivenNames>();

export function givenNamesOf(knowledge: Knowledge): GivenNames {
  let names = known.get(knowledge);
  if (!names) {
    names = gather(knowledge);
    known.set(knowledge, names);
  }
  return names;
}

function gather(knowledge: Knowledge): GivenNames {
  const givenNames = new Map<string, 'm' | 'f' | 'mf'>();
  for (const list of knowledge.givenNames) {
    for (const gender of ['m', 'f'] as const) {
      for (const name of list[gender]) {
        const key = fold(name);
        const other = givenNames.get(key);
        givenNames.set(key, other && other !== gender ? 'mf' : gender);
      }
    }
  }
  // The written lists know better which of the region's names are a man's.
  const learnt = new Map<string, 'm' | 'f' | 'mf'>();
  for (const [name, gender] of listedGivenNames()) {
    if (givenNames.has(name)) continue;
    learnt.set(name, (learnt.get(name) ?? gender) === gender ? gender : 'mf');
  }
  for (const [name, gender] of learnt) givenNames.set(name, gender);
  return givenNames;
}
