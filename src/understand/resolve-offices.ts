import type { ActorRole, KnownActor } from '../domain/knowledge.ts';
import type { ActorMention, TextDocument } from './context.ts';
import type { Hit } from './find-known.ts';
import { actorMention } from './link-mention.ts';
import type { NameIndex } from './name-index.ts';
import { officeNeighbours } from './office-neighbours.ts';

interface Holder {
  actor: KnownActor;
  role: ActorRole;
}

/** Finds who is meant by an office without a name: "predsednik Srbije", "kryeministri". */
export type ResolveOffices = (
  document: TextDocument,
  known: { hits: Hit[]; words: Hit[] },
  mentions: readonly ActorMention[],
) => ActorMention[];

/** Offices that a text may name alone and mean its own country's. */
const alone = new Set([
  'president',
  'prime-minister',
  'foreign-minister',
  'interior-minister',
  'defence-minister',
  'finance-minister',
  'justice-minister',
  'monarch',
  'high-representative',
]);

export function createOfficeResolver(index: NameIndex): ResolveOffices {
  const holders = new Map<string, Holder[]>();
  for (const actor of index.knowledge.actors) {
    for (const role of actor.roles) {
      const key = `${role.role} ${role.of ?? ''}`;
      const list = holders.get(key);
      if (list) list.push({ actor, role });
      else holders.set(key, [{ actor, role }]);
    }
  }

  /** The one who held the office then; null where nobody or several did. */
  const holderOf = (role: string, of: string, day: string): KnownActor | null => {
    const then = (holders.get(`${role} ${of}`) ?? []).filter(
      ({ role: { from, to } }) => reached(from, day) && !over(to, day),
    );
    const actors = new Set(then.map((holder) => holder.actor));
    return actors.size === 1 ? [...actors][0]! : null;
  };

  return (document, known, mentions) => {
    const { publishedAt, outletCountry } = document.setting;
    if (publishedAt === undefined) return [];
    const day = new Date(publishedAt).toISOString().slice(0, 10);
    const offices = officesOf(known.words);
    if (offices.length === 0) return [];
    const around = officeNeighbours(document, known, mentions);
    const found: ActorMention[] = [];
    for (const { first, last, roles } of offices) {
      const near = around(first, last);
      if (near.named) continue;
      let actor: KnownActor | null = null;
      for (const role of roles) {
        if (near.of.length > 0) for (const of of near.of) actor ??= holderOf(role, of, day);
        else if (alone.has(role))
          actor ??=
            meantAlone(role, day, first, mentions, index) ??
            (outletCountry ? holderOf(role, outletCountry, day) : null);
      }
      if (actor) found.push(actorMention(document, near, actor, 'role'));
    }
    return found;
  };
}

/** The last person before it who holds that office anywhere. */
function meantAlone(
  role: string,
  day: string,
  before: number,
  mentions: readonly ActorMention[],
  index: NameIndex,
): KnownActor | null {
  for (const mention of mentions.toReversed()) {
    if (mention.first >= before || !mention.curated || mention.kind !== 'PERSON') continue;
    const actor = index.knowledge.actor(mention.slug);
    if (actor?.roles.some((each) => each.role === role && reached(each.from, day) && !over(each.to, day))) return actor;
  }
  return null;
}

const reached = (from: string | null, day: string) => from === null || from <= day.slice(0, from.length);
const over = (to: string | null, day: string) => to !== null && to < day.slice(0, to.length);

/** The offices named, the longest phrase where several begin or one lies inside another. */
function officesOf(words: readonly Hit[]): { first: number; last: number; roles: string[] }[] {
  const found: { first: number; last: number; roles: string[] }[] = [];
  for (const { first, last, how, meanings } of words) {
    const roles = meanings.flatMap((meaning) => (meaning.is === 'role' ? [meaning.role] : []));
    if (roles.length === 0 || how === 2) continue;
    const before = found.at(-1);
    if (before && before.last > first) continue;
    found.push({ first, last, roles: [...new Set(roles)] });
  }
  return found;
}
