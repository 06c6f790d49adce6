import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { withAddress } from './serve.ts';

export function demoCommand(program: Command, config: () => Config): void {
  program
    .command('demo')
    .description('the same program on a temporary store, with sample outlets that it serves itself: needs no network')
    .option('--port <number>', 'where to listen (default: PORT, or 4000)')
    .option('--host <address>', 'the address to listen on (default: HOST, or 127.0.0.1)')
    .action(async (options: { port?: string; host?: string }) => {
      const { runDemo } = await import('./demo/run-demo.ts');
      await runDemo(withAddress(config(), options));
    });
}
