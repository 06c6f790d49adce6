/** `npm run docs`: writes the pages of docs/ that are made of the program itself. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generatedPages } from './generated-pages.ts';

for (const { file, text } of generatedPages()) {
  writeFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), text);
  console.log(`${file} written`);
}
