import type { Engine, Value } from './engine.ts';
import type { Expr } from './filter-expr.ts';
import { splitRange } from './plan.ts';
import { blockOf, slotOf, WORDS } from './tag-shelf.ts';
import type { TimeRange } from './text-index.ts';

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

function idsSql({ dialect }: Engine, expr: Expr, range: TimeRange): { sql: string; values: Value[] } {
  if (expr.is === 'text') return dialect.articleText.ids(expr.query, range);
  const condition = expr.is === 'story' ? { sql: 'a.story = ?', values: [expr.story] } : expr;
  if (!('sql' in condition)) throw new TypeError('Blocks tell of this part.');
  return {
    sql: `SELECT ${dialect.idList('a.id')} AS ids FROM article a WHERE ${condition.sql}`,
    values: condition.values,
  };
}

/** The numbers of a JSON list of whole numbers, without the list itself. */
function eachNumber(json: string, found: (number: number) => void): void {
  let number = 0;
  let inside = false;
  for (let at = 0; at < json.length; at += 1) {
    const digit = json.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      number = number * 10 + digit;
      inside = true;
    } else if (inside) {
      found(number);
      number = 0;
      inside = false;
    }
  }
}

/** Asks for the matches of those parts within the range that the expression leaves to them, one statement each. */
export async function gatherIds(engine: Engine, expr: Expr): Promise<Gathered> {
  const gathered = new Map<Expr, GatheredBits>();
  const { range } = splitRange(expr);
  for (const part of gatheredParts(expr)) {
    const query = idsSql(engine, part, range);
    const [row] = await engine.walk<{ ids: string }>(query.sql, query.values);
    const blocks = new Map<number, Uint32Array>();
    let last = -1;
    let bits: Uint32Array = new Uint32Array(WORDS);
    eachNumber(row!.ids, (id) => {
      const block = blockOf(id);
      if (block !== last) {
        bits = blocks.get(block) ?? new Uint32Array(WORDS);
        blocks.set(block, bits);
        last = block;
      }
      const slot = slotOf(id);
      bits[slot >> 5]! |= 1 << (slot & 31);
    });
    gathered.set(part, blocks);
  }
  return gathered;
}
