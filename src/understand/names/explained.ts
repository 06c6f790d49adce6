import { CAPS, GAP, LOWER } from '../context.ts';
import { goesOn } from '../find-known.ts';
import { fold } from '../text/fold.ts';
import { notAcronyms } from './acronyms.ts';
import { isHigh, type Scene } from './scene.ts';

/** A name with its acronym in brackets behind it, or the other way about. Tokens, end exclusive. */
export interface Explained {
  first: number;
  last: number;
  /** Token of the acronym. */
  acronym: number;
  /** False for laws, illnesses and such, whose acronym names no body. */
  isBody: boolean;
}

/** What has an acronym and is no body: laws, agreements, plans, illnesses, taxes, championships. By the beginnings of its words. */
const noBody =
  /^(zakon|sporazum|spogodb|ugovor|pogodb|plan$|plana|strateg|proje[kc]t|memorandum|virus|sindrom|syndrom|bolest|bolezen|zabolu?vanj|semundj|indeks|index|indic|porez|davek|danok|dana?k|konvencij|deklarac|rezoluc|prvenstv|sistem|system|test|metod|dogovor|acord|leg(e|ea|ii)$|boal|impozit|tax|ligj|marreveshj|taks|nomo[sy]|symfoni|astheneia|foro[sy]|agreement|act$|treaty|law$|disease|product|proizvod|anlasma|yasa|kanun|vergi|hastalik|indeksi|ucenik|razlik)/;

/** Words between two that the acronym names. */
const MOST_BETWEEN = 3;

/** "Centar za slobodne medije (CSM)", "CSM (Centar za slobodne medije)": names whose initials an acronym in brackets gives. */
export function findExplained(scene: Scene): Explained[] {
  const { tokens, taken, blind } = scene;
  const found: Explained[] = [];
  for (let at = 1; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (!(token.gap & GAP.OPEN_BRACKET) || blind[token.sentence]) continue;
    const close = closing(scene, at);
    if (close === null) continue;
    const behind = close === at + 1;
    const acronym = behind ? at : at - 1;
    const { text, shape, folded } = tokens[acronym]!;
    if (shape !== CAPS || taken[acronym] || text.length > 8 || /\d/.test(text) || notAcronyms.has(folded)) continue;
    const last = behind ? at : close;
    const first = beginning(scene, last, [...text].map(fold));
    if (first === null || last - first < 2 || (!behind && first !== at)) continue;
    const words = tokens.slice(first, last);
    if (words.every((_, word) => taken[first + word])) continue;
    found.push({ first, last, acronym, isBody: !words.some(({ folded }) => noBody.test(folded)) });
  }
  return found;
}

/** Where the bracket that opens before the token closes, in the same sentence and not far on. */
function closing({ tokens }: Scene, open: number): number | null {
  for (let at = open + 1; at < open + 12; at++) {
    const token = tokens[at];
    if (!token || token.gap & GAP.CLOSE_BRACKET) return at;
    if (token.sentence !== tokens[open]!.sentence || !goesOn(token)) return null;
  }
  return null;
}

/** The first token of the name before `last` that has these initials; small words may stand between. */
function beginning({ tokens, taken }: Scene, last: number, initials: readonly string[]): number | null {
  const { sentence } = tokens[last - 1]!;
  const walk = (at: number, letter: number, between: number): number | null => {
    const token = tokens[at];
    if (!token || token.sentence !== sentence || taken[at] === 2) return null;
    if (at < last - 1 && !goesOn(tokens[at + 1]!)) return null;
    if (token.folded.startsWith(initials[letter]!)) {
      if (letter === 0 && isHigh(token)) return at;
      const found = letter > 0 ? walk(at - 1, letter - 1, 0) : null;
      if (found !== null) return found;
    }
    return token.shape === LOWER && between < MOST_BETWEEN ? walk(at - 1, letter, between + 1) : null;
  };
  return walk(last - 1, initials.length - 1, 0);
}
