/**
 * Articles a second through the whole line (HTTP, decoding, reading feed and page, annotating, storing) over the demo's
 * outlets on loopback, and the seconds until the demo's first answer. `node bench/whole-line.ts [RUNS]`
 */
import { openDemo } from '../src/commands/demo/open-demo.ts';
import { openPoller } from '../src/commands/open-poller.ts';
import { openTelal } from '../src/commands/open-telal.ts';
import { readConfig } from '../src/config.ts';
import { createGateway } from '../src/gateway/create-gateway.ts';
import { groupQuotes } from '../src/understand/stories/group-quotes.ts';

const runs = Number(process.argv[2] ?? 3);
for (let run = 1; run <= runs; run++) {
  const started = performance.now();
  const demo = await openDemo(readConfig({ LOG_LEVEL: 'silent' }));
  const telal = await openTelal(demo.config);
  const poller = openPoller(telal, {});
  const polling = performance.now();
  const cpu = process.cpuUsage();
  const reports = await poller.run();
  const seconds = (performance.now() - polling) / 1000;
  const used = process.cpuUsage(cpu);
  const articles = reports.reduce((sum, report) => sum + report.new, 0);
  const gateway = createGateway({ store: telal.store, catalog: telal.knowledge, groupQuotes, log: telal.log });
  const url = await gateway.listen({ port: 0, host: '127.0.0.1' });
  const answer = await fetch(`${url}graphql?query={articles(first:1){totalCount}}`);
  const { data } = (await answer.json()) as { data: { articles: { totalCount: number } } };
  console.log(
    `run ${run}: ${articles} articles of ${reports.length} outlets in ${seconds.toFixed(2)} s: ` +
      `${Math.round(articles / seconds)} a second (${(((used.user + used.system) / 1e6 / articles) * 1000).toFixed(1)} ms of CPU each); ` +
      `first answer (${data.articles.totalCount} articles) ${((performance.now() - started) / 1000).toFixed(2)} s after the start`,
  );
  await gateway.close();
  await poller.stop();
  await telal.close();
  await demo.close();
}
