import type { KnownActor } from '../domain/knowledge.ts';
import type { ActorMention, TextDocument } from './context.ts';
import type { Hit } from './find-known.ts';
import { baseForms } from './forms/base-forms.ts';
import { type Group, groupOf } from './forms/language-group.ts';
import { partisanNouns } from './lexicon/partisan.ts';
import { actorMention } from './link-mention.ts';
import type { ActorPart } from './meaning.ts';
import { isListedWord } from './names/common-words.ts';
import { among } from './names/scene.ts';

/** Democrats, naprednjaci, republikanski senator: the party of these people in the one country that the document speaks of. */
export function partyMembers(
  document: TextDocument,
  words: readonly Hit[],
  linked: readonly ActorMention[],
  context: ReadonlyMap<string, number>,
  members: ReadonlySet<string>,
): ActorMention[] {
  const found: ActorMention[] = [];
  const group = groupOf(document.language);
  // democrației, демократије, demokratija: democracy, not a democrat.
  const isOtherWord = (folded: string) =>
    (/ij[aeiu]m?$/.test(folded) && isListedWord(folded, group)) ||
    baseForms(folded, group).some(({ base }) => !members.has(base) && isListedWord(base, group));
  for (const hit of words) {
    if (hit.how === 2 || !hit.meanings.some(({ is }) => is === 'actor')) continue;
    const bearing = (part: ActorPart) =>
      hit.meanings.flatMap((meaning) => (meaning.is === 'actor' && meaning.part === part ? [meaning.actor] : []));
    let parties = bearing('member');
    if (hit.how > 0 && parties.length > 0 && isOtherWord(document.tokens[hit.first]!.folded)) parties = [];
    if (parties.length === 0) {
      parties = bearing('adjective');
      if (parties.length === 0 || !besideNounOfPolitics(document, hit, group)) continue;
    }
    if (linked.some((mention) => mention.first < hit.last && hit.first < mention.last)) continue;
    const weight = (party: KnownActor) => Math.max(0, ...party.countries.map((code) => context.get(code) ?? 0));
    const [best, next] = [...new Set(parties)].sort((a, b) => weight(b) - weight(a));
    if (weight(best!) < 1 || (next && weight(best!) - weight(next) < 0.5)) continue;
    found.push(actorMention(document, hit, best!));
  }
  return found;
}

/** republikanska volilna udeležba, senatorul republican: a noun of politics one or two words on, or right before. */
function besideNounOfPolitics({ tokens }: TextDocument, { first, last }: Hit, group: Group): boolean {
  const nouns = partisanNouns[group];
  const before = tokens[first - 1];
  if (adjectivesFollow.has(group) && before && tokens[first]!.gap === 0 && among(nouns, before.folded, group))
    return true;
  for (let at = last; at < last + 2 && tokens[at]?.gap === 0; at++)
    if (among(nouns, tokens[at]!.folded, group)) return true;
  return false;
}

const adjectivesFollow: ReadonlySet<Group> = new Set<Group>(['ro', 'sq', 'el']);
