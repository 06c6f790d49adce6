import { Command, CommanderError } from 'commander';
import { annotateCommand } from './commands/annotate.ts';
import { backupCommand } from './commands/backup.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { inspectCommand } from './commands/inspect.ts';
import { migrateCommand } from './commands/migrate.ts';
import { outletsCommand } from './commands/outlets.ts';
import { pollCommand } from './commands/poll.ts';
import { serveCommand } from './commands/serve.ts';
import { type Config, readConfig, settingsHelp, version } from './config.ts';
import { TelalError } from './domain/error.ts';

/** The command line: exit status 0 is success, 1 a failure told in a plain sentence, 2 wrong usage. */
export async function main(argv: string[]): Promise<void> {
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    process.exitCode = tell(error);
  }
}

/** Every command with its arguments and options. */
export function createProgram(): Command {
  const program = new Command('telal')
    .description('One GraphQL graph over the press of the Balkans.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(telal --help tells more)')
    .addHelpText('after', settingsText);
  const config = (): Config => readConfig();
  for (const add of [
    serveCommand,
    pollCommand,
    demoCommand,
    inspectCommand,
    outletsCommand,
    importCommand,
    exportCommand,
    annotateCommand,
    migrateCommand,
    backupCommand,
    doctorCommand,
  ])
    add(program, config);
  for (const command of program.commands) command.exitOverride().showHelpAfterError();
  return program;
}

/** Tells what went wrong and returns the exit status. */
function tell(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    return 2;
  }
  if (error instanceof TelalError) {
    console.error(error.message);
    return 1;
  }
  console.error(`Telal failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return 1;
}

const settingsText = `
Settings (environment variables):
${settingsHelp.map(({ name, about, fallback }) => `  ${name.padEnd(24)}${about} (default: ${fallback})`).join('\n')}`;
