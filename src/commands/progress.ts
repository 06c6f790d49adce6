import { isatty } from 'node:tty';

/** Counts long work; on a terminal it shows how far it is, elsewhere it keeps silent. */
export interface Progress {
  step(by?: number): void;
  count(): number;
  end(): void;
}

const SHOW_EVERY_MS = 500;

/** `share` tells how much of the work is done, from 0 to 1, where that is known. */
export function openProgress(did: string, share?: () => number): Progress {
  const started = Date.now();
  const shown = isatty(2);
  let count = 0;
  let last = 0;
  return {
    step(by = 1) {
      count += by;
      const now = Date.now();
      if (!shown || now - last < SHOW_EVERY_MS) return;
      last = now;
      const rate = Math.round(count / Math.max(0.001, (now - started) / 1000));
      const done = share ? `, ${Math.floor(share() * 100)} % of the file` : '';
      process.stderr.write(
        `\r${count.toLocaleString('en')} articles ${did} (${rate.toLocaleString('en')} a second${done}) `,
      );
    },
    count: () => count,
    end() {
      if (shown && count > 0) process.stderr.write('\n');
    },
  };
}
