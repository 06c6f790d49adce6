import { isatty } from 'node:tty';
import { pino } from 'pino';
import type { Config } from '../config.ts';

/** Logs go to standard error: pretty on a terminal, JSON lines elsewhere. */
export function openLog(config: Config) {
  // Asked of the system, for in a thread the stream does not know.
  const pretty = isatty(2);
  return pino(
    {
      level: config.logLevel,
      ...(pretty
        ? {
            transport: {
              target: 'pino-pretty',
              options: { destination: 2, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' },
            },
          }
        : {}),
    },
    pretty ? undefined : pino.destination({ dest: 2, sync: true }),
  );
}
