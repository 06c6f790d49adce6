import { type Group, isSlavic } from '../forms/language-group.ts';

/** What a term of an article is. The order is part of what is stored. */
export const termKind = {
  actor: 0,
  country: 1,
  number: 2,
  name: 3,
  stem: 4,
  topic: 5,
  world: 6,
  concept: 7,
  place: 8,
} as const;
export type TermKind = keyof typeof termKind;

const KIND_SHIFT = 24;
const LEVEL_BITS = 4;
export const MOST_LEVEL = 15;

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value ^= value >>> 15;
  return value & ((1 << KIND_SHIFT) - 1);
}

/** A term as a number of 28 bits: its kind above, a hash of its text below. */
export const term = (kind: TermKind, text: string): number => (termKind[kind] << KIND_SHIFT) | hash(text);

export const kindOf = (key: number): number => key >>> KIND_SHIFT;

/** A term with how much of the article it is, in one number of 32 bits. */
export const pack = (key: number, level: number): number => ((key << LEVEL_BITS) | level) >>> 0;
export const keyOf = (packed: number): number => packed >>> LEVEL_BITS;
export const levelOf = (packed: number): number => packed & MOST_LEVEL;

/** Roots of the levels that a term can have. */
export const roots = Float64Array.from({ length: MOST_LEVEL + 1 }, (_, level) => Math.sqrt(level));

const groupCodes: readonly Group[] = ['bcs', 'sl', 'mk', 'bg', 'sq', 'el', 'ro', 'tr', 'en'];

/** First number of an article's features: its language and what kind of piece it is. */
export interface Head {
  group: Group;
  /** A piece of a series (weather, rates, horoscope, briefing): no event. */
  recurring: boolean;
}

const VERSION = 2;
export const writeHead = ({ group, recurring }: Head): number =>
  (VERSION << 8) | ((recurring ? 1 : 0) << 4) | groupCodes.indexOf(group);
/** Whether features were written by these rules: the terms of others cannot be compared. */
export const isCurrent = (head: number): boolean => head >>> 8 === VERSION;
export const readHead = (head: number): Head => ({
  group: groupCodes[head & 15] ?? 'en',
  recurring: (head & 16) !== 0,
});

/** How much of two languages' words are the same: 1 for one language, 0 for strangers. */
export function kinship(one: Group, other: Group): number {
  if (one === other) return 1;
  if (!isSlavic(one) || !isSlavic(other)) return 0;
  return (one === 'mk') === (other === 'sl') || (one === 'bg') === (other === 'sl') ? 0.3 : 0.5;
}

/** Languages whose stems share one space. */
export const stemSpace = (group: Group): string => (isSlavic(group) ? 'sla' : group);
