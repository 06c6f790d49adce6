import type { KnownActor } from '../domain/knowledge.ts';
import { CAPITAL, GAP, LOWER, type TextDocument } from './context.ts';
import type { Hit } from './find-known.ts';
import { groupOf, isSlavic } from './forms/language-group.ts';
import { lexicons } from './lexicon/lexicon.ts';
import type { NameIndex } from './name-index.ts';
import { isSurname } from './names/surname-endings.ts';
import { fold } from './text/fold.ts';

/** Vesna Pešić Radović: with another surname behind the full name it is another woman. */
export function goesOn(document: TextDocument, hit: Hit): boolean {
  const next = document.tokens[hit.last];
  return (
    next?.gap === 0 &&
    next.shape === CAPITAL &&
    hit.last - hit.first > 1 &&
    isSlavic(groupOf(document.language)) &&
    isSurname(next.folded, groupOf(document.language))
  );
}

/** Known people whose surname the text gives to somebody else: beside Željko Marković, "Marković" is he. */
export function namesakes(document: TextDocument, hits: readonly Hit[], index: NameIndex): Set<KnownActor> {
  const found = new Set<KnownActor>();
  for (const hit of hits) {
    if (hit.last - hit.first > 1) continue;
    const bearers = hit.meanings.flatMap((meaning) =>
      meaning.is === 'actor' && meaning.part === 'alone' && meaning.actor.kind === 'PERSON' ? [meaning.actor] : [],
    );
    if (bearers.length === 0) continue;
    const before = givenNameBefore(document, hit, index);
    if (before === null || !index.givenNames.has(before)) continue;
    for (const actor of bearers)
      if (!actor.names.some((name) => fold(name.text).startsWith(before.slice(0, 3)))) found.add(actor);
  }
  return found;
}

/** The capitalised word before a bare surname, where it is the given name of somebody; null where there is none. */
export function givenNameBefore(document: TextDocument, hit: Hit, index: NameIndex): string | null {
  const token = document.tokens[hit.first]!;
  const before = document.tokens[hit.first - 1];
  if (!before || token.gap !== 0 || before.shape === LOWER || before.field !== token.field) return null;
  // Г. Трамп, Z. Rama: a title's letter is no initial.
  if (before.text.length === 1 && lexicons[groupOf(document.language)].titles.has(before.folded)) return null;
  if (index.givenNames.has(before.folded)) return before.folded;
  const opens = document.sentences[before.sentence]!.first === hit.first - 1;
  if (opens || before.shape !== CAPITAL || before.text.length < 2) return null;
  if (index.vocabulary(groupOf(document.language)).hasWord(before.folded)) return null;
  return before.gap & GAP.JOINED ? null : before.folded;
}
