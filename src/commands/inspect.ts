import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { TelalError } from '../domain/error.ts';
import { type DocumentLine, type InspectKind, kinds } from './document-line.ts';
import { inspectLines } from './inspect-lines.ts';
import { type Inspector, openInspector } from './inspector.ts';
import { sentence } from './sentence.ts';

export function inspectCommand(program: Command, config: () => Config): void {
  program
    .command('inspect')
    .description('what Telal makes of one document: JSON to standard output')
    .argument('<kind>', 'feed, page or text')
    .argument('[sources...]', 'files, addresses, or - for standard input', [])
    .option('--url <url>', 'the address that the document came from')
    .option('--language <tag>', 'the language, where it is known (BCP 47)')
    .option('--ndjson', 'read one JSON object a line from standard input, write one result a line')
    .action(async (kind: string, sources: string[], options: { url?: string; language?: string; ndjson?: boolean }) => {
      if (!isKind(kind)) program.error(`telal inspect: "${kind}" is not one of feed, page, text.`, { exitCode: 2 });
      if (options.ndjson && sources.some((source) => source !== '-'))
        program.error('telal inspect: --ndjson reads standard input; name no files beside it.', { exitCode: 2 });
      const inspector = await openInspector(kind as InspectKind, config());
      try {
        if (options.ndjson) await inspectLines(inspector, process.stdin, (line) => process.stdout.write(line));
        else await inspectSources(inspector, sources.length ? sources : ['-'], options);
      } finally {
        await inspector.close();
      }
    });
}

const isKind = (kind: string): kind is InspectKind => (kinds as readonly string[]).includes(kind);

async function inspectSources(
  inspector: Inspector,
  sources: string[],
  options: { url?: string; language?: string },
): Promise<void> {
  let failed = 0;
  for (const source of sources) {
    try {
      const document: DocumentLine = { id: source, ...options, ...(await inspector.open(source)) };
      const read = await inspector.inspect(document);
      const [result] = inspector.finish?.([read]) ?? [read];
      process.stdout.write(
        sources.length === 1
          ? `${JSON.stringify(result, null, 2)}\n`
          : `${JSON.stringify({ file: source, ...result })}\n`,
      );
    } catch (error) {
      if (sources.length === 1) throw error;
      failed += 1;
      process.stdout.write(`${JSON.stringify({ file: source, error: sentence(error) })}\n`);
    }
  }
  if (failed > 0) throw new TelalError('UNREADABLE', `${failed} of ${sources.length} documents could not be read.`);
}
