import type { Config } from '../config.ts';
import { createFetcher, type Fetched, type Fetcher } from '../poll/fetch.ts';
import { createPoliteness } from '../poll/politeness.ts';
import { createRobots, type RobotsCheck } from '../poll/robots.ts';

const clock = { now: () => Date.now() };

/** A fetcher with the settings' manners, for commands that look at single addresses. */
export function openFetcher(config: Config): Fetcher & { robots: RobotsCheck } {
  const politeness = createPoliteness({ minHostDelayMs: config.minHostDelayMs, slots: 16, now: clock.now });
  const { userAgent, allowHosts } = config;
  const fetcher = createFetcher({ userAgent, allowHosts, politeness, clock });
  return { ...fetcher, robots: createRobots({ fetch: fetcher.fetch, politeness, userAgent, clock }) };
}

/** Fetches one address with the settings' manners; throws a TelalError in plain words. */
export async function fetchOnce(url: string, config: Config, kind: 'feed' | 'page'): Promise<Fetched> {
  const fetcher = openFetcher(config);
  try {
    return await fetcher.fetch({ url, kind });
  } finally {
    await fetcher.close();
  }
}
