import type { Command } from 'commander';
import type { Config } from '../config.ts';

export function backupCommand(program: Command, config: () => Config): void {
  program
    .command('backup')
    .description('an online copy of the embedded store')
    .argument('<file>', 'where to write it; it must not exist yet')
    .action(async (file: string) => {
      const { openStore } = await import('../store/open-store.ts');
      const store = await openStore(config().databaseUrl, { readOnly: true });
      try {
        await store.ready();
        await store.backup(file);
      } finally {
        await store.close();
      }
      console.log(`The store was copied to ${file}; DATABASE_URL=file:${file} opens it.`);
    });
}
