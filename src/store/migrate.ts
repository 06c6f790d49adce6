import { TelalError } from '../domain/error.ts';
import type { Engine, Rows } from './engine.ts';
import { migrations } from './migrations/index.ts';

const newest = migrations.length;

async function reached(rows: Rows): Promise<number> {
  const row = await rows.get<{ number: number | null }>('SELECT max(number) AS number FROM migration');
  return row?.number ?? 0;
}

function refuseNewer(number: number): void {
  if (number > newest) {
    throw new TelalError(
      'STORE_FAILED',
      `The store was made by a newer Telal (its version is ${number}, this one knows ${newest}).`,
    );
  }
}

/** Runs what is missing, in one transaction: of many that call at once, one does it and the others find it done. */
export function migrate(engine: Engine): Promise<number> {
  return engine.transaction(async (rows) => {
    for (const statement of engine.dialect.holdMigrations) await rows.run(statement);
    await rows.run('CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL)');
    const from = await reached(rows);
    refuseNewer(from);
    for (const migration of migrations.slice(from)) {
      for (const statement of migration.statements(engine.dialect)) await rows.run(statement);
      await migration.fill?.(rows);
      await rows.run('INSERT INTO migration (number, name) VALUES (?, ?)', [migration.number, migration.name]);
    }
    return newest - from;
  });
}

/** Throws where the store does not answer or has not come to this version. */
export async function checkReady(engine: Engine): Promise<void> {
  const number = await reached(engine).catch((error: unknown) => {
    if (error instanceof TelalError && /no such table|does not exist/.test(error.message)) return 0;
    throw error;
  });
  refuseNewer(number);
  if (number < newest) {
    throw new TelalError('STORE_FAILED', 'The store is not migrated to this version; run `telal migrate`.');
  }
}
