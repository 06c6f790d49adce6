import { afterEach, expect, test } from 'vitest';
import { type Bench, openBench, outlet } from './bench.ts';

let bench: Bench;
afterEach(() => bench.close());

test('two pollers share what is due: neither takes all of it while the other has room', async () => {
  // Nobody listens there; each port is a host of its own.
  const outlets = Array.from({ length: 150 }, (_, n) =>
    outlet(`outlet-${n}`, { feeds: [{ url: `http://127.0.0.1:${1 + n}/feed` }] }),
  );
  bench = await openBench(outlets);
  const first = bench.poller;
  const other = bench.restart();
  const shares = (await Promise.all([first.tick(), other.tick()])).map((reports) => reports.length);
  expect(shares[0]! + shares[1]!).toBe(150);
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(60);
});
