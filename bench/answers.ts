/**
 * A repeated query against raw node:http that sends the same bytes, each server in a process of its own, in turns.
 * `node bench/answers.ts [SECONDS] [ROUNDS]` prints requests a second, the processor's time that each request took its
 * server, and both ratios; the second one holds also where the machine has other work.
 */
import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { openDemo } from '../src/commands/demo/open-demo.ts';
import { openPoller } from '../src/commands/open-poller.ts';
import { openTelal } from '../src/commands/open-telal.ts';
import { readConfig } from '../src/config.ts';
import { createGateway } from '../src/gateway/create-gateway.ts';

const body = JSON.stringify({
  query: `{ articles(first: 20) { totalCount nodes { headline url publishedAt outlet { name }
    countries { country { code } } actors(first: 3) { actor { name } } topics { topic { label } } } } }`,
});
const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body } as const;

process.on('message', () => process.send?.(process.cpuUsage()));
process.on('disconnect', () => process.exit());

if (process.argv[2] === 'telal') {
  const demo = await openDemo(readConfig({ LOG_LEVEL: 'silent' }));
  const telal = await openTelal(demo.config);
  const poller = openPoller(telal, {});
  await poller.run();
  await poller.stop();
  const gateway = createGateway({
    store: telal.store,
    catalog: telal.knowledge,
    log: telal.log,
    settings: { rateLimit: 0 },
  });
  process.send?.(await gateway.listen({ port: 0, host: '127.0.0.1' }));
} else if (process.argv[2] === 'raw') {
  const bytes = Buffer.from(process.argv[3] ?? '', 'base64');
  const server = createServer((incoming, response) => {
    incoming.resume();
    incoming.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
      response.end(bytes);
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
} else await measure(Number(process.argv[2] ?? 5), Number(process.argv[3] ?? 3));

async function measure(seconds: number, rounds: number): Promise<void> {
  const telal = await start(['telal']);
  const answer = await fetch(`${telal.url}graphql`, request);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const raw = await start(['raw', bytes.toString('base64')]);
  console.log(`the answer has ${bytes.length} bytes`);
  const ratios: number[] = [];
  const costs: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const baseline = await rate(raw, raw.url, seconds);
    const ours = await rate(telal, `${telal.url}graphql`, seconds);
    ratios.push(ours.perSecond / baseline.perSecond);
    costs.push(baseline.micros / ours.micros);
    console.log(
      `node:http ${baseline.perSecond.toFixed()}/s ${baseline.micros.toFixed(1)} µs, telal ${ours.perSecond.toFixed()}/s ${ours.micros.toFixed(1)} µs, ratio ${ratios.at(-1)!.toFixed(2)}, of processor time ${costs.at(-1)!.toFixed(2)}`,
    );
  }
  console.log(`median ratio ${median(ratios)}, of processor time ${median(costs)}`);
  telal.stop();
  raw.stop();
}

interface Running {
  url: string;
  /** Microseconds of processor time that the server has used. */
  cpu(): Promise<number>;
  stop(): void;
}

function start(args: string[]): Promise<Running> {
  const child = fork(fileURLToPath(import.meta.url), args, { env: { ...process.env, NODE_ENV: 'production' } });
  const next = () => new Promise<unknown>((resolve) => child.once('message', resolve));
  const cpu = async () => {
    child.send('cpu');
    const { user, system } = (await next()) as NodeJS.CpuUsage;
    return user + system;
  };
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the ${args[0]} server ended`)));
    next().then((url) => resolve({ url: String(url), cpu, stop: () => child.kill('SIGKILL') }));
  });
}

async function rate(server: Running, url: string, seconds: number): Promise<{ perSecond: number; micros: number }> {
  const before = await server.cpu();
  const result = await autocannon({ url, ...request, connections: 20, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} wrong answers, ${result.errors} errors`);
  return {
    perSecond: result.requests.average,
    micros: ((await server.cpu()) - before) / result.requests.total,
  };
}

function median(values: number[]): string {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!.toFixed(2);
}
