import { keyOf, kindOf, kinship, levelOf, readHead, roots, termKind } from './terms.ts';
import type { Held, Lengths, Window } from './window.ts';

/** What a shared term of a kind is worth beside a shared name (actor, country, number, name, stem, topic, world, concept, place). */
const WORTH = [0.9, 0.6, 0.7, 1, 1, 0.3, 0.2, 0.8, 1];

/** Kinds that tell what happened; the others tell to whom and where. */
const happening: ReadonlySet<number> = new Set([termKind.number, termKind.concept, termKind.world]);
/** Where less than so much of what is shared tells what happened, two events may have happened to the same people. */
const ENOUGH_HAPPENING = 0.35;
const NOTHING_HAPPENING = 0.7;
/** How much a shared stem tells what happened. */
const STEM_HAPPENING = 0.5;

/** An article's terms with their weights of this moment, ready to be compared with many. */
export interface Weighed extends Lengths {
  features: Uint32Array;
  /** What a term adds to the likeness, but for the other article's level of it. */
  shares: Map<number, number>;
}

const worthOf = (window: Window, key: number): number => window.rarity(key) * WORTH[kindOf(key)]!;

export function weigh(window: Window, features: Uint32Array): Weighed {
  const shares = new Map<number, number>();
  const lengths = measure(window, features, shares);
  return { features, shares, ...lengths };
}

function measure(window: Window, features: Uint32Array, shares?: Map<number, number>): Lengths {
  let universal = 0;
  let stems = 0;
  for (let index = 1; index < features.length; index++) {
    const key = keyOf(features[index]!);
    const level = levelOf(features[index]!);
    const worth = worthOf(window, key) ** 2;
    shares?.set(key, worth * roots[level]!);
    if (kindOf(key) === termKind.stem) stems += worth * level;
    else universal += worth * level;
  }
  return { universal, stems };
}

export interface Likeness {
  /** Over words, where the languages are kin. */
  stems: number;
  /** Over that and what every language shares (actors, places, numbers, names, concepts): 0 to about 1. */
  score: number;
}

const cosine = (dot: number, one: number, other: number) => (dot === 0 ? 0 : dot / Math.sqrt(one * other));

/** How alike an article is to one that the window holds. */
export function compare(window: Window, one: Weighed, other: Held): Likeness {
  const { features } = other;
  let universalDot = 0;
  let happened = 0;
  let stemsDot = 0;
  for (let index = 1; index < features.length; index++) {
    const packed = features[index]!;
    const key = keyOf(packed);
    const share = one.shares.get(key);
    if (share === undefined) continue;
    const shared = share * roots[levelOf(packed)]!;
    const kind = kindOf(key);
    if (kind === termKind.stem) stemsDot += shared;
    else {
      universalDot += shared;
      if (happening.has(kind)) happened += shared;
    }
  }
  const lengths = window.lengths(other, (all) => measure(window, all));
  const universal = cosine(universalDot, one.universal, lengths.universal);
  const stems = cosine(stemsDot, one.stems, lengths.stems);
  const kin = kinship(readHead(one.features[0]!).group, readHead(features[0]!).group);
  // Words of one language confirm or deny what names suggest; kindred languages share only some of theirs.
  let score = universal;
  if (kin === 1) score = 0.5 * universal + 0.6 * stems;
  else if (kin > 0) score = 0.65 * universal + 0.6 * stems;
  const words = kin > 0 ? STEM_HAPPENING * stemsDot : 0;
  const share = happened + words === 0 ? 0 : (happened + words) / (universalDot + words);
  score *= 1 - (1 - NOTHING_HAPPENING) * (1 - Math.min(1, share / ENOUGH_HAPPENING));
  return { stems, score };
}
