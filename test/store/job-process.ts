import { setTimeout as sleep } from 'node:timers/promises';
import { startJobs } from '../../src/commands/jobs.ts';
import { openStore } from '../../src/store/open-store.ts';

// A process of its own that would do a job each second: `job-process.ts URL`. It tells the second whenever it does.
const [url = ''] = process.argv.slice(2);
const store = await openStore(url);
const quiet = {
  debug() {},
  info() {},
  warn() {},
  error: (fields: object, text: string) => console.error(fields, text),
};
const everySecond = {
  name: 'count',
  at: '* * * * * *',
  everyMs: null,
  async run() {
    process.stdout.write(`${Math.floor(Date.now() / 1000)}\n`);
    await sleep(50);
  },
};
const stop = startJobs(store, [everySecond], quiet);
process.stdin.resume();
process.stdin.once('end', async () => {
  await stop();
  await store.close();
});
