import type { Logger } from 'pino';
import type { Knowledge } from '../catalog/knowledge.ts';
import type { Config } from '../config.ts';
import { TelalError } from '../domain/error.ts';
import type { Store } from '../domain/store.ts';
import { setTracer } from '../domain/trace.ts';
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

/** Begins to send traces where a collector is named; returns how to stop, which sends the last of them. */
async function startTracing(to: string | null): Promise<() => Promise<void>> {
  if (to === null) return async () => {};
  const { openTelemetry } = await import('./open-telemetry.ts').catch((cause: unknown) => {
    const message =
      'OTEL_EXPORTER_OTLP_ENDPOINT is set, but OpenTelemetry is not installed (npm install without --omit=optional).';
    throw new TelalError('BAD_SETTING', message, { cause });
  });
  const telemetry = openTelemetry(to);
  setTracer(telemetry.tracer);
  return async () => {
    setTracer(null);
    await telemetry.close();
  };
}

/** Loads the knowledge, opens the store, brings it to this version and makes its outlets those of the catalog. */
export async function openTelal(config: Config, options: { frugal?: boolean } = {}): Promise<Telal> {
  const log = openLog(config);
  const stopTracing = await startTracing(config.tracesTo);
  const [knowledge, store] = await Promise.all([
    openKnowledge(config),
    openStore(config.databaseUrl, { log, readUrl: config.databaseReadUrl ?? undefined, ...options }),
  ]);
  try {
    await store.migrate();
    await store.syncCatalog(knowledge, Date.now());
  } catch (error) {
    await store.close();
    await stopTracing();
    throw error;
  }
  const close = async () => {
    await store.close();
    await stopTracing();
  };
  return { config, log, knowledge, store, close };
}
