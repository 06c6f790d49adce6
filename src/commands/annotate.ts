import type { Command } from 'commander';
import type { Config } from '../config.ts';

export function annotateCommand(program: Command, config: () => Config): void {
  program
    .command('annotate')
    .description(
      'annotate stored articles again, after the knowledge or the rules changed; can be interrupted and goes on',
    )
    .option('--since <date>', 'only articles published since then (RFC 3339, or YYYY-MM-DD)')
    .action(async (options: { since?: string }) => {
      const { annotateStale } = await import('./run-annotate.ts');
      await annotateStale(config(), options.since);
    });
}
