import type { JobTurn } from '../domain/store.ts';
import type { Engine } from './engine.ts';
import { holdState } from './state.ts';

interface JobRow {
  at: number;
  owner: string;
  until: number;
}

/** Takes the turn of a time for `owner`, unless it was taken, or someone still works at an earlier one. */
export async function takeJob(engine: Engine, { job, at, owner, now, leaseMs }: JobTurn & { at: number }) {
  const today = now + (await engine.clockShift());
  return engine.transaction(async (rows) => {
    await holdState(rows, engine.dialect);
    const last = await rows.get<JobRow>('SELECT at, owner, until FROM job WHERE name = ?', [job]);
    if (last !== undefined && (last.at >= at || last.until > today)) return false;
    await rows.insert(
      'job',
      ['name', 'at', 'owner', 'until'],
      [[job, at, owner, today + leaseMs]],
      'ON CONFLICT (name) DO UPDATE SET at = excluded.at, owner = excluded.owner, until = excluded.until',
    );
    return true;
  });
}

/** Keeps it until then; a turn that another has taken since stays the other's. */
export async function keepJob(engine: Engine, { job, owner, now, leaseMs }: JobTurn): Promise<void> {
  const until = now + leaseMs + (await engine.clockShift());
  await engine.run('UPDATE job SET until = ? WHERE name = ? AND owner = ?', [until, job, owner]);
}

export async function endJob(engine: Engine, job: string, owner: string): Promise<void> {
  await engine.run('UPDATE job SET until = 0 WHERE name = ? AND owner = ?', [job, owner]);
}
