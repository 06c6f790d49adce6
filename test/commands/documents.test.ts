import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const schema = buildSchema(read('schema/schema.graphql'));
const files = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((f) => f.endsWith('.md'))
    .map((f) => `docs/${f}`),
];

describe.each(files)('%s', (file) => {
  const text = read(file);

  test('has only queries that the graph answers', () => {
    for (const [, query] of text.matchAll(/```graphql\n([\s\S]*?)```/g))
      expect(validate(schema, parse(query ?? '')), query).toEqual([]);
  });

  test('names only files that are there', () => {
    for (const [, target] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
      if (/^https?:/.test(target ?? '')) continue;
      const path = join(root, file, '..', target ?? '');
      expect(() => readdirOrFile(path), `${file} names ${target}`).not.toThrow();
    }
  });

  test('names only commands of package.json and of telal', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
    for (const [, name] of text.matchAll(/npm run ([a-z:-]+)/g)) expect(scripts).toContain(name);
    const commands = readFileSync(join(root, 'src/main.ts'), 'utf8');
    for (const [, name] of text.matchAll(/npx telal ([a-z]+)/g))
      expect(commands, `telal ${name}`).toContain(`${name}Command`);
  });
});

function readdirOrFile(path: string): void {
  try {
    readFileSync(path);
  } catch {
    readdirSync(path);
  }
}
