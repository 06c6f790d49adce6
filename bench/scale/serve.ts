import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A server in a process of its own. */
export interface Serving {
  url: string;
  child: ChildProcess;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer();
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}

/** Starts a Node program that answers GraphQL on PORT. */
export async function startServer(args: string[], env: Record<string, string>): Promise<Serving> {
  const port = await freePort();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port), NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}/`;
  const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' };
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${url}graphql`, asked).catch(() => null);
    if (answer?.ok) break;
    if (child.exitCode === null && tries < 300) await new Promise((resolve) => setTimeout(resolve, 100));
    else {
      child.kill('SIGKILL');
      throw new Error(`${args.join(' ')} does not answer: ${await answer?.text()}`);
    }
  }
  return {
    url,
    child,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** `telal serve --no-poll` over a store, on one core but for the collector's threads. */
export function startTelal(databaseUrl: string, more: Record<string, string> = {}): Promise<Serving> {
  const env = { DATABASE_URL: databaseUrl, TELAL_RATE_LIMIT: '0', LOG_LEVEL: 'error', ...more };
  return startServer(['bin/telal.js', 'serve', '--no-poll'], env);
}

/** How long answers took, in milliseconds, how many came in a second, and the processor's time for one of them. */
export interface Timing {
  p50: number;
  p95: number;
  rate: number;
  /** Of the server's processes, in milliseconds; not a number where the system does not tell. */
  cpu: number;
}

/** Milliseconds of processor time that a process and those it began have used; Linux tells. */
export function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    const begun = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    // Ticks of a hundredth of a second; the last two are of children that have ended.
    const own = [11, 12, 13, 14].reduce((sum, place) => sum + Number(fields[place]), 0) * 10;
    return begun.reduce((sum, child) => sum + cpuOf(child), own);
  } catch {
    return Number.NaN;
  }
}

const SLOWEST_S = 120;

/** Asks `amount` questions, over a few connections; every answer must be right. */
export async function timeQuestions(
  { url: home, child }: Serving,
  body: () => string,
  { amount, connections = 4, warm = 40 }: { amount: number; connections?: number; warm?: number },
): Promise<Timing> {
  const url = `${home}graphql`;
  const headers = { 'content-type': 'application/json' };
  for (let i = 0; i < warm; i += 1) {
    const answer = await fetch(url, { method: 'POST', headers, body: body() });
    const { data, errors } = (await answer.json()) as { data?: unknown; errors?: unknown };
    if (errors !== undefined || data === undefined) throw new Error(JSON.stringify(errors));
  }
  const times: number[] = [];
  let last = 0;
  const began = performance.now();
  const used = cpuOf(child.pid!);
  const result = await autocannon({
    url,
    connections,
    amount,
    method: 'POST',
    timeout: SLOWEST_S,
    headers,
    requests: [{ setupRequest: (request) => ({ ...request, body: body() }) }],
    // Its own histogram knows whole milliseconds only.
    setupClient: (client) => {
      client.on('response', (_status, _bytes, took) => {
        times.push(took);
        last = performance.now();
      });
    },
  });
  // Its end is told at a full second only.
  const seconds = (last - began) / 1000;
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} wrong answers, ${result.errors} errors`);
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  const cpu = (cpuOf(child.pid!) - used) / times.length;
  return { p50: at(0.5), p95: at(0.95), rate: times.length / seconds, cpu };
}
