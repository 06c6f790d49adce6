import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { TelalError } from '../domain/error.ts';
import type { Rows, Value } from './engine.ts';

const KEPT_STATEMENTS = 500;

/** As much of a file as SQLite maps into memory; the rest is read page by page. */
export const MOST_MAPPED = 2 ** 31 - 65_536;

/** What the driver says, in plain words. */
export function failure(error: unknown): unknown {
  if (error instanceof TelalError || !(error instanceof Error) || !('errcode' in error)) return error;
  const words: Record<number, string> = {
    5: 'The store is locked by another process.',
    6: 'The store is locked by another process.',
    8: 'The store cannot be written: it was opened for reading only.',
    10: 'The store could not be read from or written to the disk.',
    11: 'The store is damaged: its file is no longer a whole database.',
    13: 'The disk is full; the store cannot take more.',
    14: 'The store could not be opened: check that its folder exists and may be written.',
    26: 'The store could not be opened: its file is not a Telal store.',
  };
  const known = words[Number(error.errcode) & 0xff];
  return new TelalError('STORE_FAILED', known ?? `The store failed: ${error.message}.`, { cause: error });
}

/** Rows that one statement writes where there are many: each statement costs as much as a row of a few numbers. */
const ROWS_AT_ONCE = 32;

function insertSql(table: string, columns: readonly string[], conflict: string, rows = 1): string {
  const marks = `(${columns.map(() => '?').join(', ')})`;
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(rows).fill(marks).join(', ')} ${conflict}`;
}

function* together(rows: readonly Value[][]): Generator<Value[]> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) yield rows.slice(from, from + ROWS_AT_ONCE).flat();
}

/** One connection with its prepared statements. */
export class Connection implements Rows {
  readonly database: DatabaseSync;
  #statements = new Map<string, StatementSync>();
  #count: () => void;

  constructor(path: string, readOnly: boolean, count: () => void) {
    this.database = new DatabaseSync(path, { readOnly, timeout: 5_000 });
    this.#count = count;
  }

  #statement(sql: string): StatementSync {
    this.#count();
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      if (this.#statements.size >= KEPT_STATEMENTS) this.#statements.delete(this.#statements.keys().next().value!);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  async all<T>(sql: string, values: readonly Value[] = []): Promise<T[]> {
    try {
      return this.#statement(sql).all(...values) as T[];
    } catch (error) {
      throw failure(error);
    }
  }

  async get<T>(sql: string, values: readonly Value[] = []): Promise<T | undefined> {
    try {
      return this.#statement(sql).get(...values) as T | undefined;
    } catch (error) {
      throw failure(error);
    }
  }

  lookup<T>(sql: string, values?: readonly Value[]): Promise<T[]> {
    return this.all(sql, values);
  }

  async run(sql: string, values: readonly Value[] = []): Promise<number> {
    return Number(this.#change(sql, values).changes);
  }

  // Not RETURNING, which makes a table of its own each time.
  async create(table: string, columns: readonly string[], row: readonly Value[]): Promise<number> {
    return Number(this.#change(insertSql(table, columns, ''), row).lastInsertRowid);
  }

  async createAll(table: string, columns: readonly string[], rows: readonly Value[][]): Promise<number[]> {
    const sql = insertSql(table, columns, '');
    return rows.map((row) => Number(this.#change(sql, row).lastInsertRowid));
  }

  async each(sql: string, lists: Iterable<readonly Value[]>): Promise<void> {
    try {
      const statement = this.#statement(sql);
      statement.setReadBigInts(true);
      for (const values of lists) statement.run(...values);
    } catch (error) {
      throw failure(error);
    }
  }

  #change(sql: string, values: readonly Value[]): ReturnType<StatementSync['run']> {
    try {
      const statement = this.#statement(sql);
      // The row numbers of the text index are too large for a plain number.
      statement.setReadBigInts(true);
      return statement.run(...values);
    } catch (error) {
      throw failure(error);
    }
  }

  async insert(table: string, columns: readonly string[], rows: readonly Value[][], conflict = ''): Promise<void> {
    const whole = rows.length - (rows.length % ROWS_AT_ONCE);
    if (whole > 0) await this.each(insertSql(table, columns, conflict, ROWS_AT_ONCE), together(rows.slice(0, whole)));
    if (whole < rows.length) await this.each(insertSql(table, columns, conflict), rows.slice(whole));
  }

  exec(sql: string): void {
    try {
      this.database.exec(sql);
    } catch (error) {
      throw failure(error);
    }
  }
}
