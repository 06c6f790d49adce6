import type { LanguageTag } from '../../domain/text.ts';
import { foldName } from '../text/fold.ts';
import { farness } from './likeness.ts';
import { soundKeys } from './sound-keys.ts';
import { type Sounds, soundsOf } from './sounds.ts';
import { isAsHeard, spellingRank, uncased } from './spelling.ts';

/** A person's full name as one language writes it. */
export interface NameForm {
  slug: string;
  text: string;
  language: LanguageTag;
}

/** Who a name turned out to be. */
export interface Bearer extends NameForm {
  curated: boolean;
  /** 0 where the letters are the same. */
  far: number;
  /** The bearer's name is a case form of the one looked for. */
  cased: boolean;
  /** The name looked for is a case form of the bearer's. */
  caseOf: boolean;
}

export interface NameRegister {
  /** Makes a name known under its slug; the one that was least used is forgotten when there are too many. */
  add(form: NameForm, curated?: boolean): void;
  /** Whose name this is in another spelling or case; null where nobody's, or where it may be that of two. */
  find(text: string, language: LanguageTag): Bearer | null;
  /** The best spelling known of somebody. */
  nameOf(slug: string): string | null;
  forget(slug: string): void;
}

/** How far the sounds of two spellings may lie apart, all words together. */
const FARTHEST = 0.35;
/** Where the surname is one of the region's, which has one spelling in each script: Marić is not Marović. */
const FARTHEST_HERE = 0.08;
/** A short word may lie less far. */
const FARTHEST_BY_LETTER = 0.045;
/** A reading of a case ending is a little less likely than the name as it stands. */
const CASE_COST = 0.05;
/** Another that sounds nearly as much alike makes both uncertain. */
const MARGIN = 0.07;

const local = /(ic|ich|itch|ov|ev|off|ova|eva|ski|ska|cki|cka)$/;

interface Entry extends NameForm {
  curated: boolean;
  keys: string[];
  words: string[][];
  heard: boolean;
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
/** The letters of a name, less those that are written one way and the other: Glenn and Glen, Sarah and Sara, Ofelija and Ofelia. */
const joined = (words: readonly string[]): string =>
  words
    .flatMap(foldName)
    .join(' ')
    .replace(/ij(?=[aeou])/g, 'i')
    .replace(/th/g, 't')
    .replace(/(?<=\w)h(?![aeiouy])/g, '')
    .replace(/(.)\1/g, '$1');

/** Words in how they sound; the most recent stay. */
export function createHearing(): (word: string) => Sounds {
  const heard = new Map<string, Sounds>();
  return (word) => {
    let sounds = heard.get(word);
    if (sounds === undefined) {
      sounds = soundsOf(word);
      if (heard.size >= 4_000) heard.clear();
      heard.set(word, sounds);
    }
    return sounds;
  };
}

/** How far two surnames are apart; Infinity where they are not one. Heard ones may sound alike, others are spelled alike. */
export function surnameFarness(one: string, other: string, asHeard: boolean, hear: (word: string) => Sounds): number {
  const letters = joined([one]);
  if (letters === joined([other])) return 0;
  if (!asHeard || one.length > 24 || other.length > 24) return Number.POSITIVE_INFINITY;
  const most = local.test(letters) || local.test(joined([other])) ? FARTHEST_HERE : FARTHEST;
  return farness(hear(one), hear(other), Math.min(most, Math.min(one.length, other.length) * FARTHEST_BY_LETTER));
}

/**
 * Names by how they sound, so that "Џим Фјурик" and Τζιμ Φιούρικ find Jim Furyk. Holds the `most` that were last used.
 * `isGiven` tells a given name in its base form, which is no case form of another.
 */
export function createNameRegister(most: number, isGiven: (folded: string) => boolean): NameRegister {
  const entries = new Map<string, Entry>();
  const byKey = new Map<string, Set<Entry>>();
  const hear = createHearing();

  /** The name as it stands, and what it may be a case form of. */
  const readings = (text: string, language: LanguageTag): string[][] => {
    const words = wordsOf(text);
    if (words.length < 2 || words.length > 4 || words.some((word) => word.length > 24)) return [];
    // Ivana Petrova is a woman's name, though it may be a case form of a man's.
    if (language !== 'sq' && local.test(joined(words)) && isGiven(joined(words.slice(0, 1)))) return [words];
    return [words, ...uncased(words, language)];
  };

  const keysOf = (words: readonly string[]): string[] => [
    `=${joined(words)}`,
    ...soundKeys(hear(words[0]!), hear(words.at(-1)!)),
  ];

  function forget(slug: string): void {
    const entry = entries.get(slug);
    if (!entry) return;
    entries.delete(slug);
    for (const key of entry.keys) {
      const list = byKey.get(key);
      list?.delete(entry);
      if (list?.size === 0) byKey.delete(key);
    }
  }

  /** How far two names are apart, word by word from the end. */
  function apart(one: readonly string[], other: readonly string[]): number {
    if (one.length !== other.length) return Number.POSITIVE_INFINITY;
    const most = local.test(joined(one)) || local.test(joined(other)) ? FARTHEST_HERE : FARTHEST;
    let sum = 0;
    for (let at = one.length - 1; at >= 0; at--) {
      const short = Math.min(one[at]!.length, other[at]!.length) * FARTHEST_BY_LETTER;
      sum += farness(hear(one[at]!), hear(other[at]!), Math.min(most - sum, short));
      if (sum > most) return Number.POSITIVE_INFINITY;
    }
    return sum;
  }

  return {
    add(form, curated = false) {
      const known = entries.get(form.slug);
      if (known && (known.curated || spellingRank(known.language) <= spellingRank(form.language))) {
        // The last to be used stands last.
        entries.delete(form.slug);
        entries.set(form.slug, known);
        return;
      }
      forget(form.slug);
      const words = readings(form.text, form.language);
      if (words.length === 0) return;
      const keys = [...new Set(words.flatMap((each) => keysOf(each)))];
      const entry: Entry = { ...form, curated, words, keys, heard: isAsHeard(form.text, form.language) };
      entries.set(form.slug, entry);
      for (const key of keys) {
        const list = byKey.get(key);
        if (list) list.add(entry);
        else byKey.set(key, new Set([entry]));
      }
      if (entries.size <= most) return;
      for (const old of entries.values()) {
        if (old.curated) continue;
        forget(old.slug);
        break;
      }
    },

    find(text, language) {
      let best: Bearer | null = null;
      let second = Number.POSITIVE_INFINITY;
      const heardHere = isAsHeard(text, language);
      const take = (entry: Entry, far: number, cased: boolean, caseOf: boolean) => {
        if (best && far >= best.far) {
          if (entry.slug !== best.slug) second = Math.min(second, far);
          return;
        }
        if (best && best.slug !== entry.slug) second = best.far;
        const { slug, text, language, curated } = entry;
        best = { slug, text, language, curated, far, cased, caseOf };
      };
      for (const [turn, words] of readings(text, language).entries()) {
        const own = joined(words);
        const cost = turn > 0 ? CASE_COST : 0;
        const tried = new Set<Entry>();
        for (const key of keysOf(words)) {
          for (const entry of byKey.get(key) ?? []) {
            if (tried.has(entry)) continue;
            tried.add(entry);
            entry.words.forEach((form, at) => {
              // Two case forms of one another say nothing.
              if (at > 0 && turn > 0) return;
              const cased = cost + (at > 0 ? CASE_COST : 0);
              if (joined(form) === own) take(entry, cased, at > 0, turn > 0);
              else if ((heardHere || entry.heard) && language !== entry.language)
                take(entry, cased + apart(words, form), at > 0, turn > 0);
            });
          }
        }
      }
      const found = best as Bearer | null;
      return found !== null && found.far < Number.POSITIVE_INFINITY && second - found.far >= MARGIN ? found : null;
    },
    nameOf: (slug) => entries.get(slug)?.text ?? null,
    forget,
  };
}
