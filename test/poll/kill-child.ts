import { once } from 'node:events';
import { createPoller } from '../../src/poll/poller.ts';
import { readPage } from '../../src/read/page.ts';
import { openStore } from '../../src/store/open-store.ts';
import { annotate, catalogOf, outlet, silent } from './bench.ts';

// A process that polls one outlet once, told apart from its test so that it can be killed: `kill-child.ts DATABASE
// ORIGIN`. It begins at a word of its parent, so that the next one stands ready when one is killed.
const [database, origin] = process.argv.slice(2) as [string, string];
await once(process.stdin, 'data');
const store = await openStore(database);
await store.migrate();
const feeds = [{ url: `${origin}/feed` }];
const poller = createPoller({
  store,
  catalog: catalogOf([outlet('primer', { homepage: origin, readPages: true, feeds })]),
  annotate,
  readPage: async (bytes, hints) => readPage(bytes, hints),
  clock: { now: () => Date.now() },
  log: silent,
  settings: { userAgent: 'Telal/test', allowHosts: ['127.0.0.1'], minHostDelayMs: 0 },
});
process.stdout.write('polling\n');
const reports = await poller.run(['primer']);
process.stdout.write(`${JSON.stringify(reports[0])}\n`);
await poller.stop();
await store.close();
process.exit();
