import type { Logger } from 'pino';
import type { Knowledge } from '../catalog/knowledge.ts';
import type { Config } from '../config.ts';
import type { Store } from '../domain/store.ts';
import { openStore } from '../store/open-store.ts';
import { openKnowledge } from './open-knowledge.ts';
import { openLog } from './open-log.ts';

/** What every long-running command works with. */
export interface Telal {
  config: Config;
  log: Logger;
  knowledge: Knowledge;
  store: Store;
  close(): Promise<void>;
}

/** Loads the knowledge, opens the store, brings it to this version and makes its outlets those of the catalog. */
export async function openTelal(config: Config, options: { frugal?: boolean } = {}): Promise<Telal> {
  const log = openLog(config);
  const [knowledge, store] = await Promise.all([
    openKnowledge(config),
    openStore(config.databaseUrl, { log, readUrl: config.databaseReadUrl ?? undefined, ...options }),
  ]);
  try {
    await store.migrate();
    await store.syncCatalog(knowledge, Date.now());
  } catch (error) {
    await store.close();
    throw error;
  }
  return { config, log, knowledge, store, close: () => store.close() };
}
