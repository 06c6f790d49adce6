import type { KnownActor } from '../domain/knowledge.ts';
import { type ActorMention, CAPITAL, GAP, type TextDocument } from './context.ts';
import type { Hit } from './find-known.ts';
import { fold } from './text/fold.ts';

/** George W. Bush, J. Trump: the given name and initials before a surname belong to the mention. */
export function withInitials(document: TextDocument, hit: Hit, actor: KnownActor): Hit {
  if (actor.kind !== 'PERSON' || hit.last - hit.first !== 1) return hit;
  const { tokens } = document;
  let { first } = hit;
  const letter = (at: number) => {
    const token = tokens[at];
    return token !== undefined && token.shape === CAPITAL && token.end - token.start === 1;
  };
  while (letter(first - 1) && tokens[first]!.gap & GAP.STOP && first > 1) first--;
  if (first === hit.first) return hit;
  const given = tokens[first - 1];
  const names = given && given.shape === CAPITAL && tokens[first]!.gap === 0;
  if (names && actor.names.some((name) => fold(name.text).startsWith(given.folded))) first--;
  return { ...hit, first };
}

/** The place where a known name stands, as a mention of the actor. */
export function actorMention(
  document: TextDocument,
  hit: Pick<Hit, 'first' | 'last'>,
  actor: KnownActor,
  by: ActorMention['by'] = 'name',
): ActorMention {
  const first = document.tokens[hit.first]!;
  const end = document.tokens[hit.last - 1]!.end;
  return {
    slug: actor.slug,
    kind: actor.kind,
    name: document.fields[first.field]!.text.slice(first.start, end),
    gender: actor.gender,
    curated: true,
    by,
    field: first.field,
    start: first.start,
    end,
    first: hit.first,
    last: hit.last,
  };
}

/** Merita Bina-Rugova: the end of somebody's double surname. */
export function isSecondSurname({ tokens }: TextDocument, hit: Hit): boolean {
  const token = tokens[hit.first]!;
  const own = tokens[hit.first - 1];
  const given = tokens[hit.first - 2];
  if (!own || !given || token.gap !== (GAP.JOINED | GAP.HYPHEN) || own.shape !== CAPITAL || own.gap !== 0) return false;
  return given.shape === CAPITAL && given.sentence === token.sentence;
}
