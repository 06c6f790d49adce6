import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { TelalError } from '../domain/error.ts';
import type { Log } from '../domain/ports.ts';
import type { Engine, Rows, Value } from './engine.ts';
import { addressesOf, clientOf } from './postgres-client.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { isAway, postgresFailure } from './postgres-failure.ts';
import { askWithin } from './postgres-limit.ts';
import { PostgresListener, readGeneration } from './postgres-listener.ts';
import { PostgresReplica } from './postgres-replica.ts';
import { ask } from './postgres-rows.ts';
import { numberTypes } from './postgres-values.ts';
import { PostgresWriter } from './postgres-writer.ts';
import { currentLimit } from './time-limit.ts';

const READERS = 10;
const CONNECT_MS = 10_000;
const ANSWER_MS = 30_000;
/** A writer waits for another one so long. */
const LOCK_MS = 60_000;
/** How long a read waits for a server that is away. */
const WAIT_FOR_SERVER_MS = 5_000;
const CLOCK_FOR_MS = 60_000;
/** Less than this no lease is too short for. */
const NO_SHIFT_MS = 3_000;

// A dead machine's connection, and with it all that it holds, is given up after half a minute.
const KEEPALIVE = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4';

const configOf = (options: string): pg.ClientConfig => ({
  application_name: 'telal',
  connectionTimeoutMillis: CONNECT_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  types: numberTypes,
  options: `${KEEPALIVE} -c jit=off ${options}`,
});

function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  // An idle connection that is lost is made again when it is needed.
  pool.on('error', () => undefined);
  return pool;
}

export interface PostgresOptions {
  readOnly?: boolean;
  log?: Log;
  /** A replica that answers, as long as it is not behind what was shown. */
  readUrl?: string;
}

class PostgresEngine implements Engine {
  readonly dialect = postgresDialect;
  #readers: pg.Pool;
  #writers: pg.Pool;
  #replica: PostgresReplica | null;
  #writer: PostgresWriter;
  #listener: PostgresListener | null = null;
  #listeners = new Set<() => void>();
  #newListening: () => pg.Client;
  #own = randomUUID();
  #statements = 0;
  #readOnly: boolean;
  #log: Log | undefined;
  #closed = false;
  #clock: { shift: number; at: number } | null = null;

  constructor(url: string, { readOnly = false, log, readUrl }: PostgresOptions) {
    this.#readOnly = readOnly;
    this.#log = log;
    // Reading a whole table seems cheap to the planner, which does not see that long values lie elsewhere, compressed.
    const reading = `-c statement_timeout=${ANSWER_MS} -c enable_seqscan=off -c work_mem=32MB`;
    const Client = clientOf(url);
    this.#newListening = () => new Client(configOf(`-c statement_timeout=${ANSWER_MS}`));
    const readers: pg.PoolConfig = {
      ...configOf(`${reading} -c default_transaction_read_only=on`),
      max: READERS,
      idleTimeoutMillis: 30_000,
    };
    this.#readers = poolOf({ ...readers, Client });
    this.#replica = readUrl
      ? new PostgresReplica(this.#readers, poolOf({ ...readers, connectionString: readUrl }))
      : null;
    this.#writers = poolOf({
      ...configOf(`-c lock_timeout=${LOCK_MS} -c idle_in_transaction_session_timeout=${LOCK_MS}`),
      Client,
      max: 1,
      idleTimeoutMillis: 30_000,
    });
    this.#writer = new PostgresWriter(
      this.#writers,
      this.#own,
      () => this.#count(),
      () => this.#tell(),
    );
  }

  #count(): void {
    this.#statements += 1;
  }

  /**
   * Asks outside of a transaction, again where the connection was lost meanwhile. Only lookups are prepared: what a tag
   * or a word costs differs by far too much for one plan to fit all.
   */
  async #read(sql: string, values: readonly Value[] | undefined, prepared = false): Promise<pg.QueryResult> {
    if (this.#closed) throw new TelalError('STORE_FAILED', 'The store is closed.');
    this.#count();
    const signal = currentLimit();
    const until = Date.now() + WAIT_FOR_SERVER_MS;
    for (let wait = 10; ; wait = Math.min(wait * 2, 500)) {
      const pool = this.#replica === null ? this.#readers : await this.#replica.choose();
      try {
        return await (signal === undefined
          ? ask(pool, sql, values, prepared)
          : askWithin(pool, signal, sql, values, prepared));
      } catch (error) {
        if (this.#replica?.isOwnFault(pool, error)) continue;
        if (!isAway(error) || signal?.aborted || Date.now() > until || this.#closed) throw error;
        await sleep(wait);
      }
    }
  }

  async all<T>(sql: string, values?: readonly Value[]): Promise<T[]> {
    return (await this.#read(sql, values)).rows;
  }

  async lookup<T>(sql: string, values?: readonly Value[]): Promise<T[]> {
    return (await this.#read(sql, values, true)).rows;
  }

  walk<T>(sql: string, values?: readonly Value[]): Promise<T[]> {
    return this.all(sql, values);
  }

  async get<T>(sql: string, values?: readonly Value[]): Promise<T | undefined> {
    return (await this.#read(sql, values)).rows[0];
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

  async transaction<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
    if (this.#closed) throw new TelalError('STORE_FAILED', 'The store is closed.');
    if (this.#readOnly) throw new TelalError('STORE_FAILED', 'The store was opened for reading only.');
    return this.#writer.commits.transaction(work);
  }

  #tell(): void {
    this.#replica?.heard();
    for (const listener of this.#listeners) {
      try {
        listener();
      } catch (error) {
        this.#log?.error({ err: error }, 'A listener of the store failed');
      }
    }
  }

  watch(listener: () => void): () => void {
    const own = (): void => listener();
    this.#listeners.add(own);
    // Own commits wait, so that what is new between now and the first hearing is known to be of others.
    if (this.#listener === null) this.#writer.commits.before = this.#listen();
    return () => {
      this.#listeners.delete(own);
      if (this.#listeners.size === 0) this.#stopListening();
    };
  }

  async #listen(): Promise<void> {
    const before = readGeneration(this.#readers).catch(() => -1);
    const listener = new PostgresListener(this.#newListening, this.#own, before, () => this.#tell());
    this.#listener = listener;
    await listener.start();
  }

  #stopListening(): void {
    void this.#listener?.stop();
    this.#listener = null;
  }

  async clockShift(): Promise<number> {
    const asked = performance.now();
    if (this.#clock !== null && asked - this.#clock.at < CLOCK_FOR_MS) return this.#clock.shift;
    const row = await this.get<{ at: number }>('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS at');
    const shift = row!.at - Date.now() + (performance.now() - asked) / 2;
    this.#clock = { shift: Math.abs(shift) < NO_SHIFT_MS ? 0 : Math.round(shift), at: asked };
    return this.#clock.shift;
  }

  async backup(): Promise<void> {
    throw new TelalError('BAD_SETTING', 'A PostgreSQL store is copied with pg_dump or pg_basebackup, not by Telal.');
  }

  async faults(): Promise<string[]> {
    const invalid = await this.all<{ name: string }>(
      'SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE NOT i.indisvalid',
    );
    return invalid.map(({ name }) => `the index ${name} is not valid`);
  }

  statementCount(): number {
    return this.#statements;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    await this.#writer.commits.idle();
    if (this.#closed) return;
    this.#closed = true;
    this.#listeners.clear();
    await this.#listener?.stop();
    await Promise.all([this.#readers.end(), this.#writer.close(), this.#replica?.pool.end()]);
  }

  /** Throws where nobody answers at any of the addresses, or lets nobody in. */
  async reach(addresses: number): Promise<void> {
    for (let left = addresses - 1; ; left -= 1) {
      try {
        await this.#readers.query('SELECT 1');
        return;
      } catch (error) {
        if (left > 0 && isAway(error)) continue;
        await this.close();
        throw postgresFailure(error);
      }
    }
  }
}

/** Opens the PostgreSQL database that `url` names, which must be there. */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Engine> {
  const engine = new PostgresEngine(url, options);
  await engine.reach(addressesOf(url).length);
  return engine;
}
