import { CAPITAL, CAPS, GAP, LOWER, NUMBER, type Token } from '../context.ts';
import { isCommonWord, isListedWord } from './common-words.ts';
import { isListedSurname } from './name-lists.ts';
import { givenName, isHigh, type Scene } from './scene.ts';

/** How companies' names end that say what they deal in: Moldovagaz, Moldtelecom, Energoinvest. */
const trades =
  /....(gaz|petrol|telekom|telecom|bank|banka|invest|komerc|eksport|export|import|impex|neft|pharm|soft|media|press|energo|energy|trans|montaz|market|online|sport)$/;

/** SuperSport, RaiNews, but McDonald, DeLay. */
const camel = /^(?!Mc|Mac|De|Di|Da|Du|La|Le|Lo|Van|O|Fitz|St)\p{Lu}\p{Ll}+\p{Lu}\p{Ll}/u;

/** What the form of a word alone tells: where the name of a company or an outlet ends. */
export function byForm(scene: Scene, first: number): number | null {
  if (scene.taken[first]) return null;
  return byTrade(scene, first) ?? byScript(scene, first);
}

function byTrade({ tokens, group, ...scene }: Scene, first: number): number | null {
  const { folded, text, shape } = tokens[first]!;
  const next = tokens[first + 1];
  if (next && next.gap === 0 && isHigh(next)) return null;
  if (shape === CAPITAL && trades.test(folded) && !isCommonWord(folded, group) && !isListedWord(folded, 'en'))
    return isListedSurname(folded, group) || givenName({ tokens, group, ...scene }, folded) ? null : first + 1;
  return camel.test(text) && /(Sport|News|TV|Media|Press|Bank|Tech|Net|Media|Info|Plus|Invest|Trans)$/.test(text)
    ? first + 1
    : null;
}

const isLatin = ({ text }: Token): boolean => text.charCodeAt(0) < 0x250;

/** «της Metron Analysis», „компанијата Uniper“: what a text in another script leaves in Latin letters is a company or an outlet. */
function byScript(scene: Scene, first: number): number | null {
  const { tokens, taken, document, lexicon } = scene;
  if (!/^(el|mk|bg)$/.test(document.language) || !isLatin(tokens[first]!)) return null;
  // A title of a work, a product with its number, somebody's name.
  if (tokens[first]!.gap & (GAP.QUOTE | GAP.SLASH) || tokens[first]!.text.length < 3) return null;
  const before = tokens[first - 1];
  if (before && tokens[first]!.gap === 0 && isHigh(before) && isLatin(before)) return null;
  let last = first + 1;
  while (tokens[last] && last < first + 5 && isLatin(tokens[last]!) && tokens[last]!.gap === 0 && !taken[last]) last++;
  const name = tokens.slice(first, last);
  const next = tokens[last];
  if (next && next.gap === 0 && (next.shape === NUMBER || isLatin(next))) return null;
  if (name.some(({ shape, text }) => shape === LOWER || shape === NUMBER || /\d/.test(text))) return null;
  if (givenName(scene, name[0]!.folded) || lexicon.notNames.has(name[0]!.folded)) return null;
  const english = name.filter(({ folded }) => isListedWord(folded, 'en') || isCommonWord(folded, 'en')).length;
  return english === name.length || name.every(({ shape }) => shape === CAPS) ? null : last;
}
