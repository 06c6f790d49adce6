import type { Config } from '../config.ts';
import type { Outlet } from '../domain/knowledge.ts';
import { openKnowledge } from './open-knowledge.ts';
import { pickOutlets } from './pick-outlets.ts';
import { writeOpml } from './write-opml.ts';

/** Lists the named outlets, or all, one a line. */
export async function listOutlets(config: Config, named: readonly string[]): Promise<void> {
  const knowledge = await openKnowledge(config);
  for (const line of table(pickOutlets(knowledge.outlets, named).map(describe))) console.log(line);
}

/** Writes the named outlets, or all, as a subscription list. */
export async function writeOutletsAsOpml(config: Config, named: readonly string[]): Promise<void> {
  const knowledge = await openKnowledge(config);
  const outlets = pickOutlets(knowledge.outlets, named);
  process.stdout.write(writeOpml(outlets, (code) => knowledge.country(code)?.names['en'] ?? code));
  const without = outlets.filter((outlet) => !outlet.feeds.some((feed) => feed.kind === 'FEED'));
  if (without.length > 0)
    console.error(
      `${without.length} without a feed stand there as links, which feed readers pass over: ${without.map(({ slug }) => slug).join(', ')}.`,
    );
}

const describe = (outlet: Outlet) => [
  outlet.country,
  outlet.slug,
  outlet.name,
  outlet.languages.join(','),
  outlet.kind ?? '',
  `${outlet.feeds.length} ${outlet.feeds.length === 1 ? 'source' : 'sources'}`,
  outlet.homepage,
];

/** Fetches each source of the named outlets, or of all, once, and says in a table what works. */
export async function checkOutlets(config: Config, named: readonly string[]): Promise<void> {
  const [{ checkOutlet }, { openFetcher }, knowledge] = await Promise.all([
    import('./check-outlet.ts'),
    import('./fetch-once.ts'),
    openKnowledge(config),
  ]);
  const outlets = pickOutlets(knowledge.outlets, named);
  const fetcher = openFetcher(config);
  let bad = 0;
  const rows = await Promise.all(
    outlets.map(async (outlet) => {
      const results = await checkOutlet(outlet, fetcher.fetch);
      if (results.some((result) => !result.works)) bad += 1;
      return results.map((result) => [
        result.works ? 'works' : 'FAILS',
        outlet.country,
        outlet.slug,
        result.url,
        result.says,
      ]);
    }),
  );
  await fetcher.close();
  for (const line of table(rows.flat())) console.log(line);
  console.log(`${outlets.length - bad} of ${outlets.length} outlets work.`);
}

function table(rows: string[][]): string[] {
  const widths = rows.reduce<number[]>((wide, row) => row.map((cell, i) => Math.max(wide[i] ?? 0, cell.length)), []);
  return rows.map((row) =>
    row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  '),
  );
}
