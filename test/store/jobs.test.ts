import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { engines, openTestStore } from './engines.ts';
import { NOON } from './sample-world.ts';

const script = fileURLToPath(new URL('./job-process.ts', import.meta.url));

describe.each(engines)('Jobs on $name', (engine) => {
  it('are done by one process of three, each time once', async () => {
    const test = await openTestStore(engine);
    const seconds: string[] = [];
    const children = [1, 2, 3].map(() => {
      const child = spawn(process.execPath, [script, test.url], { stdio: ['pipe', 'pipe', 'inherit'] });
      child.stdout.on('data', (chunk) => seconds.push(...String(chunk).trim().split('\n')));
      return child;
    });
    const ends = children.map((child) => once(child, 'exit'));
    for (const until = Date.now() + 20_000; seconds.length < 4 && Date.now() < until; ) await sleep(50);
    for (const child of children) child.stdin.end();
    await Promise.all(ends);
    expect(seconds.length).toBeGreaterThanOrEqual(4);
    expect(new Set(seconds).size).toBe(seconds.length);
    await test.drop();
  });

  it('are one owner’s until they are done, or until the owner was killed and its lease has run out', async () => {
    const test = await openTestStore(engine);
    const take = (owner: string, at: number, now: number) =>
      test.store.takeJob({ job: 'retention', owner, at: NOON + at, now: Date.now() + now, leaseMs: 60_000 });
    expect(await take('one', 0, 0)).toBe(true);
    // The same time again, and the next one while the first is at work.
    expect(await take('two', 0, 0)).toBe(false);
    expect(await take('two', 1000, 0)).toBe(false);
    await test.store.keepJob({ job: 'retention', owner: 'one', now: Date.now() + 50_000, leaseMs: 60_000 });
    expect(await take('two', 1000, 90_000)).toBe(false);
    expect(await take('two', 1000, 120_000)).toBe(true);
    // Who comes back from the dead neither keeps nor ends what is another's.
    await test.store.keepJob({ job: 'retention', owner: 'one', now: Date.now() + 900_000, leaseMs: 60_000 });
    await test.store.endJob('retention', 'one');
    expect(await take('three', 2000, 130_000)).toBe(false);
    await test.store.endJob('retention', 'two');
    expect(await take('three', 2000, 130_000)).toBe(true);
    expect(await take('three', 2000, 500_000)).toBe(false);
    await test.drop();
  });
});
