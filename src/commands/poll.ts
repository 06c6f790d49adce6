import type { Command } from 'commander';
import type { Config } from '../config.ts';

export function pollCommand(program: Command, config: () => Config): void {
  program
    .command('poll')
    .description('the poller alone')
    .argument('[outlets...]', 'only these (slugs)', [])
    .option(
      '--once',
      'poll each feed that is due (each feed of the named outlets, due or not), read its pages, and end',
    )
    .action(async (outlets: string[], options: { once?: boolean }) => {
      const { pollForEver, pollOnce } = await import('./run-poll.ts');
      if (options.once) await pollOnce(config(), outlets);
      else await pollForEver(config(), outlets);
    });
}
