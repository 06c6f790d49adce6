import { type ActorMention, GAP, LOWER } from '../context.ts';
import type { Clause } from './clauses.ts';
import type { Reader } from './reader.ts';
import { type Speaker, spoken } from './speaker.ts';

/** Words that take a name before them from the subject: X ile, X için. */
const postpositions = new Set(
  'ile icin gibi kadar hakkinda karsi gore dolayi birlikte beraber tarafindan adina ve'.split(' '),
);

/** Who speaks where the verb stands last: the last name without a case ending before the words, `X, B'de gazetecilere, "…" dedi`. */
export function subjectAhead(reader: Reader, { first, last }: Clause): Speaker | null {
  const { tokens } = reader;
  let organization: ActorMention | null = null;
  for (let index = last - 1; index >= first; index--) {
    const mention = reader.mentionOf(index);
    if (mention) {
      index = Math.max(first, mention.first);
      if (!isBare(reader, mention)) continue;
      if (mention.kind === 'PERSON') return spoken(reader, mention);
      const next = tokens[mention.last];
      // "CHP Genel Başkanı …": a body before a capital only says whose.
      if (!next || mention.last >= last || (next.gap & GAP.COMMA) !== 0 || next.shape === LOWER)
        organization ??= mention;
      continue;
    }
    // "bir öğrenci bana …": somebody, who has no name.
    if (
      tokens[index]!.folded === 'bir' &&
      tokens[index + 1]?.shape === LOWER &&
      index + 1 < last &&
      tokens[index + 1]!.gap === 0 &&
      isSomebody(tokens[index + 1]!.folded)
    )
      return { mention: null, name: null, noun: true };
  }
  return organization ? spoken(reader, organization) : null;
}

/** What people are, in the nominative: öğrenci, kadın, vatandaş. */
const isSomebody = (folded: string): boolean =>
  /^(kisi|kadin|adam|erkek|cocuk|ogrenci|vatandas|esnaf|yetkili|kaynak|genc|yasli|isci|ciftci|anne|baba|taraftar|diplomat|polis|asker|doktor|ogretmen|avukat|gazeteci|uzman|analist|sozcu|milletvekili|turist|sofor|surucu|komsu|tanik|secmen|emekli)$/.test(
    folded,
  );

/** Whether the name stands without a case ending and no postposition follows. */
export function isBare({ tokens }: Reader, { first, last }: ActorMention): boolean {
  const end = tokens[last - 1]!;
  if (last - first > 1 && end.shape === LOWER && end.gap === (GAP.JOINED | GAP.APOSTROPHE)) return false;
  const next = tokens[last];
  if (!next) return true;
  if (next.gap === (GAP.JOINED | GAP.APOSTROPHE)) return false;
  return !(next.gap === 0 && postpositions.has(next.folded));
}
