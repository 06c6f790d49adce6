/**
 * The standard lists at a steady rate, while nothing is written and while another process writes as fast as it can,
 * as a poller does: one article after another, eight at once. `node bench/reads-while-ingesting.ts STORE.db [SECONDS]
 * [ARTICLES A SECOND AT MOST]` works on a copy of a store that bench/make-store.ts has made.
 */
import { fork } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openKnowledge } from '../src/commands/open-knowledge.ts';
import { readConfig } from '../src/config.ts';
import { openStore } from '../src/store/open-store.ts';
import { inventPress } from './scale/press.ts';
import { standardQuestions } from './scale/questions.ts';
import { startTelal } from './scale/serve.ts';

const RATE = 40;
const catalog = await openKnowledge(readConfig({}));
if (process.argv[2] === 'write') await write(process.argv[3]!, Number(process.argv[4]));
else await measure(process.argv[2] ?? '', Number(process.argv[3] ?? 20), Number(process.argv[4] ?? 1_000));

async function write(url: string, rate: number): Promise<void> {
  const began = performance.now();
  const store = await openStore(url);
  let written = 0;
  const press = inventPress(catalog, 1_000_000, 99);
  const line = async (): Promise<void> => {
    for (;;) {
      const draft = press.next().value!;
      const address = `${draft.url}-more`;
      await store.saveArticle({ ...draft, url: address, keys: [`url:${address}`] });
      written += 1;
      // A poller waits for the network here; without it nothing else of this process would run.
      await turn();
      const early = (written / rate) * 1000 - (performance.now() - began);
      if (early > 0) await sleep(early);
    }
  };
  process.on('message', () => process.send!(written));
  await Promise.all(Array.from({ length: 8 }, line));
}

async function measure(file: string, seconds: number, most: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'telal-reads-'));
  const copy = join(folder, 'telal.db');
  await copyFile(file, copy);
  const telal = await startTelal(`file:${copy}`);
  const store = await openStore(`file:${copy}`, { readOnly: true });
  const actors = (await store.actors({}, { first: 100 })).edges.map(({ node }) => node.slug);
  const [newest] = (await store.articles({}, 'NEWEST', { first: 1 })).edges;
  await store.close();
  const questions = standardQuestions(catalog, actors, newest!.node.publishedAt).slice(0, 10);

  const ask = async (): Promise<number[]> => {
    const times: number[] = [];
    const asked: Promise<void>[] = [];
    for (let i = 0; i < seconds * RATE; i += 1) {
      const { query, variables } = questions[i % questions.length]!;
      const body = JSON.stringify({ query, variables: variables() });
      const began = performance.now();
      const answer = fetch(`${telal.url}graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      asked.push(
        answer
          .then((response) => response.json())
          .then((found) => {
            if (found.errors !== undefined) throw new Error(JSON.stringify(found.errors));
            times.push(performance.now() - began);
          }),
      );
      await sleep(1000 / RATE);
    }
    await Promise.all(asked);
    return times.sort((one, other) => one - other).slice();
  };
  const tell = (what: string, times: number[]): number => {
    const at = (share: number): number => times[Math.floor(times.length * share)]!;
    console.log(`${what}: p50 ${at(0.5).toFixed(1)}, p95 ${at(0.95).toFixed(1)}, p99 ${at(0.99).toFixed(1)} ms`);
    return at(0.99);
  };
  await ask();
  const idle = tell('idle', await ask());
  const writer = fork(fileURLToPath(import.meta.url), ['write', `file:${copy}`, String(most)]);
  const written = (): Promise<number> => {
    writer.send('how many');
    return new Promise((resolve) => writer.once('message', (count) => resolve(Number(count))));
  };
  await sleep(2_000);
  const before = await written();
  const busy = tell('while articles are written', await ask());
  const rate = ((await written()) - before) / seconds;
  writer.kill('SIGKILL');
  console.log(`p99 ${(busy / idle).toFixed(2)} times that of idle, with ${Math.round(rate)} articles a second written`);
  await telal.stop();
  await rm(folder, { recursive: true });
}
