import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Store } from '../../src/domain/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { seeded } from '../seeded.ts';
import { follow } from './follow.ts';

/** What is killed time and again: a script that works through what is published once it gets a line, and ends. */
export interface Victim {
  databaseUrl: string;
  /** Its arguments are the URL of the database and these. */
  script: URL;
  args: string[];
  /** Publishes more; what to write to the process for it to begin. */
  publish(): string;
  /** Addresses of all that is published. */
  published(): string[];
}

const MOST_SEEN = 6;
const LONGEST_MS = 1_000;

/** Ends when so many articles more were seen, so that a slow machine is at its work as well when it is killed. */
async function amid(seen: readonly string[], count: number, end: Promise<unknown>): Promise<void> {
  let ended = false;
  void end.then(() => {
    ended = true;
  });
  const until = Date.now() + LONGEST_MS;
  while (seen.length < count && !ended && Date.now() < until) await sleep(2);
}

/** What can be counted in two ways is counted in both; tells the addresses in order of arrival. */
async function recount(store: Store): Promise<string[]> {
  expect(await store.check()).toEqual([]);
  const { edges } = await store.articles({}, 'FIRST_SEEN', { first: 100_000 });
  const [first] = edges;
  expect(await store.countArticles({})).toBe(edges.length);
  if (first) expect(await store.countArticles({ outlets: { any: [first.node.outlet] } })).toBe(edges.length);
  expect(await store.countArticles({ search: 'vest' })).toBe(edges.length);
  const [counted, days] = [await store.facet({}, 'outlets', { first: 10 }), await store.timeline({}, 'DAY', 'UTC')];
  expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(edges.length);
  expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(edges.length);
  expect(edges.filter(({ node }) => !node.body)).toEqual([]);
  return edges.map(({ node }) => node.url);
}

/**
 * Kills the process so many times, each time when a few articles have come of it, while more is published. In the end there is each
 * article, once, and each was told once, in order, to a subscriber that came back time and again. The next process stands
 * ready before one is killed.
 */
export async function killRounds(victim: Victim, kills: number): Promise<Store> {
  const random = seeded(kills);
  const store = await openStore(victim.databaseUrl);
  await store.migrate();
  const script = fileURLToPath(victim.script);
  // Modules that were read once are read quickly.
  const cache = await mkdtemp(join(tmpdir(), 'telal-cache-'));
  const start = () =>
    spawn(process.execPath, [script, victim.databaseUrl, ...victim.args], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: cache },
    });
  const ended = (child: ChildProcess) => once(child, 'exit').then(([code]) => code as number | null);
  const run = async (child: ChildProcess): Promise<void> => {
    const end = ended(child);
    child.stdin!.write(`${victim.publish()}\n`);
    expect(await end).toBe(0);
  };
  const told: string[] = [];
  let cursor = await store.lastArrival();
  await run(start());
  let ready = start();
  try {
    for (let round = 1; round <= kills; round++) {
      const subscriber = await follow(store, cursor);
      const child = ready;
      const end = ended(child);
      child.stdin!.write(`${victim.publish()}\n`);
      await once(child.stdout!, 'data');
      ready = start();
      await amid(subscriber.seen, Math.floor(random() * MOST_SEEN), end);
      await sleep(random() * 10);
      child.kill('SIGKILL');
      await end;
      if (round % 10 === 0) await recount(store);
      cursor = await subscriber.stop();
      told.push(...subscriber.seen);
    }
    const last = await follow(store, cursor);
    await run(ready);

    const urls = await recount(store);
    expect(urls.toSorted()).toEqual(victim.published().toSorted());
    await expect.poll(() => told.length + last.seen.length, { timeout: 8_000 }).toBe(urls.length);
    await last.stop();
    expect([...told, ...last.seen]).toEqual(urls);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  } finally {
    ready.kill('SIGKILL');
    await rm(cache, { recursive: true, force: true });
  }
}
