import type { Command } from 'commander';
import type { Config } from '../config.ts';

export function outletsCommand(program: Command, config: () => Config): void {
  const command = program
    .command('outlets')
    .description(
      'list outlets; with "check" fetch each once and say what works, with "add" write the file of a new one',
    )
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
  command
    .command('add')
    .description(
      'look at a site, find its feeds, sitemap, language and country, and write the outlet’s YAML for review',
    )
    .argument('<url>', 'the site’s front page')
    .option(
      '--into <folder>',
      'write it there as outlets/COUNTRY/SLUG.yaml, for TELAL_SOURCES; else to standard output',
    )
    .option('--slug <slug>', 'the file’s name, where the one made of the host is not wanted')
    .option('--country <code>', 'its country (ISO 3166-1 alpha-2), where you know better')
    .action(async (url: string, options: { into?: string; slug?: string; country?: string }) => {
      const { addOutlet } = await import('./run-add-outlet.ts');
      await addOutlet(config(), url, options);
    });
}
