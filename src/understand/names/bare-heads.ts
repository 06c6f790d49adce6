import type { KnownActor } from '../../domain/knowledge.ts';
import type { ActorMention } from '../context.ts';
import { groupOf } from '../forms/language-group.ts';
import { foldName } from '../text/fold.ts';
import type { Scene } from './scene.ts';

/** A country must be spoken of so much, and so much more than the next, for "the Government" to be its own. */
const ENOUGH = 0.7;
const AHEAD = 0.5;

/** A word for a body that stands alone. */
interface BareHead {
  /** Its folded base form. */
  word: string;
  first: number;
}

/** Whom the word means: the known body called so that the text named last, else the government or parliament of the country it speaks of; null for nobody. */
export function ownerOf(
  scene: Scene,
  { word, first }: BareHead,
  linked: readonly ActorMention[],
  context: () => ReadonlyMap<string, number>,
): KnownActor | null {
  const named = linked.filter(
    (mention) => mention.kind === 'ORGANIZATION' && mention.curated && headsOf(scene, mention.slug).has(word),
  );
  const nearest = named.findLast((mention) => mention.first < first) ?? named[0];
  if (nearest) return scene.index.knowledge.actor(nearest.slug) ?? null;
  const bodies = scene.index.heads.get(word);
  if (!bodies) return null;
  const spoken = context();
  const weight = (body: KnownActor) => spoken.get(body.countries[0]!) ?? 0;
  const [best, next] = [...bodies].sort((a, b) => weight(b) - weight(a));
  return weight(best!) < ENOUGH || (next && weight(best!) - weight(next) < AHEAD) ? null : best!;
}

/** The words for a body in the actor's names: unija in Evropska unija. */
function headsOf({ index, group, lexicon }: Scene, slug: string): Set<string> {
  const names = index.knowledge.actor(slug)?.names ?? [];
  return new Set(
    names.flatMap(({ text, language }) =>
      language !== null && groupOf(language) === group
        ? foldName(text).filter((word, at) => at < 4 && lexicon.heads.has(word))
        : [],
    ),
  );
}
