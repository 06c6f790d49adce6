import { once } from 'node:events';
import { openStore } from '../../src/store/open-store.ts';
import { draftOf, NOON } from '../store/sample-world.ts';
import { type Shown, shown } from './shown.ts';

// A process that takes in, as fast as it can, what an outlet shows: `ingest-child.ts DATABASE`. It is told how many
// articles those are. It asks the store all that a poller does, without a network between.
const [database] = process.argv.slice(2) as [string];
const [count] = await once(process.stdin, 'data');
const store = await openStore(database);
process.stdout.write('begun\n');
const [feed] = await store.claimFeeds({
  now: Date.now() + 45_000,
  limit: 1,
  owner: `${process.pid}`,
  leaseMs: 1,
  outlets: ['dnevnik'],
});
const articles = shown(Number(count));
const known = await store.knownArticles(articles.map(({ url }) => `url:${url}`));
const save = async ({ url, headline, at }: Shown): Promise<void> => {
  const body = `Vest koja traje i traje, ${url}. `.repeat(30);
  const draft = draftOf({ url, headline, body, publishedAt: NOON + at, copyBands: [url] });
  const { id, outcome } = await store.saveArticle(draft);
  if (outcome !== 'new') return;
  const { position } = await store.placements(0, 0, 1);
  const placement = { articleId: id, expected: position, story: null, absorbed: [], features: '[]', centrality: [] };
  await store.placeArticle(placement);
};
const news = articles.filter(({ url, headline }) => known.get(`url:${url}`)?.headline !== headline);
// Some at once, so that they are committed together.
for (let from = 0; from < news.length; from += 4) await Promise.all(news.slice(from, from + 4).map(save));
const at = Date.now();
await store.finishFeed(feed!.id, { at, status: 'HEALTHY', nextFetchAt: at, error: null, state: feed!.state });
await store.close();
process.exit();
