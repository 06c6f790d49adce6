import type { Command } from 'commander';
import type { Config } from '../config.ts';

export function importCommand(program: Command, config: () => Config): void {
  program
    .command('import')
    .description('take in articles from NDJSON: exported ones, or plain articles, which are annotated')
    .argument('<file>', 'the file; - for standard input')
    .option('--no-annotate', 'store plain articles as they are; `telal annotate` tells later what they are about')
    .action(async (file: string, options: { annotate: boolean }) => {
      const { importArticles } = await import('./run-import.ts');
      await importArticles(config(), file, options);
    });
}
