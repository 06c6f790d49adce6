/** Counts long work; on a terminal it shows how far it is, elsewhere it keeps silent. */
export interface Progress {
  step(): void;
  count(): number;
  end(): void;
}

const SHOW_EVERY_MS = 500;

export function openProgress(did: string): Progress {
  const started = Date.now();
  const shown = process.stderr.isTTY;
  let count = 0;
  let last = 0;
  return {
    step() {
      count += 1;
      const now = Date.now();
      if (!shown || now - last < SHOW_EVERY_MS) return;
      last = now;
      const rate = Math.round(count / Math.max(0.001, (now - started) / 1000));
      process.stderr.write(`\r${count.toLocaleString('en')} articles ${did} (${rate.toLocaleString('en')} a second) `);
    },
    count: () => count,
    end() {
      if (shown && count > 0) process.stderr.write('\n');
    },
  };
}
