import pg from 'pg';
import { postgresFailure } from './postgres-failure.ts';
import { cleanValue, numberMarks } from './postgres-values.ts';
import type { Rows, Value } from './rows.ts';

/** Statements asked so often are prepared under a name; each connection keeps no more than so many. */
const NAME_FROM = 3;
const MOST_NAMED = 400;
const MOST_COUNTED = 4_000;
/** A longer one is a list of its own that hardly comes again. */
const LONGEST_NAMED = 5_000;
const MOST_VALUES = 20_000;
const MOST_AT_ONCE = 500;

const named = new Map<string, string>();
const asked = new Map<string, number>();

/** The name to prepare a statement under; the same in every connection. */
function nameOf(sql: string): string | undefined {
  const name = named.get(sql);
  if (name !== undefined || named.size >= MOST_NAMED || sql.length > LONGEST_NAMED) return name;
  const times = (asked.get(sql) ?? 0) + 1;
  if (times < NAME_FROM) {
    if (asked.size >= MOST_COUNTED) asked.clear();
    asked.set(sql, times);
    return undefined;
  }
  asked.delete(sql);
  const made = `telal_${named.size + 1}`;
  named.set(sql, made);
  return made;
}

type Queryable = Pick<pg.ClientBase, 'query'>;

/**
 * Asks one connection, or whichever a pool has free. A statement that is not prepared is planned for its values each
 * time; one that is, for any values as soon as that seems no dearer.
 */
export async function ask(
  on: Queryable,
  sql: string,
  values: readonly Value[] = [],
  prepared = true,
): Promise<pg.QueryResult> {
  const text = numberMarks(sql);
  const name = prepared ? nameOf(text) : undefined;
  try {
    return await on.query({ text, values: values.map(cleanValue), ...(name ? { name } : {}) });
  } catch (error) {
    throw postgresFailure(error);
  }
}

const literal = (value: Value): string => {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : pg.escapeLiteral(cleanValue(value) as string);
};

// The last of those that one statement would write to the same row: it cannot write a row twice.
function withoutRepeats(columns: readonly string[], rows: readonly Value[][], conflict: string): readonly Value[][] {
  const key = /^ON CONFLICT \(([^)]*)\) DO UPDATE/.exec(conflict)?.[1];
  if (key === undefined || rows.length < 2) return rows;
  const places = key.split(',').map((column) => columns.indexOf(column.trim()));
  return [...new Map(rows.map((row) => [JSON.stringify(places.map((place) => row[place])), row])).values()];
}

/** Statements inside one transaction of one connection. */
export class PostgresRows implements Rows {
  #client: Queryable;
  #count: () => void;

  constructor(client: Queryable, count: () => void) {
    this.#client = client;
    this.#count = count;
  }

  async #ask(sql: string, values: readonly Value[]): Promise<pg.QueryResult> {
    this.#count();
    return ask(this.#client, sql, values);
  }

  async all<T>(sql: string, values: readonly Value[] = []): Promise<T[]> {
    return (await this.#ask(sql, values)).rows;
  }

  lookup<T>(sql: string, values?: readonly Value[]): Promise<T[]> {
    return this.all(sql, values);
  }

  async get<T>(sql: string, values: readonly Value[] = []): Promise<T | undefined> {
    return (await this.#ask(sql, values)).rows[0];
  }

  async run(sql: string, values: readonly Value[] = []): Promise<number> {
    return (await this.#ask(sql, values)).rowCount ?? 0;
  }

  async create(table: string, columns: readonly string[], row: readonly Value[]): Promise<number> {
    const marks = columns.map(() => '?').join(', ');
    const made = await this.#ask(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks}) RETURNING id`, row);
    return made.rows[0].id;
  }

  async createAll(table: string, columns: readonly string[], rows: readonly Value[][]): Promise<number[]> {
    const made = await this.#insert(table, columns, rows, 'RETURNING id');
    // Counted up row by row, whatever order the answer has.
    return made.map((row) => row.id as number).sort((one, other) => one - other);
  }

  /** All in one message, so that a list costs one way there and back. */
  async each(sql: string, lists: readonly (readonly Value[])[]): Promise<void> {
    for (let from = 0; from < lists.length; from += MOST_AT_ONCE) {
      const statements = lists.slice(from, from + MOST_AT_ONCE).map((values) => {
        let place = -1;
        return sql.replace(/'[^']*'|\?/g, (found) => {
          if (found !== '?') return found;
          place += 1;
          return literal(values[place] ?? null);
        });
      });
      this.#count();
      try {
        await this.#client.query(statements.join(';\n'));
      } catch (error) {
        throw postgresFailure(error);
      }
    }
  }

  async insert(table: string, columns: readonly string[], rows: readonly Value[][], conflict = ''): Promise<void> {
    await this.#insert(table, columns, withoutRepeats(columns, rows, conflict), conflict);
  }

  async #insert(table: string, columns: readonly string[], rows: readonly Value[][], end: string) {
    const most = Math.floor(MOST_VALUES / columns.length);
    const marks = `(${columns.map(() => '?').join(', ')})`;
    const answers: pg.QueryResultRow[] = [];
    for (let from = 0; from < rows.length; from += most) {
      const part = rows.slice(from, from + most);
      const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${part.map(() => marks).join(', ')} ${end}`;
      answers.push(...(await this.#ask(sql, part.flat())).rows);
    }
    return answers;
  }
}
