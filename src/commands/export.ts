import type { Command } from 'commander';
import type { Config } from '../config.ts';

export function exportCommand(program: Command, config: () => Config): void {
  program
    .command('export')
    .description('articles as NDJSON, with all that the store knows of them')
    .argument('[file]', 'where to write; - for standard output', '-')
    .option('--since <date>', 'only articles published since then (RFC 3339, or YYYY-MM-DD)')
    .action(async (file: string, options: { since?: string }) => {
      const { exportArticles } = await import('./run-export.ts');
      await exportArticles(config(), file, options.since);
    });
}
