import { CAPS, GAP, LOWER, NUMBER } from '../context.ts';
import { goesOn } from '../find-known.ts';
import { among, givenName, isHigh, type Scene } from './scene.ts';

const linkWords: Record<string, string> = {
  ro: 'de al a ai ale pentru si din la',
  sq: 'e i te se dhe per',
  el: 'tis toy ton kai gia tin',
  en: 'of for and the on',
  tr: 've',
  bcs: 'i za u o',
  sl: 'in za v',
  mk: 'i za na vo',
  bg: 'i za na po v',
};
const links = Object.fromEntries(Object.entries(linkWords).map(([group, words]) => [group, new Set(words.split(' '))]));

/** Bodies that are named after people. */
export const namedAfter =
  /^(fondacij|zakla|fundat|sko|gimnaz|ustanov|fakult|univerz|sveucil|akadem|institut|liceul|colegi|scoal|shkoll|spital|bolnic|klini|galerij|pozoris|kazalist|teat|bibliot|knjiznic|muze|dom|udru|drustv|orkest)/;

/** How far an organisation's name goes on after `at`: its adjectives, genitives and "for …", the names in it. */
export function extend(scene: Scene, first: number, at: number): number {
  const { tokens, group, lexicon } = scene;
  let last = at;
  let place = at;
  const head = tokens[first]!.folded;
  const wantsGenitive = /^(ministarstv|ministrstv|uprav|agencij|kancelarij|ministerstv|direkcij|inspekcij)/.test(head);
  let small = 0;
  // A noun ends the small words; "and" or "for" may begin others.
  let done = false;
  while (place < tokens.length && place < first + 12) {
    const token = tokens[place]!;
    if (token.sentence !== tokens[first]!.sentence) break;
    if (isHigh(token)) {
      if (!goesOn(token)) {
        const next = tokens[place + 1];
        // Univerzitet „Džordž Vašington“
        if (token.gap === GAP.QUOTE && place === at && next) {
          let end = place + 1;
          while (end < tokens.length && end < place + 6 && !(tokens[end]!.gap & GAP.QUOTE)) end++;
          if (end < tokens.length && tokens[end]!.gap & GAP.QUOTE && isHigh(tokens[end - 1]!)) return end;
        }
        break;
      }
      if (scene.taken[place] === 2 && place > at) break;
      const following = tokens[place + 1];
      if (
        (place > at || at - first > 1) &&
        !namedAfter.test(head) &&
        !(token.gap & GAP.AMPERSAND) &&
        !scene.taken[place] &&
        givenName(scene, token.folded) &&
        following &&
        isHigh(following) &&
        following.gap === 0
      )
        break;
      if (token.shape === CAPS && place > at && token.gap === 0 && scene.taken[place] !== 3) break;
      place++;
      last = place;
      small = 0;
      continue;
    }
    if (token.gap !== 0 || token.shape === NUMBER) break;
    const { folded } = token;
    const next = tokens[place + 1];
    if (links[group]!.has(folded)) {
      if (next && isHigh(next) && next.gap === 0 && (folded !== 'a' || group === 'ro')) {
        if (
          (folded === 'u' ||
            folded === 'v' ||
            folded === 'vo' ||
            folded === 'na' ||
            folded === 'la' ||
            folded === 'on') &&
          !/^(univerz|sveucil|sud|visi|osnovn|muzick|akadem|fakult|universi)/.test(head) &&
          group !== 'mk' &&
          group !== 'bg'
        )
          break;
        if (
          (folded === 'i' ||
            folded === 'in' ||
            folded === 'dhe' ||
            folded === 'si' ||
            folded === 've' ||
            folded === 'and' ||
            folded === 'kai') &&
          scene.taken[place] !== 3 &&
          (scene.taken[place + 1] || among(lexicon.heads, next.folded, group)) &&
          place > at
        )
          break;
        place++;
        continue;
      }
      if (
        (folded === 'za' || folded === 'per' || folded === 'pentru' || folded === 'gia' || folded === 'i') &&
        next?.shape === LOWER &&
        next.gap === 0 &&
        !lexicon.openers.has(next.folded) &&
        (folded !== 'i' || small > 0) &&
        group !== 'ro'
      ) {
        place++;
        small = 1;
        done = false;
        if (isNounLike(next.folded, group)) {
          place++;
          last = place;
        } else break;
        continue;
      }
      break;
    }
    if (
      lexicon.openers.has(folded) ||
      !(isNounLike(folded, group) || (!done && small > 0 && group === 'bcs' && isAccusative(folded))) ||
      !(wantsGenitive || small > 0 || isGenitive(folded, group))
    )
      break;
    if (done) break;
    small++;
    place++;
    last = place;
    done = !/(ih|og|eg|oga|ega|ome|ske|cke|ne|ve|ega|sku|cku|nu)$/.test(folded);
  }
  return last;
}

/** An adjective or noun in the genitive that may follow a head at once: Savez vojvođanskih Mađara, Vijeće sigurnosti. */
const isGenitive = (folded: string, group: string): boolean =>
  (group === 'bcs' && /(skih|ckih|nih|vih|skog|ckog|nog|ske|cke|nosti|acija|anja|enja|ava)$/.test(folded)) ||
  (group === 'sl' && /(skih|nih|skega|nega|ske|ne|osti)$/.test(folded) && folded.length > 4);

/** After "za" and its adjectives: sigurnost, razvoj, turizam, okoliš. */
const isAccusative = (folded: string): boolean =>
  folded.length > 3 && /(ost|aj|oj|zam|et|is|ad|or|od|an|on|ek|eg|rt|us|ut|av)$/.test(folded);

/** Small words that an organisation's name is made of, by their endings: genitives and accusatives, no verbs. */
function isNounLike(folded: string, group: string): boolean {
  if (folded.length < 4) return false;
  if (group === 'bcs')
    return (
      /(a|e|ih|og|eg|u|i|om|oj|zam)$/.test(folded) &&
      !/(la|li|uje|aju|uju|eju|ise|ce|aje|cu|vas|aze|eze|asa|avi|iti|ati|eti|lazi|razi|tra|iva|odi)$/.test(folded)
    );
  if (group === 'sl') return /(a|e|ih|ega|o|i)$/.test(folded) && !/(la|lo|li|uje|ajo|ejo|jo|ti)$/.test(folded);
  if (group === 'mk' || group === 'bg') return !/(va|uva|uvaat|ahme|ha|li|la|lo|l|se)$/.test(folded);
  return false;
}
