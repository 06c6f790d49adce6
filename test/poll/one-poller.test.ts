import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pollerName, takePlace } from '../../src/poll/take-place.ts';
import { type Bench, openBench } from './bench.ts';

const LEASE = 45_000;

describe('an embedded store', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench([]);
  });
  afterEach(() => bench.close());
  const take = (name: string) => takePlace(bench.store, name, bench.time.now, LEASE);

  test('tells a second poller clearly that there is one, and takes it when that one has gone', async () => {
    // A process that surely runs, and is not this one.
    const alive = `${hostname()}:${process.ppid}:one`;
    await take(alive);
    await expect(take(pollerName())).rejects.toMatchObject({
      code: 'STORE_FAILED',
      message: expect.stringContaining(`process ${process.ppid} on ${hostname()}`),
    });
    bench.time.now += LEASE - 1;
    await bench.store.renewLeases(alive, bench.time.now, LEASE, []);
    bench.time.now += LEASE - 1;
    await expect(take(pollerName())).rejects.toThrow(/--no-poll/);
    await bench.store.releaseLeases(alive);
    await take(pollerName());
  });

  test('does not wait for one that was killed on the same machine, but for one elsewhere', async () => {
    const child = spawn(process.execPath, ['-e', '0']);
    await once(child, 'exit');
    await take(`${hostname()}:${child.pid}:killed`);
    await take(pollerName());
    bench.time.now += LEASE;
    await take('elsewhere.example:1:other');
    await expect(take(pollerName())).rejects.toThrow(/elsewhere/);
    bench.time.now += LEASE;
    await take(pollerName());
  });
});
