import type { Command } from 'commander';
import type { Config } from '../config.ts';

export function importCommand(program: Command, config: () => Config): void {
  program
    .command('import')
    .description('take in articles from NDJSON: exported ones, or plain articles, which are annotated')
    .argument('<file>', 'the file; - for standard input')
    .action(async (file: string) => {
      const { importArticles } = await import('./run-import.ts');
      await importArticles(config(), file);
    });
}
