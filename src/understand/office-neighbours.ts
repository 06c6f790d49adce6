import { type ActorMention, GAP, LOWER, type TextDocument, type Token } from './context.ts';
import type { Hit } from './find-known.ts';
import { type Group, groupOf } from './forms/language-group.ts';
import { lexicons } from './lexicon/lexicon.ts';
import type { Meaning } from './meaning.ts';
import { among } from './names/scene.ts';

/** What stands beside an office. */
interface Near {
  /** A person's name stands beside it. */
  named: boolean;
  /** What it is the office of: a country's code, an organisation's slug, a place's names; some other body is `unknown`. */
  of: readonly string[];
  /** Tokens of the office with what it is of, end exclusive. */
  first: number;
  last: number;
}

const OTHER: readonly string[] = ['unknown'];

/** Words between an office and what it is of: president of the …, presidenti i …, πρόεδρος της …. */
const links: Record<Group, ReadonlySet<string>> = {
  en: new Set(['of', 'the', 'for', 'to']),
  sq: new Set(['i', 'e', 'te', 'se']),
  ro: new Set(['al', 'a', 'ale']),
  mk: new Set(['na', 'za', 'vo']),
  bg: new Set(['na', 'za', 'v']),
  el: new Set(['tis', 'toy', 'ton']),
  bcs: new Set(['za', 'u', 'pri']),
  sl: new Set(['za', 'v', 'pri']),
  tr: new Set(),
};

/** Претседателот на државата: the office of the outlet's own country. */
const states = /^(drz[ah]v|darzhav|darzav|vlad|republik|zem|stran|pravitel)/;

/** Reads what stands before and after offices of one document. */
export function officeNeighbours(
  document: TextDocument,
  known: { hits: Hit[]; words: Hit[] },
  mentions: readonly ActorMention[],
): (first: number, last: number) => Near {
  const { tokens } = document;
  const group = groupOf(document.language);
  const lexicon = lexicons[group];
  const countries = countriesOf(known);
  const places = new Map(
    known.hits.flatMap((hit) => {
      const names = hit.meanings.flatMap((meaning) =>
        meaning.is === 'place'
          ? [meaning.place.name, ...(meaning.place.names['en'] ?? []).filter((name) => name.length > 2)]
          : [],
      );
      return names.length > 0 ? [[hit.first, { names, last: hit.last }]] : [];
    }),
  );
  const from = new Map(mentions.map((mention) => [mention.first, mention]));
  const to = new Map(mentions.map((mention) => [mention.last, mention]));
  const plain = (at: number) =>
    tokens[at] !== undefined && (tokens[at]!.gap & ~(GAP.JOINED | GAP.HYPHEN | GAP.APOSTROPHE)) === 0;

  /** What follows the office: its name and where that ends; null where nothing is said. */
  function following(first: number, last: number): { of: readonly string[]; last: number } | null {
    // "predsednik republike" is an office, and so is that of Republika Srpska.
    for (let at = first + 1; at < last; at++) {
      const place = places.get(at);
      if (place && place.last > last) return { of: place.names, last: place.last };
    }
    let at = last;
    while (plain(at) && at < last + 3 && links[group].has(tokens[at]!.folded)) at++;
    if (!plain(at)) return null;
    const actor = from.get(at);
    if (actor?.kind === 'ORGANIZATION') return { of: [actor.slug], last: actor.last };
    if (actor) return null;
    const country = countries.from.get(at);
    // Kryeministri kroat, președintele francez: the adjective follows.
    if (country && (country.name || ((group === 'sq' || group === 'ro') && at === last)))
      return { of: [country.code], last: country.last };
    const place = places.get(at);
    if (place) return { of: place.names, last: place.last };
    return isOther(tokens[at]!, at > last) ? { of: OTHER, last } : null;
  }

  /** Whether the word after an office is some other body's: predsednica udruženja, претседателот на општината. */
  function isOther(token: Token, linked: boolean): boolean {
    if (token.shape !== LOWER) return linked || group === 'bcs' || group === 'sl';
    if (linked && (group === 'mk' || group === 'bg')) return !states.test(token.folded);
    if (group !== 'bcs' && group !== 'sl' && !linked) return false;
    return among(lexicon.heads, token.folded, group) || among(lexicon.announces, token.folded, group);
  }

  return (first, last) => {
    const near: Near = { named: false, of: [], first, last };
    const before = plain(first) ? countries.to.get(first) : undefined;
    if (before) {
      near.of = [before.code];
      near.first = before.first;
    } else if (plain(first) && to.get(first)?.kind === 'ORGANIZATION') near.of = [to.get(first)!.slug];
    const after = following(first, last);
    // Engleska premijer liga, srpska predsednica udruženja: the office of a body, wherever that is.
    if (after && (after.of !== OTHER || near.of.length === 0 || tokens[last]!.shape === LOWER)) {
      near.of = after.of;
      near.last = after.last;
    }
    // "predsednik Srbije Aleksandar Vučić", "Vučić, predsednik Srbije", "the president, Aleksandar Vučić"
    const next = from.get(near.last) ?? from.get(last);
    const previous = to.get(near.first);
    near.named =
      (next?.kind === 'PERSON' && (tokens[next.first]!.gap & ~(GAP.COMMA | GAP.QUOTE)) === 0) ||
      previous?.kind === 'PERSON';
    return near;
  };
}

/** Countries by the tokens where they begin and end. */
function countriesOf(known: { hits: Hit[]; words: Hit[] }) {
  const from = new Map<number, { code: string; last: number; name: boolean }>();
  const to = new Map<number, { code: string; first: number }>();
  const note = (hit: Hit, parts: string) => {
    const country = hit.meanings.find(
      (meaning): meaning is Meaning & { is: 'country' } => meaning.is === 'country' && parts.includes(meaning.part),
    );
    if (!country) return;
    from.set(hit.first, { code: country.code, last: hit.last, name: country.part === 'name' });
    to.set(hit.last, { code: country.code, first: hit.first });
  };
  for (const hit of known.words) note(hit, 'adjective');
  for (const hit of known.hits) note(hit, 'name also adjective');
  return { from, to };
}
