import type { ActorRole, KnownActor } from '../domain/knowledge.ts';
import { type ActorMention, GAP, type TextDocument } from './context.ts';
import type { Hit } from './find-known.ts';
import type { Meaning, NameIndex } from './name-index.ts';

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

/** Words between an office and what it is of: president of the …, presidenti i …, πρόεδρος της …. */
const links = new Set('of the i e te se al ale a na za tis toy ton for to v vo'.split(' '));
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
    const around = neighbours(document, known, mentions);
    const found: ActorMention[] = [];
    for (const { first, last, roles } of offices) {
      const near = around(first, last);
      if (near.named) continue;
      let actor: KnownActor | null = null;
      for (const role of roles) {
        if (near.of) actor ??= holderOf(role, near.of, day);
        else if (alone.has(role))
          actor ??=
            meantAlone(role, day, first, mentions, index) ??
            (outletCountry ? holderOf(role, outletCountry, day) : null);
      }
      if (actor) found.push(toMention(document, near.first, near.last, actor));
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

interface Near {
  /** A person's name stands beside the office. */
  named: boolean;
  /** Country code or organisation's slug that it is the office of. */
  of: string | null;
  first: number;
  last: number;
}

function neighbours(document: TextDocument, known: { hits: Hit[]; words: Hit[] }, mentions: readonly ActorMention[]) {
  const { tokens } = document;
  const countryFrom = new Map<number, { code: string; last: number; name: boolean }>();
  const countryTo = new Map<number, { code: string; first: number }>();
  const note = (hit: Hit, parts: string) => {
    const country = hit.meanings.find(
      (meaning): meaning is Meaning & { is: 'country' } => meaning.is === 'country' && parts.includes(meaning.part),
    );
    if (!country) return;
    countryFrom.set(hit.first, { code: country.code, last: hit.last, name: country.part === 'name' });
    countryTo.set(hit.last, { code: country.code, first: hit.first });
  };
  for (const hit of known.words) note(hit, 'adjective');
  for (const hit of known.hits) note(hit, 'name also adjective');
  const from = new Map(mentions.map((mention) => [mention.first, mention]));
  const to = new Map(mentions.map((mention) => [mention.last, mention]));
  const plain = (at: number) =>
    tokens[at] !== undefined && (tokens[at]!.gap & ~(GAP.JOINED | GAP.HYPHEN | GAP.APOSTROPHE)) === 0;
  return (first: number, last: number): Near => {
    const near: Near = { named: false, of: null, first, last };
    const before = plain(first) ? countryTo.get(first) : undefined;
    if (before) {
      near.of = before.code;
      near.first = before.first;
    } else if (plain(first) && to.get(first)?.kind === 'ORGANIZATION') near.of = to.get(first)!.slug;
    let at = last;
    while (plain(at) && at < last + 3 && links.has(tokens[at]!.folded)) at++;
    if (plain(at)) {
      const country = countryFrom.get(at);
      const actor = from.get(at);
      if (actor?.kind === 'ORGANIZATION') {
        near.of = actor.slug;
        near.last = actor.last;
      } else if (country?.name) {
        near.of = country.code;
        near.last = country.last;
      } else if (at > last && tokens[at]!.shape !== 0) near.of = near.of ?? 'unknown';
    }
    // "predsednik Srbije Aleksandar Vučić", "Vučić, predsednik Srbije", "the president, Aleksandar Vučić"
    const next = from.get(near.last) ?? from.get(last);
    const previous = to.get(near.first);
    near.named =
      (next?.kind === 'PERSON' && (tokens[next.first]!.gap & ~(GAP.COMMA | GAP.QUOTE)) === 0) ||
      previous?.kind === 'PERSON';
    return near;
  };
}

function toMention(document: TextDocument, first: number, last: number, actor: KnownActor): ActorMention {
  const from = document.tokens[first]!;
  const end = document.tokens[last - 1]!.end;
  return {
    slug: actor.slug,
    kind: actor.kind,
    name: document.fields[from.field]!.text.slice(from.start, end),
    gender: actor.gender,
    curated: true,
    by: 'role',
    field: from.field,
    start: from.start,
    end,
    first,
    last,
  };
}
