import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { TelalError } from '../domain/error.ts';
import type { Value } from './rows.ts';
import type { ReadReply, ReadRequest } from './sqlite-read-worker.ts';

/** Two, so that one that takes long does not keep all others waiting. */
const MOST = Math.max(2, Math.min(4, availableParallelism()));
const IDLE_MS = 30_000;

const script = fileURLToPath(new URL(`./sqlite-read-worker.${import.meta.url.split('.').pop()}`, import.meta.url));

interface Question extends ReadRequest {
  resolve: (rows: unknown[]) => void;
  reject: (error: unknown) => void;
}

interface Reader {
  process: ChildProcess;
  asked: Question | null;
  idle: NodeJS.Timeout | undefined;
}

/** Processes that read one file, begun when there is something to ask, and ended with what takes too long. */
export class SqliteReaders {
  #path: string;
  #readers = new Set<Reader>();
  #waiting: Question[] = [];

  constructor(path: string) {
    this.#path = path;
  }

  /** The rows of one statement; when the signal aborts, its process is ended and the signal's reason is thrown. */
  async ask(signal: AbortSignal, sql: string, values: readonly Value[]): Promise<unknown[]> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<unknown[]>();
    const question: Question = { sql, values, resolve, reject };
    const abort = (): void => this.#giveUp(question, signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    this.#waiting.push(question);
    this.#next();
    try {
      return await promise;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  #giveUp(question: Question, reason: unknown): void {
    this.#waiting = this.#waiting.filter((one) => one !== question);
    question.reject(reason);
    for (const reader of this.#readers) {
      if (reader.asked !== question) continue;
      this.#end(reader);
      // Whoever comes next need not wait for it to begin.
      this.#rest(this.#begin());
    }
    this.#next();
  }

  #next(): void {
    while (this.#waiting.length > 0) {
      const free = [...this.#readers].find((reader) => reader.asked === null);
      if (free === undefined && this.#readers.size >= MOST) return;
      this.#put(free ?? this.#begin(), this.#waiting.shift()!);
    }
  }

  #put(reader: Reader, question: Question): void {
    clearTimeout(reader.idle);
    reader.asked = question;
    reader.process.ref();
    reader.process.channel?.ref();
    reader.process.send({ sql: question.sql, values: question.values } satisfies ReadRequest);
  }

  #begin(): Reader {
    const child = fork(script, [this.#path], { execArgv: [], serialization: 'advanced', stdio: 'ignore' });
    const reader: Reader = { process: child, asked: null, idle: undefined };
    this.#readers.add(reader);
    child.on('message', (reply: ReadReply) => {
      const { asked } = reader;
      this.#rest(reader);
      if ('rows' in reply) asked?.resolve(reply.rows);
      else asked?.reject(new TelalError('STORE_FAILED', reply.error));
      this.#next();
    });
    const lose = (): void => {
      this.#readers.delete(reader);
      reader.asked?.reject(new TelalError('STORE_FAILED', 'A process that reads the store has ended.'));
      reader.asked = null;
      this.#next();
    };
    child.on('error', lose);
    child.on('exit', lose);
    return reader;
  }

  /** It holds nobody up who wants to end, and does not stay for ever. */
  #rest(reader: Reader): void {
    reader.asked = null;
    reader.process.unref();
    reader.process.channel?.unref();
    reader.idle = setTimeout(() => this.#end(reader), IDLE_MS).unref();
  }

  #end(reader: Reader): void {
    clearTimeout(reader.idle);
    reader.asked = null;
    this.#readers.delete(reader);
    reader.process.kill('SIGKILL');
    reader.process.unref();
    reader.process.channel?.unref();
  }

  close(): void {
    const closed = new TelalError('STORE_FAILED', 'The store is closed.');
    for (const question of this.#waiting.splice(0)) question.reject(closed);
    for (const reader of this.#readers) {
      reader.asked?.reject(closed);
      this.#end(reader);
    }
  }
}
