/**
 * The store's own calls beside the plain statement over the same rows, in one process: processor time of the timeline
 * by day and of the actors of each country. `node bench/counts-beside-group-by.ts STORE.db`
 */
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '../src/store/open-store.ts';

const DAY = 86_400_000;
const ROUNDS = 3;

const file = process.argv[2] ?? '';
const database = new DatabaseSync(file, { readOnly: true });
database.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 2147418112');
const countries = database
  .prepare("SELECT id, key FROM tag WHERE kind = 'about' ORDER BY articles DESC LIMIT 12")
  .all() as { id: number; key: string }[];
const days = database.prepare(
  `SELECT published_at / ${DAY} AS day, count(*) AS n FROM posting WHERE tag_id = ? GROUP BY 1 ORDER BY 1`,
);
const actors = database.prepare(
  `SELECT t.key, count(*) AS n FROM posting p JOIN article_tag y ON y.article_id = p.article_id
   JOIN tag t ON t.id = y.tag_id WHERE p.tag_id = ? AND t.kind IN ('person', 'organization')
   GROUP BY t.key ORDER BY n DESC LIMIT 20`,
);
const store = await openStore(`file:${file}`, { readOnly: true });

async function tell(name: string, call: (country: { id: number; key: string }) => unknown): Promise<void> {
  const times: number[] = [];
  for (const country of countries) {
    const began = process.cpuUsage();
    await call(country);
    const { user, system } = process.cpuUsage(began);
    times.push((user + system) / 1000);
  }
  times.sort((one, other) => one - other);
  const [mean, median] = [times.reduce((sum, time) => sum + time, 0) / times.length, times[times.length >> 1]!];
  console.log(`| ${name} | ${mean.toFixed(2)} | ${median.toFixed(2)} | ${times.at(-1)!.toFixed(2)} |`);
}

const of = (key: string, to?: number) => ({
  countries: { any: [key] },
  ...(to === undefined ? {} : { publishedAt: { to } }),
});
const [newest] = (await store.articles({}, 'NEWEST', { first: 1 })).edges;
console.log(
  '| processor time of the twelve largest countries, ms | mean | median | longest |\n| --- | --- | --- | --- |',
);
for (let round = 1; round <= ROUNDS; round += 1) {
  const to = newest!.node.publishedAt - round;
  await tell(`timeline, round ${round}`, ({ key }) => store.timeline(of(key), 'DAY', 'UTC'));
  await tell(`timeline up to an instant never asked before, round ${round}`, ({ key }) =>
    store.timeline(of(key, to), 'DAY', 'UTC'),
  );
  await tell(`GROUP BY: timeline, round ${round}`, ({ id }) => days.all(id));
  await tell(`actors, round ${round}`, ({ key }) => store.facet(of(key), 'actors', { first: 20 }));
}
await tell('GROUP BY: actors', ({ id }) => actors.all(id));
await store.close();
database.close();
