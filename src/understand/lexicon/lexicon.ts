import type { Group } from '../forms/language-group.ts';
import { fold } from '../text/fold.ts';
import { bcs } from './bcs.ts';
import { bg } from './bg.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import type { LexiconSource } from './lexicon-source.ts';
import { mk } from './mk.ts';
import { ro } from './ro.ts';
import { sl } from './sl.ts';
import { sq } from './sq.ts';
import { tr } from './tr.ts';

/** A `LexiconSource` in folded words, ready to be asked. */
export interface Lexicon {
  openers: ReadonlySet<string>;
  titles: ReadonlySet<string>;
  speech: readonly string[];
  heads: ReadonlySet<string>;
  marks: ReadonlySet<string>;
  announces: ReadonlySet<string>;
  inPlaces: ReadonlySet<string>;
  notNames: ReadonlySet<string>;
  surnames: readonly string[];
  personNouns: readonly string[];
}

const list = (text: string): string[] =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(fold);

const prepare = (source: LexiconSource): Lexicon => ({
  openers: new Set(list(source.openers)),
  titles: new Set(list(source.titles)),
  speech: list(source.speech),
  heads: new Set(list(source.heads)),
  marks: new Set(list(source.marks)),
  announces: new Set(list(source.announces)),
  inPlaces: new Set(list(source.inPlaces)),
  notNames: new Set(list(source.notNames)),
  surnames: list(source.surnames),
  personNouns: list(source.personNouns),
});

const sources: Record<Group, LexiconSource> = { bcs, sl, mk, bg, sq, el, ro, tr, en };

export const lexicons = Object.fromEntries(
  Object.entries(sources).map(([group, source]) => [group, prepare(source)]),
) as Record<Group, Lexicon>;
