import type { Command } from 'commander';
import { settingsHelp } from '../src/config.ts';
import { createProgram } from '../src/main.ts';

/** docs/cli.md: what `--help` of every command says, and the settings. */
export function cliPage(): string {
  const program = createProgram();
  program.configureHelp({ helpWidth: 110 });
  const sections = program.commands.flatMap((command) => [command, ...command.commands]).map(section);
  const settings = settingsHelp.map(
    ({ name, about, fallback }) => `| \`${name}\` | ${cell(fallback)} | ${cell(about)} |`,
  );
  return `# The command line
<!-- Made by npm run docs out of --help; a change belongs into src/commands/ or src/config.ts. -->
\`telal\` is the package's command; in a checkout \`npx telal\`. Results go to standard output, logs to standard error (pretty on a
terminal, JSON lines elsewhere). Exit status 0 is success, 1 a failure told in one plain sentence, 2 wrong usage.

${sections.join('\n\n')}

## Settings
All of them are environment variables. A wrong one stops the start with a sentence that names it.

| name | default | means |
| --- | --- | --- |
${settings.join('\n')}
`;
}

function section(command: Command): string {
  const names: string[] = [];
  for (let at: Command | null = command; at; at = at.parent) names.unshift(at.name());
  command.configureHelp({ helpWidth: 110 });
  return `## ${names.join(' ')}\n\`\`\`text\n${command.helpInformation().trim()}\n\`\`\``;
}

const cell = (text: string) => text.replaceAll('|', '\\|');
