import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, home } from '../config.ts';
import { TelalError } from '../domain/error.ts';
import { createGateway } from '../gateway/create-gateway.ts';
import type { OtherRoute } from '../gateway/other-route.ts';
import { defaultSettings, type GivenSettings } from '../gateway/settings.ts';
import { createWebSubHandler, webSubPath } from '../poll/websub.ts';
import { groupQuotes } from '../understand/stories/group-quotes.ts';
import { openTelal, type Telal } from './open-telal.ts';
import { type Polling, type Round, startPolling } from './polling.ts';
import { stopSignal } from './stop-signal.ts';

/** What a command that serves wants to be told, and what it sets apart from the settings. */
export interface ServeHooks {
  poll: boolean;
  longestIntervalMs?: number;
  onListening?: (url: string) => void;
  onRound?: (round: Round) => void;
}

/** Runs gateway and poller until the process is told to stop. `onListening` gets the address once it answers. */
export async function serve(given: Config, options: ServeHooks): Promise<void> {
  const { config, remove } = await sharable(given);
  const telal = await openTelal(config);
  const { log } = telal;
  const gateway = createGateway({
    groupQuotes,
    store: telal.store,
    catalog: telal.knowledge,
    settings: gatewaySettings(config),
    others: hubRoutes(telal),
    log,
  });
  let polling: Polling | undefined;
  try {
    const url = await gateway.listen({ port: config.port, host: config.host });
    log.info({ url, outlets: telal.knowledge.outlets.length }, `Telal answers at ${url}graphql`);
    options.onListening?.(url);
    if (options.poll)
      polling = startPolling(config, log, {
        onRound: options.onRound ?? firstRoundWarning(log),
        longestIntervalMs: options.longestIntervalMs,
      });
    await stopSignal();
    log.info({}, 'stopping');
  } finally {
    await polling?.stop();
    await gateway.close();
    await telal.close();
    await remove();
  }
}

/** A store in memory belongs to one thread; the poller needs the same one, so it lies in a temporary file instead. */
async function sharable(config: Config): Promise<{ config: Config; remove: () => Promise<void> }> {
  if (config.databaseUrl !== ':memory:') return { config, remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'telal-'));
  return {
    config: { ...config, databaseUrl: `file:${join(folder, 'telal.db')}` },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function gatewaySettings(config: Config): GivenSettings {
  const unknown = Object.keys(config.limits).filter((name) => !(name in defaultSettings.limits));
  if (unknown.length > 0)
    throw new TelalError(
      'BAD_SETTING',
      `TELAL_LIMITS names "${unknown.join('", "')}"; the limits are ${Object.keys(defaultSettings.limits).join(', ')}.`,
    );
  const { rateLimit, publicBodies, documents, documentsOnly, proxies, limits, timeLimitMs } = config;
  const dashboard = join(home, 'dashboard', 'dist');
  return { rateLimit, publicBodies, documents, documentsOnly, proxies, limits, timeLimitMs, dashboard };
}

/** The hubs of feeds that promise to tell of news, where the world can reach this Telal. */
function hubRoutes({ config, store }: Telal): OtherRoute[] {
  if (config.webSub === null) return [];
  const answer = createWebSubHandler({ settings: config.webSub, store, clock: { now: () => Date.now() } });
  return [{ prefix: webSubPath, answer }];
}

function firstRoundWarning(log: { warn(fields: object, message: string): void }): (round: Round) => void {
  let told = false;
  return (round) => {
    if (told || round.polled === 0) return;
    told = true;
    if (round.unreached === round.polled)
      log.warn(
        { feeds: round.polled },
        'No outlet can be reached: is there a network? "npm run demo" shows Telal without one. Telal goes on trying.',
      );
  };
}
