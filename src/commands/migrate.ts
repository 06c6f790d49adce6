import type { Command } from 'commander';
import type { Config } from '../config.ts';

export function migrateCommand(program: Command, config: () => Config): void {
  program
    .command('migrate')
    .description('bring the store to this version (serve and poll do so too)')
    .action(async () => {
      const { openStore } = await import('../store/open-store.ts');
      const store = await openStore(config().databaseUrl);
      try {
        const ran = await store.migrate();
        console.log(
          ran === 0 ? 'The store is at this version already.' : `The store was brought to this version (${ran} steps).`,
        );
      } finally {
        await store.close();
      }
    });
}
