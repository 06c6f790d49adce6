import { setTimeout as sleep } from 'node:timers/promises';
import { freshFeedState } from '../../src/domain/feed.ts';
import { openStore } from '../../src/store/open-store.ts';

// A process of its own that claims feeds and finishes them: `claimer-process.ts URL NAME HOLD`. One that holds claims
// a few and never ends.
const [url, name, hold] = process.argv.slice(2) as [string, string, string];
const store = await openStore(url);
for (let idle = 0; idle < 10; ) {
  const feeds = await store.claimFeeds({ now: Date.now(), limit: 3, owner: name, leaseMs: 45_000 });
  if (feeds.length === 0) idle += 1;
  for (const feed of feeds) process.stdout.write(`begin ${feed.url}\n`);
  if (hold === 'true') await sleep(600_000);
  await sleep(10);
  for (const feed of feeds) {
    process.stdout.write(`end ${feed.url}\n`);
    const at = Date.now();
    await store.finishFeed(feed.id, {
      at,
      status: 'HEALTHY',
      nextFetchAt: at + 3_600_000,
      error: null,
      state: freshFeedState,
    });
  }
}
await store.close();
