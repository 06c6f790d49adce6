/**
 * `npm run schemas`: writes the JSON Schemas of the knowledge files, and names in the first line of each file of sources/
 * the schema it follows, so that an editor with a YAML language server completes, explains and checks it.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { knowledgeSchemas, schemaFolder, schemaOf } from './knowledge-schemas.ts';

const home = fileURLToPath(new URL('..', import.meta.url));

await mkdir(join(home, schemaFolder), { recursive: true });
for (const { file, text } of knowledgeSchemas()) await writeFile(join(home, schemaFolder, file), text);

const sources = join(home, 'sources');
let named = 0;
for (const path of await readdir(sources, { recursive: true })) {
  const file = path.split(sep).join('/');
  const schema = schemaOf(file);
  if (!schema) continue;
  const first = `# yaml-language-server: $schema=${posix.relative(dirname(file), `schemas/${schema}.json`)}\n`;
  const text = await readFile(join(sources, path), 'utf8');
  if (text.startsWith(first)) continue;
  await writeFile(join(sources, path), first + text.replace(/^# yaml-language-server:.*\n/, ''));
  named += 1;
}
console.log(`${knowledgeSchemas().length} schemas written; ${named} files now name theirs.`);
