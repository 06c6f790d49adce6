import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { knowledgeSchemas, schemaFolder, schemaOf } from '../../tools/knowledge-schemas.ts';

const home = fileURLToPath(new URL('../..', import.meta.url));
const sources = join(home, 'sources');
const files = (readdirSync(sources, { recursive: true }) as string[]).filter((file) => file.endsWith('.yaml'));
const follows = (file: string) => schemaOf(file.split(sep).join('/'));

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  description?: string;
}

describe('the JSON Schemas of the knowledge files', () => {
  test('are those of the loader as it is now (else: npm run schemas)', () => {
    for (const { file, text } of knowledgeSchemas())
      expect(readFileSync(join(home, schemaFolder, file), 'utf8'), file).toBe(text);
  });

  test('describe every property', () => {
    const silent: string[] = [];
    const walk = (schema: JsonSchema, path: string): void => {
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        if (!property.description) silent.push(`${path}.${name}`);
        walk(property, `${path}.${name}`);
      }
      for (const inner of [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
        if (inner) walk(inner, path);
    };
    for (const { file, text } of knowledgeSchemas()) walk(JSON.parse(text), file);
    expect(silent).toEqual([]);
  });

  test('are named in the first line of every file that has one (else: npm run schemas)', () => {
    const without = files.filter((file) => follows(file) === undefined);
    expect(without).toEqual([join('languages', 'sentences.yaml')]);
    for (const file of files.filter((one) => follows(one))) {
      const first = readFileSync(join(sources, file), 'utf8').split('\n')[0] ?? '';
      const named = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1];
      expect(named && resolve(sources, dirname(file), named), file).toBe(
        join(home, schemaFolder, `${follows(file)}.json`),
      );
    }
  });

  test('hold for every file, and not for one with a mistake', () => {
    const shapes = new Map(
      knowledgeSchemas().map(({ file, text }) => {
        const { if: _condition, else: otherwise, ...schema } = JSON.parse(text);
        return [file, z.fromJSONSchema({ ...schema, ...otherwise })];
      }),
    );
    for (const file of files.filter((one) => follows(one))) {
      const result = shapes.get(`${follows(file)}.json`)?.safeParse(parse(readFileSync(join(sources, file), 'utf8')));
      expect(result?.error?.issues[0], file).toBeUndefined();
    }
    const outlet = { name: 'A', homepage: 'https://a.example/', country: 'MK', languages: ['mk'] };
    const shape = shapes.get('outlet.json');
    expect(shape?.safeParse(outlet).success).toBe(true);
    for (const wrong of [{ country: 'Srbija' }, { languages: [] }, { kind: 'blog' }, { feeds: [{}] }, { feed: 'x' }])
      expect(shape?.safeParse({ ...outlet, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
  });
});
