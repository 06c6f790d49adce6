import type { KnownActor } from '../domain/knowledge.ts';
import type { ActorMention, TextDocument } from './context.ts';
import type { Hit } from './find-known.ts';
import { baseForms } from './forms/base-forms.ts';
import { groupOf } from './forms/language-group.ts';
import { actorMention } from './link-mention.ts';
import { isListedWord } from './names/common-words.ts';

/** Democrats, naprednjaci: the party whose people are called so in the one country that the document speaks of. */
export function partyMembers(
  document: TextDocument,
  words: readonly Hit[],
  linked: readonly ActorMention[],
  context: ReadonlyMap<string, number>,
  members: ReadonlySet<string>,
): ActorMention[] {
  const found: ActorMention[] = [];
  const group = groupOf(document.language);
  // democrației, демократије: a form of democracy, not of a democrat.
  const isOtherWord = (folded: string) =>
    baseForms(folded, group).some(({ base }) => !members.has(base) && isListedWord(base, group));
  for (const hit of words) {
    if (hit.how === 2) continue;
    const parties = hit.meanings.flatMap((meaning) =>
      meaning.is === 'actor' && meaning.part === 'member' ? [meaning.actor] : [],
    );
    if (parties.length === 0) continue;
    if (hit.how > 0 && isOtherWord(document.tokens[hit.first]!.folded)) continue;
    if (linked.some((mention) => mention.first < hit.last && hit.first < mention.last)) continue;
    const weight = (party: KnownActor) => Math.max(0, ...party.countries.map((code) => context.get(code) ?? 0));
    const [best, next] = [...new Set(parties)].sort((a, b) => weight(b) - weight(a));
    if (weight(best!) < 1 || (next && weight(best!) - weight(next) < 0.5)) continue;
    found.push(actorMention(document, hit, best!));
  }
  return found;
}
