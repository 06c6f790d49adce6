import { CAPS, GAP, LOWER, NUMBER, type Token } from '../context.ts';
import { goesOn } from '../find-known.ts';
import { isSlavic } from '../forms/language-group.ts';
import { subjects } from '../lexicon/subjects.ts';
import { purposeEnd } from './organization-purpose.ts';
import { isTitle } from './runs.ts';
import { among, givenName, isHigh, isInitial, isNumeral, type Scene } from './scene.ts';

const linkWords: Record<string, string> = {
  ro: 'de al a ai ale pentru si din la',
  sq: 'e i te se dhe per',
  el: 'tis toy ton kai gia tin',
  en: 'of for and the on',
  tr: 've',
  bcs: 'i za u o na',
  sl: 'in za v na',
  mk: 'i za na vo',
  bg: 'i za na po v vav',
};
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const links = Object.fromEntries(Object.entries(linkWords).map(([group, text]) => [group, words(text)]));
const ands = words('i in dhe si ve and kai');
const places = words('u v vo vav na la on');
const purposes = words('za per pentru gia po');
/** Сојуз на стопански комори, Съвет на ректорите: "of" leads on as "for" does. */
const ofs: Partial<Record<string, string>> = { mk: 'na', bg: 'na' };

/** Bodies that are named after people. */
export const namedAfter =
  /^(fondacij|zakla|fundat|sko|gimnaz|ustanov|fakult|univerz|sveucil|akadem|institut|liceul|colegi|scoal|shkoll|spital|bolnic|klini|galerij|pozoris|kazalist|teat|bibliot|knjiznic|muze|dom|udru|drustv|orkest|kvartet|zbor|konzervat|ucilist)/;

/** Bodies whose town belongs to their name: Sveučilište u Zagrebu. */
const namedByTown =
  /^(univerz|sveucil|kazalist|pozorist|sud|vis(i|eg|em)|osnovn|opcinsk|opstinsk|zupanijsk|apelacion|privredn|trgovack|tuzila|tuzitel|odvjet|uprav|muzick|akadem|fakult|universi|knjiznic|bibliotek|arhiv|kinotek|klinic|okrozn|okrajn|upravn)/;

/** Heads that a genitive follows at once: Ministarstvo spoljnih poslova. */
const wantsGenitive = /^(ministarstv|ministrstv|uprav|agencij|kancelarij|ministerstv|direkcij|inspekcij)/;

/** How far an organisation's name goes on after `at`: its adjectives, genitives and "for …", the names in it. */
export function extend(scene: Scene, first: number, at: number): number {
  const { tokens, group, lexicon } = scene;
  const head = tokens[first]!.folded;
  let last = at;
  let place = at;
  // The noun that what follows belongs to.
  let noun = tokens[at - 1]!.folded;
  let small = 0;
  // A noun ends the small words; "and" or "for" may begin others.
  let done = false;
  // "For …" was the last thing said.
  let purposed = false;
  while (place < tokens.length && place < first + 14) {
    const token = tokens[place]!;
    if (token.sentence !== tokens[first]!.sentence) break;
    if (isHigh(token)) {
      if (token.gap === GAP.STOP && place > at && isInitial(tokens[place - 1]!)) {
        // Sveučilište M. V. Lomonosov
      } else if (!goesOn(token)) {
        const quoted = token.gap === GAP.QUOTE && (place === at || !isSlavic(group)) ? quotedEnd(tokens, place) : 0;
        return quoted || last;
      }
      if (endsAtHigh(scene, { first, at, place, noun, head })) break;
      if (place > at && isSlavic(group) && token.gap === 0 && isBehindTown(scene, place)) break;
      place++;
      if (!(isInitial(token) && tokens[place]?.gap === GAP.STOP)) last = place;
      small = 0;
      done = false;
      continue;
    }
    // Unsko-sanskog kantona
    if (place > at && token.gap === (GAP.JOINED | GAP.HYPHEN) && isHigh(tokens[place - 1]!) && token.text.length > 3) {
      place++;
      last = place;
      small = 1;
      continue;
    }
    if (token.gap !== 0 || token.shape === NUMBER) break;
    const { folded } = token;
    const next = tokens[place + 1];
    if (links[group]!.has(folded)) {
      if (next && isHigh(next) && next.gap === 0 && (folded !== 'a' || group === 'ro')) {
        if (endsAtLink(scene, { first, at, place, noun, head })) break;
        place++;
        continue;
      }
      const purpose = purposes.has(folded) || ofs[group] === folded;
      if (group === 'ro' || !next || next.shape !== LOWER || next.gap !== 0 || lexicon.openers.has(next.folded)) break;
      if (!(purpose || (folded === 'i' && small > 0))) break;
      const cased = isSlavic(group);
      const end =
        cased && (purpose || purposed) ? purposeEnd(scene, place + 1) : isNounLike(next.folded, group) ? place + 2 : 0;
      if (end === 0) break;
      place = last = end;
      noun = tokens[end - 1]!.folded;
      small = 1;
      purposed = done = cased && (purpose || purposed);
      continue;
    }
    // Fondacija kralja Khalida
    if (
      place === at &&
      namedAfter.test(head) &&
      next &&
      isHigh(next) &&
      next.gap === 0 &&
      among(lexicon.titles, folded, group)
    ) {
      place += 2;
      last = place;
      continue;
    }
    // Crno more, Glazbene škole: a noun that a capital adjective belongs to.
    if (place > at && isHigh(tokens[place - 1]!) && (scene.taken[place] === 3 || among(lexicon.heads, folded, group))) {
      noun = folded;
      place++;
      last = place;
      continue;
    }
    const isSubject = subjects[group]?.has(folded) === true || (small === 0 && leadsGenitive(scene, place));
    if (
      lexicon.openers.has(folded) ||
      isParticiple(folded, group) ||
      !(
        isSubject ||
        isNounLike(folded, group) ||
        (small > 0 && isItsNoun(tokens[place - 1]!.folded, folded, group)) ||
        (!done && small > 0 && group === 'bcs' && isAccusative(folded))
      ) ||
      !(wantsGenitive.test(head) || small > 0 || isSubject || isGenitive(folded, group))
    )
      break;
    if (done) break;
    small++;
    place++;
    last = place;
    noun = folded;
    done = !/(ih|og|eg|oga|ega|ome|ske|cke|ne|ve|ega|sku|cku|nu)$/.test(folded);
  }
  return last;
}

/** Univerzitet „Džordž Vašington“, udruženje „Žene žrtve rata“: where the name in quotation marks ends; 0 where it is none. */
function quotedEnd(tokens: readonly Token[], place: number): number {
  let end = place + 1;
  while (end < tokens.length && end < place + 6 && !(tokens[end]!.gap & GAP.QUOTE)) end++;
  return end < tokens.length && tokens[end]!.gap & GAP.QUOTE ? end : 0;
}

/** Whether the name ends before a word with a capital: a person's name, an acronym of another body. */
function endsAtHigh(
  scene: Scene,
  { first, at, place, noun, head }: { first: number; at: number; place: number; noun: string; head: string },
): boolean {
  const { tokens, taken } = scene;
  const token = tokens[place]!;
  if (taken[place] === 2 && (place > at || !namedAfter.test(head))) return true;
  const following = tokens[place + 1];
  const person =
    (place > at || at - first > 1 || !namedAfter.test(head)) &&
    !(token.gap & GAP.AMPERSAND) &&
    !taken[place] &&
    givenName(scene, token.folded) &&
    following !== undefined &&
    isHigh(following) &&
    following.gap === 0;
  // Guvernul Lascăr Catargiu: without an ending or "lui" it is called so, in Romanian.
  if (scene.group === 'ro' && place === at && at - first === 1) return false;
  // "predstavnica Studentskog zbora Petra Maretić": she speaks for it.
  const leads = place > at && isSlavic(scene.group) && isTitle(scene, first - 1);
  if (person && (leads || (!namedAfter.test(noun) && !namedAfter.test(head)))) return true;
  return token.shape === CAPS && place > at && token.gap === 0 && taken[place] !== 3 && !isNumeral(token);
}

/** "Rudnika Zenica Safudin Čengić", "fakulteta u Nišu Ana Simić": who stands behind a body's town is somebody. */
function isBehindTown({ tokens, taken, ...scene }: Scene, place: number): boolean {
  if (taken[place]) return false;
  if (taken[place - 1] === 3) return true;
  const link = tokens[place - 2];
  if (link?.shape !== LOWER || !places.has(link.folded)) return false;
  return scene.index.givenNames.has(tokens[place]!.folded);
}

/** Whether the name ends before a small word that a capital follows: "in" a town, "and" another body. */
function endsAtLink(
  scene: Scene,
  { first, at, place, noun, head }: { first: number; at: number; place: number; noun: string; head: string },
): boolean {
  const { tokens, lexicon, group, taken } = scene;
  const { folded } = tokens[place]!;
  const next = tokens[place + 1]!;
  if (places.has(folded) && group !== 'mk' && group !== 'bg' && !namedByTown.test(head) && !namedByTown.test(noun))
    return true;
  if (folded === 'na' && group === 'bcs') return !/^(osnovn|skol)/.test(noun);
  // Instituti i Kosovës: the Albanian link is no "and".
  if (!ands.has(folded) || (group === 'sq' && folded === 'i') || taken[place] === 3 || (place <= at && at - first < 2))
    return false;
  if (taken[place + 1] || among(lexicon.heads, next.folded, group)) return true;
  // … orkestar i Gudački kvartet: another body begins.
  const after = tokens[place + 2];
  return after !== undefined && after.shape === LOWER && after.gap === 0 && among(lexicon.heads, after.folded, group);
}

/** Sveučilišta Harvard provedenog: what was done is no part of the name. */
const isParticiple = (folded: string, group: string): boolean =>
  (group === 'bcs' || group === 'sl') &&
  /.(en|an|jen)(og|oga|om|ega|emu|im|ih)$/.test(folded) &&
  !/(stv|[zd]b|rkv)en..?.?$/.test(folded) &&
  folded.length > 7;

/** An adjective or noun in the genitive that may follow a head at once: Savez vojvođanskih Mađara, Vijeće sigurnosti. */
const isGenitive = (folded: string, group: string): boolean =>
  (group === 'bcs' &&
    /(...ih|skog|ckog|nog|ske|cke|nosti|acija|anja|enja|ava|...nika|...aca|...telja)$/.test(folded)) ||
  (group === 'sl' && /(skih|nih|skega|nega|ske|ne|osti)$/.test(folded) && folded.length > 4);

/** socijalne skrbi, javne nabavi: behind an adjective in the genitive a noun whose genitive ends in -i. */
const isItsNoun = (adjective: string, folded: string, group: string): boolean =>
  group === 'bcs' && /(sk|ck|[lnv]n|v)e$/.test(adjective) && /[^aeiou]i$/.test(folded);

/** Stožer civilne zaštite: an adjective in the genitive and its noun. */
function leadsGenitive({ tokens, group, lexicon }: Scene, at: number): boolean {
  const next = tokens[at + 1];
  return (
    group === 'bcs' &&
    /.{3}(n|v|sk|ck)e$/.test(tokens[at]!.folded) &&
    next?.gap === 0 &&
    next.shape === LOWER &&
    !lexicon.openers.has(next.folded) &&
    /.{3}(e|i)$/.test(next.folded) &&
    isNounLike(next.folded, group)
  );
}

/** After "za" and its adjectives: sigurnost, razvoj, turizam, okoliš. */
const isAccusative = (folded: string): boolean =>
  folded.length > 3 && /(ost|aj|oj|zam|et|is|ad|or|od|an|on|ek|eg|rt|us|ut|av)$/.test(folded);

/** Small words that an organisation's name is made of, by their endings: genitives and accusatives, no verbs. */
function isNounLike(folded: string, group: string): boolean {
  if (folded.length < 4) return false;
  if (group === 'bcs')
    return (
      /(a|e|ih|og|eg|sti|oj|zam)$/.test(folded) &&
      !/(oren|cen|sen|zen|ljen|djen|ovan|iran)(a|o|i)$/.test(folded) &&
      !/(la|li|uje|aju|uju|eju|ise|ce|aje|cu|vas|aze|eze|asa|avi|iti|ati|eti|lazi|razi|tra|iva|odi)$/.test(folded)
    );
  if (group === 'sl') return /(a|e|ih|ega|o|i)$/.test(folded) && !/(la|lo|li|uje|ajo|ejo|jo|ti)$/.test(folded);
  if (group === 'mk' || group === 'bg') return !/(va|uva|uvaat|ahme|ha|li|la|lo|l|se)$/.test(folded);
  return false;
}
