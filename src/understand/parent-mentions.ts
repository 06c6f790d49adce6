import type { ActorMention, TextDocument } from './context.ts';
import { namedAt } from './find-known.ts';
import { actorMention } from './link-mention.ts';
import type { NameIndex } from './name-index.ts';

/** Organisations whose own name stands inside that of an organ of theirs: the UN in "UN General Assembly". */
export function parentMentions(
  document: TextDocument,
  mentions: readonly ActorMention[],
  index: NameIndex,
): ActorMention[] {
  return mentions.flatMap(({ slug, curated, by, first, last }) => {
    const slugOfParent = curated && by === 'name' ? index.knowledge.actor(slug)?.parent : undefined;
    const parent = slugOfParent === undefined ? undefined : index.knowledge.actor(slugOfParent);
    if (!parent) return [];
    for (let at = first; at < last; at++) {
      const hit = namedAt(document, index, at, parent);
      if (hit && hit.last <= last) return [actorMention(document, hit, parent)];
    }
    return [];
  });
}
