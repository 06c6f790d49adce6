import { and, type Compiled, type Expr, tagged } from './filter-expr.ts';
import type { SearchQuery } from './search-query.ts';
import type { Tag } from './tags.ts';
import type { TimeRange } from './text-index.ts';

/** How the matches of a filter are walked: along tags, the text index or a story; `rest` is asked of each row. */
export interface Plan {
  along: { tags: Tag[] } | { text: SearchQuery } | { story: number };
  rest: Expr;
  /** Whether few enough rows are walked to ask the text index for each. */
  few: boolean;
  /** Range of publication, from all `published` parts that hold for every match. */
  from: number | null;
  to: number | null;
}

/** Up to so many articles of a tag, asking the text index for each is quicker than walking the index. */
const FEW = 500;

/** Tags of which every match has at least one, with the number of articles to walk. */
function cover(expr: Expr): { tags: Tag[]; cost: number } | null {
  if (expr.is === 'tags') return { tags: expr.tags, cost: expr.tags.reduce((sum, tag) => sum + tag.articles, 0) };
  if (expr.is === 'and') {
    const covers = expr.parts.map(cover).filter((found) => found !== null);
    return covers.reduce<{ tags: Tag[]; cost: number } | null>(
      (best, found) => (best === null || found.cost < best.cost ? found : best),
      null,
    );
  }
  if (expr.is !== 'or') return null;
  const tags = new Map<number, Tag>();
  for (const part of expr.parts) {
    const found = cover(part);
    if (found === null) return null;
    for (const tag of found.tags) tags.set(tag.id, tag);
  }
  return { tags: [...tags.values()], cost: [...tags.values()].reduce((sum, tag) => sum + tag.articles, 0) };
}

/** The range of publication that an expression's parts leave to every match, and the other parts. */
export function splitRange(expr: Expr): { range: TimeRange; parts: Expr[] } {
  let from: number | null = null;
  let to: number | null = null;
  const parts: Expr[] = [];
  for (const part of expr.is === 'and' ? expr.parts : [expr]) {
    if (part.is === 'published') {
      if (part.from !== undefined && part.from !== null) from = from === null ? part.from : Math.max(from, part.from);
      if (part.to !== undefined && part.to !== null) to = to === null ? part.to : Math.min(to, part.to);
    } else parts.push(part);
  }
  return { range: { from, to }, parts };
}

/** The cheapest walk over the matches (`preferText`: along the search, where there is one); null where nothing can match. */
export function planFilter({ expr, everything }: Compiled, preferText = false): Plan | null {
  if (expr.is === 'none' || everything === undefined) return null;
  const {
    range: { from, to },
    parts,
  } = splitRange(expr);
  const story = preferText ? undefined : parts.find((part) => part.is === 'story');
  if (story !== undefined) {
    return {
      along: { story: story.story },
      rest: and(parts.filter((part) => part !== story)),
      few: true,
      from,
      to,
    };
  }
  let best: { part: Expr | null; tags: Tag[]; cost: number } = {
    part: null,
    tags: [everything],
    cost: everything.articles,
  };
  for (const part of parts) {
    const found = cover(part);
    // At the same price one tag is simpler than many.
    if (found !== null && (found.cost < best.cost || (best.part === null && found.tags.length === 1))) {
      best = { part, ...found };
    }
  }
  const text = parts.find((part) => part.is === 'text');
  const few = best.cost <= FEW;
  if (text !== undefined && (preferText || !few)) {
    return { along: { text: text.query }, rest: and(parts.filter((part) => part !== text)), few, from, to };
  }
  const walked = best.part?.is === 'tags' ? best.part : null;
  return { along: { tags: best.tags }, rest: and(parts.filter((part) => part !== walked)), few, from, to };
}

/** A filter narrowed to articles that have one more tag. */
export function withTag(compiled: Compiled, tag: Tag | undefined): Compiled {
  return { ...compiled, expr: and([compiled.expr, tagged(tag ? [tag] : [])]) };
}
