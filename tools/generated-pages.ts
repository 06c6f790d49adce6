import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { cliPage } from './cli-page.ts';
import { schemaPage } from './schema-page.ts';

/** Every page of docs/ that is made of the program, with the text it should have now. */
export function generatedPages(): { file: string; text: string }[] {
  const sdl = readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8');
  return [
    { file: 'docs/cli.md', text: cliPage() },
    { file: 'docs/schema.md', text: schemaPage(buildSchema(sdl)) },
  ];
}
