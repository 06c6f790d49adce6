import type { Rows, Value } from './rows.ts';
import type { ArticleTextIndex, TextIndex } from './text-index.ts';

export type { Rows, Value };

/** What one database does in its own words. All else is SQL that each of them takes. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** Column type of a key that counts upwards and is never given twice. */
  readonly identity: string;
  /** Text that is compared and sorted byte by byte, as every column of text must be. */
  readonly text: string;
  /** Ends a table that is read by its primary key's order. */
  readonly clustered: string;
  /** A 64-bit integer. */
  readonly integer: string;
  /** A string of bytes. */
  readonly bytes: string;
  /** Statements that keep a column of bytes as they are, where the database would press them. */
  packed(table: string, column: string): string[];
  /** Statements that a migration begins with, so that one process at a time does it. */
  readonly holdMigrations: readonly string[];
  /** A statement after which a table gives no id that has been given by hand; null where it never does. */
  readonly skipIds: ((table: string) => string) | null;
  /** Tells the room that the database takes, as `bytes`. */
  readonly size: string;
  /** Makes a read inside a transaction hold its rows against other writers. */
  readonly forUpdate: string;
  /** The list that one JSON parameter holds, as a subquery of one column: `x IN ${numbers}`. */
  readonly numbers: string;
  readonly texts: string;
  /** Ends an EXISTS that is to be asked of each row as it is met, and not joined to all of them first. */
  readonly eachRow: string;
  /** All numbers of a column as one JSON list. */
  idList(column: string): string;
  /** A JSON parameter of [text, text] pairs as a table with the columns `a` and `b`. */
  readonly pairs: string;
  readonly articleText: ArticleTextIndex;
  readonly quoteText: TextIndex;
}

/** One database. */
export interface Engine extends Rows {
  readonly dialect: Dialect;
  /** All or nothing; one writer at a time. Nothing of it is seen outside before it ends. */
  transaction<T>(work: (rows: Rows) => Promise<T>): Promise<T>;
  /**
   * Reads what may take long: a statement that reads far more than it gives. Within a time limit (time-limit.ts) it is
   * run where it can be stopped.
   */
  walk<T>(sql: string, values?: readonly Value[]): Promise<T[]>;
  /** How far the database's clock is ahead of this process's, in milliseconds; 0 where that is next to nothing. */
  clockShift(): Promise<number>;
  /** Calls `listener` soon after any commit of any process. */
  watch(listener: () => void): () => void;
  /** Writes a copy of an embedded database while others use it. */
  backup(file: string): Promise<void>;
  /** What the database itself finds wrong with its files, in its own words. */
  faults(): Promise<string[]>;
  statementCount(): number;
  close(): Promise<void>;
}
