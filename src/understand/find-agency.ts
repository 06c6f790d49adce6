import type { Knowledge } from '../catalog/knowledge.ts';
import { type ActorMention, GAP, type TextDocument } from './context.ts';

/** Words that name a source: prenosi Tanjug, Izvor: Hina, raportohet nga ATSH. */
const credits = new Set(
  `prenosi prenose javlja javio izvor foto pise prenela vir porocanje poroca prenesuva pise izvor predade syobstava sursa potrivit relateaza
  transmite raporton njofton burimi pigi metadidei kaynak bildirdi reports reported according source`.split(/\s+/),
);
const EDGE = 25;

/** The slug of the news agency that the text credits: at its beginning or end, in brackets, or beside a word of crediting; the first where all of it is credits. */
export function findAgency(
  document: TextDocument,
  mentions: readonly ActorMention[],
  knowledge: Knowledge,
  isCredits = false,
): string | null {
  const body = document.fields.findLast((field) => field.name === 'BODY') ?? document.fields.at(-1);
  if (!body) return null;
  for (const mention of mentions) {
    if (mention.kind !== 'ORGANIZATION' || !mention.curated) continue;
    const actor = knowledge.actor(mention.slug);
    if (
      !actor ||
      !(actor.type === 'media' || actor.type === 'agency') ||
      !/news agency|wire/i.test(actor.description ?? '')
    )
      continue;
    const { tokens } = document;
    const first = tokens[mention.first]!;
    const bracketed = (first.gap & (GAP.OPEN_BRACKET | GAP.SLASH)) !== 0;
    const atEdge = mention.first - body.first < EDGE || body.last - mention.last < EDGE;
    const credited = [1, 2, 3].some(
      (step) =>
        credits.has(tokens[mention.first - step]?.folded ?? '') ||
        credits.has(tokens[mention.last + step - 1]?.folded ?? ''),
    );
    if (isCredits || credited || (bracketed && atEdge)) return mention.slug;
  }
  return null;
}
