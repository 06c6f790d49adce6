import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { type Demo, openDemo } from '../../src/commands/demo/open-demo.ts';
import { openPoller } from '../../src/commands/open-poller.ts';
import { openTelal, type Telal } from '../../src/commands/open-telal.ts';
import { readConfig } from '../../src/config.ts';
import { createGateway, type Gateway } from '../../src/gateway/create-gateway.ts';
import type { GivenSettings } from '../../src/gateway/settings.ts';
import { groupQuotes } from '../../src/understand/stories/group-quotes.ts';

/** The demo's outlets, polled, behind a gateway that serves the dashboard as its sources are now. */
export interface OpenPage {
  url: string;
  demo: Demo;
  telal: Telal;
  /** The folder that the dashboard was built into. */
  folder: string;
  /** Lets so many of the articles kept back come out, and polls their outlets. */
  publish(count: number): Promise<void>;
  /** The gateway goes away; `come` brings it back at the same address. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

const configFile = fileURLToPath(new URL('../../dashboard/vite.config.ts', import.meta.url));

export async function openPage(settings: GivenSettings = {}, { build: built = true } = {}): Promise<OpenPage> {
  const folder = await mkdtemp(join(tmpdir(), 'telal-dashboard-'));
  if (built) await build({ configFile, logLevel: 'silent', build: { outDir: folder, emptyOutDir: true } });
  const demo = await openDemo(readConfig({ LOG_LEVEL: 'silent' }), { keepBack: 6 });
  const telal = await openTelal(demo.config);
  const poll = async (slugs?: string[]) => {
    const poller = openPoller(telal, {});
    await poller.run(slugs);
    await poller.stop();
  };
  await poll();
  let gateway: Gateway | undefined;
  const begin = async (port: number) => {
    gateway = createGateway({
      store: telal.store,
      catalog: telal.knowledge,
      groupQuotes,
      log: telal.log,
      settings: { dashboard: folder, rateLimit: 0, graceMs: 200, ...settings },
    });
    return gateway.listen({ port, host: '127.0.0.1' });
  };
  const url = await begin(0);
  return {
    url,
    demo,
    telal,
    folder,
    async publish(count) {
      const next = demo.waiting.splice(0, count);
      for (const { site, article } of next) site.publish(article);
      await poll([...new Set(next.map(({ site }) => site.outlet.slug))]);
    },
    async goAway() {
      await gateway?.close();
      gateway = undefined;
    },
    async comeBack() {
      await begin(Number(new URL(url).port));
    },
    async close() {
      await gateway?.close();
      await telal.close();
      await demo.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
