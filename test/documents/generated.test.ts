import { expect, test } from 'vitest';
import { generatedPages } from '../../tools/generated-pages.ts';
import { read } from './pages.ts';

test.each(generatedPages())('$file is what the program says now (else: npm run docs)', ({ file, text }) => {
  expect(read(file)).toBe(text);
});

test('every element of the schema is told and described in docs/schema.md', () => {
  const page = generatedPages().find(({ file }) => file === 'docs/schema.md')?.text ?? '';
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows.length).toBeGreaterThan(150);
  for (const row of rows)
    expect(
      row
        .split(/(?<!\\)\|/)
        .at(-2)
        ?.trim(),
      row,
    ).not.toBe('');
});
