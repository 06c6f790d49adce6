import { test } from 'vitest';
import { killIngests } from './kill-ingests.ts';

/** How often the process is killed; TELAL_TEST_KILLS sets another number. */
const kills = Number(process.env['TELAL_TEST_KILLS'] ?? 100);

test(
  `postgres: killing a process ${kills} times amid its transactions loses nothing and doubles nothing`,
  {
    timeout: 60_000 + kills * 2_000,
  },
  () => killIngests('postgres', kills),
);
