import type { Engine, Value } from './engine.ts';
import type { Expr } from './filter-expr.ts';
import { blockOf, slotOf, WORDS } from './tag-shelf.ts';

/** Articles by block, as bits of their slots. */
export type GatheredBits = ReadonlyMap<number, Uint32Array>;

/** What parts of an expression match that no block tells of. */
export type Gathered = ReadonlyMap<Expr, GatheredBits>;

/** Parts whose matches have to be gathered before blocks can be asked. */
export function gatheredParts(expr: Expr): Expr[] {
  switch (expr.is) {
    case 'text':
    case 'column':
    case 'story':
      return [expr];
    case 'and':
    case 'or':
      return expr.parts.flatMap(gatheredParts);
    case 'not':
      return gatheredParts(expr.part);
    default:
      return [];
  }
}

function idsSql({ dialect }: Engine, expr: Expr): { sql: string; values: Value[] } {
  if (expr.is === 'text') return dialect.articleText.ids(expr.query);
  const condition = expr.is === 'story' ? { sql: 'a.story = ?', values: [expr.story] } : expr;
  if (!('sql' in condition)) throw new TypeError('Blocks tell of this part.');
  return {
    sql: `SELECT ${dialect.idList('a.id')} AS ids FROM article a WHERE ${condition.sql}`,
    values: condition.values,
  };
}

/** Asks for the matches of those parts, one statement each. */
export async function gatherIds(engine: Engine, expr: Expr): Promise<Gathered> {
  const gathered = new Map<Expr, GatheredBits>();
  for (const part of gatheredParts(expr)) {
    const query = idsSql(engine, part);
    const [row] = await engine.walk<{ ids: string }>(query.sql, query.values);
    const blocks = new Map<number, Uint32Array>();
    for (const id of JSON.parse(row!.ids) as number[]) {
      const block = blockOf(id);
      let bits = blocks.get(block);
      if (bits === undefined) {
        bits = new Uint32Array(WORDS);
        blocks.set(block, bits);
      }
      const slot = slotOf(id);
      bits[slot >> 5]! |= 1 << (slot & 31);
    }
    gathered.set(part, blocks);
  }
  return gathered;
}
