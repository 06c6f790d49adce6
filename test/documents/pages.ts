import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const home = fileURLToPath(new URL('../..', import.meta.url));
export const read = (file: string) => readFileSync(join(home, file), 'utf8');

/** Every page that a reader is sent to. */
export const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'examples/README.md',
  'sources/README.md',
  ...readdirSync(join(home, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** A fenced block of a page. */
export interface Block {
  file: string;
  line: number;
  language: string;
  text: string;
}

export const blocks: Block[] = pages.flatMap((file) => {
  const text = read(file);
  return [...text.matchAll(/^```(\w*)[^\n]*\n([\s\S]*?)^```/gm)].map(({ 1: language, 2: inside, index }) => ({
    file,
    line: text.slice(0, index).split('\n').length,
    language: language ?? '',
    text: inside ?? '',
  }));
});

export const where = ({ file, line }: Block) => `${file}:${line}`;
