import { pino } from 'pino';
import type { Config } from '../config.ts';

/** Logs go to standard error: pretty on a terminal, JSON lines elsewhere. */
export function openLog(config: Config) {
  const pretty = process.stderr.isTTY;
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
