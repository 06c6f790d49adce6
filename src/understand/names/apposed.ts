import { GAP, LOWER, NUMBER } from '../context.ts';
import type { Group } from '../forms/language-group.ts';
import { fold } from '../text/fold.ts';
import { among, givenName, isHigh, type Scene } from './scene.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).map(fold));

/** Nouns for bodies that name what somebody is of: "the public operator", "a Sarajevo NGO". */
const bodies: Partial<Record<Group, ReadonlySet<string>>> = {
  en: words(
    `operator company agency party tank ngo regulator watchdog newspaper outlet charity firm lender bank brewer airline union federation foundation institute institution organisation organization broadcaster association publisher
    daily weekly magazine portal website retailer developer carmaker manufacturer producer supplier contractor subsidiary consortium nonprofit consultancy pollster utility initiative network coalition movement start-up startup shipyard smelter`,
  ),
  ro: words(
    'companie compania firmă firma organizație organizația asociație asociația fundație fundația operator operatorul agenție agenția partid partidul bancă banca ong ziar ziarul publicație publicația producător producătorul filială filiala institut institutul',
  ),
  sq: words(
    'kompani kompania firmë firma organizatë organizata shoqatë shoqata fondacion fondacioni operator operatori agjenci agjencia parti partia bankë banka ojq ojf gazetë gazeta portal portali ndërmarrje ndërmarrja institut instituti',
  ),
  el: words(
    'εταιρεία εταιρία οργάνωση φορέας σύλλογος ίδρυμα πρακτορείο κόμμα τράπεζα μκο εφημερίδα ινστιτούτο όμιλος θυγατρική κατασκευάστρια πάροχος',
  ),
};
const determiners: Partial<Record<Group, ReadonlySet<string>>> = {
  en: words('a an the one'),
  ro: words('o un'),
  sq: words('një'),
  el: words('μια μία ένα ένας η ο το'),
};
/** What may follow such a noun where it is the head: "the company that", not "the company founder". */
const behindHead = words(
  'of in that which for based behind from with run led owned founded at on to said and whose close near',
);
/** Nouns before an English name, that announce it: "the Skopje-based think tank X". */
const announcers = words(
  'tank ngo watchdog operator newspaper broadcaster portal website airline lender firm company daily weekly charity carmaker retailer developer outlet nonprofit pollster regulator',
);

/** Those that no person's name follows: "the newspaper Jane Hill wrote for". */
const sure = words('tank ngo watchdog operator nonprofit pollster regulator');

/** "Trafiku Urban, the public operator", "think tank Societas Civilis": where the name ends that such a noun tells to be a body's. */
export function byApposition(scene: Scene, first: number): number | null {
  const { tokens, taken, group, lexicon } = scene;
  const nouns = bodies[group];
  if (
    !nouns ||
    taken[first] ||
    lexicon.notNames.has(tokens[first]!.folded) ||
    (first > 0 && tokens[first]!.gap === 0 && isHigh(tokens[first - 1]!) && tokens[first - 1]!.folded !== 'ngo')
  )
    return null;
  let last = first + 1;
  while (last < first + 5 && tokens[last]?.gap === 0 && isHigh(tokens[last]!) && !taken[last]) last++;
  return isApposed(scene, last, nouns) || isAnnounced(scene, first, last) ? last : null;
}

/** Whether behind a comma the name is told to be a body: a determiner, few words, the noun, and nothing that the noun only qualifies. */
function isApposed({ tokens, group, lexicon }: Scene, last: number, nouns: ReadonlySet<string>): boolean {
  const opener = tokens[last];
  if (opener?.gap !== GAP.COMMA || opener.shape !== LOWER) return false;
  const determined = determiners[group]!.has(opener.folded);
  if (!determined && (group === 'en' || group === 'el')) return false;
  for (let at = last; at < last + 6; at++) {
    const token = tokens[at];
    if (!token || token.shape === NUMBER || (at > last && token.gap & ~(GAP.HYPHEN | GAP.JOINED))) return false;
    if (at > last && lexicon.titles.has(token.folded)) return false;
    // "Wednesday, the Basketball Federation …": another body's name.
    if (token.shape !== LOWER && token.folded !== 'ngo') {
      if (!determined || nouns.has(token.folded)) return false;
      continue;
    }
    if (!nouns.has(token.folded)) {
      if (!determined) return false;
      continue;
    }
    const next = tokens[at + 1];
    // The company's owner, the party leader
    if (group === 'en')
      return next === undefined || (next.gap !== 0 && !(next.gap & GAP.JOINED)) || behindHead.has(next.folded);
    return true;
  }
  return false;
}

function isAnnounced(scene: Scene, first: number, last: number): boolean {
  const { tokens, group } = scene;
  const noun = tokens[first - 1];
  if (group !== 'en' || !noun || tokens[first]!.gap !== 0 || !announcers.has(noun.folded)) return false;
  if (noun.shape !== LOWER && noun.folded !== 'ngo') return false;
  const named = last - first === 2 && givenName(scene, tokens[first]!.folded) !== null && !sure.has(noun.folded);
  return !named && !among(scene.lexicon.titles, tokens[first]!.folded, group);
}
