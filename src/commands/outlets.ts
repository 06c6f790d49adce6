import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { TelalError } from '../domain/error.ts';
import type { Outlet } from '../domain/knowledge.ts';
import { nearest } from '../domain/nearest.ts';

export function outletsCommand(program: Command, config: () => Config): void {
  program
    .command('outlets')
    .description('list outlets; with "check" fetch each once and say what works')
    .argument('[check]', 'the word check, or the first outlet')
    .argument('[outlets...]', 'slugs; all where none is named')
    .action(async (first: string | undefined, rest: string[]) => {
      const { openKnowledge } = await import('./open-knowledge.ts');
      const settings = config();
      const knowledge = await openKnowledge(settings);
      const check = first === 'check';
      const named = check || first === undefined ? rest : [first, ...rest];
      const outlets = pickOutlets(knowledge.outlets, named);
      if (check) await checkOutlets(outlets, settings);
      else for (const line of table(outlets.map(describe))) console.log(line);
    });
}

/** The named outlets, or all; an unknown slug is told with the nearest known ones. */
export function pickOutlets(outlets: readonly Outlet[], named: readonly string[]): Outlet[] {
  if (named.length === 0) return [...outlets];
  const bySlug = new Map(outlets.map((outlet) => [outlet.slug, outlet]));
  return named.map((slug) => {
    const outlet = bySlug.get(slug);
    if (outlet) return outlet;
    const near = nearest(slug, bySlug.keys());
    const hint = near.length > 0 ? ` Near it: ${near.join(', ')}.` : ' "telal outlets" lists them.';
    throw new TelalError('BAD_USER_INPUT', `There is no outlet "${slug}".${hint}`);
  });
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

async function checkOutlets(outlets: Outlet[], config: Config): Promise<void> {
  const { checkOutlet } = await import('./check-outlet.ts');
  const { openFetcher } = await import('./fetch-once.ts');
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
