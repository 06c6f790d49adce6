import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { TelalError } from '../domain/error.ts';

interface ServeOptions {
  port?: string;
  host?: string;
  poll: boolean;
}

export function serveCommand(program: Command, config: () => Config): void {
  program
    .command('serve')
    .description('the gateway, and the poller in a thread of its own')
    .option('--port <number>', 'where to listen (default: PORT, or 4000)')
    .option('--host <address>', 'the address to listen on (default: HOST, or 127.0.0.1)')
    .option('--no-poll', 'answer only; another process polls')
    .action(async (options: ServeOptions) => {
      const { serve } = await import('./run-serve.ts');
      await serve(withAddress(config(), options), { poll: options.poll });
    });
}

/** The settings with the port and host that the command line names. */
export function withAddress(config: Config, options: { port?: string; host?: string }): Config {
  const port = options.port === undefined ? config.port : Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new TelalError('BAD_USER_INPUT', `--port is "${options.port}": it must be a number from 0 to 65535.`);
  return { ...config, port, host: options.host ?? config.host };
}
