import { Worker } from 'node:worker_threads';
import type { PageDocument } from '../domain/document.ts';
import { type ErrorCode, TelalError } from '../domain/error.ts';
import type { PageHints, ReadPage } from '../domain/ports.ts';

/** What a thread is asked. */
export interface PageTask {
  bytes: Uint8Array;
  hints: PageHints;
}

/** What a thread answers. */
export type PageAnswer = { page: PageDocument } | { code: ErrorCode; message: string; cause?: string };

export interface PageReaderOptions {
  /** How many pages are read at once. */
  threads?: number;
  /** Longest time that one page may work; on a busy machine it may take up to four times as long by the clock. */
  timeoutMs?: number;
  /** Most memory that one thread may use. */
  memoryMb?: number;
}

export interface PageReader {
  read: ReadPage;
  /** Ends the threads; pages still being read are given up. */
  close(): Promise<void>;
}

interface Job extends PageTask {
  resolve(page: PageDocument): void;
  reject(error: TelalError): void;
}

/** Reads pages in worker threads. A page that takes too long or too much memory costs its thread, and nothing else. */
export function openPageReader({ threads = 1, timeoutMs = 2000, memoryMb = 256 }: PageReaderOptions = {}): PageReader {
  const waiting: Job[] = [];
  const all = new Set<PageThread>();
  let closed = false;

  const next = (): void => {
    while (waiting.length) {
      let free = [...all].find((thread) => thread.free);
      if (!free && all.size < Math.max(1, threads)) {
        free = new PageThread(timeoutMs, memoryMb, next, (gone) => all.delete(gone));
        all.add(free);
      }
      if (!free) return;
      free.take(waiting.shift()!);
    }
  };

  return {
    read: (bytes, hints) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new TelalError('UNREADABLE', 'The page was not read: the reader is closed.'));
          return;
        }
        waiting.push({ bytes, hints, resolve, reject });
        next();
      }),
    async close() {
      closed = true;
      const closing = new TelalError('UNREADABLE', 'The page was not read: the reader was closed.');
      for (const job of waiting.splice(0)) job.reject(closing);
      await Promise.all([...all].map((thread) => thread.end(closing)));
    },
  };
}

const LONGEST_BY_CLOCK = 4;
const unknown = Promise.resolve(Number.NaN);

/** One worker thread with the page that it reads now. The clock runs from the moment the thread can work. */
class PageThread {
  private readonly worker: Worker;
  private readonly timeoutMs: number;
  private readonly memoryMb: number;
  private readonly onFree: () => void;
  private readonly onGone: (thread: PageThread) => void;
  private online = false;
  private job: Job | null = null;
  private timer: NodeJS.Timeout | undefined;
  private gone = false;

  constructor(timeoutMs: number, memoryMb: number, onFree: () => void, onGone: (thread: PageThread) => void) {
    this.timeoutMs = timeoutMs;
    this.memoryMb = memoryMb;
    this.onFree = onFree;
    this.onGone = onGone;
    this.worker = new Worker(workerFile, {
      resourceLimits: {
        maxOldGenerationSizeMb: memoryMb,
        maxYoungGenerationSizeMb: Math.max(8, memoryMb >> 3),
        stackSizeMb: 4,
      },
      execArgv: [],
    });
    this.worker.unref();
    this.worker.on('message', (message: 'ready' | PageAnswer) => this.hear(message));
    this.worker.on('error', (error) => this.fail(this.failure(error), false));
    this.worker.on('exit', () =>
      this.fail(new TelalError('UNREADABLE', 'The page could not be read: its thread ended.'), false),
    );
  }

  get free(): boolean {
    return !this.gone && this.job === null;
  }

  take(job: Job): void {
    this.job = job;
    this.worker.ref();
    if (this.online) this.start();
  }

  end(reason: TelalError): Promise<unknown> {
    this.fail(reason, false);
    return this.worker.terminate();
  }

  private start(): void {
    const { bytes, hints } = this.job!;
    const before = this.worked();
    const deadline = performance.now() + this.timeoutMs * LONGEST_BY_CLOCK;
    this.worker.postMessage({ bytes, hints } satisfies PageTask);
    this.watch(this.job!, this.timeoutMs, deadline, before);
  }

  /** A page is not to blame for what else keeps the machine busy: the time that counts is the thread's own. */
  private watch(job: Job, ms: number, deadline: number, before: Promise<number>): void {
    this.timer = setTimeout(async () => {
      const spent = (await this.worked()) - (await before);
      if (this.job !== job) return;
      const left = Math.min(this.timeoutMs - spent, deadline - performance.now());
      if (left > 1) {
        this.watch(job, left, deadline, before);
        return;
      }
      const seconds = this.timeoutMs / 1000;
      this.fail(new TelalError('UNREADABLE', `The page was given up: reading it took more than ${seconds} s.`), true);
    }, ms);
  }

  /** Milliseconds of processor time so far; where the thread does not tell, what makes the clock alone count. */
  private async worked(): Promise<number> {
    const asked: Promise<number> =
      this.worker.cpuUsage?.().then(({ user, system }) => (user + system) / 1000) ?? unknown;
    const silence = new Promise<number>((resolve) => setTimeout(resolve, 200, Number.NaN).unref());
    return Promise.race([asked.catch(() => Number.NaN), silence]);
  }

  private hear(message: 'ready' | PageAnswer): void {
    if (message === 'ready') {
      this.online = true;
      if (this.job) this.start();
      return;
    }
    const { job } = this;
    if (!job) return;
    clearTimeout(this.timer);
    this.job = null;
    this.worker.unref();
    if ('page' in message) job.resolve(message.page);
    else
      job.reject(new TelalError(message.code, message.message, message.cause ? { cause: message.cause } : undefined));
    this.onFree();
  }

  private fail(error: TelalError, terminate: boolean): void {
    if (this.gone) return;
    this.gone = true;
    clearTimeout(this.timer);
    this.onGone(this);
    const { job } = this;
    this.job = null;
    if (terminate) void this.worker.terminate();
    job?.reject(error);
    this.onFree();
  }

  private failure(error: unknown): TelalError {
    const code = (error as NodeJS.ErrnoException)?.code;
    const message =
      code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? `The page was given up: reading it took more than ${this.memoryMb} MB of memory.`
        : 'The page could not be read.';
    return new TelalError('UNREADABLE', message, { cause: error });
  }
}

/** Beside this file: TypeScript in a checkout, JavaScript in the published build. */
const workerFile = new URL(`./page-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
