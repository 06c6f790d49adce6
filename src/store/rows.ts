/** What may stand for a `?` in a statement. */
export type Value = string | number | null | Uint8Array;

/** A piece of SQL with the values of its `?`s, in order. */
export interface Sql {
  sql: string;
  values: Value[];
}

/** Statements, whichever engine runs them. Every `?` is one value, in order. */
export interface Rows {
  all<T>(sql: string, values?: readonly Value[]): Promise<T[]>;
  get<T>(sql: string, values?: readonly Value[]): Promise<T | undefined>;
  /** Reads the few rows that keys lead to: however the values differ, one plan is right for all, and is made once. */
  lookup<T>(sql: string, values?: readonly Value[]): Promise<T[]>;
  /** Tells how many rows it changed. */
  run(sql: string, values?: readonly Value[]): Promise<number>;
  /** One new row, whose `id` it tells. */
  create(table: string, columns: readonly string[], row: readonly Value[]): Promise<number>;
  /** The same with many, in their order. */
  createAll(table: string, columns: readonly string[], rows: readonly Value[][]): Promise<number[]>;
  /** One statement for each list of values. */
  each(sql: string, lists: readonly (readonly Value[])[]): Promise<void>;
  /** Many rows of the same columns; `conflict` is an ON CONFLICT clause. */
  insert(table: string, columns: readonly string[], rows: readonly Value[][], conflict?: string): Promise<void>;
}
