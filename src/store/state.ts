import type { Dialect, Rows } from './engine.ts';

/** What the store knows of itself. */
export interface State {
  generation: number;
  /** Fingerprint of the catalog it was last made to follow. */
  catalog: string;
  /** Articles up to this id stand in blocks, but for the loose ones. */
  counted_to: number;
}

/** Reads the state and holds it until the transaction ends: one writer at a time, so that ids appear in order. */
export async function holdState(rows: Rows, dialect: Dialect): Promise<State> {
  const state = await rows.get<State>(
    `SELECT generation, catalog, counted_to FROM state WHERE one = 1${dialect.forUpdate}`,
  );
  return state!;
}

/** Writes it back, a generation on. */
export async function writeState(rows: Rows, state: State): Promise<void> {
  await rows.run('UPDATE state SET generation = generation + 1, catalog = ?, counted_to = ? WHERE one = 1', [
    state.catalog,
    state.counted_to,
  ]);
}
