import type { ActorMention, TextDocument } from './context.ts';
import type { Hit } from './find-known.ts';
import type { Link } from './link-actors.ts';
import type { NameIndex } from './name-index.ts';
import { findUnknown, withEnding } from './names/find-unknown.ts';
import { identify } from './names/identify.ts';
import { createScene, givenName } from './names/scene.ts';

/** Everybody in the text: those the knowledge names, and those found by rule. In the order of the text. */
export function findActors(
  document: TextDocument,
  known: { hits: Hit[]; words: Hit[] },
  index: NameIndex,
  link: Link,
): ActorMention[] {
  const scene = createScene(document, index);
  const linked = link(document, known);
  for (const mention of linked) {
    mention.last = withEnding(document.tokens, mention.last, scene.group);
    mention.end = document.tokens[mention.last - 1]!.end;
    scene.taken.fill(mention.kind === 'PERSON' ? 2 : 1, mention.first, mention.last);
  }
  for (const hit of known.hits) {
    if (scene.taken[hit.first]) continue;
    if (!hit.meanings.some((meaning) => meaning.is === 'country' || meaning.is === 'place')) continue;
    // Jack London: a surname that is also a place.
    const before = document.tokens[hit.first - 1];
    if (
      before &&
      document.tokens[hit.first]!.gap === 0 &&
      hit.last - hit.first === 1 &&
      givenName(scene, before.folded) &&
      !hit.meanings.some((meaning) => meaning.is === 'country')
    )
      continue;
    scene.taken.fill(3, hit.first, hit.last);
  }
  return [...linked, ...identify(scene, findUnknown(scene))].sort((a, b) => a.first - b.first);
}
