import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { backup } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { TelalError } from '../domain/error.ts';
import type { Log } from '../domain/ports.ts';
import type { Engine, Rows, Value } from './engine.ts';
import { GroupCommit, type Work } from './group-commit.ts';
import { Connection, failure, MOST_MAPPED } from './sqlite-connection.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { SqliteReaders } from './sqlite-readers.ts';
import { currentLimit } from './time-limit.ts';

const WATCH_EVERY_MS = 20;
const WAIT_FOR_WRITER_MS = 15_000;

/** The file that a `file:` URL names: `file:./data/telal.db` and `file:data/telal.db` are relative to the folder of the process. */
export function sqlitePath(url: string): string {
  if (url === ':memory:' || url === 'file::memory:') return ':memory:';
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
}

const isLocked = (error: unknown): boolean => error instanceof TelalError && /locked/.test(error.message);

type SqliteOptions = { readOnly?: boolean; frugal?: boolean; log?: Log };

class SqliteEngine implements Engine {
  readonly dialect = sqliteDialect;
  #writer: Connection | null;
  #reader: Connection;
  #commits = new GroupCommit({
    persist: (together) => this.#persist(together),
    committed: () => this.#announce(),
    meetsAll: isLocked,
  });
  #listeners = new Set<() => void>();
  #timer: NodeJS.Timeout | null = null;
  #version = 0;
  #statements = 0;
  readonly #path: string;
  #readers: SqliteReaders | null;
  #log: Log | undefined;
  #closed = false;

  constructor(path: string, { readOnly = false, frugal = false, log }: SqliteOptions) {
    const count = (): void => {
      this.#statements += 1;
    };
    this.#log = log;
    this.#path = path;
    this.#readers = path === ':memory:' ? null : new SqliteReaders(path);
    const shared = path === ':memory:';
    if (!readOnly && !shared) mkdirSync(dirname(path), { recursive: true });
    this.#writer = readOnly ? null : new Connection(path, false, count);
    // WAL with NORMAL: a killed process loses nothing that was committed; only a power cut may lose the last moments.
    this.#writer?.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
    this.#writer?.exec(`PRAGMA cache_size = ${frugal ? -24_576 : -65_536}`);
    this.#writer?.exec('PRAGMA wal_autocheckpoint = 10000; PRAGMA temp_store = MEMORY');
    // From here on waiting for another writer is done without holding up the process.
    this.#writer?.exec('PRAGMA busy_timeout = 0');
    // In memory there is one connection for all; reads wait there until a transaction has ended.
    this.#reader = shared && this.#writer ? this.#writer : new Connection(path, true, count);
    this.#reader.exec(
      `PRAGMA cache_size = ${frugal ? -4_096 : -65_536}; PRAGMA mmap_size = ${frugal ? 0 : MOST_MAPPED}; PRAGMA temp_store = MEMORY`,
    );
  }

  async #reading(): Promise<Connection> {
    currentLimit()?.throwIfAborted();
    if (this.#closed) throw new TelalError('STORE_FAILED', 'The store is closed.');
    if (this.#reader === this.#writer) await this.#commits.idle();
    return this.#reader;
  }

  async all<T>(sql: string, values?: readonly Value[]): Promise<T[]> {
    return (await this.#reading()).all(sql, values);
  }

  lookup<T>(sql: string, values?: readonly Value[]): Promise<T[]> {
    return this.all(sql, values);
  }

  /** Within a time limit, in a process that can be ended. */
  async walk<T>(sql: string, values: readonly Value[] = []): Promise<T[]> {
    const signal = currentLimit();
    if (signal === undefined || this.#readers === null || this.#closed) return this.all(sql, values);
    this.#statements += 1;
    return (await this.#readers.ask(signal, sql, values)) as T[];
  }

  async get<T>(sql: string, values?: readonly Value[]): Promise<T | undefined> {
    return (await this.#reading()).get(sql, values);
  }

  run(sql: string, values?: readonly Value[]): Promise<number> {
    return this.transaction((rows) => rows.run(sql, values));
  }

  create(table: string, columns: readonly string[], row: readonly Value[]): Promise<number> {
    return this.transaction((rows) => rows.create(table, columns, row));
  }

  createAll(table: string, columns: readonly string[], rows: readonly Value[][]): Promise<number[]> {
    return this.transaction((inside) => inside.createAll(table, columns, rows));
  }

  each(sql: string, lists: readonly (readonly Value[])[]): Promise<void> {
    return this.transaction((rows) => rows.each(sql, lists));
  }

  insert(table: string, columns: readonly string[], rows: readonly Value[][], conflict?: string): Promise<void> {
    return this.transaction((inside) => inside.insert(table, columns, rows, conflict));
  }

  transaction<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
    return this.#commits.transaction(work);
  }

  /** Commits all of them, or nothing. Not with savepoints: they make the text index write each time. */
  async #persist(together: readonly Work[]): Promise<unknown[]> {
    const writer = this.#writable();
    await this.#begin(writer);
    try {
      const results: unknown[] = [];
      for (const work of together) results.push(await work(writer));
      writer.exec('COMMIT');
      return results;
    } catch (error) {
      // A full disk may have rolled back already.
      if (writer.database.isTransaction) writer.exec('ROLLBACK');
      throw error;
    }
  }

  #writable(): Connection {
    if (this.#closed) throw new TelalError('STORE_FAILED', 'The store is closed.');
    if (this.#writer === null) throw new TelalError('STORE_FAILED', 'The store was opened for reading only.');
    return this.#writer;
  }

  // Waits without holding up the process: the other writer may be in it.
  async #begin(writer: Connection): Promise<void> {
    const until = Date.now() + WAIT_FOR_WRITER_MS;
    for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
      try {
        writer.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isLocked(error) || Date.now() > until) throw error;
        await sleep(wait);
      }
    }
  }

  #announce(): void {
    if (this.#listeners.size === 0) return;
    if (this.#reader !== this.#writer) this.#version = this.#dataVersion();
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) {
      try {
        listener();
      } catch (error) {
        this.#log?.error({ err: error }, 'A listener of the store failed');
      }
    }
  }

  #dataVersion(): number {
    const row = this.#reader.database.prepare('PRAGMA data_version').get();
    return Number(row?.['data_version']);
  }

  watch(listener: () => void): () => void {
    const own = (): void => listener();
    this.#listeners.add(own);
    if (this.#timer === null && this.#reader !== this.#writer) {
      this.#version = this.#dataVersion();
      this.#timer = setInterval(() => {
        const version = this.#dataVersion();
        if (version === this.#version) return;
        this.#version = version;
        this.#tell();
      }, WATCH_EVERY_MS).unref();
    }
    return () => {
      this.#listeners.delete(own);
      if (this.#listeners.size === 0) this.#stopWatching();
    };
  }

  #stopWatching(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** The clock is the same. */
  async clockShift(): Promise<number> {
    return 0;
  }

  async backup(file: string): Promise<void> {
    if (existsSync(file))
      throw new TelalError('BAD_USER_INPUT', `${file} exists already; a backup overwrites nothing.`);
    try {
      await backup((await this.#reading()).database, file, { rate: 1000 });
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new TelalError('STORE_FAILED', `The copy ${file} could not be written: ${why}.`, { cause });
    }
  }

  async faults(): Promise<string[]> {
    const shared = await this.#reading();
    // FTS5 checks what a connection remembers of it, and calls it damaged where another one has written since.
    const fresh = this.#path === ':memory:' ? shared : new Connection(this.#path, true, () => {});
    const found = await fresh.all<{ integrity_check: string }>('PRAGMA integrity_check(20)');
    const loose = await fresh.all<{ table: string }>('PRAGMA foreign_key_check');
    if (fresh !== shared) fresh.database.close();
    return [
      ...found.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
      ...new Set(loose.map((row) => `rows of ${row.table} point to nothing`)),
    ];
  }

  statementCount(): number {
    return this.#statements;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    await this.#commits.idle();
    if (this.#closed) return;
    this.#closed = true;
    this.#stopWatching();
    this.#listeners.clear();
    this.#readers?.close();
    if (this.#reader !== this.#writer) this.#reader.database.close();
    this.#writer?.database.close();
  }
}

/** Opens the embedded database that `url` names; its folder is made where it is missing. */
export function openSqlite(url: string, options: SqliteOptions = {}): Engine {
  try {
    return new SqliteEngine(sqlitePath(url), options);
  } catch (error) {
    throw failure(error);
  }
}
