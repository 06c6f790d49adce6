import type { Command } from 'commander';
import type { Config } from '../config.ts';

export function doctorCommand(program: Command, config: () => Config): void {
  program
    .command('doctor')
    .description('check store, sources, knowledge, space, clock and outlets, in plain words')
    .action(async () => {
      const { examine } = await import('./run-doctor.ts');
      await examine(config());
    });
}
