import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/main.ts';
import { home, pages, read } from './pages.ts';

const commands = createProgram().commands.map((command) => command.name());
const scripts = Object.keys(JSON.parse(read('package.json')).scripts);

describe.each(pages)('%s', (file) => {
  const text = read(file);

  test('leads only to what is there, down to the heading', () => {
    for (const [, target = '', heading] of text.matchAll(/\]\(([^)#\s]*)(?:#([^)\s]*))?\)/g)) {
      if (/^https?:/.test(target)) continue;
      const path = join(home, target === '' ? file : join(file, '..', target));
      expect(existsSync(path), `${file} leads to ${target}`).toBe(true);
      if (heading && path.endsWith('.md'))
        expect(headings(read(path.slice(home.length))), `${file} leads to ${target}#${heading}`).toContain(heading);
    }
  });

  test('names only options that the command has', () => {
    for (const [, words = ''] of text.matchAll(/(?<![\w/])telal ((?:[a-z]+ )*[^`\n|#]*--[^`\n|#]*)/g)) {
      let command = createProgram();
      for (const word of words.split(/\s+/)) command = command.commands.find((one) => one.name() === word) ?? command;
      const known = command.options.map(({ long }) => long).concat('--help', '--version');
      for (const [option] of words.matchAll(/--[a-z-]+/g)) expect(known, `telal ${words}`).toContain(option);
    }
  });

  test('names only commands of package.json and of telal', () => {
    for (const [, name] of text.matchAll(/npm run ([a-z:-]+)/g)) expect(scripts, file).toContain(name);
    for (const [, name] of text.matchAll(/npx telal ([a-z]+)/g)) expect(commands, file).toContain(name);
  });
});

test('the README leads to every page of docs/, save the decisions, which it leads to as a folder', () => {
  for (const page of pages.filter((file) => /^docs\/[^/]+$/.test(file)))
    expect(read('README.md')).toContain(`(${page}`);
});

/** The anchors that GitHub gives a page's headings. */
function headings(text: string): string[] {
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}
