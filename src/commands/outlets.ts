import type { Command } from 'commander';
import type { Config } from '../config.ts';

export function outletsCommand(program: Command, config: () => Config): void {
  const command = program
    .command('outlets')
    .description('list outlets; with "check" fetch each once and say what works')
    .argument('[outlets...]', 'slugs; all where none is named')
    .option('--opml', 'write them as OPML 2.0, for any feed reader and for TELAL_SOURCES')
    .action(async (named: string[], options: { opml?: boolean }) => {
      const { listOutlets, writeOutletsAsOpml } = await import('./run-outlets.ts');
      await (options.opml ? writeOutletsAsOpml : listOutlets)(config(), named);
    });
  command
    .command('check')
    .description('fetch each outlet’s feeds once and say what works')
    .argument('[outlets...]', 'slugs; all where none is named')
    .action(async (named: string[]) => {
      const { checkOutlets } = await import('./run-outlets.ts');
      await checkOutlets(config(), named);
    });
}
